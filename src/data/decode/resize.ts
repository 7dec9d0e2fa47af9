import type { Samples, Size, Window } from "./samples.ts";
import { resamplePlainly } from "./resample/plain.ts";
import { VectorResizer } from "./resample/vectors.ts";
import { triangle } from "./resample/weights.ts";

/** One for all calls: from one to the next it keeps its memory and weights, on which no result depends. */
const vectors = VectorResizer.open();

/**
 * Stretches an image to another size: bilinear, with the triangle as wide as the step where it shrinks, so that every
 * pixel counts. The whole-number arithmetic of Pillow's `resize(size, BILINEAR)`, which Keras uses, width before height
 * (Pillow 13 takes some sizes the other way round: values then differ by 1 at most). The same bits on every machine;
 * libvips, for one, moves an enlarged image by half a pixel.
 *
 * @param window what of the new image is wanted: all of it by default
 */
export function resize(
  image: Samples,
  { height, width }: Size,
  window: Window = { left: 0, top: 0, width, height },
): Samples {
  const isWhole = window.width === width && window.height === height;
  if (isWhole && image.width === width && image.height === height) return image;
  if (vectors) return vectors.resize(image, { height, width }, window);
  const { channels } = image;
  const wide = resamplePlainly(
    image.pixels,
    [image.height, image.width, channels],
    triangle(image.width, width, { first: window.left, count: window.width }),
  );
  const pixels = resamplePlainly(
    wide,
    [1, image.height, window.width * channels],
    triangle(image.height, height, { first: window.top, count: window.height }),
  );
  return { width: window.width, height: window.height, channels, pixels };
}
