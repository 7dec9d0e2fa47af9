import { messages } from "../messages.ts";
import type { ResolvedLayers } from "./definition.ts";
import { type LayerDefinition, ShapeError } from "./definition.ts";
import { imageShape } from "./windows.ts";

/** The sides of an image cut off: [height, width, channels] to [height - top - bottom, width - left - right, channels]. */
export const cropping: LayerDefinition<ResolvedLayers["cropping"]> = {
  byImage: true,
  outputShape({ sides: [top, bottom, left, right] }, input) {
    const [height, width, channels] = imageShape("cropping", input);
    const size = [height - top - bottom, width - left - right] as const;
    if (size[0] < 1 || size[1] < 1)
      throw new ShapeError(messages.nothingLeft([top, bottom, left, right], input));
    return [...size, channels];
  },
  multiplyAdds: () => 0,
  build: ({ sides: [top, bottom, left, right] }, { tf, name }) =>
    tf.layers.cropping2D({
      name,
      cropping: [
        [top, bottom],
        [left, right],
      ],
    }),
};
