import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { assignFolds, assignSplits, splitSizes } from "../../../src/data/split/split.ts";
import { digest } from "../../fixtures/digest.ts";

const fractions = fc
  .record({
    validation: fc.double({ min: 0, max: 0.49, noNaN: true }),
    test: fc.double({ min: 0, max: 0.49, noNaN: true }),
  })
  .map(({ validation, test: held }) => ({
    validation: validation < 0.01 ? 0 : validation,
    test: held < 0.01 ? 0 : held,
  }));
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), {
  maxLength: 80,
});
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("splitSizes", () => {
  test("takes a share that is whole to a reader, whatever its last bit", () => {
    // 10 * (1 - 0.3 - 0.3) is 3.9999999999999996.
    expect(splitSizes(10, { validation: 0.3, test: 0.3 })).toEqual({
      train: 4,
      validation: 3,
      test: 3,
    });
    expect(splitSizes(100, { validation: 0.07, test: 0.07 })).toEqual({
      train: 86,
      validation: 7,
      test: 7,
    });
  });

  test("takes round fractions exactly", () => {
    expect(splitSizes(10, { validation: 0.3, test: 0.1 })).toEqual({
      train: 6,
      validation: 3,
      test: 1,
    });
    expect(splitSizes(300, { validation: 0.15, test: 0.15 })).toEqual({
      train: 210,
      validation: 45,
      test: 45,
    });
  });

  test("takes what train needs from the first of the largest", () => {
    const sizes = splitSizes(4, { validation: 0.45, test: 0.45 });
    expect(sizes).toEqual({ train: 1, validation: 1, test: 2 });
  });

  test("gives each split one image where there are enough", () => {
    expect(splitSizes(3, { validation: 0.1, test: 0.1 })).toEqual({
      train: 1,
      validation: 1,
      test: 1,
    });
    expect(splitSizes(1, { validation: 0.4, test: 0.4 }).train).toBe(1);
  });

  test("adds up, is within one image of the ideal unless a split needs its first, and empty only where it must be", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fractions, (total, parts) => {
        const sizes = splitSizes(total, parts);
        expect(sizes.train + sizes.validation + sizes.test).toBe(total);
        for (const split of ["validation", "test"] as const) {
          const ideals = [parts.validation, parts.test, 1 - parts.validation - parts.test].map(
            (part) => part * total,
          );
          if (ideals.every((ideal) => ideal === 0 || ideal >= 1)) {
            expect(Math.abs(sizes[split] - total * parts[split])).toBeLessThanOrEqual(1);
          }
          if (total >= 3) expect(sizes[split] > 0).toBe(parts[split] > 0);
        }
        if (total > 0) expect(sizes.train).toBeGreaterThan(0);
      }),
    );
  });
});

describe("assignSplits", () => {
  test("is a partition of the right sizes", () => {
    fc.assert(
      fc.property(names, fractions, seed, (files, parts, start) => {
        const assigned = assignSplits(files, parts, start);
        const sizes = splitSizes(files.length, parts);
        expect(assigned).toHaveLength(files.length);
        for (const split of ["train", "validation", "test"] as const) {
          expect(assigned.filter((name) => name === split)).toHaveLength(sizes[split]);
        }
      }),
    );
  });

  test("does not depend on the order of the list", () => {
    fc.assert(
      fc.property(names, fractions, seed, (files, parts, start) => {
        const forwards = assignSplits(files, parts, start);
        const backwards = assignSplits(files.toReversed(), parts, start);
        expect(backwards.toReversed()).toEqual(forwards);
      }),
    );
  });

  test("one file more moves at most one other in or out of each held-out split", () => {
    fc.assert(
      fc.property(names, fractions, seed, (files, parts, start) => {
        fc.pre(files.length >= 10);
        const before = assignSplits(files, parts, start);
        const after = assignSplits([...files, "one file more"], parts, start);
        for (const split of ["validation", "test"] as const) {
          const moved = before.filter(
            (name, index) => (name === split) !== (after[index] === split),
          );
          expect(moved.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("follows the seed", () => {
    const files = Array.from({ length: 100 }, (_, index) => `${index}.png`);
    const parts = { validation: 0.2, test: 0.2 };
    expect(assignSplits(files, parts, 1)).toEqual(assignSplits(files, parts, 1));
    expect(assignSplits(files, parts, 1)).not.toEqual(assignSplits(files, parts, 2));
  });
});

describe("assignFolds", () => {
  test("cuts into runs of nearly equal length, where those of the classes before left off", () => {
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 2, max: 12 }),
        fc.nat(30),
        seed,
        (files, folds, before, by) => {
          const counts = (from: number) => {
            const assigned = assignFolds(files, folds, by, from);
            expect(assigned).toHaveLength(files.length);
            return Array.from(
              { length: folds },
              (_, fold) => assigned.filter((one) => one === fold).length,
            );
          };
          const own = counts(before);
          expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
          // The folds that get one more are those after the last that got one before.
          const rest = files.length % folds;
          const least = Math.floor(files.length / folds);
          for (const [fold, count] of own.entries()) {
            const turn = (fold - (before % folds) + folds) % folds;
            expect(count).toBe(turn < rest ? least + 1 : least);
          }
        },
      ),
    );
  });

  test("follows the seed and the names, not their order", () => {
    const files = Array.from({ length: 24 }, (_, index) => `${index}.png`);
    const folds = assignFolds(files, 4, 1, 0);
    const turned = assignFolds(files.toReversed(), 4, 1, 0);
    expect(turned.toReversed()).toEqual(folds);
    expect(assignFolds(files, 4, 2, 0)).not.toEqual(folds);
  });
});

// An experiment that is run again has to learn from the same images as before, with every later version too.
test("deals files out as it always did", () => {
  const files = Array.from({ length: 12 }, (_, index) => `${index}.png`);
  expect(
    assignSplits(files, { validation: 0.25, test: 0.25 }, 7)
      .map(([first]) => first)
      .join(""),
  ).toBe("ttvtvtvttttt");
  expect(assignFolds(files, 5, 7, 3).join("")).toBe("134340410322");
  const many = [...Array(60).keys()].map((number) => {
    const some = [...Array(3 * number).keys()].map((index) => `${index}.png`);
    const shares = { validation: (number % 5) / 12, test: (number % 7) / 15 };
    return [
      assignSplits(some, shares, number),
      assignFolds(some, 2 + (number % 6), number, number),
    ];
  });
  expect(digest(many)).toBe("c8355db5065ece36");
});
