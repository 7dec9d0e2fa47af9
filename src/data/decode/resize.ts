import { transposed, turnOf } from "./orientation.ts";
import type { Samples, Size, Window } from "./samples.ts";
import { resamplePlainly } from "./resample/plain.ts";
import { VectorResizer } from "./resample/vectors.ts";
import { triangle } from "./resample/weights.ts";

/** One for all calls: from one to the next it keeps its memory and weights, on which no result depends. */
const vectors = VectorResizer.open();

/**
 * Stretches an image to another size and makes it upright: bilinear, with the triangle as wide as the step where it
 * shrinks, so that every pixel counts. The whole-number arithmetic of Pillow's `resize(size, BILINEAR)`, which Keras uses,
 * width before height (Pillow 13 takes some sizes the other way round: values then differ by 1 at most). The same bits on
 * every machine; libvips, for one, moves an enlarged image by half a pixel.
 *
 * The bits are those that the upright image would have given, without the time to turn it: its axes are taken in its
 * order, wherever they lie.
 *
 * @param size of the upright image, as is `window`
 * @param window what of the new image is wanted: all of it by default
 */
export function resize(
  image: Samples,
  size: Size,
  window: Window = { left: 0, top: 0, ...size },
): Samples {
  const isWhole = window.width === size.width && window.height === size.height;
  const isUpright = (image.orientation ?? 1) === 1;
  if (isWhole && isUpright && image.width === size.width && image.height === size.height)
    return image;
  return vectors ? vectors.resize(image, size, window) : resizePlainly(image, size, window);
}

/** As `resize`, in plain steps: for processors without vector instructions, and for tests. */
export function resizePlainly(image: Samples, size: Size, window: Window): Samples {
  const { width, height, channels, pixels } = image;
  const { isTransposed, mirrorsAcross, mirrorsDown } = turnOf(image);
  const across = triangle(isTransposed ? height : width, size.width, {
    first: window.left,
    count: window.width,
    isMirrored: mirrorsAcross,
  });
  const down = triangle(isTransposed ? width : height, size.height, {
    first: window.top,
    count: window.height,
    isMirrored: mirrorsDown,
  });
  if (isTransposed) {
    const wide = resamplePlainly(pixels, [1, height, width * channels], across);
    const lying = resamplePlainly(wide, [window.width, width, channels], down);
    return transposed({ width: window.height, height: window.width, channels, pixels: lying });
  }
  const wide = resamplePlainly(pixels, [height, width, channels], across);
  const upright = resamplePlainly(wide, [1, height, window.width * channels], down);
  return { width: window.width, height: window.height, channels, pixels: upright };
}
