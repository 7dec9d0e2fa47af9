import type { ResolvedLayers } from "./definition.ts";
import { activation } from "./shape-keeping.ts";

/** min(max(x, 0), 6), any shape. */
export const relu6 = activation<ResolvedLayers["relu6"]>({
  isRising: true,
  build: (_settings, { tf, name }) => tf.layers.reLU({ name, maxValue: 6 }),
  run: (input, _settings, { tf }) => tf.relu6(input),
});
