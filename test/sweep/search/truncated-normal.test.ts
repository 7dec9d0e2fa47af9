import { expect, test } from "bun:test";
import fc from "fast-check";
import { logMass, quantile } from "../../../src/sweep/search/truncated-normal.ts";
import { apart, golden } from "./golden.ts";

test("masses are Optuna's and quantiles scipy's, in the far tails too", () => {
  for (const { low, high, logMass: expected, quantiles } of golden.truncatedNormal) {
    expect(apart(logMass(low, high), expected)).toBeLessThan(1e-12);
    for (const { share, place } of quantiles)
      expect(apart(quantile(share, low, high), place)).toBeLessThan(1e-7);
  }
});

test("a quantile lies between the ends and has its share of the mass below it", () => {
  const ends = fc.tuple(
    fc.double({ min: -30, max: 30, noNaN: true }),
    fc.double({ min: 1e-3, max: 60, noNaN: true }),
  );
  fc.assert(
    fc.property(
      ends,
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      ([low, width], share) => {
        const high = low + width;
        const place = quantile(share, low, high);
        expect(place).toBeGreaterThanOrEqual(low);
        expect(place).toBeLessThanOrEqual(high);
        expect(Math.exp(logMass(low, place) - logMass(low, high))).toBeCloseTo(share, 6);
      },
    ),
  );
});
