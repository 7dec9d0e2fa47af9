import { maximum } from "../arrays.ts";
import { RunError } from "../errors.ts";
import { confusionMatrix } from "../evaluate/confusion.ts";
import { groupsOf } from "../evaluate/groups.ts";
import { metrics } from "../evaluate/metrics.ts";
import { rounded } from "../evaluate/rounded.ts";
import { files, type Interval, type Metrics, type PredictionRecord, type Run } from "../layout.ts";
import { messages } from "./messages.ts";

/**
 * Holds the files of a run against one another: one of another run, or one that was edited, would give figures that
 * contradict each other. Every figure is worked out from the predictions again, but for what the bootstrap draws: of
 * an interval it is only seen that it is one.
 *
 * @param columns classes that predictions.csv has a probability of
 * @param label what the run is called
 * @throws RunError naming two files that disagree, and on what
 */
export function checkAgreement(run: Run, columns: readonly string[], label: string): void {
  for (const [first, second, on] of disagreements(run, columns))
    throw new RunError(messages.filesDisagree(label, first, second, on));
}

/** Of more, to sort which takes seconds, the counts and the accuracy alone are worked out again. */
const MOST_PROBABILITIES = 5e6;

/** Each is looked for where those before it are not found. */
function* disagreements(
  run: Run,
  columns: readonly string[],
): Generator<[first: string, second: string, on: string]> {
  const { data, history, metrics: figures, predictions, confusionMatrix: matrix, resolved } = run;
  const { classes } = data;
  const { data: images, predictions: judged, confusionMatrix: counted } = files;
  const isOther = (others: readonly string[]) => !Bun.deepEquals(others, classes);
  if (!isTally(data)) yield [images, images, "the number of images"];
  if (isOther(columns)) yield [images, judged, "the classes"];
  if (isOther(figures.classes.map(({ label }) => label)))
    yield [images, files.metrics, "the classes"];
  const isSquare = [matrix.counts, ...matrix.counts].every(
    ({ length }) => length === classes.length,
  );
  if (isOther(matrix.classes) || !isSquare) yield [images, counted, "the classes"];
  const known = new Set(classes);
  if (!predictions.every(({ actual, predicted }) => known.has(actual) && known.has(predicted)))
    yield [images, judged, "the classes"];
  if (predictions.length !== figures.images) yield [judged, files.metrics, "the number of images"];
  const total = matrix.counts.flat().reduce((sum, count) => sum + count, 0);
  if (predictions.length !== total) yield [judged, counted, "the number of images"];
  if (figures.split !== matrix.split) yield [files.metrics, counted, "what split was evaluated"];
  const evaluated = data.images.filter(({ split }) => split === figures.split);
  if (predictions.length === 0 || !areOf(predictions, evaluated))
    yield [images, judged, "the images that were evaluated"];
  const unsure = predictions.find((prediction) => !isAnswer(prediction, classes));
  if (unsure) yield [judged, judged, `what was predicted of ${unsure.file}`];
  const counts = confusionMatrix(figures.split, classes, predictions);
  if (!Bun.deepEquals(matrix.counts, counts.counts)) yield [judged, counted, "the counts"];

  const isLifted = figures.weights.epoch === null;
  const right = counts.counts.reduce((sum, row, label) => sum + row[label]!, 0);
  const figure =
    predictions.length * classes.length > MOST_PROBABILITIES
      ? differingFigure({ accuracy: figures.accuracy }, { accuracy: right / total }, isLifted)
      : differingFigure(figures, figuresOf(run, 0), isLifted);
  if (figure) yield [judged, files.metrics, figure];
  const { epoch, stopped } = figures.weights;
  if (epoch === null) return;
  const { length } = history.epochs;
  if (epoch < 1 || epoch > length || (stopped && stopped.epoch !== length))
    yield [files.history, files.metrics, "the epochs"];
  if (stopped ? length > resolved.train.epochs : length !== resolved.train.epochs)
    yield [files.history, files.resolved, "the epochs"];
}

