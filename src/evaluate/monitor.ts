import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { EpochRecord, ExtraMonitor } from "../layout.ts";
import { largest } from "./confusion.ts";
import { rank, rocAuc } from "./ranking.ts";
import { balancedAccuracy, classScores, meanOf, tally } from "./scores.ts";

/** The figure of the held-out split that decides when to stop and which weights are the best. */
export type Monitor = NonNullable<ResolvedExperiment["train"]["earlyStopping"]>["monitor"];

/** What a figure is called at the head of a chart. */
export const monitorTitles: Readonly<Record<Monitor, string>> = {
  loss: "Loss",
  accuracy: "Accuracy",
  balancedAccuracy: "Balanced accuracy",
  f1: "Macro F1",
  auc: "Area under the ROC curve",
};

/** The figure's column in history.csv; undefined where it is loss or accuracy, which are there anyway. */
export function extraMonitor(monitor: Monitor | undefined): ExtraMonitor | undefined {
  return monitor === "loss" || monitor === "accuracy" ? undefined : monitor;
}

/**
 * Balanced accuracy, macro F1, or the macro mean of the areas under the ROC curves: of what is defined, as in
 * metrics.json; NaN where nothing is.
 *
 * @param probabilities a row per image, a number per class @param labels positions of the classes
 * @returns undefined where no such figure is monitored
 */
export function monitored(
  monitor: ExtraMonitor | undefined,
  probabilities: readonly (readonly number[])[],
  labels: ArrayLike<number>,
): number | undefined {
  if (monitor === undefined) return undefined;
  const classes = probabilities[0]?.length ?? 0;
  if (monitor === "auc") {
    const areas = Array.from({ length: classes }, (_, label) =>
      rocAuc(
        rank(
          probabilities.map((row) => row[label]!),
          probabilities.map((_row, image) => labels[image] === label),
        ),
      ),
    );
    return meanOf(areas) ?? NaN;
  }
  const counted = tally(labels, probabilities.map(largest), classes);
  if (monitor === "balancedAccuracy") return balancedAccuracy(counted) ?? NaN;
  return meanOf(classScores(counted).map(({ f1 }) => f1)) ?? NaN;
}

/** What the best weights of an experiment are the best by. */
export function monitorOf({ train }: Pick<ResolvedExperiment, "train">): Monitor {
  return train.earlyStopping?.monitor ?? "loss";
}

/** The monitored figure of an epoch, the larger the better. */
export function merit(monitor: Monitor, record: EpochRecord): number {
  switch (monitor) {
    case "loss":
      return -record.heldOutLoss;
    case "accuracy":
      return record.heldOutAccuracy;
    default:
      return record.monitored ?? NaN;
  }
}
