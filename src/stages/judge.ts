import { reportSheet } from "../data/augment/preview.ts";
import { confusionMatrix, largest } from "../evaluate/confusion.ts";
import { groupsOf } from "../evaluate/groups.ts";
import { metrics } from "../evaluate/metrics.ts";
import { chooseThresholds, type Thresholds, wantedShare } from "../evaluate/operating.ts";
import { makePictures, type PicturesContext } from "../evaluate/pictures.ts";
import { files, type Metrics, type PredictionRecord } from "../layout.ts";
import { jsonText } from "../json-text.ts";
import { metricsText, parsePredictions, predictionsText } from "../run/text.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { Effects } from "./effects.ts";
import type { Fitted } from "./fit.ts";
import type { Sink } from "./open-run.ts";
import type { Learner, Prepared } from "./prepare.ts";

/** What can judge images. */
export type Judge = Pick<Prepared, "engine" | "network" | "learner" | "dataset"> & {
  resolved: ResolvedExperiment;
};

/**
 * Predicts the held-out images of a run, and writes what the predictions come to.
 * @param withPictures whether any are made
 * @returns see judgeImages
 */
export async function judge(
  prepared: Prepared,
  { weights }: Fitted,
  sink: Sink,
  effects: Effects,
  { withPictures = true } = {},
): Promise<Map<string, string | Uint8Array>> {
  const { resolved } = prepared.checked.experiment;
  const { classes, splits } = prepared.dataset;
  const augmentation = withPictures ? await reportSheet(splits.train!, classes, resolved) : null;
  const thresholds = await thresholdsOf(prepared, resolved);
  return judgeImages(
    { ...prepared, resolved },
    { weights, augmentation, withPictures, ...(thresholds && { thresholds }) },
    sink,
    effects,
  );
}

/** Chosen on the validation images, where there are some beside those that are judged; null where they are not. */
async function thresholdsOf(
  { learner, dataset }: Prepared,
  { data, evaluate, seed }: ResolvedExperiment,
): Promise<Thresholds | null> {
  const { classes, splits, record } = dataset;
  if (wantedShare(evaluate) === null || !splits.validation) return null;
  if (judgedSplit(evaluate, splits) !== "test") return null;
  const { predictions } = await predict(learner, "validation", data.batchSize);
  const groupOf = groupsOf(record);
  const chosenOn = { split: "validation" as const, classes, predictions, groupOf };
  return chooseThresholds({ ...chosenOn, settings: evaluate, seed });
}

/** The split that a run is judged on. */
function judgedSplit(
  { split }: ResolvedExperiment["evaluate"],
  splits: Prepared["dataset"]["splits"],
): "validation" | "test" {
  // Images from elsewhere are the test images, whatever the run was judged on.
  if (split !== undefined && splits[split]) return split;
  return splits.test ? "test" : "validation";
}

/** What is judged beside the images. */
export interface Judged extends Pick<PicturesContext, "augmentation">, Pick<Metrics, "weights"> {
  /** Chosen on other images. */
  thresholds?: Thresholds;
  /** Whether pictures are made; they are by default. */
  withPictures?: boolean;
}

/** Predicts images and writes what the predictions come to. @returns pictures by their names in the run */
export async function judgeImages(
  { engine, network, learner, dataset, resolved }: Judge,
  { weights, augmentation, thresholds, withPictures = true }: Judged,
  sink: Sink,
  { reporter }: Effects,
): Promise<Map<string, string | Uint8Array>> {
  const { classes } = dataset;
  const split = judgedSplit(resolved.evaluate, dataset.splits);
  const { text, predictions } = await predict(learner, split, resolved.data.batchSize);
  await sink.write(files.predictions, text);
  const figures = metrics({
    split,
    classes,
    predictions,
    groupOf: groupsOf(dataset.record),
    weights,
    settings: resolved.evaluate,
    ...(thresholds && { thresholds }),
    seed: resolved.seed,
    onResampled: reporter.resampled,
  });
  await sink.write(files.metrics, metricsText(figures));
  await sink.write(files.confusionMatrix, jsonText(confusionMatrix(split, classes, predictions)));
  return makePictures({
    engine,
    network,
    classes,
    predictions,
    split: dataset.splits[split]!,
    count: withPictures ? resolved.evaluate.pictures : 0,
    augmentation,
  });
}

/** The predictions as their file tells them, so that every figure is reproducible from the file. */
async function predict(
  { predictor, dataset: { classes, splits } }: Learner,
  split: "validation" | "test",
  batchSize: number,
): Promise<{ text: string; predictions: PredictionRecord[] }> {
  const images = splits[split]!;
  const rows = await predictor.predict(images, batchSize);
  const records = rows.map((probabilities, index) => ({
    file: images.files[index]!,
    actual: classes[images.labels[index]!]!,
    predicted: classes[largest(probabilities)]!,
    probabilities,
  }));
  const text = predictionsText(classes, records);
  return { text, predictions: parsePredictions(text).predictions };
}
