import { expect, test } from "bun:test";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { bootstrapOptimism } from "../../../src/sweep/statistics/optimism.ts";
import { stream } from "../../../src/random.ts";

/** Share of wrong answers. `wrong[trial][image]` is 0 or 1. */
function errorOf(wrong: readonly Uint8Array[]) {
  return (trial: number, weights: Uint32Array) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const missed = weights.reduce((sum, weight, image) => sum + weight * wrong[trial]![image]!, 0);
    return total === 0 ? null : missed / total;
  };
}

/** Trials that are wrong by chance, each with an error rate of its own. */
function trialsOf(rates: readonly number[], images: number, seed: number): Uint8Array[] {
  const random = stream(seed, "test");
  return rates.map((rate) =>
    new Uint8Array(images).map(() => (uniformFloat64(random) < rate ? 1 : 0)),
  );
}

const images = 100;
const units = Uint32Array.from({ length: images }, (_, index) => index);

/** Over many sweeps: what the best looked like, and what is said of it. */
function simulated(rates: readonly number[]): {
  apparent: number;
  corrected: number;
  truth: number;
} {
  const sweeps = 50;
  const sums = { apparent: 0, corrected: 0, truth: 0 };
  for (let seed = 0; seed < sweeps; seed++) {
    const wrong = trialsOf(rates, images, seed);
    const objective = errorOf(wrong);
    const found = bootstrapOptimism(
      { trials: rates.length, units, resamples: 40, seed },
      objective,
    )!;
    const all = new Uint32Array(images).fill(1);
    const errors = rates.map((_, trial) => objective(trial, all)!);
    sums.apparent += found.apparent / sweeps;
    sums.corrected += found.corrected / sweeps;
    sums.truth += rates[errors.indexOf(Math.min(...errors))]! / sweeps;
  }
  return sums;
}

test("of twenty trials that are all as good, the best looks better than it is by what the bootstrap says", () => {
  const { apparent, corrected, truth } = simulated(Array.from({ length: 20 }, () => 0.2));
  expect(truth).toBeCloseTo(0.2, 10);
  expect(apparent).toBeLessThan(0.14);
  expect(Math.abs(corrected - truth)).toBeLessThan(0.015);
});

test("where one trial is far better than all others there is next to nothing to correct", () => {
  const { apparent, corrected, truth } = simulated([0.05, ...Array.from({ length: 9 }, () => 0.4)]);
  expect(truth).toBeCloseTo(0.05, 10);
  expect(Math.abs(corrected - apparent)).toBeLessThan(0.003);
});

test("images of one group are drawn together", () => {
  const wrong = trialsOf([0.2, 0.25, 0.3], images, 1);
  const grouped = units.map((image) => Math.floor(image / 10));
  bootstrapOptimism({ trials: 3, units: grouped, resamples: 20, seed: 1 }, (trial, weights) => {
    for (let image = 0; image < images; image++)
      expect(weights[image]).toBe(weights[image - (image % 10)]);
    return errorOf(wrong)(trial, weights);
  });
});

test("the same seed gives the same figures; trials without an objective are passed over", () => {
  const wrong = trialsOf([0.2, 0.25, 0.3], images, 1);
  const objective = errorOf(wrong);
  const given = { trials: 3, units, resamples: 30, seed: 4 };
  const first = bootstrapOptimism(given, objective);
  expect(bootstrapOptimism(given, objective)).toEqual(first);
  expect(first!.interval.low).toBeLessThanOrEqual(first!.corrected);
  expect(first!.interval.high).toBeGreaterThanOrEqual(first!.corrected);
  const withoutFirst = bootstrapOptimism(given, (trial, weights) =>
    trial === 0 ? null : objective(trial, weights),
  );
  const all = new Uint32Array(images).fill(1);
  expect(withoutFirst!.apparent).toBe(Math.min(objective(1, all)!, objective(2, all)!));
  expect(bootstrapOptimism(given, () => null)).toBeNull();
  expect(bootstrapOptimism({ ...given, trials: 0 }, objective)).toBeNull();
});
