import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  accuracy,
  brierScores,
  calibrationBins,
  calibrationError,
  logLosses,
  topAccuracy,
  topRanks,
} from "../../src/evaluate/probabilities.ts";

const row = (second: number) => [1 - second, second];

describe("the bins of certainty", () => {
  test("hold what is above their beginning up to and with their end; empty ones are left out", () => {
    expect(calibrationBins([[0.6, 0.4], row(0.9), row(1)], [0, 0, 1])).toEqual([
      { from: 0.5, to: 0.6, images: 1, certainty: 0.6, accuracy: 1 },
      { from: 0.8, to: 0.9, images: 1, certainty: 0.9, accuracy: 0 },
      { from: 0.9, to: 1, images: 1, certainty: 1, accuracy: 1 },
    ]);
    expect(calibrationBins([row(0.9 + 1e-9)], [1])).toMatchObject([{ from: 0.9, to: 1 }]);
    expect(calibrationBins([], [])).toEqual([]);
  });

  test("give the mean certainty and the share that was right", () => {
    const [bin] = calibrationBins([row(0.72), row(0.78), row(0.75), [0.76, 0.24]], [1, 0, 1, 0]);
    expect(bin).toMatchObject({ from: 0.7, to: 0.8, images: 4, accuracy: 0.75 });
    expect(bin!.certainty).toBeCloseTo((0.72 + 0.78 + 0.75 + 0.76) / 4, 12);
  });

  test("have an error: the mean distance of certainty and accuracy, by their images", () => {
    const bin = (images: number, certainty: number, right: number) => ({
      from: 0,
      to: 1,
      images,
      certainty,
      accuracy: right,
    });
    // One is too sure, the other not sure enough: they do not make up for each other.
    expect(calibrationError([bin(3, 0.9, 0.5), bin(1, 0.6, 0.8)])).toBeCloseTo(0.35, 12);
  });
});

test("the rank of the truth: how many classes are more probable, of equals the later", () => {
  const rows = [
    [0.1, 0.3, 0.3, 0.3],
    [0.4, 0.2, 0.2, 0.2],
  ];
  for (const label of [0, 1, 2, 3])
    expect(topRanks(rows, [label, label])).toEqual([[3, 2, 1, 0][label]!, [0, 3, 2, 1][label]!]);
  expect(topAccuracy(rows, [1, 1], 3)).toBe(0.5);
  expect(topAccuracy(rows, [1, 1], 2)).toBe(0);
  expect(topAccuracy(rows, [1, 1], 4)).toBe(1);
});

test("the Brier score is the squared distance from the truth, of two classes half of it", () => {
  expect(brierScores([[0.5, 0.25, 0.25]], [1])).toEqual([0.25 + 0.5625 + 0.0625]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1), (second, label) => {
      const [score] = brierScores([row(second)], [label]);
      expect(score).toBeCloseTo((label - second) ** 2, 12);
    }),
  );
});

test("the loss of a probability of 0 or 1 is that of the nearest that counts", () => {
  expect(logLosses([row(0), row(1)], [1, 1])).toEqual([
    -Math.log(2 ** -52),
    -Math.log(1 - 2 ** -52),
  ]);
});

test("the accuracy is the share of the images whose label is the most probable, of equals the first", () => {
  expect(accuracy([row(0.5), row(0.5), row(0.9), row(0.9)], [0, 1, 1, 1])).toBe(0.75);
});
