import {
  formatVersions,
  type ConfusionMatrix,
  type Metrics,
  type PredictionRecord,
} from "../layout.ts";

/** The class of the largest probability; the first of equals. */
export function largest(probabilities: readonly number[]): number {
  return probabilities.reduce(
    (best, value, index) => (value > probabilities[best]! ? index : best),
    0,
  );
}

export function confusionMatrix(
  split: Metrics["split"],
  classes: string[],
  predictions: readonly PredictionRecord[],
): ConfusionMatrix {
  const number = new Map(classes.map((label, index) => [label, index]));
  const counts = classes.map(() => classes.map(() => 0));
  for (const { actual, predicted } of predictions) {
    counts[number.get(actual)!]![number.get(predicted)!]! += 1;
  }
  return { formatVersion: formatVersions.confusionMatrix, split, classes, counts };
}
