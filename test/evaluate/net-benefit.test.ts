import { expect, test } from "bun:test";
import { netBenefit, netBenefitOfAll, sidesAt } from "../../src/evaluate/net-benefit.ts";
import { rank, rankedPoints, sidesOf } from "../../src/evaluate/ranking.ts";
import golden from "../golden/decision.json";

test.each(golden.curves.map((curve, index) => ({ curve, index })))(
  "dcurves' curve $index: the network, all, none",
  ({ curve }) => {
    const { scores, truth, thresholds, model, all, none } = curve;
    const prevalence = curve.prevalence ?? undefined;
    const ranking = rank(
      scores,
      truth.map((label) => label === 1),
    );
    for (const [index, sides] of sidesAt(rankedPoints(ranking), thresholds).entries()) {
      const threshold = thresholds[index]!;
      expect(sides).toEqual(sidesOf(ranking, threshold));
      expect(Math.abs(netBenefit(sides, threshold, prevalence)! - model[index]!)).toBeLessThan(
        1e-9,
      );
      expect(Math.abs(netBenefitOfAll(sides, threshold, prevalence)! - all[index]!)).toBeLessThan(
        1e-9,
      );
      expect(none[index]).toBe(0);
    }
  },
);

test("of another prevalence nothing is said where a class is missing", () => {
  const [sides] = sidesAt(rankedPoints(rank([0.3, 0.6], [false, false])), [0.5]);
  expect(netBenefit(sides!, 0.5)).toBe(-0.5);
  expect(netBenefit(sides!, 0.5, 0.1)).toBeNull();
});
