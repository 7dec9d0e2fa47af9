import {
  classIntervalNames,
  intervalNames,
  type ClassMetrics,
  type Figures,
  type Interval,
  type OperatingPoint,
  type PositiveFigures,
} from "../layout.ts";
import { thresholdFigures, wantedShare } from "./operating.ts";
import {
  type Bootstrap,
  bootstrapIntervals,
  groupedShareInterval,
  wilsonInterval,
  withWidth,
} from "./intervals.ts";
import {
  accuracy,
  brierScores,
  calibrationBins,
  calibrationError,
  logLosses,
  topRanks,
} from "./probabilities.ts";
import { averagePrecision, rocAuc, thresholdFor, type Ranking } from "./ranking.ts";
import {
  balancedAccuracy,
  classScores,
  cohensKappa,
  matthewsCorrelation,
  meanOf,
  sum,
  type ClassScores,
} from "./scores.ts";
import { Cases } from "./cases.ts";
import { className, classShares, positiveShares, type Share } from "./shares.ts";

/** Macro AUC of more classes than this has no interval: it would take longer than the training. */
const MOST_RANKED = 20;
/** Figures of each of more classes than this have none: nobody looks at them one by one. */
const MOST_WITH_INTERVALS = 50;
const TOP_COUNTS = [2, 3, 5, 10];

export interface ResampledFigures {
  figures: Figures;
  ofClasses: NonNullable<ClassMetrics["intervals"]>[];
}

/** Figures with their intervals. */
export function figures(cases: Cases, bootstrap: Bootstrap): ResampledFigures {
  const { probabilities, labels, classes } = cases;
  const losses = logLosses(probabilities, labels);
  const distances = brierScores(probabilities, labels);
  const scores = classMetrics(cases);
  const supports = scores.map(({ support }) => support);
  const averages = (weights?: number[]) => {
    const mean = (key: keyof ClassScores | "auc" | "averagePrecision") =>
      meanOf(
        scores.map((one) => one[key]),
        weights,
      );
    return {
      precision: mean("precision"),
      recall: mean("recall"),
      specificity: mean("specificity"),
      f1: mean("f1"),
      auc: mean("auc"),
      averagePrecision: mean("averagePrecision"),
    };
  };
  const ranked =
    cases.positive !== null
      ? [cases.positive]
      : classes.length <= MOST_RANKED
        ? classes.map((_, label) => label)
        : [];
  const counts = TOP_COUNTS.filter((count) => count < classes.length);
  const ranks = topRanks(probabilities, labels);
  const hasClasses = classes.length <= MOST_WITH_INTERVALS;
  const resampled = bootstrapIntervals<string>(bootstrap, (weights) => {
    const counted = cases.tally(weights);
    const perClass = classScores(counted);
    const total = sum(counted.supports);
    const mean = (values: readonly number[]) =>
      values.reduce((part, value, index) => part + value * weights[index]!, 0) / total;
    const positive = cases.positive === null ? null : perClass[cases.positive]!;
    const areas = ranked.map((label) => rocAuc(cases.rankings[label]!, weights));
    // Of two classes both have the area of the positive one.
    const namedAreas = Object.fromEntries(
      hasClasses && ranked.length > 0
        ? classes.map((_, label) => [
            className(label, "auc"),
            cases.positive === null ? areas[label]! : areas[0]!,
          ])
        : [],
    );
    return {
      accuracy: sum(counted.hits) / total,
      balancedAccuracy: balancedAccuracy(counted),
      loss: mean(losses),
      brier: mean(distances),
      kappa: cohensKappa(counted),
      matthews: matthewsCorrelation(counted),
      f1: meanOf(perClass.map(({ f1 }) => f1)),
      ...(ranked.length > 0 && {
        auc: meanOf(areas),
        averagePrecision: meanOf(
          ranked.map((label) => averagePrecision(cases.rankings[label]!, weights)),
        ),
      }),
      ...namedAreas,
      ...Object.fromEntries(
        counts.map((count) => [topName(count), mean(ranks.map((place) => Number(place < count)))]),
      ),
      ...(hasClasses && scoresByName(perClass)),
      ...(positive && { sensitivity: positive.recall, specificity: positive.specificity }),
    };
  });
  const counted = cases.tally();
  const own = isEachItsOwn(bootstrap.units);
  const topHits = counts.map((most) => ranks.filter((place) => place < most).length);
  const shares: Readonly<Record<string, Share>> = {
    accuracy: [sum(counted.hits), ranks.length],
    ...Object.fromEntries(
      counts.map((most, at) => [topName(most), [topHits[at]!, ranks.length] as const]),
    ),
    ...(cases.positive !== null && positiveShares(counted, cases.positive)),
    ...(hasClasses && classShares(counted)),
  };
  // Intervals of shares are exact enough without drawing, and sound at 0 and 1, where images are independent.
  const intervalsOf = <Name extends string>(
    names: readonly Name[],
    named: (name: Name) => string,
  ) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const [share, drawn] = [shares[named(name)], resampled[named(name)]];
        if (share && own) return [[name, share[1] === 0 ? null : wilsonInterval(...share)]];
        if (drawn === undefined) return [];
        return [[name, share ? groupedShareInterval(...share, drawn) : withWidth(drawn)]];
      }),
    ) as Partial<Record<Name, Interval | null>>;
  const figuresOfAll: Figures = {
    accuracy: accuracy(probabilities, labels),
    balancedAccuracy: balancedAccuracy(counted),
    loss: sum(losses) / losses.length,
    brier: sum(distances) / distances.length,
    calibrationError: calibrationError(calibrationBins(probabilities, labels)),
    kappa: cohensKappa(counted),
    matthews: matthewsCorrelation(counted),
    macro: averages(),
    weighted: averages(supports),
    topAccuracy: counts.map((count, at) => {
      const { interval } = intervalsOf(["interval"], () => topName(count));
      return { count, accuracy: topHits[at]! / ranks.length, ...(interval && { interval }) };
    }),
    positive: positiveFigures(cases, scores, bootstrap),
    intervals: intervalsOf(intervalNames, (name) => name),
  };
  const ofClasses = counted.supports.map((_, label) =>
    intervalsOf(classIntervalNames, (name) => className(label, name)),
  );
  return { figures: figuresOfAll, ofClasses };
}

