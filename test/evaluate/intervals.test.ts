import { describe, expect, test } from "bun:test";
import { bootstrapIntervals, wilsonInterval } from "../../src/evaluate/intervals.ts";

/** scipy.stats.binomtest(k, n).proportion_ci(method="wilson") */
const wilson = [
  [8, 10, 0.490162471536642, 0.9433178485456247],
  [0, 20, 0, 0.16112515805281935],
  [20, 20, 0.8388748419471808, 1],
  [83, 100, 0.7445199523239887, 0.8910643388594006],
] as const;

describe("Wilson's interval", () => {
  test.each(wilson)("of %d in %d", (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });
});

describe("the bootstrap", () => {
  const each = (count: number) => Uint32Array.from({ length: count }, (_, index) => index);
  const sumOf = (weights: Uint32Array) => weights.reduce((sum, weight) => sum + weight, 0);

  test("draws as many units as there are, each as likely as any other", () => {
    const total = new Float64Array(10);
    const { size } = bootstrapIntervals(
      { units: each(10), resamples: 4000, seed: 1 },
      (weights) => {
        for (const [index, weight] of weights.entries()) total[index]! += weight;
        return { size: sumOf(weights) };
      },
    );
    expect(size).toEqual({ low: 10, high: 10 });
    // 4000 draws on average, with a standard deviation of 60.
    for (const drawn of total) expect(Math.abs(drawn - 4000)).toBeLessThan(300);
  });

  test("takes the images of a unit together", () => {
    const units = Uint32Array.of(0, 0, 1, 1, 1, 2);
    bootstrapIntervals({ units, resamples: 200, seed: 3 }, (weights) => {
      const [a, b, c] = [weights.slice(0, 2), weights.slice(2, 5), weights.slice(5)];
      for (const unit of [a, b, c]) expect(new Set(unit).size).toBe(1);
      expect(a[0]! + b[0]! + c[0]!).toBe(3);
      return {};
    });
  });

  test("gives about the interval of the normal distribution for a mean of many", () => {
    const values = Array.from({ length: 400 }, (_, index) => Number(index % 4 === 0));
    const { mean } = bootstrapIntervals(
      { units: each(400), resamples: 4000, seed: 5 },
      (weights) => ({
        mean: values.reduce((sum, value, at) => sum + value * weights[at]!, 0) / 400,
      }),
    );
    const half = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(mean!.low).toBeCloseTo(0.25 - half, 2);
    expect(mean!.high).toBeCloseTo(0.25 + half, 2);
  });

  test("takes the ends of the middle 95 %, between the two nearest values", () => {
    let value = 0;
    const { figure } = bootstrapIntervals({ units: each(2), resamples: 100, seed: 1 }, () => ({
      figure: (value += 7) % 100,
    }));
    // Of 0 to 99 in some order, as numpy's percentile.
    expect(figure!.low).toBeCloseTo(2.475, 10);
    expect(figure!.high).toBeCloseTo(96.525, 10);
    // Of two values the upper end lies between them.
    let last = 0;
    const pair = bootstrapIntervals({ units: each(2), resamples: 2, seed: 1 }, () => ({
      figure: last++,
    }));
    expect(pair.figure!.low).toBeCloseTo(0.025, 10);
    expect(pair.figure!.high).toBeCloseTo(0.975, 10);
  });

  test("leaves out resamples in which a figure is undefined, and has none where it always is", () => {
    let resample = 0;
    const intervals = bootstrapIntervals({ units: each(3), resamples: 100, seed: 1 }, () => ({
      sometimes: resample++ % 2 === 0 ? null : 7,
      never: null,
    }));
    expect(intervals).toEqual({ sometimes: { low: 7, high: 7 }, never: null });
  });

  test("follows the seed, and tells how far it is", () => {
    const told: [number, number][] = [];
    const first = (seed: number, onResampled?: (done: number, total: number) => void) =>
      bootstrapIntervals({ units: each(30), resamples: 5, seed, onResampled }, (weights) => ({
        first: weights[0]! + weights[1]! / 7,
      }));
    const once = first(1, (done, total) => told.push([done, total]));
    expect(first(1)).toEqual(once);
    expect(first(2)).not.toEqual(once);
    expect(told).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
  });
});
