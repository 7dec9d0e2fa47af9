import type { Interval } from "../layout.ts";
import { groupedShareInterval, wilsonInterval, withWidth } from "./intervals.ts";
import {
  likelihoodIntervals,
  likelihoodRatios,
  predictiveIntervals,
  predictiveValues,
} from "./likelihood.ts";
import type { Sides } from "./ranking.ts";
import { ratio } from "./scores.ts";

/** A figure with its 95 % interval. null where it is undefined. */
export interface Estimate {
  value: number | null;
  interval: Interval | null;
}

/** What saying the class from some point on comes to. */
export interface RuleFigures {
  /** null: where it is the class of the largest probability. */
  threshold: number | null;
  sides: Sides;
  sensitivity: Estimate;
  specificity: Estimate;
  accuracy: Estimate;
  /** Predictive values among these cases. */
  positivePredictive: Estimate;
  negativePredictive: Estimate;
  positiveLikelihood: Estimate;
  negativeLikelihood: Estimate;
  /** Predictive values elsewhere. */
  elsewhere: { prevalence: number; positive: Estimate; negative: Estimate }[];
}

/** Figures by their names. */
export type Values = Record<string, number | null>;
export type Intervals = Partial<Record<string, Interval | null>>;

/** @param said of which cases the class is said @param weights how often each counts; once each by default */
export function sidesFrom(
  said: readonly boolean[],
  isPositive: readonly boolean[],
  weights?: Uint32Array,
): Sides {
  const sides = { truePositives: 0, falsePositives: 0, positives: 0, negatives: 0 };
  for (let at = 0; at < said.length; at++) {
    const weight = weights ? weights[at]! : 1;
    if (isPositive[at]) sides.positives += weight;
    else sides.negatives += weight;
    if (said[at] && isPositive[at]) sides.truePositives += weight;
    else if (said[at]) sides.falsePositives += weight;
  }
  return sides;
}

/** Shares of whole numbers: what of what. */
function sharesOf({ truePositives, falsePositives, positives, negatives }: Sides) {
  const refused = negatives - falsePositives;
  const said = truePositives + falsePositives;
  return {
    sensitivity: [truePositives, positives],
    specificity: [refused, negatives],
    accuracy: [truePositives + refused, positives + negatives],
    positivePredictive: [truePositives, said],
    negativePredictive: [refused, positives + negatives - said],
  } as const;
}

export function ruleValues(sides: Sides, prevalences: readonly number[]): Values {
  const ratios = likelihoodRatios(sides);
  return {
    ...mapped(sharesOf(sides), ([part, whole]) => ratio(part, whole)),
    positiveLikelihood: ratios.positive,
    negativeLikelihood: ratios.negative,
    ...merged(prevalences.map((at) => named(`at ${at}`, { ...predictiveValues(sides, at) }))),
  };
}

/** Of independent cases. */
export function ruleIntervals(sides: Sides, prevalences: readonly number[]): Intervals {
  const ratios = likelihoodIntervals(sides);
  return {
    ...mapped(sharesOf(sides), ([part, whole]) =>
      whole === 0 ? null : wilsonInterval(part, whole),
    ),
    positiveLikelihood: ratios.positive,
    negativeLikelihood: ratios.negative,
    ...merged(prevalences.map((at) => named(`at ${at}`, predictiveIntervals(sides, at)))),
  };
}

/** Of cases that come in groups. @param drawn of the bootstrap, by the names of the figures */
export function groupedRuleIntervals(sides: Sides, drawn: Intervals): Intervals {
  return {
    ...drawn,
    ...mapped(
      sharesOf(sides),
      ([part, whole], name) => groupedShareInterval(part, whole, drawn[name]) ?? null,
    ),
  };
}

export function ruleFigures(
  values: Values,
  intervals: Intervals,
  prevalences: readonly number[],
): Omit<RuleFigures, "threshold" | "sides"> {
  const of = (name: string): Estimate => {
    const value = values[name] ?? null;
    return { value, interval: value === null ? null : withWidth(intervals[name]) };
  };
  return {
    sensitivity: of("sensitivity"),
    specificity: of("specificity"),
    accuracy: of("accuracy"),
    positivePredictive: of("positivePredictive"),
    negativePredictive: of("negativePredictive"),
    positiveLikelihood: of("positiveLikelihood"),
    negativeLikelihood: of("negativeLikelihood"),
    elsewhere: prevalences.map((prevalence) => ({
      prevalence,
      positive: of(`at ${prevalence} positive`),
      negative: of(`at ${prevalence} negative`),
    })),
  };
}

function mapped<Name extends string, Item, Result>(
  record: Record<Name, Item>,
  map: (item: Item, name: Name) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries<Item>(record).map(([name, item]) => [name, map(item, name as Name)]),
  );
}

export function merged<Item>(records: readonly Record<string, Item>[]): Record<string, Item> {
  return Object.assign({}, ...records) as Record<string, Item>;
}

export function named<Item>(prefix: string, record: Record<string, Item>): Record<string, Item> {
  return Object.fromEntries(
    Object.entries(record).map(([name, item]) => [`${prefix} ${name}`, item]),
  );
}

export function unnamed(prefix: string, record: Intervals): Intervals {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, item]) =>
      name.startsWith(`${prefix} `) ? [[name.slice(prefix.length + 1), item]] : [],
    ),
  );
}
