import type { PredictionRecord } from "../layout.ts";

/** A prediction and how certain it was. */
export interface Judged extends PredictionRecord {
  /** Probability of the class that was predicted, and of the right one. */
  ofPredicted: number;
  ofActual: number;
}

/** The wrong predictions that the network was most certain of, the most certain first. */
export function mostCertain(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
): Judged[] {
  return judged(predictions, classes, isWrong).toSorted(byCertainty);
}

/** The wrong predictions with the largest loss, the largest first. Of two classes they are the most certain ones. */
export function worst(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
): Judged[] {
  return judged(predictions, classes, isWrong).toSorted(
    (a, b) => a.ofActual - b.ofActual || byFile(a, b),
  );
}

/**
 * The right predictions that the network was most certain of. The classes take turns: the first of each, the most
 * certain of them first, then the second of each, and so on.
 */
export function typical(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
): Judged[] {
  const right = judged(predictions, classes, (one) => !isWrong(one)).toSorted(byCertainty);
  const turns = new Map<string, number>();
  const placed = right.map((one) => {
    const turn = turns.get(one.actual) ?? 0;
    turns.set(one.actual, turn + 1);
    return { one, turn };
  });
  return placed.toSorted((a, b) => a.turn - b.turn).map(({ one }) => one);
}

function judged(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
  isWanted: (prediction: PredictionRecord) => boolean,
): Judged[] {
  const numbers = new Map(classes.map((label, index) => [label, index]));
  return predictions.filter(isWanted).map((prediction) => ({
    ...prediction,
    ofPredicted: prediction.probabilities[numbers.get(prediction.predicted)!]!,
    ofActual: prediction.probabilities[numbers.get(prediction.actual)!]!,
  }));
}

function isWrong({ actual, predicted }: PredictionRecord): boolean {
  return actual !== predicted;
}

function byCertainty(a: Judged, b: Judged): number {
  return b.ofPredicted - a.ofPredicted || byFile(a, b);
}

function byFile(a: Judged, b: Judged): number {
  return a.file < b.file ? -1 : 1;
}
