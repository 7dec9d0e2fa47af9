import { sum } from "./scores.ts";
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

/** Images of one class that are taken for those of another. */
export interface ConfusedPair {
  /** Numbers of the classes. */
  actual: number;
  predicted: number;
  images: number;
  /** How many images the actual class has. */
  of: number;
}

/** Which class is taken for which other one, the most frequent first. */
export function confusedPairs({ counts }: Pick<ConfusionMatrix, "counts">): ConfusedPair[] {
  return counts
    .flatMap((row, actual) =>
      row.flatMap((images, predicted) =>
        images === 0 || actual === predicted ? [] : { actual, predicted, images, of: sum(row) },
      ),
    )
    .toSorted((a, b) => b.images - a.images);
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
