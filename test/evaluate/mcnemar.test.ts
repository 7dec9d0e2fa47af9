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
    for (const { images, first, second, coverage } of golden.coverage) {
      let held = 0;
      // How likely each outcome is, from the one before it: of a trinomial distribution.
      let ofFirst = (1 - first - second) ** images;
      for (let b = 0; b <= images; b++) {
        let likely = ofFirst;
        for (let c = 0; b + c <= images; c++) {
          const { low, high } = differenceInterval(b, c, images);
          if (low <= second - first && second - first <= high) held += likely;
          likely *= ((images - b - c) / (c + 1)) * (second / (1 - first - second));
        }
        ofFirst *= ((images - b) / (b + 1)) * (first / (1 - first - second));
      }
      expect(held).toBeCloseTo(coverage, 9);
      expect(held).toBeGreaterThan(0.95);
    }
  });
});
