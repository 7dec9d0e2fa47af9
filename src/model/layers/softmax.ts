import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";

/** Scores to probabilities over the last dimension. */
export const softmax: LayerDefinition<ResolvedLayers["softmax"]> = {
  outputShape: (_settings, input) => input,
  parameters: () => 0,
  multiplyAdds: () => 0,
  build: (_settings, { tf, name }) => tf.layers.softmax({ name }),
};
