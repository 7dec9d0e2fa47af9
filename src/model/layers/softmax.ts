import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** Scores to probabilities over the last dimension. */
export const softmax: LayerDefinition<ResolvedLayers["softmax"]> = {
  ...keepsShape,
  build: (_settings, { tf, name }) => tf.layers.softmax({ name }),
};
