import { expect, test } from "bun:test";
import { otherShare } from "../../src/evaluate/fixed-share.ts";
import { rank, rankedPoints } from "../../src/evaluate/ranking.ts";
import golden from "../golden/delong.json";

test("the most that a threshold of pROC's reaches", () => {
  for (const { truth, a, wanted, sensitivities, specificities } of golden.cases) {
    const isPositive = truth.map((label) => label === 1);
    const points = rankedPoints(rank(a, isPositive));
    for (const [index, share] of wanted.entries()) {
      expect(otherShare(points, "specificity", share)).toBeCloseTo(sensitivities[index]!, 12);
      expect(otherShare(points, "sensitivity", share)).toBeCloseTo(specificities[index]!, 12);
    }
  }
});

test("saying the class of none keeps every specificity; without a class there is nothing to reach", () => {
  const points = rankedPoints(rank([0.9, 0.5, 0.1], [false, true, false]));
  expect(otherShare(points, "specificity", 1)).toBe(0);
  expect(otherShare(points, "sensitivity", 1)).toBe(0.5);
  expect(otherShare(rankedPoints(rank([0.9], [true])), "specificity", 0.9)).toBeNull();
  expect(otherShare(rankedPoints(rank([0.9], [false])), "sensitivity", 0.9)).toBeNull();
});

test("images that were drawn twice count twice", () => {
  const ranking = rank([0.9, 0.5, 0.1], [true, true, false]);
  expect(otherShare(rankedPoints(ranking, [3, 1, 2]), "specificity", 1)).toBe(1);
  expect(otherShare(rankedPoints(ranking, [3, 1, 2]), "sensitivity", 0.75)).toBe(1);
  expect(otherShare(rankedPoints(ranking, [1, 1, 0]), "specificity", 0.9)).toBeNull();
});
