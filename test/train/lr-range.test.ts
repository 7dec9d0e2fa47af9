import { describe, expect, test } from "bun:test";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { stream } from "../../src/random.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import {
  LEAST_UPDATES,
  rangeOf,
  rangeSchedule,
  type RangeTest,
  Trials,
} from "../../src/train/lr-range.ts";
import { fall, sixPowers, testOf } from "../fixtures/tested-rates.ts";

function optimizerOf(optimizer: NonNullable<Experiment["train"]>["optimizer"] & {}) {
  return resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten"] },
    train: { optimizer },
  }).train.optimizer;
}

/** Normal with a deviation of 1, by Box and Muller. */
function normal(seed: number): () => number {
  const random = stream(seed, "noise");
  return () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) *
    Math.cos(2 * Math.PI * uniformFloat64(random));
}

function rateOf({ suggestion }: RangeTest) {
  if (suggestion.kind !== "rate") throw new Error(`no rate: ${suggestion.kind}`);
  return suggestion;
}

describe("the range", () => {
  const usual = 1e-6;
  test.each([
    ["adam", usual, 1],
    ["adamW", usual, 1],
    ["rmsprop", usual, 1],
    ["lion", 1e-7, 0.1],
    ["sgd", 1e-5, 10],
    ["adagrad", 1e-5, 10],
    ["adadelta", 1e-4, 100],
  ] as const)("of %s is six powers of ten around its usual rate", (name, least, most) => {
    const optimizer = optimizerOf(name);
    expect(rangeOf(optimizer)).toEqual({ least, most, updates: 400 });
    const { learningRate } = Object.values(optimizer)[0]!;
    expect(learningRate).toBeGreaterThan(9 * least);
    expect(learningRate).toBeLessThan(most / 9);
  });

  test("is what the user chose, where anything was chosen", () => {
    const optimizer = optimizerOf("adam");
    expect(rangeOf(optimizer, { most: 10 })).toEqual({ least: 1e-6, most: 10, updates: 400 });
    expect(rangeOf(optimizer, { least: 1e-4, updates: 50 })).toEqual({
      least: 1e-4,
      most: 1,
      updates: 50,
    });
  });

  test("begins and ends with its bounds, and grows by one factor", () => {
    const schedule = rangeSchedule({ least: 1e-6, most: 1, updates: 61 });
    expect(schedule.rateOf(1)).toBe(1e-6);
    expect(schedule.rateOf(61)).toBe(1);
    for (let update = 2; update <= 61; update++)
      expect(schedule.rateOf(update) / schedule.rateOf(update - 1)).toBeCloseTo(10 ** 0.1, 12);
  });
});

describe("smoothing", () => {
  test("is a bias-corrected exponential average over a twentieth of the range", () => {
    const losses = [3, 1, 2, 2];
    const trials = new Trials({ least: 1e-6, most: 1, updates: 80 });
    for (const loss of losses) trials.add(1, loss);
    // Weights of 3/4 to the power of how long ago, to a sum of 1.
    const mean = (values: number[]) => {
      const weights = values.map((_, index) => 0.75 ** (values.length - 1 - index));
      const total = weights.reduce((sum, weight) => sum + weight);
      return values.reduce((sum, value, index) => sum + value * weights[index]!, 0) / total;
    };
    expect(trials.all.map(({ smoothed }) => smoothed)).toEqual(
      losses.map((_, index) => expect.closeTo(mean(losses.slice(0, index + 1)), 12)),
    );
  });

  test("leaves a loss that stays the same as it is", () => {
    for (const { smoothed } of testOf(() => 0.7).trials) expect(smoothed).toBeCloseTo(0.7, 12);
  });
});

describe("the end", () => {
  test("is that of the range", () => {
    const { end, trials } = testOf((rate) => fall(rate, 0.001));
    expect(end).toBe("range");
    expect(trials).toHaveLength(400);
    expect(trials.at(-1)!.learningRate).toBe(1);
  });

  test("is where the smoothed loss is above four times its lowest value", () => {
    const { end, trials } = testOf((rate) => fall(rate, 0.001) + 40 * rate);
    const lowest = Math.min(...trials.map(({ smoothed }) => smoothed));
    expect(end).toBe("diverged");
    expect(trials.at(-1)!.smoothed).toBeGreaterThan(4 * lowest);
    expect(trials.at(-1)!.smoothed).toBeLessThan(4.5 * lowest);
    expect(trials.at(-2)!.smoothed).toBeLessThanOrEqual(4 * lowest);
    expect(trials.length).toBeLessThan(400);
  });

  test("does not come by chance where the loss is near 0", () => {
    const found = testOf((rate, update) => fall(rate, 0.001, 2, update % 40 === 0 ? 0.5 : 1e-4));
    const lowest = Math.min(...found.trials.map(({ smoothed }) => smoothed));
    expect(found.trials.some(({ smoothed }) => smoothed < 2 && smoothed > 4 * lowest)).toBe(true);
    expect(found.end).toBe("range");
  });

  test.each([Number.NaN, Infinity])("is before a loss of %p, which is no part of it", (last) => {
    const { end, trials } = testOf((rate) => (rate < 0.1 ? fall(rate, 0.001) : last));
    expect(end).toBe("notFinite");
    expect(trials.at(-1)!.learningRate).toBeLessThan(0.1);
    expect(trials.every(({ loss }) => Number.isFinite(loss))).toBe(true);
  });
});

