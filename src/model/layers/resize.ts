import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { resizingLayer, savedResizing } from "./resizing.ts";
import { imageShape } from "./windows.ts";

/** An image of any size made one of the size that is named; channels stay. */
export const resize: LayerDefinition<ResolvedLayers["resize"]> = {
  byImage: true,
  outputShape: ({ size }, input) => [...size, imageShape("resize", input)[2]],
  multiplyAdds: () => 0,
  build: ({ size, interpolation }, context) => resizingLayer(size, interpolation, context),
  saved: ({ size, interpolation }, _layer, context) => savedResizing(size, interpolation, context),
};
