import { parseDocument } from "yaml";
import { RunError } from "../errors.ts";
import { rounded } from "../evaluate/rounded.ts";
import { jsonText } from "../json-text.ts";
import { messages } from "./messages.ts";
import { sealOf } from "./seals.ts";
import { csvText, guard, parseCsv, unguard, type CsvRow } from "./csv.ts";
import {
  extraMonitors,
  files,
  type DataRecord,
  type EpochRecord,
  type ExtraMonitor,
  type History,
  type Metrics,
  type ImageNote,
  type ImageRecord,
  LISTS,
  type PredictionRecord,
  type Split,
} from "../layout.ts";

/**
 * history.csv. Losses and accuracies have 6 decimals: training is in 32-bit floats, whose 7 digits hold no more, and
 * a column of one width reads well in a diff. The learning rate keeps every digit.
 */
export function historyText({ heldOut, monitor, epochs }: History): string {
  const rows = epochs.map((record) => [
    String(record.epoch),
    record.trainLoss.toFixed(6),
    record.trainAccuracy.toFixed(6),
    record.heldOutLoss.toFixed(6),
    record.heldOutAccuracy.toFixed(6),
    ...(monitor ? [record.monitored!.toFixed(6)] : []),
    String(record.learningRate),
  ]);
  return csvText([historyColumns(heldOut, monitor), ...rows]);
}

/** @throws RunError with the line that is no epoch */
export function parseHistory(text: string, file: string = files.history): History {
  const [header, ...rows] = parseCsv(text, file);
  const kinds = (["validation", "test"] as const).flatMap((heldOut) =>
    [undefined, ...extraMonitors].map((monitor) => ({ heldOut, ...(monitor && { monitor }) })),
  );
  const kind = kinds.find(
    ({ heldOut, monitor }) => historyColumns(heldOut, monitor).join() === header?.cells.join(),
  );
  if (!kind) throw new RunError(messages.wrongColumns(file, historyColumns("validation")));
  const epochs = rows.map((row, index) => parseEpoch(row, index + 1, kind.monitor, file));
  return { ...kind, epochs };
}

/**
 * predictions.csv. Probabilities have up to 9 significant digits: the fewest that tell any two 32-bit floats apart,
 * so that the largest stays the largest and the log loss stays within 1e-9 of itself.
 */
export function predictionsText(
  classes: readonly string[],
  predictions: readonly PredictionRecord[],
): string {
  const header = ["file", "actual", "predicted", ...classes.map((name) => `p(${name})`)];
  const rows = predictions.map(({ file, actual, predicted, probabilities }) => [
    ...[file, actual, predicted].map(guard),
    ...probabilities.map((probability) => String(Number(probability.toPrecision(9)))),
  ]);
  return csvText([header, ...rows]);
}

/** metrics.json. */
export function metricsText(metrics: Metrics): string {
  return jsonText(rounded(metrics));
}

export interface Predictions {
  classes: string[];
  predictions: PredictionRecord[];
}

/** @throws RunError with the line that is no prediction */
export function parsePredictions(text: string, file: string = files.predictions): Predictions {
  const [header, ...rows] = parseCsv(text, file);
  const [first, second, third, ...columns] = header!.cells;
  const classes = columns.map((column) => column.slice(2, -1));
  const expected = ["file", "actual", "predicted", ...classes.map((name) => `p(${name})`)];
  if ([first, second, third, ...columns].some((column, index) => column !== expected[index])) {
    throw new RunError(
      messages.wrongColumns(file, ["file", "actual", "predicted", "p(first class)", "…"]),
    );
  }
  const predictions = rows.map((row) => {
    const [name, actual, predicted, ...probabilities] = cellsOf(row, expected.length, file);
    return {
      file: unguard(name!),
      actual: unguard(actual!),
      predicted: unguard(predicted!),
      probabilities: probabilities.map((cell) => numberOf(cell, row.line, file)),
    };
  });
  return { classes, predictions };
}

/** data.json, and the file of the images that it names. The counts are in the order of the classes. */
export function dataTexts({ images, ...record }: DataRecord): {
  data: string;
  list: { path: string; text: string };
} {
  const text = imagesText(images);
  const path = `../${LISTS}/${sealOf(text).slice(0, LIST_DIGITS)}.csv`;
  const { formatVersion, folder, ...rest } = record;
  const counts = orderedCounts(record);
  return {
    data: jsonText({ formatVersion, folder, list: path, ...rest, counts }),
    list: { path, text },
  };
}

