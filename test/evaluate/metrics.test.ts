import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  accuracy,
  confusionMatrix,
  largest,
  meanLogLoss,
  metrics,
  wilsonInterval,
} from "../../src/evaluate/metrics.ts";
import type { PredictionRecord } from "../../src/run/layout.ts";
import golden from "../golden/metrics.json";

const label = (index: number) => `class ${index}`;

function predictionsOf(actual: number[], probabilities: number[][]): PredictionRecord[] {
  return actual.map((number, index) => ({
    file: `${index}.png`,
    actual: label(number),
    predicted: label(largest(probabilities[index]!)),
    probabilities: probabilities[index]!,
  }));
}

describe("agree with scikit-learn to 1e-9", () => {
  golden.forEach((expected, number) => {
    test(`case ${number}`, () => {
      const classes = Array.from({ length: expected.classes }, (_, index) => label(index));
      const predictions = predictionsOf(expected.actual, expected.probabilities);
      const found = metrics("test", classes, predictions);
      const close = (value: number | null, wanted: number | null) => {
        if (value === null || wanted === null) expect(value).toBe(wanted);
        else expect(Math.abs(value - wanted)).toBeLessThan(1e-9);
      };
      close(found.accuracy, expected.accuracy);
      close(found.loss, expected.logLoss);
      expect(confusionMatrix("test", classes, predictions).counts).toEqual(expected.confusion);
      found.classes.forEach((one, index) => {
        expect(one.support).toBe(expected.support[index]!);
        close(one.precision, expected.precision[index]!);
        close(one.recall, expected.recall[index]!);
        close(one.f1, expected.f1[index]!);
      });
    });
  });
});

test("the rows of the matrix sum to the classes' images, its diagonal to the accuracy", () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  const image = fc.tuple(fc.nat(2), fc.tuple(probability, probability, probability));
  fc.assert(
    fc.property(fc.array(image, { minLength: 1 }), (images) => {
      const actual = images.map(([number]) => number);
      const rows = images.map(([, row]) => row);
      const classes = [0, 1, 2].map(label);
      const { counts } = confusionMatrix("test", classes, predictionsOf(actual, rows));
      counts.forEach((row, index) => {
        expect(row.reduce((sum, count) => sum + count)).toBe(
          actual.filter((number) => number === index).length,
        );
      });
      const diagonal = counts.reduce((sum, row, index) => sum + row[index]!, 0);
      expect(diagonal / images.length).toBe(accuracy(rows, actual));
    }),
  );
});

test("the first of equal probabilities is the prediction", () => {
  expect(largest([0.2, 0.4, 0.4])).toBe(1);
});

test("a probability of 0 for the truth costs as much as 2^-52, not infinity", () => {
  expect(meanLogLoss([[1, 0]], [1])).toBeCloseTo(52 * Math.LN2, 10);
});

test("Wilson's interval: known values, within 0 to 1, around the share", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const known = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [successes, trials, low, high] of known) {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, share) => {
        const successes = Math.round(share * trials);
        const { low, high } = wilsonInterval(successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
      },
    ),
  );
});
