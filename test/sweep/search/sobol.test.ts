import { expect, test } from "bun:test";
import fc from "fast-check";
import { makeSearch } from "../../../src/sweep/search/search.ts";
import {
  directionNumbers,
  MOST_DIMENSIONS,
  scrambled,
  sobolBits,
} from "../../../src/sweep/search/sobol.ts";
import { golden } from "./golden.ts";

test("the points of 64 dimensions are scipy's, bit for bit", () => {
  const numbers = Array.from({ length: MOST_DIMENSIONS }, (_, index) => directionNumbers(index));
  const pointOf = (number: number) => numbers.map((one) => sobolBits(one, number) / 2 ** 32);
  expect(golden.sobol.map((_, number) => pointOf(number))).toEqual(golden.sobol);
  expect(golden.sobolFar.map((_, number) => pointOf(4093 + number))).toEqual(golden.sobolFar);
});

test("scrambling keeps what makes the sequence even: each interval of a power of 2 has its one point", () => {
  fc.assert(
    fc.property(
      fc.nat(63),
      fc.nat(2 ** 31),
      fc.integer({ min: 1, max: 8 }),
      (dimension, seed, power) => {
        const numbers = directionNumbers(dimension);
        const places = Array.from(
          { length: 2 ** power },
          (_, number) => scrambled(sobolBits(numbers, number), seed) >>> (32 - power),
        );
        expect(new Set(places).size).toBe(2 ** power);
      },
    ),
  );
});

test("another seed has other points, the same seed the same, and each coordinate is even over the seeds", () => {
  const space = { dimensions: [{ key: "x", uniform: [0, 1] as const }] };
  const first = (seed: number) => makeSearch("sobol", space, seed).propose(1, [])[0] as number;
  expect(first(1)).toBe(first(1));
  const values = Array.from({ length: 400 }, (_, seed) => first(seed));
  expect(new Set(values).size).toBeGreaterThan(395);
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.06);
});

test("more dimensions than there are numbers for are refused", () => {
  const dimensions = Array.from({ length: 65 }, (_, index) => ({ key: `x${index}`, list: [1, 2] }));
  expect(() => makeSearch("sobol", { dimensions }, 1)).toThrow("64 dimensions at most");
});
