import type { OperatingShare } from "../layout.ts";
import { delongInterval } from "./delong.ts";
import { otherShare } from "./fixed-share.ts";
import { type Bootstrap, bootstrapIntervals, canResample, withWidth } from "./intervals.ts";
import { movedThreshold, netBenefit, netBenefitOfAll, sidesAt } from "./net-benefit.ts";
import { rank, rankedPoints, type Ranking, rocAuc } from "./ranking.ts";
import {
  type Estimate,
  groupedRuleIntervals,
  merged,
  named,
  type RuleFigures,
  ruleFigures,
  ruleIntervals,
  ruleValues,
  sidesFrom,
  unnamed,
  type Values,
} from "./rule-figures.ts";

/** One class held against the rest: images, or groups. At least one. */
export interface DiagnosticCases {
  /** Probability of the class. */
  scores: readonly number[];
  isPositive: readonly boolean[];
  /** Whether it is the class that was predicted: the one of the largest probability. */
  isPredicted: readonly boolean[];
  /** What is drawn for intervals; where each case is a unit of its own, closed forms take its place. */
  bootstrap: Bootstrap;
}

export interface DiagnosticQuestions {
  /** From which probability on the class is said, beside what was predicted. */
  threshold: number | null;
  /** Prevalences of other places. */
  prevalences: readonly number[];
  /** Whether fixed shares and the decision curve are asked for. */
  hasCurves: boolean;
}

/** The most of the other share that a threshold reaches on these cases. */
export interface FixedShare {
  kept: OperatingShare;
  wanted: number;
  other: Estimate;
}

export interface DecisionPoint {
  threshold: number;
  model: Estimate;
  /** Of acting on all. Of acting on none it is 0. */
  all: number | null;
}

export interface DiagnosticFigures {
  cases: number;
  positives: number;
  auc: Estimate;
  /** By what was predicted first, then by the threshold, where there is one. */
  rules: RuleFigures[];
  fixed: FixedShare[];
  decision: DecisionPoint[];
  /** The same where the class is as frequent as elsewhere, and probabilities are moved there: see movedThreshold. */
  decisionElsewhere: { prevalence: number; points: DecisionPoint[] }[];
}

const WANTED = [0.8, 0.9, 0.95];
/** With fewer the ends of an interval are not known: those that lack are of the smallest or the largest. */
const LEAST_DEFINED = 0.975;
/**
 * Probabilities from which on one might act: each percent. Where the class is rarer than one in ten, up to ten times as often
 * as it is: above nobody would wait to act.
 */
function thresholdsAt(prevalence?: number): number[] {
  const step = Math.min(0.01, (prevalence ?? 1) / 10);
  return Array.from({ length: 99 }, (_, index) => Number(((index + 1) * step).toPrecision(10)));
}

/** Figures of diagnostic accuracy with their intervals. */
export function diagnose(
  { scores, isPositive, isPredicted, bootstrap }: DiagnosticCases,
  { threshold, prevalences, hasCurves }: DiagnosticQuestions,
): DiagnosticFigures {
  const ranking = rank(scores, isPositive);
  const isOwn = bootstrap.units.every((unit, index) => unit === index);
  const rules = [isPredicted, ...(threshold === null ? [] : [scores.map((p) => p >= threshold)])];
  const asked = hasCurves ? curvesOf(isPositive, prevalences) : [];
  const valuesOf = (weights?: Uint32Array): Values => ({
    ...(!isOwn && {
      auc: rocAuc(ranking, weights),
      ...merged(
        rules.map((said, at) =>
          named(`rule ${at}`, ruleValues(sidesFrom(said, isPositive, weights), prevalences)),
        ),
      ),
    }),
    ...(hasCurves && curveValues(ranking, asked, weights)),
  });
  const isDrawn = canResample(bootstrap) && !(isOwn && !hasCurves);
  const drawn = isDrawn ? bootstrapIntervals<string>(bootstrap, valuesOf, LEAST_DEFINED) : {};
  const curves = hasCurves ? curveValues(ranking, asked) : {};
  const ofCurve = (name: string): Estimate => ({
    value: curves[name] ?? null,
    interval: curves[name] == null ? null : withWidth(drawn[name]),
  });
  const positives = isPositive.filter(Boolean).length;
  const decision = (prevalence?: number): DecisionPoint[] =>
    thresholdsAt(prevalence).map((at) => ({
      threshold: at,
      model: ofCurve(benefitName(at, prevalence)),
      all: netBenefitOfAll({ positives, negatives: scores.length - positives }, at, prevalence),
    }));
  const area = rocAuc(ranking);
  return {
    cases: scores.length,
    positives,
    auc: {
      value: area,
      interval: area === null ? null : isOwn ? delongInterval(ranking) : withWidth(drawn["auc"]),
    },
    rules: rules.map((said, at) => {
      const sides = sidesFrom(said, isPositive);
      const intervals = isOwn
        ? ruleIntervals(sides, prevalences)
        : groupedRuleIntervals(sides, unnamed(`rule ${at}`, drawn));
      return {
        threshold: at === 0 ? null : threshold,
        sides,
        ...ruleFigures(ruleValues(sides, prevalences), intervals, prevalences),
      };
    }),
    fixed: hasCurves
      ? shares.flatMap((kept) =>
          WANTED.map((wanted) => ({ kept, wanted, other: ofCurve(fixedName(kept, wanted)) })),
        )
      : [],
    decision: hasCurves ? decision() : [],
    decisionElsewhere: hasCurves
      ? prevalences.map((prevalence) => ({ prevalence, points: decision(prevalence) }))
      : [],
  };
}

const shares: readonly OperatingShare[] = ["specificity", "sensitivity"];

const fixedName = (kept: OperatingShare, wanted: number) => `${kept} ${wanted}`;
const benefitName = (threshold: number, prevalence?: number) =>
  `benefit ${threshold}${prevalence === undefined ? "" : ` at ${prevalence}`}`;

/** The thresholds of a decision curve, and what they are among the cases. */
interface Curve {
  prevalence: number | undefined;
  thresholds: readonly number[];
  own: readonly number[];
}

/** Probabilities are risks where the class is as frequent as among all cases, whatever is drawn of them. */
function curvesOf(isPositive: readonly boolean[], prevalences: readonly number[]): Curve[] {
  const here = isPositive.filter(Boolean).length / isPositive.length;
  return [undefined, ...prevalences].map((prevalence) => {
    const thresholds = thresholdsAt(prevalence);
    const moved = (at: number) =>
      prevalence === undefined ? at : movedThreshold(at, here, prevalence);
    return { prevalence, thresholds, own: thresholds.map(moved) };
  });
}

/** What needs a threshold to be chosen, or is asked of every one. */
function curveValues(ranking: Ranking, curves: readonly Curve[], weights?: Uint32Array): Values {
  const points = rankedPoints(ranking, weights);
  const values: Values = {};
  for (const kept of shares)
    for (const wanted of WANTED) values[fixedName(kept, wanted)] = otherShare(points, kept, wanted);
  for (const { prevalence, thresholds, own } of curves)
    for (const [index, sides] of sidesAt(points, own).entries()) {
      const threshold = thresholds[index]!;
      values[benefitName(threshold, prevalence)] = netBenefit(sides, threshold, prevalence);
    }
  return values;
}
