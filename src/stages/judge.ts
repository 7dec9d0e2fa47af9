import { reportSheet } from "../data/augment/preview.ts";
import { confusionMatrix, largest } from "../evaluate/confusion.ts";
import { groupsOf } from "../evaluate/groups.ts";
import { metrics } from "../evaluate/metrics.ts";
import { makePictures } from "../evaluate/pictures.ts";
import { files, type PredictionRecord } from "../layout.ts";
import { jsonText } from "../json-text.ts";
import { metricsText, parsePredictions, predictionsText } from "../run/text.ts";
import type { Effects } from "./effects.ts";
import type { Fitted } from "./fit.ts";
import type { Sink } from "./open-run.ts";
import type { Learner, Prepared } from "./prepare.ts";

/** Predicts the held-out images, and writes what the predictions come to. @returns pictures by their names in the run */
export async function judge(
  prepared: Prepared,
  { weights }: Fitted,
  sink: Sink,
  { reporter }: Effects,
): Promise<Map<string, string | Uint8Array>> {
  const { checked, dataset, engine, network, learner } = prepared;
  const { resolved } = checked.experiment;
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
    augmentation: await reportSheet(dataset.splits.train!, classes, resolved),
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
