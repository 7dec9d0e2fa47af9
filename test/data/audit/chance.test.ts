import { expect, test } from "bun:test";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { expectedByChance } from "../../../src/data/audit/chance.ts";
import { stream } from "../../../src/random.ts";

/** Distances of others whose number grows as a power of the distance, ascending. */
function distances(count: number, exponent: number, seed: number): Float64Array {
  const random = stream(seed, "distances");
  return Float64Array.from(
    { length: count },
    () => uniformFloat64(random) ** (1 / exponent),
  ).toSorted();
}

test("foretells how many are near from a sample of a tenth", () => {
  const [sampled, searched, exponent] = [2000, 20_000, 3];
  const [near, far] = [0, 1].map((at) => {
    const distance = [0.5 / searched, 5 / searched][at]! ** (1 / exponent);
    const foretold = Array.from({ length: 101 }, (_, seed) =>
      expectedByChance(
        distances(sampled, exponent, seed).subarray(0, 50),
        sampled,
        searched,
        distance,
      ),
    );
    return foretold.toSorted((a, b) => a - b)[50]!;
  });
  expect(near).toBeWithin(0.3, 1.2);
  expect(far).toBeWithin(4, 7);
});

test.each([16, 50])("calls the nearest of all a copy as seldom as it says, with %d known", (k) => {
  const [sampled, searched, trials] = [4 * k, 500, 2000];
  let fewer = 0;
  for (let seed = 0; seed < trials; seed++) {
    const nearest = distances(sampled, 4, seed).subarray(0, k);
    const nearestOfAll = distances(searched, 4, seed + trials)[0]!;
    if (expectedByChance(nearest, sampled, searched, nearestOfAll) < 0.05) fewer++;
  }
  expect(fewer / trials).toBeWithin(0.03, 0.08);
});

test("is not moved by a few copies among the others", () => {
  const [sampled, searched] = [2000, 70_000];
  const nearest = distances(sampled, 4, 1).subarray(0, 50);
  const withCopies = nearest.slice();
  withCopies.set([1e-6, 2e-6, 3e-6, 4e-6]);
  for (const distance of [0.01, 0.001])
    expect(
      expectedByChance(withCopies, sampled, searched, distance) /
        expectedByChance(nearest, sampled, searched, distance),
    ).toBeWithin(0.99, 1.01);
});

test("expects none as near as not at all, and all where the distance is beyond those that are known", () => {
  const nearest = distances(2000, 4, 1).subarray(0, 50);
  expect(expectedByChance(nearest, 2000, 2000, 0)).toBeLessThan(1e-3);
  expect(expectedByChance(nearest, 2000, 2000, 1)).toBe(50);
  expect(expectedByChance(new Float64Array(50), 2000, 2000, 0)).toBe(50);
});
