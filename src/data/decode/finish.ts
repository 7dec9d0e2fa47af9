import type { Target, Usable } from "./verdict.ts";
import { factsOf, owned, type Decoded } from "./facts.ts";
import { fitOf } from "./fit.ts";
import { EXACT_PIXELS, intoTarget } from "./into-target.ts";
import { turnedSize } from "./orientation.ts";
import type { Lying, Size } from "./samples.ts";

/**
 * Larger ones are first shrunk by libvips to at least this many times the target, in a few rows of memory. Values then
 * differ from those of one step by less than 1 on average, and by a few at edges.
 */
const SPARE = 3;

/** The size to which libvips shrinks an image first, as it lies, where it is large, and that much larger than the target. */
export function shrinkFirst(image: Lying, target: Target): Size | undefined {
  const { width, height } = image;
  if (width * height <= EXACT_PIXELS) return undefined;
  const fit = fitOf(turnedSize(image), target, target.resize ?? "stretch");
  const whole = turnedSize({ ...image, ...fit.whole });
  const across = Math.floor(width / whole.width / SPARE);
  const down = Math.floor(height / whole.height / SPARE);
  if (across <= 1 && down <= 1) return undefined;
  return {
    width: Math.ceil(width / Math.max(across, 1)),
    height: Math.ceil(height / Math.max(down, 1)),
  };
}

/**
 * Brings a decoded image into the target, and says what there is to know of it.
 * @param decoded its image may be in memory that is used again: nothing of it is kept
 */
export function finish(decoded: Decoded, target: Target): Usable {
  const fitted = intoTarget(decoded, target);
  const pixels = fitted.pixels === fitted.image.pixels ? owned(fitted.pixels) : fitted.pixels;
  return { pixels, ...factsOf(decoded, { ...fitted, pixels }) };
}
