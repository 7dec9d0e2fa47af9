import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { differenceInterval, mcnemar } from "../../src/evaluate/mcnemar.ts";
import golden from "../golden/mcnemar.json";

describe("mcnemar", () => {
  test("agrees with scipy's binomtest", () => {
    for (const { first, second, p } of golden.pairs) {
      const ours = mcnemar(first, second);
      // Of p = 1e-300 as many digits as of p = 0.5.
      expect(Math.abs(ours - p)).toBeLessThanOrEqual(1e-10 * p);
    }
  });

  test("does not care which is which, and is never more than 1", () => {
    const count = fc.nat(300);
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(mcnemar(a, b)).toBe(mcnemar(b, a));
        expect(mcnemar(a, b)).toBeLessThanOrEqual(1);
        expect(mcnemar(a, a)).toBe(1);
      }),
    );
  });

  test("a million discordant pairs are no more than it can do", () => {
    expect(mcnemar(499_000, 501_000)).toBeCloseTo(0.0456, 3);
  });
});

describe("differenceInterval", () => {
  test.each(golden.intervals)("of $first and $second among $images", (known) => {
    const { low, high } = differenceInterval(known.first, known.second, known.images);
    expect(low).toBeCloseTo(known.low, 12);
    expect(high).toBeCloseTo(known.high, 12);
  });

  test("holds its level, by exact enumeration", () => {
    for (const { coverage } of golden.coverage) expect(coverage).toBeGreaterThan(0.95);
  });
});
