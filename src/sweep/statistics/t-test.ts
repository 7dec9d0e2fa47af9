import type { Interval } from "../../layout.ts";
import { meanOf, varianceOf } from "./mean.ts";
import { studentQuantile, studentTails } from "./student.ts";

/** Two ways compared, from differences that belong together. */
export interface TTest {
  /** Mean difference. */
  mean: number;
  /** Of it, 95 %. */
  interval: Interval;
  t: number;
  freedom: number;
  /** Two-sided. */
  p: number;
}

/**
 * The corrected resampled t-test (Nadeau and Bengio, 2003, "Inference for the Generalization Error", Machine Learning
 * 52) of differences over the folds of a cross-validation, repeated or not: the training sets overlap, so that the
 * variance of the mean of J differences is (1/J + n_test/n_train) times theirs, and not 1/J times; J − 1 degrees of
 * freedom. It is about networks trained on other images from where these are from.
 *
 * @param differences one for each fold of each repetition: of the same images, the same split
 * @param testShare images (or groups) that are judged by those that are trained on: 1/(k − 1) of k equal folds
 * @returns null of fewer than two differences
 */
export function correctedTTest(differences: readonly number[], testShare: number): TTest | null {
  const count = differences.length;
  if (count < 2) return null;
  const mean = meanOf(differences);
  const error = Math.sqrt((1 / count + testShare) * varianceOf(differences));
  const freedom = count - 1;
  // Of differences that are all the same number, 0 among them.
  const t = mean === 0 ? 0 : mean / error;
  const half = studentQuantile(0.975, freedom) * error;
  return {
    mean,
    interval: { low: mean - half, high: mean + half },
    t,
    freedom,
    p: studentTails(t, freedom),
  };
}

/**
 * Student's paired t-test of differences over seeds, each trained and judged on the same images both ways. It tells what
 * comes of the seeds alone: other images may differ by more.
 *
 * @returns null of fewer than two differences
 */
export function pairedTTest(differences: readonly number[]): TTest | null {
  return correctedTTest(differences, 0);
}

/**
 * Welch's interval, 95 %, of the mean of one sample minus that of another, whose variances may differ.
 *
 * @returns null where one of them has fewer than two values, or neither has any spread
 */
export function welchInterval(one: readonly number[], other: readonly number[]): Interval | null {
  if (one.length < 2 || other.length < 2) return null;
  const errors = [one, other].map((values) => varianceOf(values) / values.length);
  const error = errors[0]! + errors[1]!;
  if (error === 0) return null;
  const freedom =
    error ** 2 / (errors[0]! ** 2 / (one.length - 1) + errors[1]! ** 2 / (other.length - 1));
  const difference = meanOf(one) - meanOf(other);
  const half = studentQuantile(0.975, freedom) * Math.sqrt(error);
  return { low: difference - half, high: difference + half };
}
