import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { delongInterval, delongTest } from "../../src/evaluate/delong.ts";
import { twoSidedP } from "../../src/evaluate/normal.ts";
import { rank, rocAuc } from "../../src/evaluate/ranking.ts";
import golden from "../golden/delong.json";

const close = (ours: number | null, theirs: number) =>
  expect(Math.abs(ours! - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));

test("the tail of the normal distribution agrees with R's pnorm, however thin", () => {
  for (const [index, z] of golden.tails.z.entries()) {
    const p = golden.tails.p[index]!;
    expect(Math.abs(twoSidedP(z) - p)).toBeLessThanOrEqual(1e-12 * p);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  }
});

describe.each(golden.cases.map((one, index) => ({ one, index })))(
  "pROC's case $index",
  ({ one }) => {
    const isPositive = one.truth.map((label) => label === 1);
    const [a, b] = [rank(one.a, isPositive), rank(one.b, isPositive)];

    test("intervals", () => {
      for (const [ranking, [low, high]] of [
        [a, one.intervalA],
        [b, one.intervalB],
      ] as const) {
        const interval = delongInterval(ranking)!;
        close(interval.low, low!);
        close(interval.high, high!);
      }
    });

    test("the paired test", () => {
      const found = delongTest(a, b)!;
      close(found.a, one.areas[0]!);
      close(found.b, one.areas[1]!);
      close(found.difference, one.difference);
      close(found.p, one.p);
      close(found.interval!.high - found.difference, 1.959963984540054 * one.error);
    });
  },
);

describe("delongTest", () => {
  test("of a network and itself: no difference, and p is 1", () => {
    const ranking = rank([0.1, 0.4, 0.4, 0.8], [false, true, false, true]);
    expect(delongTest(ranking, ranking)).toEqual({
      a: 0.875,
      b: 0.875,
      difference: 0,
      interval: null,
      p: 1,
    });
  });

  test("what cannot be told is null", () => {
    const all = rank([0.2, 0.4], [true, true]);
    expect(delongTest(all, all)).toBeNull();
    expect(delongInterval(all)).toBeNull();
    // One image of a kind has no spread.
    const one = rank([0.2, 0.4, 0.1], [true, false, false]);
    expect(delongInterval(one)).toBeNull();
    expect(delongTest(one, rank([0.2, 0.1, 0.1], [true, false, false]))!.p).toBeNull();
    // A perfect ranking has a width of 0, which says nothing.
    expect(delongInterval(rank([0.9, 0.8, 0.2, 0.1], [true, true, false, false]))).toBeNull();
  });

  test("its areas are the areas, and it does not care which network comes first", () => {
    const image = fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(fc.array(image, { minLength: 1, maxLength: 40 }), (images) => {
        const isPositive = images.map(([is]) => is);
        const [a, b] = [1, 2].map((at) =>
          rank(
            images.map((one) => Number(one[at])),
            isPositive,
          ),
        );
        const found = delongTest(a!, b!);
        const back = delongTest(b!, a!);
        if (found === null) {
          expect(rocAuc(a!)).toBeNull();
          return;
        }
        expect(found.a).toBeCloseTo(rocAuc(a!)!, 12);
        expect(found.b).toBeCloseTo(rocAuc(b!)!, 12);
        expect(back!.p).toBe(found.p);
        expect(back!.difference).toBe(-found.difference + 0);
      }),
    );
  });
});
