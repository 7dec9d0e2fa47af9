import type { PredictionRecord } from "../layout.ts";

/** A wrong prediction and how certain it was. */
export interface Mistake extends PredictionRecord {
  /** Probability of the class that was predicted, and of the right one. */
  ofPredicted: number;
  ofActual: number;
}

/** The wrong predictions that the network was most certain of, the most certain first. */
export function mostCertain(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
): Mistake[] {
  return mistakes(predictions, classes).toSorted(
    (a, b) => b.ofPredicted - a.ofPredicted || byFile(a, b),
  );
}

/** The wrong predictions with the largest loss, the largest first. Of two classes they are the most certain ones. */
export function worst(
  predictions: readonly PredictionRecord[],
  classes: readonly string[],
): Mistake[] {
  return mistakes(predictions, classes).toSorted((a, b) => a.ofActual - b.ofActual || byFile(a, b));
}

function mistakes(predictions: readonly PredictionRecord[], classes: readonly string[]): Mistake[] {
  const numbers = new Map(classes.map((label, index) => [label, index]));
  return predictions
    .filter(({ actual, predicted }) => actual !== predicted)
    .map((prediction) => ({
      ...prediction,
      ofPredicted: prediction.probabilities[numbers.get(prediction.predicted)!]!,
      ofActual: prediction.probabilities[numbers.get(prediction.actual)!]!,
    }));
}

function byFile(a: Mistake, b: Mistake): number {
  return a.file < b.file ? -1 : 1;
}
