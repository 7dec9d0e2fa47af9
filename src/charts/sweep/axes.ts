import { maximum, minimum } from "../../arrays.ts";
import { scaleOf } from "../../sweep/search/space.ts";
import type { Dimension, Json } from "../../sweep/types.ts";
import { shorten } from "../../text.ts";
import { valueText } from "./drawn-sweep.ts";

/** An upright axis, on which values have a place from 0, below, to 1. */
export interface ValueAxis {
  placeOf(value: Json): number;
  ticks: { place: number; text: string }[];
}

/** Values of a list that are all named. */
const MOST_NAMED = 12;

export function axisOf(dimension: Dimension): ValueAxis {
  if ("list" in dimension) return listAxis(dimension.list);
  const { isLog, isInteger } = scaleOf(dimension)!;
  const ends =
    "uniform" in dimension
      ? dimension.uniform
      : "integer" in dimension
        ? dimension.integer
        : dimension.log;
  return isLog ? logAxis(ends) : linearAxis(ends, isInteger ? 1 : 0);
}

/**
 * Vega's scale of figures, which need not begin at 0. Figures that hardly differ have one that is wider than they are: the
 * labels of their own would be all digits.
 */
export function figureScale(values: readonly number[]): { zero: false; domain?: [number, number] } {
  if (values.length === 0) return { zero: false };
  const [least, greatest] = [minimum(values), maximum(values)];
  const size = Math.max(Math.abs(least), Math.abs(greatest)) || 1;
  if (greatest - least > 0.001 * size) return { zero: false };
  return { zero: false, domain: [least - 0.01 * size, greatest + 0.01 * size] };
}

/** Of figures: from the least to the greatest. */
export function figureAxis(values: readonly number[]): ValueAxis {
  return linearAxis([minimum(values), maximum(values)], 0);
}

function listAxis(list: readonly Json[]): ValueAxis {
  const placeOf = (index: number) => (index + 0.5) / list.length;
  const every = Math.ceil(list.length / MOST_NAMED);
  return {
    placeOf: (value) => placeOf(list.findIndex((one) => Bun.deepEquals(one, value, true))),
    ticks: list.flatMap((value, index) =>
      index % every === 0
        ? [{ place: placeOf(index), text: shorten(valueText(value, 4), 14) }]
        : [],
    ),
  };
}

type Ends = readonly [number, number];

function linearAxis([low, high]: Ends, leastStep: number): ValueAxis {
  if (high === low) return singleAxis(low);
  const rough = Math.max((high - low) / 5, leastStep);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999)!;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  const placeOf = (value: number) => (value - low) / (high - low);
  return {
    placeOf: (value) => placeOf(value as number),
    ticks: Array.from({ length: count }, (_, index) => {
      const value = Number(((first + index) * step).toPrecision(12));
      return { place: placeOf(value), text: valueText(value, 6) };
    }),
  };
}

/** Powers of ten; where these are too few of two, if all are at least 1, or 1, 2 and 5 times them; otherwise the ends. */
function logAxis([low, high]: Ends): ValueAxis {
  if (high === low) return singleAxis(low);
  const placeOf = (value: number) => Math.log(value / low) / Math.log(high / low);
  const tens = powers(10, low, high);
  const finer = powers(10, low / 10, high).flatMap((power) =>
    [1, 2, 5]
      .map((times) => Number((times * power).toPrecision(12)))
      .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)),
  );
  const values = [tens, low >= 1 ? powers(2, low, high) : [], finer].find(
    ({ length }) => length >= 3,
  ) ?? [low, high];
  const every = Math.ceil(values.length / 8);
  return {
    placeOf: (value) => placeOf(value as number),
    ticks: values
      .filter((_, index) => index % every === 0)
      .map((value) => ({ place: placeOf(value), text: valueText(value, 4) })),
  };
}

/** Those from low to high. */
function powers(base: number, low: number, high: number): number[] {
  const exponent = (value: number) => Math.log(value) / Math.log(base);
  const first = Math.ceil(exponent(low) - 1e-9);
  const count = Math.floor(exponent(high) + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number((base ** (first + index)).toPrecision(12)),
  );
}

/** Of one value alone. */
function singleAxis(value: number): ValueAxis {
  return { placeOf: () => 0.5, ticks: [{ place: 0.5, text: valueText(value, 4) }] };
}