/** Digits of the SHA-256 of its content that a list of images is called by. */
const LIST_DIGITS = 16;
const listColumns = ["split", "label", "file", "sha256", "group", "notes"];

/** A row per image; what it has none of is empty. */
function imagesText(images: readonly ImageRecord[]): string {
  const rows = images.map(({ split, label, file, sha256, group, notes = [] }) => [
    split,
    guard(label),
    guard(file),
    sha256,
    guard(group ?? ""),
    notes.join(" "),
  ]);
  return csvText([listColumns, ...rows]);
}

/** @throws RunError where it is not what its name says, or with the line that is no image */
export function parseImages(text: string, file: string): ImageRecord[] {
  if (!file.includes(sealOf(text).slice(0, LIST_DIGITS)))
    throw new RunError(messages.changedSince(file));
  const [header, ...rows] = parseCsv(text, file);
  if (header!.cells.join() !== listColumns.join())
    throw new RunError(messages.wrongColumns(file, listColumns));
  return rows.map((row) => {
    const [split, label, name, sha256, group, notes] = cellsOf(row, listColumns.length, file);
    return {
      split: split as Split,
      label: unguard(label!),
      file: unguard(name!),
      sha256: sha256!,
      ...(group !== "" && { group: unguard(group!) }),
      ...(notes !== "" && { notes: notes!.split(" ") as ImageNote[] }),
    };
  });
}

/** Images of each class in each split, in the order of the classes. */
export function orderedCounts({
  counts,
  classes,
}: Pick<DataRecord, "counts" | "classes">): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(counts).map(([split, ofSplit]) => [
      split,
      new Map(classes.map((name) => [name, Object.hasOwn(ofSplit, name) ? ofSplit[name]! : 0])),
    ]),
  );
}

/** @throws RunError with the line where the text stops being JSON */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!text.endsWith("\n")) throw new RunError(messages.torn(file, text.split("\n").length));
    // JSON.parse does not say where it stopped; YAML, of which JSON is a part, does.
    const { errors } = parseDocument(text, { schema: "json" });
    throw new RunError(messages.notJson(file, errors[0]?.linePos?.[0].line));
  }
}

/** The column of a monitored figure, after `validation_`. */
const monitorColumns: Readonly<Record<ExtraMonitor, string>> = {
  balancedAccuracy: "balanced_accuracy",
  f1: "f1",
  auc: "auc",
};

function historyColumns(heldOut: History["heldOut"], monitor?: ExtraMonitor): string[] {
  return [
    "epoch",
    "train_loss",
    "train_accuracy",
    `${heldOut}_loss`,
    `${heldOut}_accuracy`,
    ...(monitor ? [`${heldOut}_${monitorColumns[monitor]}`] : []),
    "learning_rate",
  ];
}

function parseEpoch(
  row: CsvRow,
  expected: number,
  monitor: ExtraMonitor | undefined,
  file: string,
): EpochRecord {
  const numbers = cellsOf(row, monitor ? 7 : 6, file).map((cell) => numberOf(cell, row.line, file));
  const [epoch, trainLoss, trainAccuracy, heldOutLoss, heldOutAccuracy, ...rest] = numbers;
  if (epoch !== expected) throw new RunError(messages.wrongEpoch(file, row.line, epoch!, expected));
  return {
    epoch,
    trainLoss: trainLoss!,
    trainAccuracy: trainAccuracy!,
    heldOutLoss: heldOutLoss!,
    heldOutAccuracy: heldOutAccuracy!,
    ...(monitor && { monitored: rest[0]! }),
    learningRate: rest.at(-1)!,
  };
}

function cellsOf({ line, cells }: CsvRow, expected: number, file: string): string[] {
  if (cells.length !== expected)
    throw new RunError(messages.wrongCellCount(file, line, cells.length, expected));
  return cells;
}

/** NaN and Infinity are numbers here: a loss may have become one. */
function numberOf(cell: string, line: number, file: string): number {
  const value = Number(cell);
  if (cell.trim() === "" || (Number.isNaN(value) && cell !== "NaN")) {
    throw new RunError(messages.notANumber(file, line, cell));
  }
  return value;
}
