import { alternatives, count, grouped, label, quote } from "../wording.ts";
import type { EpochRecord, EvaluationRecord, Interval, LeakKind, StopRecord } from "../layout.ts";
import type { Monitor } from "./monitor.ts";

/** What Lamina says about the evaluation, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Report
  leaked: (
    leaked: number,
    images: number,
    split: string,
    kinds: readonly LeakKind[],
    rest: { images: number; accuracy: number },
  ) =>
    `${leaked} of the ${count(images, `${split} image`)} ${leaked === 1 ? "leaks" : "leak"}: ${alternatives(kinds.map((kind) => leakNames[kind]!))} is in another split too. The accuracy is likely too high${rest.images > 0 ? `; on the other ${rest.images} it is ${rest.accuracy.toFixed(3)}` : ", and no other image is left to judge by"}.`,
  judgedElsewhere: (folder: string, { map, dropped, compared }: EvaluationRecord) =>
    [
      `The test images are from elsewhere, ${quote(folder)}, and not the run's own.`,
      ...(Object.keys(map).length > 0
        ? [
            `Classes are taken as others: ${Object.entries(map)
              .map(([theirs, ours]) => `${label(theirs)} as ${label(ours)}`)
              .join(", ")}.`,
          ]
        : []),
      ...Object.entries(dropped).map(
        ([name, images]) => `${count(images, "image")} of ${label(name)} dropped.`,
      ),
      compared === null
        ? "Whether the run has seen them before is not known: its list of images was not there."
        : `They were held against the run's ${grouped(compared.images)} training and validation images by their content${compared.pictures === compared.images ? " and by what they show" : `, and against ${grouped(compared.pictures)} of these by what they show; the others were not where they had been`}.`,
    ].join(" "),
  labelsInDoubt: (doubted: number, images: number, split: string) =>
    `${doubted} of the ${count(images, `${split} image`)} ${doubted === 1 ? "has" : "have"} the same picture, or nearly the same, under another label: what is counted as wrong may be right.`,
  oneAnswer: (answer: string) =>
    `Every image was predicted as ${label(answer)}: the network does not tell the classes apart.`,
  notAboveMajority: ({ low }: Interval, majority: number) =>
    `The accuracy may be no better than the majority-class baseline: its interval begins at ${low.toFixed(3)}, and always predicting the most frequent class gives ${majority.toFixed(3)}.`,
  lastEpochWorse: (heldOut: string, best: EpochRecord, last: EpochRecord) =>
    `The last epoch is not the best one: ${heldOut} accuracy was ${best.heldOutAccuracy.toFixed(3)} after epoch ${best.epoch}, where the loss is lowest, and is ${last.heldOutAccuracy.toFixed(3)} after epoch ${last.epoch}, whose weights were judged. ${heldOut === "validation" ? `evaluate.weights: best takes those of epoch ${best.epoch}.` : "With a validation split, evaluate.weights: best takes those of the best epoch."}`,
  fewImages: (images: number, split: string, { low, high }: Interval) =>
    `There ${images === 1 ? "is" : "are"} only ${count(images, `${split} image`)}, so the accuracy is not known well: anything from ${low.toFixed(3)} to ${high.toFixed(3)} is plausible.`,
  whyBest: (monitor: Monitor) =>
    `whose validation ${monitorNames[monitor]} is the ${monitor === "loss" ? "lowest" : "highest"}`,
  stoppedEarly: ({ by, epoch }: StopRecord) =>
    by === "earlyStopping"
      ? `Training stopped after epoch ${epoch}: the validation split had stopped getting better.`
      : by === "halving"
        ? `Training stopped after epoch ${epoch}: other trials of the sweep were better by then.`
        : `Training stopped after epoch ${epoch}: its time was over (train.maxMinutes).`,
};

const leakNames: Readonly<Partial<Record<LeakKind, string>>> = {
  "same-pixels": "the same picture",
  "near-duplicate": "nearly the same picture",
  "shared-group": "the same group",
};

/** What the figures are called in a sentence. */
export const monitorNames: Readonly<Record<Monitor, string>> = {
  loss: "loss",
  accuracy: "accuracy",
  balancedAccuracy: "balanced accuracy",
  f1: "macro F1",
  auc: "area under the ROC curve",
};
