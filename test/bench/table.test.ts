import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { compare, median } from "./table.ts";

describe("median", () => {
  test("is the middle value, or the mean of the two in the middle", () => {
    expect(median([7])).toBe(7);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 9, 1, 2])).toBe(5.5);
  });

  test("has as many values below as above, and leaves its argument alone", () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    fc.assert(
      fc.property(values, (given) => {
        const before = [...given];
        const middle = median(given);
        const below = given.filter((value) => value < middle).length;
        const above = given.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(given.length / 2);
        expect(given).toEqual(before);
      }),
    );
  });
});

describe("compare", () => {
  const peers = [
    { name: "A", value: 3 },
    { name: "B", value: 1 },
  ];

  test("has a ratio above 1 where Lamina is ahead", () => {
    const ratios = (better: "less" | "more") =>
      compare({ case: "x", unit: "ms", better, ours: 2, peers }).map(({ ratio }) => ratio);
    expect(ratios("less")).toEqual([1.5, 0.5]);
    expect(ratios("more")).toEqual([2 / 3, 2]);
  });

  test("keeps Lamina's own figure where there is no peer", () => {
    expect(compare({ case: "x", unit: "ms", better: "less", ours: 2, peers: [] })).toEqual([
      { case: "x", peer: null, ours: 2, theirs: null, unit: "ms", ratio: null },
    ]);
  });
});
