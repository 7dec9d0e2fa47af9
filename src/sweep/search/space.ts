import type { Dimension, Json } from "../types.ts";

/** A range on the scale on which it is searched: of whole numbers with half a step more on either side. */
export interface Scale {
  low: number;
  high: number;
  isLog: boolean;
  isInteger: boolean;
}

/** null of a list. */
export function scaleOf(dimension: Dimension): Scale | null {
  if ("list" in dimension) return null;
  if ("uniform" in dimension) {
    const [low, high] = dimension.uniform;
    return { low, high, isLog: false, isInteger: false };
  }
  if ("integer" in dimension) {
    const [low, high] = dimension.integer;
    const ends = [low - 0.5, high + 0.5] as const;
    const [least, most] = dimension.log ? ([Math.log(ends[0]), Math.log(ends[1])] as const) : ends;
    return { low: least, high: most, isLog: dimension.log, isInteger: true };
  }
  const [low, high] = dimension.log;
  return { low: Math.log(low), high: Math.log(high), isLog: true, isInteger: false };
}

/** Whether there is more than one value to choose from. */
export function isFree(dimension: Dimension): boolean {
  if ("list" in dimension) return dimension.list.length > 1;
  const [low, high] = endsOf(dimension);
  return high > low;
}

function endsOf(
  dimension: Exclude<Dimension, { list: readonly Json[] }>,
): readonly [number, number] {
  if ("uniform" in dimension) return dimension.uniform;
  return "integer" in dimension ? dimension.integer : dimension.log;
}

/** The value at a share of the dimension. @param share 0 to 1, without 1 */
export function valueAt(dimension: Dimension, share: number): Json {
  if ("list" in dimension) return dimension.list[Math.floor(share * dimension.list.length)]!;
  const { low, high } = scaleOf(dimension)!;
  return valueOnScale(dimension, low + share * (high - low));
}

/** Digits of a real number that is proposed: as many as people read, and far finer than any search. */
const DIGITS = 6;

/**
 * A number on the dimension's scale as a value of it, within its ends. A real number has six significant digits, or more
 * where its range is so narrow that these would be no millionth of it.
 */
export function valueOnScale(dimension: Dimension, place: number): number {
  if ("list" in dimension) throw new TypeError("A list has no scale.");
  const [low, high] = endsOf(dimension);
  const { isLog, isInteger } = scaleOf(dimension)!;
  const exact = isLog ? Math.exp(place) : place;
  const rounded = isInteger ? Math.round(exact) : round(exact, high - low);
  return Math.min(high, Math.max(low, rounded));
}

function round(value: number, range: number): number {
  if (value === 0 || range === 0) return value;
  const power = (size: number) => Math.floor(Math.log10(Math.abs(size)));
  const decimals = DIGITS - Math.min(power(value) + 1, power(range));
  return Number(value.toFixed(Math.min(100, Math.max(0, decimals))));
}
