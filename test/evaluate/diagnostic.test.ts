import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { diagnose, type DiagnosticCases } from "../../src/evaluate/diagnostic.ts";
import { netBenefit } from "../../src/evaluate/net-benefit.ts";
import { sidesOf, rank } from "../../src/evaluate/ranking.ts";

const each = (length: number) => Uint32Array.from({ length }, (_, index) => index);
const questions = { threshold: 0.4, prevalences: [0.05], hasCurves: true };

function casesOf(
  scores: readonly number[],
  isPositive: readonly boolean[],
  units = each(scores.length),
) {
  const isPredicted = scores.map((p) => p > 0.5);
  return {
    scores,
    isPositive,
    isPredicted,
    bootstrap: { units, resamples: 200, seed: 1 },
  } satisfies DiagnosticCases;
}

const scores = [0.9, 0.8, 0.7, 0.45, 0.3, 0.6, 0.42, 0.2, 0.1, 0.05, 0.35, 0.15];
const isPositive = scores.map((_, index) => index < 5);

describe("diagnose", () => {
  test("what was predicted and a threshold are two rules, each from its own counts", () => {
    const { rules, cases, positives } = diagnose(casesOf(scores, isPositive), questions);
    expect([cases, positives]).toEqual([12, 5]);
    expect(rules.map(({ threshold, sides }) => [threshold, sides])).toEqual([
      [null, { truePositives: 3, falsePositives: 1, positives: 5, negatives: 7 }],
      [0.4, { truePositives: 4, falsePositives: 2, positives: 5, negatives: 7 }],
    ]);
    expect(rules[1]!.sensitivity.value).toBe(0.8);
    expect(rules[1]!.elsewhere[0]!.prevalence).toBe(0.05);
  });

  test("a case of its own has closed intervals, cases of groups those of whole groups", () => {
    const own = diagnose(casesOf(scores, isPositive), questions);
    const pairs = diagnose(
      casesOf(
        scores,
        isPositive,
        each(12).map((at) => at >> 1),
      ),
      questions,
    );
    const [a, b] = [own.rules[0]!, pairs.rules[0]!];
    for (const name of ["sensitivity", "specificity", "accuracy", "positivePredictive"] as const) {
      expect(b[name].value).toBe(a[name].value);
      expect(b[name].interval).not.toEqual(a[name].interval);
    }
    expect(own.auc.value).toBe(pairs.auc.value);
    // Few groups are often drawn without any that was taken wrongly: a ratio then has no upper end.
    expect(b.positiveLikelihood.interval).toBeNull();
    expect(a.positiveLikelihood.interval).not.toBeNull();
  });

  test("at its own prevalence the decision curve elsewhere is the one here", () => {
    const { decision, decisionElsewhere } = diagnose(casesOf(scores, isPositive), {
      ...questions,
      prevalences: [5 / 12],
    });
    const [{ points }] = decisionElsewhere as [(typeof decisionElsewhere)[number]];
    for (const [index, { threshold, model, all }] of points.entries()) {
      expect(threshold).toBe(decision[index]!.threshold);
      expect(all).toBeCloseTo(decision[index]!.all!, 12);
      // A probability that is a threshold may fall on its other side.
      if (!scores.includes(threshold))
        expect(model.value).toBeCloseTo(decision[index]!.model.value!, 12);
    }
  });

  test("where the class is rare, what counts is acting from a low probability on, moved by Bayes' rule", () => {
    const { decisionElsewhere } = diagnose(casesOf(scores, isPositive), {
      ...questions,
      prevalences: [0.02],
    });
    const [{ points }] = decisionElsewhere as [(typeof decisionElsewhere)[number]];
    expect([points[0]!.threshold, points.at(-1)!.threshold]).toEqual([0.002, 0.198]);
    const { threshold, model } = points[19]!;
    // 0.04 of 2 % is as far above it as 0.6 is above 5 in 12.
    const moved = ((0.04 / 0.96) * (5 / 7)) / (0.02 / 0.98);
    const sides = sidesOf(rank(scores, isPositive), moved / (1 + moved));
    expect(model.value).toBeCloseTo(netBenefit(sides, threshold, 0.02)!, 12);
  });

  test("whatever the cases: shares are shares, intervals hold their figures, and nothing is no number", () => {
    const one = fc.tuple(fc.boolean(), fc.nat(10), fc.nat(4));
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 15 }),
        fc.boolean(),
        (rows, isGrouped) => {
          // Numbered from 0, without a gap.
          const known = [...new Set(rows.map(([, , unit]) => unit))];
          const units = Uint32Array.from(rows, ([, , unit], index) =>
            isGrouped ? known.indexOf(unit) : index,
          );
          const found = diagnose(
            {
              ...casesOf(
                rows.map(([, p]) => p / 10),
                rows.map(([is]) => is),
                units,
              ),
              bootstrap: { units, resamples: 20, seed: 3 },
            },
            questions,
          );
          JSON.stringify(found, (_key, value: unknown) => {
            if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
            if (value !== null && typeof value === "object" && "low" in value && "high" in value)
              expect(Number(value.low)).toBeLessThan(Number(value.high));
            return value;
          });
          for (const rule of found.rules)
            for (const { value } of [rule.sensitivity, rule.specificity, rule.accuracy])
              expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
