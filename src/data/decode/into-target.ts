import { type Depth, levelOf, toDepth } from "../../pixels.ts";
import { clahe } from "./clahe/clahe.ts";
import { luma, over, toColour, toGrey } from "./colour.ts";
import type { Decoded, Fitted } from "./facts.ts";
import { type Fit, fitOf, padTo, resizeTo } from "./fit.ts";
import { turnedSize } from "./orientation.ts";
import type { Samples } from "./samples.ts";
import type { Target } from "./verdict.ts";

/** Up to so many, as a phone takes them, an image is decoded whole and shrunk in one step, exactly. */
export const EXACT_PIXELS = 16_000_000;

/**
 * A decoded image on its background, upright, in the target's size and colours, and evened out: what the network's bytes
 * are, here and in a page in a browser.
 *
 * @returns its pixels may be those of `image`
 */
export function intoTarget(
  { image: decoded, alpha }: Pick<Decoded, "image" | "alpha">,
  target: Target,
): Fitted {
  const { depth = 8 } = target;
  // What has 8 bits is widened before anything else: it then means the same as a file that holds it in 16.
  const deep = { ...decoded, pixels: toDepth(decoded.pixels, depth) };
  const image =
    alpha && target.background
      ? over(deep, { ...alpha, values: toDepth(alpha.values, depth) }, target.background)
      : deep;
  const mode = target.resize ?? "stretch";
  const fit = fitOf(turnedSize(image), target, mode);
  const resized = resizeColoured(image, fit, target.channels);
  const shown = target.clahe
    ? { ...resized, pixels: clahe(resized.pixels, resized, target.clahe) }
    : resized;
  const pixels = padTo(shown, fit, target, mode === "padEdge" ? "edge" : fillOf(target, depth));
  return { image, shown, pixels };
}

/** Grey before and colour after the change of size: it then has one channel to do. */
function resizeColoured(image: Samples, fit: Fit, channels: Target["channels"]): Samples {
  if (image.channels === channels) return resizeTo(image, fit);
  return image.channels === 3 ? resizeTo(toGrey(image), fit) : toColour(resizeTo(image, fit));
}

function fillOf({ background = [0, 0, 0], channels }: Target, depth: Depth): readonly number[] {
  const colour = channels === 1 ? [luma(...background)] : background;
  return colour.map((level) => level * levelOf(depth));
}
