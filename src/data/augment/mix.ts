import type { Pixels } from "../../pixels.ts";
import type { Draws } from "./draws.ts";
import type { Rectangle } from "./noise.ts";
import type { AugmentSettings } from "./ranges.ts";
import type { Shape } from "./shape.ts";

/** What of another image comes into one. */
export interface Mix {
  /** Position of the other image in the training split. */
  partner: number;
  /** Share of the image itself, 0 to 1: what its own label counts. */
  weight: number;
  /** Where the other image shows; null: everywhere, as much as it counts. */
  window: Rectangle | null;
}

/**
 * The other image is any of the training split, not one of the batch, so that the draw is the same in batches of any
 * size.
 */
export function drawMix(
  draws: Draws,
  { mixup, cutmix }: Pick<AugmentSettings, "mixup" | "cutmix">,
  images: number,
  shape: Shape,
): Mix {
  const partner = draws.below(images);
  const isCut = cutmix > 0 && (mixup === 0 || draws.isBelow(0.5));
  const share = draws.beta(isCut ? cutmix : mixup);
  return isCut ? cut(draws, partner, share, shape) : { partner, weight: share, window: null };
}

/** A window of the image's own proportions, about a place anywhere in it, as far as it is inside. */
function cut(draws: Draws, partner: number, share: number, [height, width]: Shape): Mix {
  const side = Math.sqrt(1 - share);
  const [middleY, middleX] = [draws.uniform(0, height), draws.uniform(0, width)];
  const top = Math.max(0, Math.round(middleY - (side * height) / 2));
  const left = Math.max(0, Math.round(middleX - (side * width) / 2));
  const window = {
    top,
    left,
    height: Math.min(height, Math.round(middleY + (side * height) / 2)) - top,
    width: Math.min(width, Math.round(middleX + (side * width) / 2)) - left,
  };
  return { partner, weight: 1 - (window.height * window.width) / (height * width), window };
}

/** Lets `other` into `image`. */
export function mixIn(
  image: Pixels,
  other: Pixels,
  [, width, channels]: Shape,
  { weight, window }: Mix,
): void {
  if (window) {
    for (let y = window.top; y < window.top + window.height; y++) {
      const from = (y * width + window.left) * channels;
      image.set(other.subarray(from, from + window.width * channels), from);
    }
    return;
  }
  const share = Math.round(weight * 65536);
  const rest = 65536 - share;
  // Sums of 16 bits stay below 2^32, which they may pass as whole numbers with a sign.
  for (let at = 0; at < image.length; at++) {
    image[at] = (Math.imul(image[at]!, share) + Math.imul(other[at]!, rest) + 32768) >>> 16;
  }
}
