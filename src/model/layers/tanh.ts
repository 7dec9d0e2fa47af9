import type { ResolvedLayers } from "./definition.ts";
import { activation, asActivation } from "./shape-keeping.ts";

/** Hyperbolic tangent, any shape. */
export const tanh = activation<ResolvedLayers["tanh"]>({
  build: asActivation("tanh"),
  run: (input, _settings, { tf }) => tf.tanh(input),
});
