import type { Interval } from "../layout.ts";
import { Z } from "./normal.ts";
import type { Sides } from "./ranking.ts";
import { ratio } from "./scores.ts";

/** What an answer of yes, or of no, does to the odds of the class. */
export interface LikelihoodRatios {
  /** Sensitivity / (1 - specificity); null where nothing else is taken for the class. */
  positive: number | null;
  /** (1 - sensitivity) / specificity. */
  negative: number | null;
}

export function likelihoodRatios(sides: Sides): LikelihoodRatios {
  const { truePositives, falsePositives, positives, negatives } = sides;
  const quotient = (a: number | null, b: number | null) =>
    a === null || b === null ? null : ratio(a, b);
  return {
    positive: quotient(ratio(truePositives, positives), ratio(falsePositives, negatives)),
    negative: quotient(
      ratio(positives - truePositives, positives),
      ratio(negatives - falsePositives, negatives),
    ),
  };
}

type Intervals<Name extends string> = Record<Name, Interval | null>;

/**
 * 95 %, by their logarithms (Simel, Samsa and Matchar, 1991), for independent images. null where a count is 0, or where all or
 * none are taken for the class, which leaves the method without a width.
 */
export function likelihoodIntervals(sides: Sides): Intervals<keyof LikelihoodRatios> {
  const { truePositives, falsePositives, positives, negatives } = sides;
  const ratios = likelihoodRatios(sides);
  const interval = (value: number | null, ofClass: number, ofOthers: number): Interval | null => {
    if (value === null || ofClass === 0 || ofOthers === 0) return null;
    const half = Z * Math.sqrt(1 / ofClass - 1 / positives + 1 / ofOthers - 1 / negatives);
    return half === 0 ? null : { low: value * Math.exp(-half), high: value * Math.exp(half) };
  };
  return {
    positive: interval(ratios.positive, truePositives, falsePositives),
    negative: interval(ratios.negative, positives - truePositives, negatives - falsePositives),
  };
}

/** How often an answer is right where the class is as frequent as somewhere else. */
export interface PredictiveValues {
  positive: number | null;
  negative: number | null;
}

/** @param prevalence of the class, above 0 and below 1 */
export function predictiveValues(sides: Sides, prevalence: number): PredictiveValues {
  const { truePositives, falsePositives, positives, negatives } = sides;
  const [sensitivity, others] = [ratio(truePositives, positives), ratio(falsePositives, negatives)];
  if (sensitivity === null || others === null) return { positive: null, negative: null };
  const share = (right: number, wrong: number) => ratio(right, right + wrong);
  return {
    positive: share(sensitivity * prevalence, others * (1 - prevalence)),
    negative: share((1 - others) * (1 - prevalence), (1 - sensitivity) * prevalence),
  };
}

/**
 * 95 %, by their logits (Mercaldo, Lau and Zhou, Statistics in Medicine 2007), for independent images and a prevalence that
 * is known. null where a count is 0.
 */
export function predictiveIntervals(
  sides: Sides,
  prevalence: number,
): Intervals<keyof PredictiveValues> {
  const { truePositives, falsePositives, positives, negatives } = sides;
  const [missed, refused] = [positives - truePositives, negatives - falsePositives];
  const values = predictiveValues(sides, prevalence);
  const interval = (value: number | null, variance: number): Interval | null => {
    if (value === null || !Number.isFinite(variance) || value === 0 || value === 1) return null;
    const [centre, half] = [Math.log(value / (1 - value)), Z * Math.sqrt(variance)];
    return { low: logistic(centre - half), high: logistic(centre + half) };
  };
  // (1 - share) / (share × n), in counts.
  const odds = (part: number, rest: number, of: number) => rest / (part * of);
  return {
    positive: interval(
      values.positive,
      odds(truePositives, missed, positives) + odds(falsePositives, refused, negatives),
    ),
    negative: interval(
      values.negative,
      odds(missed, truePositives, positives) + odds(refused, falsePositives, negatives),
    ),
  };
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
