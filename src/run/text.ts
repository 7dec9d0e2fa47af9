import { parseDocument } from "yaml";
import { RunError } from "../errors.ts";
import { rounded } from "../evaluate/rounded.ts";
import { jsonText } from "../json-text.ts";
import { messages } from "./messages.ts";
import { csvText, guard, parseCsv, unguard, type CsvRow } from "./csv.ts";
import {
  extraMonitors,
  files,
  type EpochRecord,
  type ExtraMonitor,
  type History,
  type Metrics,
  type PredictionRecord,
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
  const epochs = rows.map((row, index) => parseEpoch(row, index + 1, kind, file));
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
    ...probabilities.map(probabilityText),
  ]);
  return csvText([header, ...rows]);
}

export function probabilityText(probability: number): string {
  return String(Number(probability.toPrecision(9)));
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
      probabilities: probabilities.map((cell, index) =>
        numberOf(cell, { file, line: row.line, column: expected[index + 3]!, kind: "share" }),
      ),
    };
  });
  return { classes, predictions };
}

/** @throws RunError with the line where the text stops being JSON */
export function parseJson(text: string, file: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // Read as infinite, it would be any figure.
    if (/\d[eE]\+?\d{3}|\d{300}/.test(text)) refuseInfinite(value, file, "");
    return value;
  } catch (error) {
    if (error instanceof RunError) throw error;
    if (!text.endsWith("\n")) throw new RunError(messages.torn(file, text.split("\n").length));
    // JSON.parse does not say where it stopped; YAML, of which JSON is a part, does.
    const { errors } = parseDocument(text, { schema: "json" });
    throw new RunError(messages.notJson(file, errors[0]?.linePos?.[0].line));
  }
}

function refuseInfinite(value: unknown, file: string, place: string): void {
  if (value === Infinity || value === -Infinity)
    throw new RunError(messages.numberTooLarge(file, place));
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseInfinite(inner, file, `${place}/${key}`);
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
  { heldOut, monitor }: Pick<History, "heldOut" | "monitor">,
  file: string,
): EpochRecord {
  const columns = historyColumns(heldOut, monitor);
  const { line } = row;
  const cells = cellsOf(row, columns.length, file);
  const [epoch, trainLoss, trainAccuracy, heldOutLoss, heldOutAccuracy, ...rest] = cells.map(
    (cell, index) => {
      const column = columns[index]!;
      return numberOf(cell, { file, line, column, kind: kindOf(column) });
    },
  );
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

/** The cells of a row, of which there have to be so many. @throws RunError */
export function cellsOf({ line, cells }: CsvRow, expected: number, file: string): string[] {
  if (cells.length !== expected)
    throw new RunError(messages.wrongCellCount(file, line, cells.length, expected));
  return cells;
}

/** What a number of a CSV file may be. */
const ranges = {
  count: {
    isIn: (value: number) => Number.isSafeInteger(value) && value >= 1,
    says: "a whole number from 1",
  },
  // Accuracies and probabilities; NaN where it is undefined.
  share: { isIn: (value: number) => !(value < 0 || value > 1), says: "a number from 0 to 1" },
  // Losses, which may have become infinite, or NaN. A rounded one may be a little below 0.
  loss: { isIn: (value: number) => !(value < -1e-6), says: "a number from 0" },
  rate: { isIn: (value: number) => value >= 0 && value < Infinity, says: "a number from 0" },
} as const;

function kindOf(column: string): keyof typeof ranges {
  if (column === "epoch") return "count";
  if (column === "learning_rate") return "rate";
  return column.endsWith("_loss") ? "loss" : "share";
}

/** As `String` and `toFixed` write numbers: no other spelling is one here, such as 0x1, 1_000 or .5. */
const plainNumber = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]\d{1,3})?|NaN|-?Infinity)$/;

interface Cell {
  file: string;
  line: number;
  column: string;
  kind: keyof typeof ranges;
}

/** @throws RunError where a cell is no number, or none that it can be */
function numberOf(text: string, { file, line, column, kind }: Cell): number {
  const value = Number(text);
  const isSpelt = plainNumber.test(text) && (Number.isFinite(value) || /^-?[NI]/.test(text));
  if (!isSpelt) throw new RunError(messages.notANumber(file, line, text));
  const { isIn, says } = ranges[kind];
  if (!isIn(value)) throw new RunError(messages.outOfRange(file, line, text, column, says));
  return value;
}
