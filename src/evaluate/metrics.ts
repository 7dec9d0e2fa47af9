import {
  formatVersions,
  type ClassMetrics,
  type ConfusionMatrix,
  type Interval,
  type Metrics,
  type PredictionRecord,
} from "../run/layout.ts";

type EvaluatedSplit = Metrics["split"];

/** The class of the largest probability; the first of equals. */
export function largest(probabilities: readonly number[]): number {
  return probabilities.reduce(
    (best, value, index) => (value > probabilities[best]! ? index : best),
    0,
  );
}

export function confusionMatrix(
  split: EvaluatedSplit,
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

/** Every figure of metrics.json, from the predictions alone. @param predictions at least one */
export function metrics(
  split: EvaluatedSplit,
  classes: string[],
  predictions: readonly PredictionRecord[],
): Metrics {
  const { counts } = confusionMatrix(split, classes, predictions);
  const images = predictions.length;
  const correct = sum(counts.map((row, index) => row[index]!));
  const supports = counts.map(sum);
  return {
    formatVersion: formatVersions.metrics,
    split,
    images,
    accuracy: correct / images,
    accuracyInterval: wilsonInterval(correct, images),
    majorityClassAccuracy: Math.max(...supports) / images,
    loss: meanLogLoss(
      predictions.map(({ probabilities }) => probabilities),
      predictions.map(({ actual }) => classes.indexOf(actual)),
    ),
    classes: classes.map((label, index) => classMetrics(label, index, counts)),
  };
}

/**
 * Mean of -ln(probability of the true class), in nats. As scikit-learn's log_loss, a probability counts as no less
 * than 2^-52.
 */
export function meanLogLoss(
  probabilities: readonly (readonly number[])[],
  labels: ArrayLike<number>,
): number {
  const losses = probabilities.map(
    (row, index) => -Math.log(Math.max(row[labels[index]!]!, Number.EPSILON)),
  );
  return sum(losses) / losses.length;
}

/** Share of the rows whose largest probability is the label's. */
export function accuracy(
  probabilities: readonly (readonly number[])[],
  labels: ArrayLike<number>,
): number {
  const correct = probabilities.filter((row, index) => largest(row) === labels[index]).length;
  return correct / probabilities.length;
}

/** 95 % score interval of a proportion (Wilson, 1927). */
export function wilsonInterval(successes: number, trials: number): Interval {
  const z = 1.959963984540054;
  const share = successes / trials;
  const denominator = 1 + z ** 2 / trials;
  const centre = (share + z ** 2 / (2 * trials)) / denominator;
  const half =
    (z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))) / denominator;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function classMetrics(label: string, index: number, counts: number[][]): ClassMetrics {
  const truePositives = counts[index]![index]!;
  const support = sum(counts[index]!);
  const predicted = sum(counts.map((row) => row[index]!));
  return {
    label,
    support,
    precision: ratio(truePositives, predicted),
    recall: ratio(truePositives, support),
    f1: ratio(2 * truePositives, support + predicted),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
