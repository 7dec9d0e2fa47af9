import { blackPixels, type Depth, type Pixels, whiteOf } from "../../pixels.ts";

/** Which stored values become black and white: all that there may be, those of the image itself, or two that are given. */
export type LevelRange = "full" | "used" | readonly [low: number, high: number];

export interface Levels {
  /** Null of images of 8 bits and fewer, and of those whose values know no limits. */
  used: UsedRange | null;
}

/** What the values of an image make of the range that they have. */
export interface UsedRange {
  /** The lowest and the highest of the image, as stored. */
  low: number;
  high: number;
  /** How many different values there may be. */
  possible: number;
}

/**
 * Values as levels of 8 bits or of 16.
 *
 * @param full what the values may be: of 8 bits and fewer, they always are. Of more values than there are levels the highest
 *   bits are kept
 */
export function toLevels(
  values: ArrayLike<number>,
  range: LevelRange,
  full: { low: number; high: number; bits: number },
  depth: Depth = 8,
): { levels: Pixels; used: Levels["used"] } {
  const levels = blackPixels(depth, values.length);
  const white = whiteOf(depth);
  const isWide = full.bits > 8;
  let [lowest, highest] = [Infinity, -Infinity];
  if (isWide)
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  const isFull = !isWide || range === "full";
  const possible = full.high - full.low + 1;
  if (isFull && possible > white + 1) {
    const step = possible / (white + 1);
    for (let at = 0; at < values.length; at++) levels[at] = (values[at]! - full.low) / step;
  } else {
    const [low, high] = isFull
      ? [full.low, full.high]
      : range === "used"
        ? [lowest, highest]
        : (range as [number, number]);
    const span = high - low || 1;
    for (let at = 0; at < values.length; at++)
      // What is not a number is as dark as can be.
      levels[at] = Math.round(
        Math.min(white, Math.max(0, ((values[at]! - low) * white) / span || 0)),
      );
  }
  return {
    levels,
    used: isWide && lowest <= highest ? { low: lowest, high: highest, possible } : null,
  };
}
