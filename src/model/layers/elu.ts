import type { ResolvedLayers } from "./definition.ts";
import { activation } from "./shape-keeping.ts";

/** x where it is positive, exp(x) - 1 elsewhere; any shape. */
export const elu = activation<ResolvedLayers["elu"]>({
  build: (_settings, { tf, name }) => tf.layers.elu({ name }),
  run: (input, _settings, { tf }) => tf.elu(input),
});