/** Metrics as a run's predictions give them. @param resamples of the bootstrap, which takes nearly all of the time */
export function figuresOf(
  { metrics: known, data, predictions, resolved }: Run,
  resamples = resolved.evaluate.resamples,
): Metrics {
  const point = known.positive?.operatingPoint;
  const figures = metrics({
    ...(point?.chosen !== undefined && {
      thresholds: {
        images: point.chosen,
        groups: known.groups?.positive?.operatingPoint?.chosen ?? null,
      },
    }),
    split: known.split,
    classes: data.classes,
    predictions,
    groupOf: groupsOf(data),
    weights: known.weights,
    settings: { ...resolved.evaluate, resamples },
    seed: resolved.seed,
  });
  return rounded(figures);
}

/** Whether the counts are of the images that there are. */
function isTally({ counts, images }: Run["data"]): boolean {
  const left = new Map<string, number>();
  const add = (split: string, label: string, count: number) => {
    const key = JSON.stringify([split, label]);
    left.set(key, (left.get(key) ?? 0) + count);
  };
  for (const [split, ofSplit] of Object.entries(counts))
    for (const [label, count] of Object.entries(ofSplit)) add(split, label, count);
  for (const { split, label } of images) add(split, label, -1);
  return [...left.values()].every((count) => count === 0);
}

function areOf(predictions: readonly PredictionRecord[], images: Run["data"]["images"]): boolean {
  const labels = new Map(images.map(({ file, label }) => [file, label]));
  return (
    predictions.length === images.length &&
    // Each of them once.
    predictions.every(({ file, actual }) => labels.get(file) === actual && labels.delete(file))
  );
}

/** How far probabilities, as 32-bit floats, may be from 1 together. */
const MOST_ROUNDING = 1e-5;

/** Whether the class is one of the largest probability, and all probabilities are 1 together. */
function isAnswer(
  { predicted, probabilities }: PredictionRecord,
  classes: readonly string[],
): boolean {
  const sum = probabilities.reduce((part, value) => part + value, 0);
  const isSure = probabilities[classes.indexOf(predicted)] === maximum(probabilities);
  return isSure && Math.abs(sum - 1) <= MOST_ROUNDING;
}

/**
 * Of a figure and what the predictions come to, as a share of it: metrics.json may hold ten digits, and another processor
 * or engine round its logarithms otherwise.
 */
const MOST_DIFFERENCE = 1e-9;

/**
 * @param isLifted whether the record is of a version that lacked most figures, and had 0 for an undefined one
 * @returns the first figure that is another: "accuracy: 0.99, where the predictions come to 0.88"; null where none is
 */
function differingFigure(stored: object, now: object, isLifted: boolean): string | null {
  for (const [key, value] of Object.entries(stored) as [string, unknown][]) {
    const found = (now as Record<string, unknown>)[key];
    if (isLifted && isLacking(key, value, found)) continue;
    if (/[iI]nterval/.test(key)) {
      const odd = oddInterval(value, key);
      if (odd !== null) return odd;
    } else if (isRecord(value) && isRecord(found)) {
      if (Array.isArray(value) && value.length !== (found as unknown[]).length) return key;
      const inner = differingFigure(value, found, isLifted);
      if (inner !== null) return `${nameOf(value, key)}.${inner}`;
    } else if (!isAlike(value, found)) {
      return messages.figureDiffers(key, value, found ?? null);
    }
  }
  return null;
}

function isLacking(key: string, value: unknown, found: unknown): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value === null || isEmpty || (value === 0 && found === null) || key === "resampled";
}

/** @returns the name of an interval that is none: the wrong way round, or outside of where its figure can be */
function oddInterval(value: unknown, key: string): string | null {
  if (!isRecord(value)) return null;
  if ("low" in value && "high" in value) {
    const { low, high } = value as Interval;
    const [least, most] = rangeOf(key);
    return low <= high && low >= least && high <= most ? null : key;
  }
  for (const [name, inner] of Object.entries(value)) {
    const odd = oddInterval(inner, name);
    if (odd !== null) return `${key}.${odd}`;
  }
  return null;
}

function rangeOf(figure: string): readonly [number, number] {
  if (figure === "loss" || figure === "brier") return [0, Infinity];
  const least = figure === "kappa" || figure === "matthews" ? -1 : 0;
  return [least - MOST_DIFFERENCE, 1 + MOST_DIFFERENCE];
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Classes go by their names. */
function nameOf(value: object, key: string): string {
  return "support" in value && "label" in value ? String(value.label) : key;
}

function isAlike(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= MOST_DIFFERENCE * Math.max(Math.abs(a), Math.abs(b));
}
