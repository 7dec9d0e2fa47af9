import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { dealGroups, type Group, imbalance } from "../../../src/data/split/group-split.ts";
import { stream } from "../../../src/random.ts";
import { digest } from "../../fixtures/digest.ts";
import { cases as tries } from "../../fixtures/cases.ts";

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** A data set of a few groups: how many images of each of three classes every group has. */
function groupsOf(most: number, least = 1): fc.Arbitrary<Group[]> {
  const counts = fc
    .tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 2 }))
    .filter((row) => row.some((count) => count > 0));
  return fc.array(counts, { minLength: least, maxLength: most, size: "max" }).map((rows) =>
    rows.map((row, index) => ({
      name: `patient ${index}`,
      counts: new Map([...row.entries()].filter(([, count]) => count > 0)),
    })),
  );
}

const shares = fc.constantFrom(
  [0.2, 0.8, 0],
  [0.2, 0.65, 0.15],
  [0.1, 0.8, 0.1],
  [0.4, 0.3, 0.3],
  [1 / 3, 1 / 3, 1 / 3],
  [0.5, 0.5],
);

function largest(groups: readonly Group[]): number {
  return Math.max(...groups.map(({ counts }) => counts.values().reduce((a, b) => a + b, 0)));
}

/** The least imbalance of all ways to deal: fewest classes lacking first. */
function best(
  groups: readonly Group[],
  parts: readonly number[],
): { lacking: number; misplaced: number } {
  let found = { lacking: Infinity, misplaced: Infinity };
  const dealt = groups.map(() => 0);
  for (let way = 0; way < parts.length ** groups.length; way++) {
    for (let index = 0, rest = way; index < groups.length; index++) {
      dealt[index] = rest % parts.length;
      rest = Math.floor(rest / parts.length);
    }
    if (dealt.some((part) => parts[part] === 0)) continue;
    const result = imbalance(groups, parts, dealt);
    const isLess =
      result.lacking < found.lacking ||
      (result.lacking === found.lacking && result.misplaced < found.misplaced);
    if (isLess) found = result;
  }
  return found;
}

describe("dealGroups", () => {
  test("gives every group one part, within one group of the best balance there is", () => {
    fc.assert(
      fc.property(groupsOf(7), shares, seed, (groups, parts, start) => {
        const dealt = dealGroups(groups, parts, start);
        expect(dealt).toHaveLength(groups.length);
        for (const part of dealt) expect(parts[part]).toBeGreaterThan(0);
        const found = imbalance(groups, parts, dealt);
        const least = best(groups, parts);
        expect(found.misplaced).toBeLessThanOrEqual(least.misplaced + largest(groups) + 1e-9);
        expect(found.lacking).toBeLessThanOrEqual(least.lacking + 1);
      }),
      tries(200, 1000),
    );
  });

  test("does not depend on the order of the list", () => {
    fc.assert(
      fc.property(groupsOf(40), shares, seed, (groups, parts, start) => {
        const forwards = dealGroups(groups, parts, start);
        expect(dealGroups(groups.toReversed(), parts, start).toReversed()).toEqual(forwards);
      }),
    );
  });

  test("one image more elsewhere moves few groups", () => {
    const moves: number[] = [];
    fc.assert(
      fc.property(groupsOf(80, 20), shares, seed, (groups, parts, start) => {
        const before = dealGroups(groups, parts, start);
        const more = [...groups, { name: "one more", counts: new Map([[0, 1]]) }];
        const after = dealGroups(more, parts, start);
        moves.push(before.filter((part, index) => part !== after[index]).length / groups.length);
      }),
      tries(100, 300),
    );
    const mean = moves.reduce((sum, share) => sum + share, 0) / moves.length;

    expect(mean).toBeLessThan(0.03);
  });

  test("ten thousand groups of many classes take no all-pairs loop", () => {
    const groups = Array.from({ length: 10_000 }, (_, index) => ({
      name: `${index}`,
      counts: new Map([[index % 50, 1 + (index % 7)]]),
    }));
    const parts = [0.2, 0.7, 0.1];
    const { lacking, misplaced } = imbalance(groups, parts, dealGroups(groups, parts, 1));
    expect(lacking).toBe(0);
    expect(misplaced).toBeLessThan(200);
  });

  // An experiment that is run again has to learn from the same images as before, with every later version too.
  test.each([
    [3, 200, "0ec597eb18d7293c"],
    [8, 300, "f67c8f53972d8fa3"],
    [40, 60, "966197df0bd17700"],
    [300, 6, "11e6f5337e52a260"],
    [301, 6, "9a40c994cfcdc0e4"],
  ])("deals up to %i groups as it always did", (most, cases, known) => {
    const dealt = [...Array(cases).keys()].map((number) => {
      const random = stream(number, "groups", most);
      const below = (limit: number) => uniformInt(random, 0, limit - 1);
      const parts = [
        [0.2, 0.65, 0.15],
        [0.5, 0.5],
        [0.1, 0.9, 0],
        [0.25, 0.25, 0.25, 0.25],
        Array.from({ length: 10 }, () => 0.1),
      ][below(5)]!;
      const classes = 1 + below(4);
      const length = most < 300 ? 1 + below(most) : most;
      const groups = Array.from({ length }, (_, index) => ({
        name: `patient ${index}`,
        counts: new Map(
          Array.from({ length: 1 + below(2) }, () => [below(classes), 1 + below(1 + below(9))]),
        ),
      }));
      return dealGroups(groups, parts, number, below(3) - 1);
    });
    expect(digest(dealt)).toBe(known);
  });
});
