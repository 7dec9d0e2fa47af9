import { RunError } from "../errors.ts";
import { groupsOf } from "../evaluate/groups.ts";
import { metrics } from "../evaluate/metrics.ts";
import { rounded } from "../evaluate/rounded.ts";
import { messages } from "./messages.ts";
import { type DataRecord, files, LISTS, type Metrics, type Run } from "../layout.ts";
import {
  parseConfusionMatrix,
  parseData,
  parseMetrics,
  parseRequest,
  parseResolved,
} from "./records.ts";
import { extendedTexts } from "./kept.ts";
import { folderSource, readOptional, readRecord, type RunSource } from "./source.ts";
import { parseHistory, parseImages, parsePredictions } from "./text.ts";

/**
 * A run as the text files of its folder tell it.
 *
 * @throws RunError naming the file, and the line where there is one, when something is missing or damaged
 */
export function readRun(folder: string): Promise<Run> {
  return readRunFrom(folderSource(folder));
}

/** @throws RunError as `readRun` does */
export async function readRunFrom(source: RunSource): Promise<Run> {
  const { classes, predictions } = await readRecord(source, files.predictions, parsePredictions);
  const request = await readOptional(source, files.request, parseRequest);
  const run: Run = {
    name: source.name,
    experimentText: await readRecord(source, files.experiment, (text) => text),
    resolved: await readRecord(source, files.resolved, parseResolved),
    request,
    ...(await extendedTexts(source, request)),
    data: await readData(source),
    history: await readRecord(source, files.history, parseHistory),
    metrics: await readRecord(source, files.metrics, parseMetrics),
    predictions,
    confusionMatrix: await readRecord(source, files.confusionMatrix, parseConfusionMatrix),
  };
  checkAgreement(run, classes, source);
  return run.metrics.weights.epoch === null ? { ...run, metrics: workedOut(run) } : run;
}

/** data.json with the images that it names. @throws RunError */
export async function readData(source: RunSource): Promise<DataRecord> {
  const { list, images, ...record } = await readRecord(source, files.data, parseData);
  if (images) return { ...record, images };
  if (list === undefined || !isList(list))
    throw new RunError(messages.wrongRecord(source.place(files.data), "/list", "must name a list"));
  const known = await readOptional(source, list, parseImages);
  if (known === null) throw new RunError(messages.listMissing(source.place(list)));
  return { ...record, images: known };
}

/** Beside the run, and nowhere else. */
function isList(path: string): boolean {
  return new RegExp(`^\\.\\./${LISTS}/[0-9a-f]+\\.csv$`).test(path);
}

/** Metrics of a run whose metrics.json did not hold all of them yet. */
function workedOut({ metrics: known, data, predictions, resolved }: Run): Metrics {
  const figures = metrics({
    split: known.split,
    classes: data.classes,
    predictions,
    groupOf: groupsOf(data),
    weights: known.weights,
    settings: resolved.evaluate,
    seed: resolved.seed,
  });
  return rounded(figures);
}

/** A file of another run, or one that was edited, would give charts that contradict each other. */
function checkAgreement(
  { data, metrics: figures, predictions, confusionMatrix }: Run,
  columns: string[],
  source: RunSource,
): void {
  const known = new Set(data.classes);
  const sameAsData = (classes: readonly string[]) =>
    JSON.stringify(classes) === JSON.stringify(data.classes);
  const isSquare = [confusionMatrix.counts, ...confusionMatrix.counts].every(
    ({ length }) => length === known.size,
  );
  const total = confusionMatrix.counts.flat().reduce((sum, count) => sum + count, 0);
  const claims: [agree: boolean, first: string, second: string, on: string][] = [
    [sameAsData(columns), files.data, files.predictions, "the classes"],
    [
      sameAsData(figures.classes.map(({ label }) => label)),
      files.data,
      files.metrics,
      "the classes",
    ],
    [
      sameAsData(confusionMatrix.classes) && isSquare,
      files.data,
      files.confusionMatrix,
      "the classes",
    ],
    [
      predictions.every(({ actual, predicted }) => known.has(actual) && known.has(predicted)),
      files.data,
      files.predictions,
      "the classes",
    ],
    [
      predictions.length === figures.images,
      files.predictions,
      files.metrics,
      "the number of images",
    ],
    [
      predictions.length === total,
      files.predictions,
      files.confusionMatrix,
      "the number of images",
    ],
  ];
  for (const [agree, first, second, on] of claims) {
    if (!agree) throw new RunError(messages.filesDisagree(source.label, first, second, on));
  }
}
