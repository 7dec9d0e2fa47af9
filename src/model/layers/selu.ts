import type { ResolvedLayers } from "./definition.ts";
import { activation, asActivation } from "./shape-keeping.ts";

/** 1.0507 x where x is positive, 1.7581 (exp(x) - 1) elsewhere; any shape. */
export const selu = activation<ResolvedLayers["selu"]>({
  build: asActivation("selu"),
  run: (input, _settings, { tf }) => tf.selu(input),
});
