import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { buildDropout } from "./dropout.ts";
import { keepsShape } from "./shape-keeping.ts";
import { imageShape } from "./windows.ts";

/** Sets a random fraction of an image's channels to 0 while training and scales the rest by 1 / (1 - rate). */
export const spatialDropout: LayerDefinition<ResolvedLayers["spatialDropout"]> = {
  ...keepsShape,
  role: "noise",
  outputShape: (_settings, input) => imageShape("spatialDropout", input),
  build: ({ rate }, context) => buildDropout({ rate, noiseShape: [null, 1, 1, null] }, context),
};
