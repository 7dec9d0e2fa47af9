import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { imageShape } from "./windows.ts";

/** Zeros around an image: [height, width, channels] to [top + height + bottom, left + width + right, channels]. */
export const zeroPadding: LayerDefinition<ResolvedLayers["zeroPadding"]> = {
  byImage: true,
  outputShape({ sides: [top, bottom, left, right] }, input) {
    const [height, width, channels] = imageShape("zeroPadding", input);
    return [top + height + bottom, left + width + right, channels];
  },
  multiplyAdds: () => 0,
  build: ({ sides: [top, bottom, left, right] }, { tf, name }) =>
    tf.layers.zeroPadding2d({
      name,
      padding: [
        [top, bottom],
        [left, right],
      ],
    }),
};
