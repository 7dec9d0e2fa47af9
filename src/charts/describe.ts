import { count } from "../wording.ts";
import { monitorTitles } from "../evaluate/monitor.ts";
import { splits, type EpochRecord, type History, type Run } from "../layout.ts";
import type { ChartName } from "./charts.ts";
import { shown } from "../markup/label.ts";

/** Classes that are named one by one. */
const MOST_NAMED = 10;

export function accuracyDescription({ history }: Pick<Run, "history">): string {
  return curves("Accuracy", history, "trainAccuracy", "heldOutAccuracy", "highest");
}

export function lossDescription({ history }: Pick<Run, "history">): string {
  return curves("Loss", history, "trainLoss", "heldOutLoss", "lowest");
}

/** What each chart shows, in a sentence with its numbers: for those who do not see it. */
export const descriptions: Readonly<Record<ChartName, (run: Run) => string>> = {
  accuracy: accuracyDescription,
  loss: lossDescription,
  monitored: ({ history: { heldOut, monitor, epochs } }) => {
    const known = epochs.filter(({ monitored }) => Number.isFinite(monitored));
    if (!monitor || known.length === 0) return "No figure was monitored.";
    const peak = known.reduce((one, other) => (other.monitored! > one.monitored! ? other : one));
    const number = ({ monitored }: EpochRecord) => monitored!.toFixed(3);
    return `${monitorTitles[monitor]} by epoch: ${heldOut} from ${number(known[0]!)} to ${number(known.at(-1)!)}, highest ${number(peak)} after epoch ${peak.epoch}.`;
  },
  "learning-rate": ({ history: { epochs } }) =>
    `Learning rate from ${epochs[0]?.learningRate ?? "–"} in the first epoch to ${epochs.at(-1)?.learningRate ?? "–"} in the last.`,
  "confusion-matrix": ({ confusionMatrix: { classes, counts }, metrics }) =>
    classes.length <= MOST_NAMED
      ? `Confusion matrix of ${count(metrics.images, `${metrics.split} image`)}: ${classes.map((_, actual) => answers(classes, counts[actual]!, actual)).join("; ")}.`
      : `Confusion matrix of ${classes.length} classes: ${(100 * metrics.accuracy).toFixed(1)} % of ${count(metrics.images, `${metrics.split} image`)} on the diagonal.`,
  "confused-pairs": ({ confusionMatrix: { classes, counts } }) => {
    const pairs = counts.flatMap((row, actual) =>
      row.map((images, predicted) => ({
        images: actual === predicted ? 0 : images,
        actual,
        predicted,
      })),
    );
    const { images, actual, predicted } = pairs.reduce((most, pair) =>
      pair.images > most.images ? pair : most,
    );
    return `The most frequent confusion: ${count(images, "image")} of ${shown(classes[actual]!)} predicted as ${shown(classes[predicted]!)}.`;
  },
  "class-scores": ({ metrics: { classes } }) => {
    const known = classes.filter(({ f1 }) => f1 !== null).toSorted((a, b) => a.f1! - b.f1!);
    const named = ({ label, f1 }: (typeof known)[number]) => `${shown(label)} (${f1!.toFixed(3)})`;
    return known.length === 0
      ? "No class has an F1 score."
      : `F1 of the classes, from ${named(known[0]!)} to ${named(known.at(-1)!)}.`;
  },
  roc: ({ metrics }) => areas("Area under the ROC curve", metrics, "auc"),
  "precision-recall": ({ metrics }) => areas("Average precision", metrics, "averagePrecision"),
  calibration: ({ metrics: { calibrationError } }) =>
    calibrationError === null
      ? "Certainty against accuracy."
      : `Certainty against accuracy; expected calibration error ${calibrationError.toFixed(3)}.`,
  "class-distribution": ({ data }) =>
    `Images of ${data.classes.length} classes: ${splits
      .filter((split) => data.counts[split])
      .map((split) => {
        const ofSplit = Object.values(data.counts[split]!);
        return `${ofSplit.reduce((total, one) => total + one, 0)} ${split}`;
      })
      .join(", ")}.`,
};

/** "cat: 12 of 14 right, 2 as dog": a name that is a number is no count. */
function answers(classes: readonly string[], counts: readonly number[], actual: number): string {
  const others = counts.flatMap((images, predicted) =>
    images === 0 || predicted === actual ? [] : `${images} as ${shown(classes[predicted]!)}`,
  );
  const total = counts.reduce((sum, images) => sum + images, 0);
  return [`${shown(classes[actual]!)}: ${counts[actual]} of ${total} right`, ...others].join(", ");
}

function curves(
  what: string,
  { heldOut, epochs }: History,
  ofTrain: "trainAccuracy" | "trainLoss",
  ofHeldOut: "heldOutAccuracy" | "heldOutLoss",
  best: "highest" | "lowest",
): string {
  const [first, last] = [epochs[0], epochs.at(-1)];
  if (!first || !last) return `${what} by epoch: no epoch was finished.`;
  const sign = best === "highest" ? 1 : -1;
  const peak = epochs.reduce((one, other) =>
    sign * other[ofHeldOut] > sign * one[ofHeldOut] ? other : one,
  );
  const number = (value: number) => value.toFixed(3);
  return `${what} by epoch: train from ${number(first[ofTrain])} to ${number(last[ofTrain])}, ${heldOut} from ${number(first[ofHeldOut])} to ${number(last[ofHeldOut])}, ${best} ${number(peak[ofHeldOut])} after epoch ${peak.epoch}.`;
}

function areas(
  what: string,
  { positive, classes }: Run["metrics"],
  key: "auc" | "averagePrecision",
) {
  const named = classes.filter(({ label }) => !positive || label === positive.label);
  const known = named.filter((one) => one[key] !== null);
  if (known.length === 0) return `${what}: undefined.`;
  const text = (one: (typeof known)[number]) => `${shown(one.label)} (${one[key]!.toFixed(3)})`;
  if (known.length <= MOST_NAMED) return `${what}: ${known.map(text).join(", ")}.`;
  const sorted = known.toSorted((a, b) => a[key]! - b[key]!);
  return `${what}: from ${text(sorted[0]!)} to ${text(sorted.at(-1)!)}.`;
}
