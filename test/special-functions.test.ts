import { expect, test } from "bun:test";
import fc from "fast-check";
import { erf, erfc, incompleteBeta, logGamma } from "../src/special-functions.ts";
import golden from "./golden/search.json";

/** As a share of the value: in the tails these are tiny, and their digits count. */
function relative(value: number, expected: number): number {
  return expected === 0 ? Math.abs(value) : Math.abs(value / expected - 1);
}

test("erf, erfc, log-gamma and the incomplete beta function are scipy's", () => {
  for (const { x, erf: one, erfc: other } of golden.erf) {
    expect(relative(erf(x), one)).toBeLessThan(1e-14);
    expect(relative(erfc(x), other)).toBeLessThan(1e-13);
  }
  for (const { x, value } of golden.logGamma)
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-13 * Math.max(1, Math.abs(value)));
  for (const { x, a, b, value } of golden.incompleteBeta)
    expect(relative(incompleteBeta(x, a, b), value)).toBeLessThan(1e-11);
});

test("erf and erfc sum to 1, and both are odd about their middle", () => {
  fc.assert(
    fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
      expect(erf(x) + erfc(x)).toBeCloseTo(1, 14);
      expect(erf(-x)).toBe(-erf(x));
      expect(erfc(-x) + erfc(x)).toBeCloseTo(2, 14);
    }),
  );
  expect(erfc(Number.NaN)).toBeNaN();
  expect([erf(Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([1, 0, 2]);
});
