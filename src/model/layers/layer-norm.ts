import { biasOf, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { normalise } from "./normalise.ts";
import { keepsShape } from "./shape-keeping.ts";

/** Normalises each place over its channels (the last dimension), any shape. Scale and offset per channel. */
export const layerNorm: LayerDefinition<ResolvedLayers["layerNorm"]> = {
  ...keepsShape,
  byImage: true,
  role: "normalisation",
  weights: (_settings, input) =>
    ["gamma", "beta"].map((name) => ({ name, shape: [input.at(-1)!] })),
  build: ({ epsilon }, { tf, name }) => tf.layers.layerNormalization({ name, epsilon }),
  instructions: ({ epsilon }, layer, { tf, kernels }) => [
    {
      kind: "each",
      run: (input) => tf.mul(normalise(tf, input, [input.rank - 1], epsilon), weightOf(layer, 0)),
    },
    biasOf(layer, kernels),
  ],
};
