import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";

/** max(x, 0), any shape. */
export const relu: LayerDefinition<ResolvedLayers["relu"]> = {
  byImage: true,
  outputShape: (_settings, input) => input,
  parameters: () => 0,
  multiplyAdds: () => 0,
  build: (_settings, { tf, name }) => tf.layers.reLU({ name }),
  instructions: (_settings, _layer, { tf }) => [{ kind: "relu", run: (input) => tf.relu(input) }],
};
