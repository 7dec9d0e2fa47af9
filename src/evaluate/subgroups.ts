import type { PredictionRecord } from "../layout.ts";
import { diagnose } from "./diagnostic.ts";
import {
  type Bootstrap,
  bootstrapIntervals,
  canResample,
  groupedShareInterval,
  wilsonInterval,
  withWidth,
} from "./intervals.ts";
import type { Estimate } from "./rule-figures.ts";
import { balancedAccuracy, ratio, sum, tally } from "./scores.ts";

/** The images with one value in a column, and what the network makes of them. */
export interface SubgroupFigures {
  /** "" where the table says nothing. Of numbers: "≤ 54" and "> 54". */
  value: string;
  images: number;
  /** Groups that they are of; null without groups. */
  groups: number | null;
  /** Of two classes, by the threshold where there is one. */
  accuracy: Estimate;
  /** Mean recall of the classes that there are images of, by the class of the largest probability. */
  balancedAccuracy: Estimate;
  /** Of the positive class, where there are two. */
  positive: { images: number; auc: Estimate; sensitivity: Estimate; specificity: Estimate } | null;
}

export interface Subgroups {
  column: string;
  values: SubgroupFigures[];
  /** Values of fewer images than these, which are not told. */
  others: number;
}

export interface SubgroupContext {
  classes: readonly string[];
  predictions: readonly PredictionRecord[];
  /** What the table says of an image, by its file. */
  columnsOf: ReadonlyMap<string, Record<string, string>>;
  /** Which unit each image belongs to, from 0. */
  units: Uint32Array;
  hasGroups: boolean;
  /** Of two classes the one that is looked for. */
  positive: number | null;
  /** From which probability on it is said; null where it is the class of the largest probability. */
  threshold: number | null;
  resamples: number;
  seed: number;
}

/** Of more values the most frequent are told. */
const MOST_VALUES = 20;

/** The figures of the images with each value of each column. */
export function subgroups(context: SubgroupContext): Subgroups[] {
  const { predictions, columnsOf } = context;
  const columns = new Set(
    predictions.flatMap(({ file }) => Object.keys(columnsOf.get(file) ?? {})),
  );
  return Array.from(columns, (column) => {
    const values = predictions.map(({ file }) => columnsOf.get(file)?.[column] ?? "");
    const parts = [...partsOf(values)];
    return {
      column,
      values: parts
        .slice(0, MOST_VALUES)
        .map(([value, at]) => ({ value, ...figuresOf(context, at) })),
      others: Math.max(0, parts.length - MOST_VALUES),
    };
  });
}

/** Positions of the images of each value: those of a number in two halves, the others by their names, "" last. */
function partsOf(values: readonly string[]): Map<string, number[]> {
  const middle = medianOf(values);
  const nameOf = (value: string) => {
    if (middle === null || value === "") return value;
    return Number(value) <= middle ? `≤ ${middle}` : `> ${middle}`;
  };
  const parts = new Map<string, number[]>();
  for (const [at, value] of values.entries()) {
    const name = nameOf(value);
    const part = parts.get(name);
    if (part) part.push(at);
    else parts.set(name, [at]);
  }
  const isMany = parts.size > MOST_VALUES;
  return new Map(
    [...parts].toSorted(
      ([a, ofA], [b, ofB]) =>
        Number(a === "") - Number(b === "") ||
        (isMany ? ofB.length - ofA.length : 0) ||
        (a.startsWith("≤") ? -1 : b.startsWith("≤") ? 1 : a < b ? -1 : 1),
    ),
  );
}

/** A column of numbers with more of them than this is one of quantities, such as ages. */
const MOST_KINDS = 10;

/** Whether the values are quantities. Empty ones do not count. */
export function isQuantity(values: readonly string[]): boolean {
  const told = values.filter((value) => value !== "");
  const isNumber = (value: string) => value.trim() !== "" && Number.isFinite(Number(value));
  return new Set(told).size > MOST_KINDS && told.every(isNumber);
}

/** Of quantities, that of their positions; null of others. */
function medianOf(values: readonly string[]): number | null {
  if (!isQuantity(values)) return null;
  const numbers = Float64Array.from(
    values.filter((value) => value !== ""),
    Number,
  ).toSorted();
  return numbers[Math.floor((numbers.length - 1) / 2)]!;
}

function figuresOf(
  context: SubgroupContext,
  at: readonly number[],
): Omit<SubgroupFigures, "value"> {
  const { classes, positive, threshold, hasGroups, resamples, seed } = context;
  const predictions = at.map((index) => context.predictions[index]!);
  const units = renumbered(at.map((index) => context.units[index]!));
  const bootstrap = { units, resamples, seed };
  const told = { images: at.length, groups: hasGroups ? new Set(units).size : null };
  const all = overall(classes, predictions, bootstrap);
  return positive === null
    ? { ...told, ...all, positive: null }
    : { ...told, ...all, ...ofPositive(positive) };

  function ofPositive(index: number): Pick<SubgroupFigures, "accuracy" | "positive"> {
    const label = classes[index]!;
    const { positives, auc, rules } = diagnose(
      {
        scores: predictions.map(({ probabilities }) => probabilities[index]!),
        isPositive: predictions.map(({ actual }) => actual === label),
        isPredicted: predictions.map(({ predicted }) => predicted === label),
        bootstrap,
      },
      { threshold, prevalences: [], hasCurves: false },
    );
    const { accuracy, sensitivity, specificity } = rules.at(-1)!;
    return { accuracy, positive: { images: positives, auc, sensitivity, specificity } };
  }
}

function overall(
  classes: readonly string[],
  predictions: readonly PredictionRecord[],
  bootstrap: Bootstrap,
): Pick<SubgroupFigures, "accuracy" | "balancedAccuracy"> {
  const numbers = new Map(classes.map((label, index) => [label, index]));
  const labels = predictions.map(({ actual }) => numbers.get(actual)!);
  const answers = predictions.map(({ predicted }) => numbers.get(predicted)!);
  const valuesOf = (weights?: Uint32Array) => {
    const counted = tally(labels, answers, classes.length, weights);
    return {
      accuracy: ratio(sum(counted.hits), sum(counted.supports)),
      balancedAccuracy: balancedAccuracy(counted),
    };
  };
  const values = valuesOf();
  const drawn = canResample(bootstrap) ? bootstrapIntervals(bootstrap, valuesOf) : {};
  const isOwn = bootstrap.units.every((unit, index) => unit === index);
  const right = predictions.filter(({ actual, predicted }) => actual === predicted).length;
  const ofAccuracy = isOwn
    ? wilsonInterval(right, predictions.length)
    : (groupedShareInterval(right, predictions.length, drawn.accuracy) ?? null);
  return {
    accuracy: { value: values.accuracy, interval: ofAccuracy },
    balancedAccuracy: {
      value: values.balancedAccuracy,
      interval: withWidth(drawn.balancedAccuracy),
    },
  };
}

/** From 0 in the order in which they come. */
function renumbered(units: readonly number[]): Uint32Array {
  const numbers = new Map<number, number>();
  return Uint32Array.from(units, (unit) => {
    const number = numbers.get(unit) ?? numbers.size;
    numbers.set(unit, number);
    return number;
  });
}
