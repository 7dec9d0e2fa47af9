import { messages as dataMessages } from "../data/split/messages.ts";
import { messages } from "./messages.ts";
import type { EpochRecord, History, LeakKind, LeakRecord, Run } from "../layout.ts";

/** With fewer images the interval of an accuracy is wider than 0.2 at its worst. */
const FEW_IMAGES = 100;

/** What a reader would otherwise take the figures for. */
export function cautions(run: Pick<Run, "metrics" | "predictions" | "history" | "data">): string[] {
  const { metrics, predictions } = run;
  const { images, split, accuracyInterval, majorityClassAccuracy, classes } = metrics;
  const answers = new Set(predictions.map(({ predicted }) => predicted));
  const [answer] = answers;
  const names = classes.map(({ label }) => label);
  const lacked = classes.flatMap(({ label, support }) => (support === 0 ? label : []));
  return [
    ...leakCautions(run),
    ...(lacked.length > 0 ? [dataMessages.classesNotInSplit(split, lacked, names)] : []),
    ...(answers.size === 1 ? [messages.oneAnswer(answer!)] : []),
    ...(accuracyInterval.low <= majorityClassAccuracy
      ? [messages.notAboveMajority(accuracyInterval, majorityClassAccuracy)]
      : []),
    ...lateWeights(run),
    ...(images < FEW_IMAGES ? [messages.fewImages(images, split, accuracyInterval)] : []),
  ];
}

/** Kinds in which an image of the evaluated split is in another one too, and those in which a label is in doubt. */
const leaking: readonly LeakKind[] = ["same-pixels", "near-duplicate", "shared-group"];
const doubtful: readonly LeakKind[] = ["two-labels", "near-two-labels"];

/** What leaks do to the accuracy: only those count that images of the evaluated split are part of. */
function leakCautions({
  metrics: { split },
  predictions,
  data,
}: Pick<Run, "metrics" | "predictions" | "data">): string[] {
  const evaluated = data.images.filter((image) => image.split === split);
  const partsOf = (kinds: readonly LeakKind[], isMeant: (leak: LeakRecord) => boolean) => {
    const leaks = (data.leaks ?? []).filter((leak) => kinds.includes(leak.kind) && isMeant(leak));
    const named = new Set(leaks.flatMap(({ files }) => files));
    // Of a group the record names one image of each split.
    const groups = new Set(leaks.flatMap(({ group }) => group ?? []));
    const files = evaluated
      .filter(({ file, group }) => named.has(file) || (group !== undefined && groups.has(group)))
      .map(({ file }) => file);
    return {
      files: new Set(files),
      kinds: kinds.filter((kind) => leaks.some((leak) => leak.kind === kind)),
    };
  };
  const leaked = partsOf(leaking, ({ splits }) => splits.length > 1 && splits.includes(split));
  const doubted = partsOf(doubtful, ({ splits }) => splits.includes(split));
  const others = predictions.filter(({ file }) => !leaked.files.has(file));
  const right = others.filter(({ actual, predicted }) => actual === predicted).length;
  const total = predictions.length;
  return [
    ...(leaked.files.size > 0
      ? [
          messages.leaked(leaked.files.size, total, split, leaked.kinds, {
            images: others.length,
            accuracy: right / others.length,
          }),
        ]
      : []),
    ...(doubted.files.size > 0 ? [messages.labelsInDoubt(doubted.files.size, total, split)] : []),
  ];
}

/** So much accuracy the last epoch may lose and still be as good as the best, for all that anyone can tell. */
const LEAST_LOST = 0.02;

/** The epoch of the lowest held-out loss, where the accuracy after the last one is clearly lower than after it. */
export function betterEpoch({
  history: { heldOut, epochs },
  metrics,
  data,
}: Pick<Run, "history" | "data"> & { metrics: Pick<Run["metrics"], "weights"> }): {
  best: EpochRecord;
  last: EpochRecord;
} | null {
  const [best, last] = [lowestLoss(epochs), epochs.at(-1)];
  if (metrics.weights.use === "best" || !best || !last) return null;
  const images = Object.values(data.counts[heldOut] ?? {}).reduce((sum, count) => sum + count, 0);
  const share = best.heldOutAccuracy;
  const noise = 2 * Math.sqrt((share * (1 - share)) / Math.max(1, images));
  return share - last.heldOutAccuracy > Math.max(LEAST_LOST, noise) ? { best, last } : null;
}

function lowestLoss(epochs: History["epochs"]): EpochRecord | undefined {
  return epochs.reduce<EpochRecord | undefined>(
    (best, epoch) => (best && !(epoch.heldOutLoss < best.heldOutLoss) ? best : epoch),
    undefined,
  );
}

function lateWeights(run: Pick<Run, "metrics" | "history" | "data">): string[] {
  const found = betterEpoch(run);
  return found ? [messages.lastEpochWorse(run.history.heldOut, found.best, found.last)] : [];
}