const topName = (count: number) => `top ${count}`;

function scoresByName(perClass: readonly ClassScores[]): Record<string, number | null> {
  return Object.fromEntries(
    perClass.flatMap((scores, label) =>
      (["precision", "recall", "specificity", "f1"] as const).map((name) => [
        className(label, name),
        scores[name],
      ]),
    ),
  );
}

function isEachItsOwn(units: Uint32Array): boolean {
  return units.every((unit, index) => unit === index);
}

function positiveFigures(
  cases: Cases,
  scores: readonly ClassMetrics[],
  bootstrap: Bootstrap,
): PositiveFigures | null {
  const { classes, positive } = cases;
  if (positive === null) return null;
  const { recall, specificity, precision, f1, auc, averagePrecision: average } = scores[positive]!;
  return {
    label: classes[positive]!,
    sensitivity: recall,
    specificity,
    precision,
    f1,
    auc,
    averagePrecision: average,
    operatingPoint: operatingPoint(cases, cases.rankings[positive]!, bootstrap),
  };
}

function operatingPoint(
  { settings, chosen }: Cases,
  ranking: Ranking,
  { units, resamples, seed }: Bootstrap,
): OperatingPoint | null {
  const asked = wantedShare(settings);
  if (asked === null) return null;
  const { share, wanted } = asked;
  const threshold =
    chosen === undefined ? thresholdFor(ranking, share, wanted) : (chosen?.threshold ?? null);
  return {
    wanted,
    share,
    ...(chosen !== undefined && { chosen }),
    reached:
      threshold === null ? null : thresholdFigures(ranking, threshold, { units, resamples, seed }),
  };
}

/** Of the accuracy. */
export function wilson(cases: Cases): Interval {
  return wilsonInterval(sum(cases.tally().hits), cases.labels.length);
}

/** Of each class against the rest, in the order of the classes. */
export function classMetrics(cases: Cases): ClassMetrics[] {
  const counted = cases.tally();
  return classScores(counted).map((scores, index) => ({
    label: cases.classes[index]!,
    support: counted.supports[index]!,
    ...scores,
    auc: rocAuc(cases.rankings[index]!),
    averagePrecision: averagePrecision(cases.rankings[index]!),
  }));
}
