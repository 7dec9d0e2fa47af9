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

/** Predicts the held-out images of a run, and writes what the predictions come to. @returns see judgeImages */
export async function judge(
  prepared: Prepared,
  { weights }: Fitted,
  sink: Sink,
  effects: Effects,
): Promise<Map<string, string | Uint8Array>> {
  const { resolved } = prepared.checked.experiment;
  const { classes, splits } = prepared.dataset;
  const augmentation = await reportSheet(splits.train!, classes, resolved);
  const thresholds = await thresholdsOf(prepared, resolved);
  return judgeImages(
    { ...prepared, resolved },
    { weights, augmentation, ...(thresholds && { thresholds }) },
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
  if (wantedShare(evaluate) === null || !splits.validation || !splits.test) return null;
  const { predictions } = await predict(learner, "validation", data.batchSize);
  const groupOf = groupsOf(record);
  const chosenOn = { split: "validation" as const, classes, predictions, groupOf };
  return chooseThresholds({ ...chosenOn, settings: evaluate, seed });
}

/** What is judged beside the images. */
export interface Judged extends Pick<PicturesContext, "augmentation">, Pick<Metrics, "weights"> {
  /** Chosen on other images. */
  thresholds?: Thresholds;
}

/** Predicts images and writes what the predictions come to. @returns pictures by their names in the run */
export async function judgeImages(
  { engine, network, learner, dataset, resolved }: Judge,
  { weights, augmentation, thresholds }: Judged,
  sink: Sink,
  { reporter }: Effects,
): Promise<Map<string, string | Uint8Array>> {
  const { classes } = dataset;
  const split = dataset.splits.test ? "test" : "validation";
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
    count: resolved.evaluate.pictures,
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
