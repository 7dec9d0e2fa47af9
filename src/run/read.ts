import { RunError } from "../errors.ts";
import { checkAgreement, figuresOf } from "./agreement.ts";
import { messages } from "./messages.ts";
import { type DataRecord, files, LISTS, type Run } from "../layout.ts";
import {
  parseConfusionMatrix,
  parseData,
  parseMetrics,
  parseRequest,
  parseResolved,
} from "./records.ts";
import { extendedTexts } from "./kept.ts";
import { folderSource, readOptional, readRecord, type RunSource, withSeals } from "./source.ts";
import { parseImages } from "./data-text.ts";
import { parseHistory, parsePredictions } from "./text.ts";

/**
 * A run as the text files of its folder tell it.
 *
 * @throws RunError naming the file, and the line where there is one, when something is missing or damaged
 */
export function readRun(folder: string): Promise<Run> {
  return readRunFrom(folderSource(folder));
}

/** What a run has before it trains: its experiment and its images. @throws RunError as `readRun` does */
export async function readBeginning(
  source: RunSource,
): Promise<Pick<Run, "name" | "experimentText" | "extended" | "request" | "resolved" | "data">> {
  const request = await readOptional(source, files.request, parseRequest);
  return {
    name: source.name,
    experimentText: await readRecord(source, files.experiment, (text) => text),
    resolved: await readRecord(source, files.resolved, parseResolved),
    request,
    ...(await extendedTexts(source, request)),
    data: await readData(source),
  };
}

/** @throws RunError as `readRun` does */
export async function readRunFrom(unsealed: RunSource): Promise<Run> {
  const source = await withSeals(unsealed);
  const { classes, predictions } = await readRecord(source, files.predictions, parsePredictions);
  const run: Run = {
    ...(await readBeginning(source)),
    history: await readRecord(source, files.history, parseHistory),
    metrics: await readRecord(source, files.metrics, parseMetrics),
    predictions,
    confusionMatrix: await readRecord(source, files.confusionMatrix, parseConfusionMatrix),
  };
  checkAgreement(run, classes, source.label);
  // Of format 1, which did not hold all figures.
  return run.metrics.weights.epoch === null ? { ...run, metrics: figuresOf(run) } : run;
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
