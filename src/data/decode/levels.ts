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
  const white = whiteOf(depth);
  const isWide = full.bits > 8;
  let lowest = Infinity;
  let highest = -Infinity;
  if (isWide)
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  const isFull = !isWide || range === "full";
  const possible = full.high - full.low + 1;
  const used = isWide && lowest <= highest ? { low: lowest, high: highest, possible } : null;
  if (isFull && possible > white + 1) {
    const step = possible / (white + 1);
    return { levels: mapped(values, (value) => (value - full.low) / step, depth), used };
  }
  const [low, high] = isFull
    ? [full.low, full.high]
    : range === "used"
      ? [lowest, highest]
      : (range as [number, number]);
  if (low === 0 && high === white && depth === 16 && values instanceof Uint16Array)
    return { levels: values.slice(), used };
  const span = high - low || 1;
  // What is not a number is as dark as can be.
  const level = (value: number) =>
    Math.round(Math.min(white, Math.max(0, ((value - low) * white) / span || 0)));
  return { levels: mapped(values, level, depth), used };
}

/** Each value through a table of all that there may be, where these are few. */
export function mapped(
  values: ArrayLike<number>,
  levelOf: (value: number) => number,
  depth: Depth,
): Pixels {
  const levels = blackPixels(depth, values.length);
  const range = wholeRange(values);
  if (!range || values.length < range.count) {
    for (let at = 0; at < values.length; at++) levels[at] = levelOf(values[at]!);
    return levels;
  }
  const { least, count } = range;
  const table = blackPixels(depth, count);
  for (let at = 0; at < count; at++) table[at] = levelOf(at + least);
  for (let at = 0; at < values.length; at++) levels[at] = table[values[at]! - least]!;
  return levels;
}

/** @returns null of more than 16 bits, and of what is no whole number */
function wholeRange(values: ArrayLike<number>): { least: number; count: number } | null {
  if (values instanceof Uint8Array) return { least: 0, count: 2 ** 8 };
  if (values instanceof Int8Array) return { least: -(2 ** 7), count: 2 ** 8 };
  if (values instanceof Uint16Array) return { least: 0, count: 2 ** 16 };
  if (values instanceof Int16Array) return { least: -(2 ** 15), count: 2 ** 16 };
  return null;
}
