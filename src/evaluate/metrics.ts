import { maximum } from "../arrays.ts";
import {
  formatVersions,
  type Metrics,
  type PredictionRecord,
  type WeightsRecord,
} from "../layout.ts";
import { groupPredictions, unitsOf } from "./groups.ts";
import { mostOf, type Settings, type Thresholds } from "./operating.ts";
import type { Bootstrap } from "./intervals.ts";
import { ratio, sum } from "./scores.ts";
import { Cases } from "./cases.ts";
import { classMetrics, figures, wilson } from "./figures.ts";

/** What figures are worked out from. */
export interface Evaluation {
  split: Metrics["split"];
  classes: string[];
  /** At least one. */
  predictions: readonly PredictionRecord[];
  /** The group of each image that has one, by its file. */
  groupOf: ReadonlyMap<string, string>;
  weights: WeightsRecord;
  settings: Settings;
  /** Chosen on other images; where it is missing they are chosen on these. */
  thresholds?: Thresholds;
  seed: number;
  /** See Bootstrap. */
  onResampled?: Bootstrap["onResampled"];
}

/** Every figure of metrics.json, from the predictions and their groups alone. */
export function metrics(evaluation: Evaluation): Metrics {
  const { split, classes, predictions, groupOf, weights, settings, seed } = evaluation;
  const cases = new Cases(classes, predictions, settings, evaluation.thresholds?.images);
  const hasGroups = predictions.some(({ file }) => groupOf.has(file));
  const bootstrap = { resamples: settings.resamples, seed, onResampled: evaluation.onResampled };
  const { figures: ofImages, ofClasses } = figures(cases, {
    ...bootstrap,
    units: unitsOf(predictions, groupOf),
  });
  return {
    formatVersion: formatVersions.metrics,
    split,
    weights,
    images: predictions.length,
    accuracyInterval: ofImages.intervals.accuracy ?? wilson(cases),
    ...baselines(cases),
    resampled: hasGroups ? "groups" : "images",
    ...ofImages,
    groups: hasGroups ? groupFigures(evaluation) : null,
    classes: classMetrics(cases).map((scores, label) => {
      const intervals = ofClasses[label]!;
      return Object.keys(intervals).length === 0 ? scores : { ...scores, intervals };
    }),
  };
}

function groupFigures(evaluation: Evaluation) {
  const { classes, predictions, groupOf, settings, seed, onResampled } = evaluation;
  const most = mostOf(classes, settings);
  const { predictions: grouped, mixed } = groupPredictions(classes, predictions, groupOf, most);
  if (grouped.length === 0) return null;
  const { resamples } = settings;
  const units = Uint32Array.from(grouped, (_, index) => index);
  const cases = new Cases(classes, grouped, settings, evaluation.thresholds?.groups);
  return {
    count: grouped.length,
    mixed,
    ...figures(cases, { resamples, seed, units, onResampled }).figures,
  };
}

/** What takes no network: always answering the most frequent class, and always giving the classes' frequencies. */
function baselines(cases: Cases): Pick<Metrics, "majorityClassAccuracy" | "baseline"> {
  const { supports } = cases.tally();
  const most = maximum(supports);
  const images = sum(supports);
  const present = supports.filter((support) => support > 0);
  return {
    majorityClassAccuracy: most / images,
    baseline: {
      balancedAccuracy: 1 / present.length,
      f1: ratio(2 * most, images + most)! / present.length,
      loss: 0 - sum(present.map((support) => (support / images) * Math.log(support / images))),
    },
  };
}
