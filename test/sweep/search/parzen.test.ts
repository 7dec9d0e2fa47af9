import { expect, test } from "bun:test";
import { drawPlaces, logDensities, parzenEstimator } from "../../../src/sweep/search/parzen.ts";
import { stream } from "../../../src/random.ts";
import { apart, dimensions, golden } from "./golden.ts";

test("weights, kernels and densities are those of Optuna", () => {
  for (const { seen, points, weights, dimensions: kernels, logDensities: logs } of golden.parzen) {
    const estimator = parzenEstimator(dimensions, seen);
    const numbers = (one: ArrayLike<number>, other: readonly number[]) => {
      expect(one.length).toBe(other.length);
      other.forEach((value, index) => expect(apart(one[index]!, value)).toBeLessThan(1e-12));
    };
    numbers(estimator.weights, weights);
    estimator.dimensions.forEach((own, index) => {
      const theirs = kernels[index]!;
      if ("probabilities" in own) {
        own.probabilities.forEach((row, kernel) => numbers(row, theirs.probabilities![kernel]!));
        return;
      }
      numbers(own.means, theirs.means!);
      numbers(own.deviations, theirs.deviations!);
    });
    logDensities(estimator, points).forEach((value, index) =>
      expect(apart(value, logs[index]!)).toBeLessThan(1e-9),
    );
  }
});

test("what is drawn is distributed as the density says", () => {
  const list = [{ key: "list", list: ["a", "b", "c"] }];
  const estimator = parzenEstimator(list, [[0], [0], [2]]);
  const drawn = drawPlaces(estimator, 20_000, stream(1, "test")).map(([value]) => value!);
  const densities = logDensities(estimator, [[0], [1], [2]]).map(Math.exp);
  expect(densities.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
  densities.forEach((share, index) => {
    const found = drawn.filter((value) => value === index).length / drawn.length;
    expect(Math.abs(found - share)).toBeLessThan(0.012);
  });
  const whole = [{ key: "integer", integer: [1, 6] as const, log: true }];
  const ofWhole = parzenEstimator(whole, [[2], [5]]);
  const masses = logDensities(
    ofWhole,
    [1, 2, 3, 4, 5, 6].map((value) => [value]),
  ).map(Math.exp);
  expect(masses.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
  const numbers = drawPlaces(ofWhole, 20_000, stream(2, "test")).map(([place]) =>
    Math.round(Math.exp(place!)),
  );
  masses.forEach((share, index) => {
    const found = numbers.filter((value) => value === index + 1).length / numbers.length;
    expect(Math.abs(found - share)).toBeLessThan(0.012);
  });
});
