import { expect, test } from "bun:test";
import fc from "fast-check";
import { nonZeroSeed, permutation, stream } from "../src/random.ts";

const draws = (seed: number, ...keys: (string | number)[]) => {
  const random = stream(seed, ...keys);
  return Array.from({ length: 8 }, () => random.next());
};

test("a stream follows from its seed and keys alone", () => {
  expect(draws(7, "shuffle", 1)).toEqual(draws(7, "shuffle", 1));
});

test("streams of other seeds or keys are others", () => {
  const all = [
    draws(7, "shuffle", 1),
    draws(8, "shuffle", 1),
    draws(7, "shuffle", 2),
    draws(7, "split", 1),
    draws(7, "shuffle1"),
  ];
  expect(new Set(all.map(String)).size).toBe(all.length);
});

test("a stream never changes: runs of older versions can be repeated", () => {
  expect(draws(7, "shuffle", 1).slice(0, 3)).toEqual([-1107978055, -606872973, 312352735]);
});

test("a seed for tfjs is never 0, which it takes for random", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (seed, index) => {
      const derived = nonZeroSeed(seed, "initialWeights", index);
      expect(derived).toBeGreaterThan(0);
      expect(derived).toBeLessThan(2 ** 31);
    }),
  );
});

test("a permutation holds each number once", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(), (length, seed) => {
      const order = permutation(length, stream(seed, "order"));
      expect(Array.from(order).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length }, (_, index) => index),
      );
    }),
  );
});

test("each image comes first equally often", () => {
  const counts = [0, 0, 0, 0, 0];
  for (let seed = 0; seed < 5000; seed++) counts[permutation(5, stream(seed, "order"))[0]!]!++;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
