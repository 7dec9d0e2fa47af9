import { expect, test } from "bun:test";
import { otherShare } from "../../src/evaluate/fixed-share.ts";
import { rank } from "../../src/evaluate/ranking.ts";
import golden from "../golden/delong.json";

test("the most that a threshold of pROC's reaches", () => {
  for (const { truth, a, wanted, sensitivities, specificities } of golden.cases) {
    const ranking = rank(
      a,
      truth.map((label) => label === 1),
    );
    for (const [index, share] of wanted.entries()) {
      expect(otherShare(ranking, "specificity", share)).toBeCloseTo(sensitivities[index]!, 12);
      expect(otherShare(ranking, "sensitivity", share)).toBeCloseTo(specificities[index]!, 12);
    }
  }
});

test("saying the class of none keeps every specificity; without a class there is nothing to reach", () => {
  const ranking = rank([0.9, 0.5, 0.1], [false, true, false]);
  expect(otherShare(ranking, "specificity", 1)).toBe(0);
  expect(otherShare(ranking, "sensitivity", 1)).toBe(0.5);
  expect(otherShare(rank([0.9], [true]), "specificity", 0.9)).toBeNull();
  expect(otherShare(rank([0.9], [false]), "sensitivity", 0.9)).toBeNull();
});

test("images that were drawn twice count twice", () => {
  const ranking = rank([0.9, 0.5, 0.1], [true, true, false]);
  expect(otherShare(ranking, "specificity", 1, [3, 1, 2])).toBe(1);
  expect(otherShare(ranking, "sensitivity", 0.75, [3, 1, 2])).toBe(1);
  expect(otherShare(ranking, "specificity", 0.9, [1, 1, 0])).toBeNull();
});
