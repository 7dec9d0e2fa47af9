import type { Interval } from "../../layout.ts";
import { studentQuantile } from "./student.ts";

/** Of values that were made in the same way, such as a figure with several seeds. */
export interface MeanFigures {
  count: number;
  mean: number;
  /** Standard deviation with count − 1 in its denominator; null of a single value. */
  deviation: number | null;
  /** Of the mean, 95 %, by Student's t; null of a single value. */
  interval: Interval | null;
}

/** null of no value. @param values finite numbers */
export function meanFigures(values: readonly number[]): MeanFigures | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = meanOf(values);
  if (count === 1) return { count, mean, deviation: null, interval: null };
  const deviation = Math.sqrt(varianceOf(values));
  const half = studentQuantile(0.975, count - 1) * (deviation / Math.sqrt(count));
  return { count, mean, deviation, interval: { low: mean - half, high: mean + half } };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With count − 1 in its denominator: NaN of a single value. */
export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
