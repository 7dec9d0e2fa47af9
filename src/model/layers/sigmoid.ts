import type { ResolvedLayers } from "./definition.ts";
import { activation, asActivation } from "./shape-keeping.ts";

/** 1 / (1 + exp(-x)), any shape. */
export const sigmoid = activation<ResolvedLayers["sigmoid"]>({
  build: asActivation("sigmoid"),
  run: (input, _settings, { tf }) => tf.sigmoid(input),
});