describe("the suggestion", () => {
  test.each([1e-4, 1e-3, 1e-2])("is about where the loss falls fastest: %p", (at) => {
    const { learningRate, isStillFalling } = rateOf(testOf((rate) => fall(rate, at)));
    expect(learningRate / at).toBeGreaterThan(0.6);
    expect(learningRate / at).toBeLessThan(1.4);
    expect(isStillFalling).toBe(false);
  });

  test("has two significant digits", () => {
    const { learningRate } = rateOf(testOf((rate) => fall(rate, 1.2345e-3)));
    expect(learningRate).toBe(Number(learningRate.toPrecision(2)));
  });

  test.each([40, 100, 400, 2000])("is about the same in %i steps, and with noise", (updates) => {
    const noise = normal(updates);
    const { learningRate } = rateOf(
      testOf((rate) => fall(rate, 1e-3) + 0.05 * noise(), { ...sixPowers, updates }),
    );
    expect(learningRate).toBeGreaterThan(3e-4);
    expect(learningRate).toBeLessThan(2e-3);
  });

  test("is not in a second fall, after the loss has grown", () => {
    const { learningRate } = rateOf(
      testOf((rate) => (rate < 0.01 ? fall(rate, 1e-4) : rate < 0.03 ? 1.9 : 0.6)),
    );
    expect(learningRate).toBeLessThan(2e-4);
  });

  test("is not in the noise of the first steps", () => {
    const { learningRate } = rateOf(
      testOf((rate, update) => fall(rate, 1e-3) + (update < 5 ? 5 : 0)),
    );
    expect(learningRate).toBeGreaterThan(5e-4);
  });

  test("of a loss that only falls is one, and the test ended too early", () => {
    const { learningRate, isStillFalling } = rateOf(testOf((rate) => fall(rate, 0.5)));
    expect(learningRate).toBeGreaterThan(0.2);
    expect(isStillFalling).toBe(true);
  });

  test("a loss that comes down after it exploded is not still falling", () => {
    const { isStillFalling, learningRate } = rateOf(
      testOf((rate) => fall(rate, 0.001) + (rate > 0.3 && rate < 0.45 ? 1 : 0)),
    );
    expect(learningRate).toBeLessThan(0.0014);
    expect(isStillFalling).toBe(false);
  });

  test("comes of a test that diverged as well", () => {
    const { learningRate } = rateOf(
      testOf((rate) => (rate < 0.1 ? fall(rate, 0.001) : Number.NaN)),
    );
    expect(learningRate / 0.001).toBeGreaterThan(0.6);
    expect(learningRate / 0.001).toBeLessThan(1.4);
  });

  test.each([
    ["the same loss", () => 0.7, "flat"],
    ["a loss that only rises", (rate: number) => 0.7 + rate, "rises"],
    ["a loss that rises until it diverges", (rate: number) => 0.7 + 1e4 * rate, "rises"],
    ["no number at all", () => Number.NaN, "rises"],
    ["a number once", (rate: number) => (rate === 1e-6 ? 1 : Number.NaN), "rises"],
  ] as const)("there is none for %s", (_, lossOf, kind) => {
    expect(testOf(lossOf).suggestion).toEqual({ kind });
  });

  test.each([
    [1.5, "rate"],
    [0.53, "rate"],
    [0.502, "flat"],
    [0.3, "flat"],
  ] as const)(
    "is one only where the loss falls clearly below that of guessing: %p",
    (guessing, kind) => {
      const losses = (rate: number) => fall(rate, 1e-3, 2, 0.5);
      expect(testOf(losses, sixPowers, guessing).suggestion.kind).toBe(kind);
      // Even if it grows again.
      const growing = (rate: number) => losses(rate) + (rate > 0.5 ? 1 : 0);
      expect(testOf(growing, sixPowers, guessing).suggestion.kind).toBe(kind);
    },
  );

  test("is not where the network learns how frequent the classes are", () => {
    const losses = (rate: number) => fall(rate, 1e-4, 3, 0.7) - fall(1e-2, rate, 0.3, 0);
    expect(rateOf(testOf(losses)).learningRate).toBeLessThan(2e-4);
    const { learningRate } = rateOf(testOf(losses, sixPowers, 0.69));
    expect(learningRate / 1e-2).toBeGreaterThan(0.6);
    expect(learningRate / 1e-2).toBeLessThan(1.4);
  });

  test.each([LEAST_UPDATES, 100, 400])("there is none for noise alone, in %i steps", (updates) => {
    const kinds = Array.from({ length: 200 }, (_, seed) => {
      const noise = normal(seed);
      return testOf(() => 0.7 + 0.05 * noise(), { ...sixPowers, updates }).suggestion.kind;
    });
    expect(kinds.filter((kind) => kind === "rate")).toEqual([]);
  });
});
