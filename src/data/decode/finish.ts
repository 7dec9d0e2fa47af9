import { clahe } from "./clahe.ts";
import { toColour, toGrey } from "./colour.ts";
import type { Target, Usable } from "./decode.ts";
import { factsOf, owned, type Decoded } from "./facts.ts";
import { resize, type Samples } from "./resize.ts";

/** Up to so many, as a phone takes them, an image is decoded whole and shrunk in one step, exactly. */
const EXACT_PIXELS = 16_000_000;
/**
 * Larger ones are first shrunk by libvips to at least this many times the target, in a few rows of memory. Values then
 * differ from those of one step by less than 1 on average, and by a few at edges.
 */
const SPARE = 3;

/** The size to which libvips shrinks an image first, where it is large, and that much larger than the target. */
export function shrinkFirst({ width, height }: { width: number; height: number }, target: Target) {
  if (width * height <= EXACT_PIXELS) return undefined;
  const across = Math.floor(width / target.width / SPARE);
  const down = Math.floor(height / target.height / SPARE);
  if (across <= 1 && down <= 1) return undefined;
  return {
    width: Math.ceil(width / Math.max(across, 1)),
    height: Math.ceil(height / Math.max(down, 1)),
  };
}

/**
 * Stretches a decoded image to the target, and says what there is to know of it.
 * @param decoded its image may be in memory that is used again: nothing of it is kept
 */
export function finish(decoded: Omit<Decoded, "pixels">, target: Target): Usable {
  const { image } = decoded;
  const fitted = fit(image, target);
  const pixels = fitted === image.pixels ? owned(fitted) : fitted;
  return { pixels, ...factsOf({ ...decoded, pixels }, target) };
}

function fit(image: Samples, target: Target): Uint8Array {
  const pixels = stretch(image, target);
  return target.clahe ? clahe(pixels, target, target.clahe) : pixels;
}

/** Grey before and colour after the change of size: it then has one channel to do. */
function stretch(image: Samples, target: Target): Uint8Array {
  if (image.channels === target.channels) return resize(image, target).pixels;
  return image.channels === 3
    ? resize(toGrey(image), target).pixels
    : toColour(resize(image, target)).pixels;
}
