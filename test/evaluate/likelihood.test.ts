import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  likelihoodIntervals,
  likelihoodRatios,
  predictiveIntervals,
  predictiveValues,
} from "../../src/evaluate/likelihood.ts";
import golden from "../golden/decision.json";

const close = (ours: number | null, theirs: number) =>
  expect(Math.abs(ours! - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));

describe.each(golden.tables)(
  "$truePositives of $positives, $falsePositives of $negatives",
  (table) => {
    const { likelihood, predictive, ...sides } = table;

    test("likelihood ratios are scipy's relative risks", () => {
      const [ratios, intervals] = [likelihoodRatios(sides), likelihoodIntervals(sides)];
      for (const name of ["positive", "negative"] as const) {
        const [value, low, high] = likelihood[name];
        close(ratios[name], value!);
        close(intervals[name]!.low, low!);
        close(intervals[name]!.high, high!);
      }
    });

    test("predictive values at other prevalences", () => {
      for (const { prevalence, ...known } of predictive) {
        const values = predictiveValues(sides, prevalence);
        const intervals = predictiveIntervals(sides, prevalence);
        for (const name of ["positive", "negative"] as const) {
          const [value, low, high] = known[name];
          close(values[name], value!);
          close(intervals[name]!.low, low!);
          close(intervals[name]!.high, high!);
        }
      }
    });
  },
);

test("at their own prevalence they are the shares of the images", () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer({ min: 51, max: 99 }), (tp, fp, of) => {
      const sides = { truePositives: tp, falsePositives: fp, positives: of, negatives: of };
      const { positive, negative } = predictiveValues(sides, 0.5);
      if (tp + fp === 0) expect(positive).toBeNull();
      else expect(positive).toBeCloseTo(tp / (tp + fp), 12);
      expect(negative).toBeCloseTo((of - fp) / (2 * of - tp - fp), 12);
    }),
  );
});

test("a count of 0 leaves undefined what it has to", () => {
  const none = { truePositives: 0, falsePositives: 0, positives: 0, negatives: 9 };
  expect(likelihoodRatios(none)).toEqual({ positive: null, negative: null });
  expect(likelihoodIntervals(none)).toEqual({ positive: null, negative: null });
  expect(predictiveValues(none, 0.1)).toEqual({ positive: null, negative: null });
  expect(predictiveIntervals(none, 0.1)).toEqual({ positive: null, negative: null });
  const perfect = { truePositives: 5, falsePositives: 0, positives: 5, negatives: 9 };
  expect(likelihoodRatios(perfect)).toEqual({ positive: null, negative: 0 });
  expect(predictiveValues(perfect, 0.1)).toEqual({ positive: 1, negative: 1 });
  expect(predictiveIntervals(perfect, 0.1)).toEqual({ positive: null, negative: null });
});
