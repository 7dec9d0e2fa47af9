import type { Interval } from "../../layout.ts";
import type { Dimension, Json, Point } from "../types.ts";
import { meanOf } from "./mean.ts";
import { welchInterval } from "./t-test.ts";

/** A setting that has a figure. */
export interface Measured {
  point: Point;
  figure: number;
}

/** What the values of one key make of the figure. */
export interface Effect {
  key: string;
  levels: Level[];
}

/** One value of a list, or a part of a range with as many settings as the others. */
export interface Level {
  /** The value; of a part its least and its greatest one. */
  value: Json | { from: number; to: number };
  /** Settings that have it. */
  settings: number;
  mean: number;
  /** The mean minus that of all other settings; null where there are no others. */
  difference: number | null;
  /** Of the difference, 95 %, by Welch; null where either has fewer than two settings. */
  interval: Interval | null;
}

/** Parts of a range with more values than these. */
const PARTS = 4;

/**
 * The marginal effect of each key: the mean figure of the settings with a value, against the mean of the others, whatever
 * else these have. In a grid, and where points are drawn at random, the other keys are balanced or even out; tpe and
 * halving spend more trials where it is good, and there the differences are smaller than they would be.
 */
export function effects(dimensions: readonly Dimension[], settings: readonly Measured[]): Effect[] {
  return dimensions.map((dimension, index) => {
    const values = settings.map(({ point }) => point[index]!);
    const levels =
      "list" in dimension ? ofList(dimension.list, values) : ofRange(values as number[]);
    return {
      key: dimension.key,
      levels: levels.map(({ value, has }) => {
        const [own, others] = [true, false].map((wanted) =>
          settings.flatMap(({ figure }, at) => (has(values[at]!) === wanted ? [figure] : [])),
        ) as [number[], number[]];
        return {
          value,
          settings: own.length,
          mean: meanOf(own),
          difference: others.length === 0 ? null : meanOf(own) - meanOf(others),
          interval: welchInterval(own, others),
        };
      }),
    };
  });
}

interface Membership {
  value: Level["value"];
  has(value: Json): boolean;
}

function ofList(list: readonly Json[], values: readonly Json[]): Membership[] {
  return list
    .map((value) => ({ value, has: (other: Json) => Bun.deepEquals(value, other, true) }))
    .filter(({ has }) => values.some(has));
}

/** Each value by itself where there are few, and otherwise parts of as many settings each; equal values stay together. */
function ofRange(values: readonly number[]): Membership[] {
  const sorted = values.toSorted((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= PARTS)
    return distinct.map((value) => ({ value, has: (other) => other === value }));
  const starts = Array.from(
    { length: PARTS },
    (_, part) => sorted[Math.ceil((part * sorted.length) / PARTS)]!,
  );
  const parts = [...new Set(starts)];
  return parts.map((from, index) => {
    const next = parts[index + 1] ?? Infinity;
    const to = distinct.findLast((value) => value < next)!;
    return {
      value: { from, to },
      has: (other) => (other as number) >= from && (other as number) <= to,
    };
  });
}
