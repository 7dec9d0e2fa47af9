import type {
  ChosenThreshold,
  OperatingShare,
  PredictionRecord,
  ThresholdFigures,
} from "../layout.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { groupPredictions, unitsOf } from "./groups.ts";
import {
  type Bootstrap,
  bootstrapIntervals,
  groupedShareInterval,
  wilsonInterval,
} from "./intervals.ts";
import { rank, type Ranking, type Sides, sidesOf, thresholdFor } from "./ranking.ts";
import { ratio } from "./scores.ts";

/** What of `evaluate` figures follow from. A group's prediction is the mean of its images' where nothing says otherwise. */
export type Settings = Pick<
  ResolvedExperiment["evaluate"],
  "positiveClass" | "sensitivity" | "specificity" | "resamples"
> &
  Partial<Pick<ResolvedExperiment["evaluate"], "perGroup">>;

/** What `evaluate` asks of a threshold; null where it asks nothing. */
export function wantedShare({
  sensitivity,
  specificity,
}: Pick<Settings, "sensitivity" | "specificity">): {
  share: OperatingShare;
  wanted: number;
} | null {
  if (sensitivity !== null) return { share: "sensitivity", wanted: sensitivity };
  return specificity === null ? null : { share: "specificity", wanted: specificity };
}

/** Thresholds for images, and for groups by the mean of their images. null where there is none. */
export interface Thresholds {
  images: ChosenThreshold | null;
  groups: ChosenThreshold | null;
}

/** Chooses thresholds on images that are not judged. @param classes two */
export function chooseThresholds({
  split,
  classes,
  predictions,
  groupOf,
  settings,
  seed,
}: {
  split: ChosenThreshold["split"];
  classes: readonly string[];
  predictions: readonly PredictionRecord[];
  groupOf: ReadonlyMap<string, string>;
  settings: Settings;
  seed: number;
}): Thresholds {
  const asked = wantedShare(settings);
  const choose = (some: readonly PredictionRecord[], units: Uint32Array) => {
    if (asked === null || some.length === 0) return null;
    const ranking = rankingOf(some, classes, settings);
    const threshold = thresholdFor(ranking, asked.share, asked.wanted);
    const { resamples } = settings;
    return threshold === null
      ? null
      : {
          split,
          images: some.length,
          ...thresholdFigures(ranking, threshold, { resamples, seed, units }),
        };
  };
  const most = mostOf(classes, settings);
  const { predictions: grouped } = groupPredictions(classes, predictions, groupOf, most);
  return {
    images: choose(predictions, unitsOf(predictions, groupOf)),
    groups: choose(
      grouped,
      Uint32Array.from(grouped, (_, index) => index),
    ),
  };
}

/** The class that is looked for, of two. */
export function positiveOf(classes: readonly string[], { positiveClass }: Settings): number {
  const found = classes.indexOf(positiveClass ?? classes[1]!);
  return found === -1 ? 1 : found;
}

/** The class whose largest probability is a group's; null where it is the mean of all. */
export function mostOf(classes: readonly string[], settings: Settings): number | null {
  return settings.perGroup === "max" && classes.length === 2 ? positiveOf(classes, settings) : null;
}

function rankingOf(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
  settings: Settings,
): Ranking {
  const positive = positiveOf(classes, settings);
  return rank(
    predictions.map(({ probabilities }) => probabilities[positive]!),
    predictions.map(({ actual }) => actual === classes[positive]),
  );
}

/** What a threshold comes to on images, whatever others it was chosen on. */
export function thresholdFigures(
  ranking: Ranking,
  threshold: number,
  bootstrap: Bootstrap,
): ThresholdFigures {
  const sides = sidesOf(ranking, threshold);
  const isOwn = bootstrap.units.every((unit, index) => unit === index);
  const drawn = isOwn
    ? {}
    : bootstrapIntervals(bootstrap, (weights) =>
        sharesOf(sidesOf(ranking, threshold, weights), (_, part, whole) => ratio(part, whole)),
      );
  return {
    threshold,
    ...sharesOf(sides, (_, part, whole) => ratio(part, whole)),
    intervals: sharesOf(sides, (name, part, whole) =>
      isOwn
        ? whole === 0
          ? null
          : wilsonInterval(part, whole)
        : (groupedShareInterval(part, whole, drawn[name]) ?? null),
    ),
  };
}

function sharesOf<Value>(
  { truePositives, falsePositives, positives, negatives }: Sides,
  share: (name: OperatingShare | "precision", part: number, whole: number) => Value,
) {
  return {
    sensitivity: share("sensitivity", truePositives, positives),
    specificity: share("specificity", negatives - falsePositives, negatives),
    precision: share("precision", truePositives, truePositives + falsePositives),
  };
}
