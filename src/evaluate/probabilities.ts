import { largest } from "./confusion.ts";
import { sum } from "./scores.ts";

type Rows = readonly (readonly number[])[];

/** -ln(probability of the true class) of each image, in nats. As in scikit-learn, a probability counts as no less than 2^-52. */
export function logLosses(probabilities: Rows, labels: ArrayLike<number>): number[] {
  return probabilities.map((row, index) => -Math.log(clip(row[labels[index]!]!)));
}

function clip(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}

export function meanLogLoss(probabilities: Rows, labels: ArrayLike<number>): number {
  return sum(logLosses(probabilities, labels)) / probabilities.length;
}

/** Share of the rows whose largest probability is the label's. */
export function accuracy(probabilities: Rows, labels: ArrayLike<number>): number {
  const correct = probabilities.filter((row, index) => largest(row) === labels[index]).length;
  return correct / probabilities.length;
}

/**
 * Squared distance of each row from the truth (Brier, 1950): 0 to 2, and for two classes half of it, 0 to 1, as
 * scikit-learn's brier_score_loss has it.
 */
export function brierScores(probabilities: Rows, labels: ArrayLike<number>): number[] {
  return probabilities.map((row, index) => {
    const squares = row.map((value, label) => (value - Number(label === labels[index])) ** 2);
    return sum(squares) * (row.length === 2 ? 0.5 : 1);
  });
}

/**
 * Share of the images whose label is among the `count` most probable classes. Of equals the last comes first, as in
 * scikit-learn's top_k_accuracy_score (`predicted` takes the first).
 */
export function topAccuracy(probabilities: Rows, labels: ArrayLike<number>, count: number): number {
  const hits = topRanks(probabilities, labels).filter((rank) => rank < count);
  return hits.length / probabilities.length;
}

/** How many classes come before an image's own, for each image. */
export function topRanks(probabilities: Rows, labels: ArrayLike<number>): number[] {
  return probabilities.map((row, index) => {
    const label = labels[index]!;
    const own = row[label]!;
    return row.filter((value, other) => value > own || (value === own && other > label)).length;
  });
}

/** Images of about the same certainty. */
export interface CalibrationBin {
  /** Probabilities above `from` (the first bin: from it on) up to and with `to`. */
  from: number;
  to: number;
  images: number;
  /** Mean probability of the predicted class. */
  certainty: number;
  /** Share of the images that were predicted rightly. */
  accuracy: number;
}

const BINS = 10;

/** Certainty against accuracy in ten bins of one width; empty bins are left out. */
export function calibrationBins(probabilities: Rows, labels: ArrayLike<number>): CalibrationBin[] {
  // Between two bins.
  const edges = Array.from({ length: BINS - 1 }, (_, index) => (index + 1) * (1 / BINS));
  const bins = Array.from({ length: BINS }, () => ({ images: 0, certainty: 0, correct: 0 }));
  probabilities.forEach((row, index) => {
    const predicted = largest(row);
    const certainty = row[predicted]!;
    const upper = edges.findIndex((edge) => certainty <= edge);
    const bin = bins[upper === -1 ? BINS - 1 : upper]!;
    bin.images += 1;
    bin.certainty += certainty;
    bin.correct += Number(predicted === labels[index]);
  });
  return bins.flatMap(({ images, certainty, correct }, index) =>
    images === 0
      ? []
      : {
          from: index / BINS,
          to: (index + 1) / BINS,
          images,
          certainty: certainty / images,
          accuracy: correct / images,
        },
  );
}

/** Expected calibration error: mean distance of certainty and accuracy over the bins, by their images (Guo, 2017). */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const images = sum(bins.map((bin) => bin.images));
  return sum(bins.map((bin) => (bin.images / images) * Math.abs(bin.certainty - bin.accuracy)));
}
