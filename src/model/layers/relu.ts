import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** max(x, 0), any shape. */
export const relu: LayerDefinition<ResolvedLayers["relu"]> = {
  byImage: true,
  role: "activation",
  ...keepsShape,
  build: (_settings, { tf, name }) => tf.layers.reLU({ name }),
  instructions: (_settings, _layer, { tf }) => [{ kind: "relu", run: (input) => tf.relu(input) }],
};
