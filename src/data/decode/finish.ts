import { clahe } from "./clahe.ts";
import { luma, over, toColour, toGrey } from "./colour.ts";
import type { Target, Usable } from "./verdict.ts";
import { factsOf, owned, type Decoded } from "./facts.ts";
import { type Fit, fitOf, padTo, resizeTo } from "./fit.ts";
import { turnedSize } from "./orientation.ts";
import type { Lying, Samples, Size } from "./samples.ts";

/** Up to so many, as a phone takes them, an image is decoded whole and shrunk in one step, exactly. */
export const EXACT_PIXELS = 16_000_000;
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
  const { alpha } = decoded;
  const image =
    alpha && target.background ? over(decoded.image, alpha, target.background) : decoded.image;
  const mode = target.resize ?? "stretch";
  const fit = fitOf(turnedSize(image), target, mode);
  const resized = resizeColoured(image, fit, target.channels);
  const shown = target.clahe
    ? { ...resized, pixels: clahe(resized.pixels, resized, target.clahe) }
    : resized;
  const padded = padTo(shown, fit, target, mode === "padEdge" ? "edge" : fillOf(target));
  const pixels = padded === image.pixels ? owned(padded) : padded;
  return { pixels, ...factsOf(decoded, { image, shown, pixels }) };
}

/** Grey before and colour after the change of size: it then has one channel to do. */
function resizeColoured(image: Samples, fit: Fit, channels: Target["channels"]): Samples {
  if (image.channels === channels) return resizeTo(image, fit);
  return image.channels === 3 ? resizeTo(toGrey(image), fit) : toColour(resizeTo(image, fit));
}

function fillOf({ background = [0, 0, 0], channels }: Target): readonly number[] {
  return channels === 1 ? [luma(...background)] : background;
}
