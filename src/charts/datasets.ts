import { groupsOf } from "../evaluate/groups.ts";
import { logLosses } from "../evaluate/probabilities.ts";
import { ratio, sum } from "../evaluate/scores.ts";
import type { Run } from "../layout.ts";

type Row = Record<string, string | number | boolean | null>;

/**
 * What a chart of the user's own can be drawn from, by the name that its template calls it. Each is a table whose
 * columns are told here; the order of the rows is that of the run's files.
 */
export const datasets = {
  /**
   * epoch, split, loss, accuracy, learningRate: two rows per epoch, train and the watched split. That of the watched split
   * has monitored, too, where early stopping looks at another figure.
   */
  history: ({ history }: Run): Row[] =>
    history.epochs.flatMap(({ epoch, learningRate, ...record }) => [
      {
        epoch,
        split: "train",
        loss: record.trainLoss,
        accuracy: record.trainAccuracy,
        learningRate,
      },
      {
        epoch,
        split: history.heldOut,
        loss: record.heldOutLoss,
        accuracy: record.heldOutAccuracy,
        ...(record.monitored !== undefined && { monitored: record.monitored }),
        learningRate,
      },
    ]),
  /** file, group, actual, predicted, correct, certainty (probability of predicted), ofActual, loss (nats). */
  predictions(run: Run): Row[] {
    const { numbers, labels } = numbered(run);
    const groups = groupsOf(run.data);
    const losses = logLosses(
      run.predictions.map(({ probabilities }) => probabilities),
      labels,
    );
    return run.predictions.map(({ file, actual, predicted, probabilities }, index) => ({
      file,
      group: groups.get(file) ?? null,
      actual,
      predicted,
      correct: actual === predicted,
      certainty: probabilities[numbers.get(predicted)!]!,
      ofActual: probabilities[labels[index]!]!,
      loss: losses[index]!,
    }));
  },
  /** file, actual, class, probability: a row for each class of each image. */
  probabilities: ({ predictions, data }: Run): Row[] =>
    predictions.flatMap(({ file, actual, probabilities }) =>
      probabilities.map((probability, index) => ({
        file,
        actual,
        class: data.classes[index]!,
        probability,
      })),
    ),
  /** figure, value, low, high: those of metrics.json with a bootstrap interval. */
  metrics: ({ metrics }: Run): Row[] =>
    Object.entries(metrics.intervals).map(([figure, interval]) => ({
      figure,
      value: valueOf(metrics, figure),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
  /** class, support, precision, recall, specificity, f1, auc, averagePrecision. */
  classes: ({ metrics }: Run): Row[] =>
    metrics.classes.map((one) => ({
      class: one.label,
      support: one.support,
      precision: one.precision,
      recall: one.recall,
      specificity: one.specificity,
      f1: one.f1,
      auc: one.auc,
      averagePrecision: one.averagePrecision,
    })),
  /** actual, predicted, count, ofActual and ofPredicted (shares, null where there is no image). */
  confusionMatrix: ({ confusionMatrix: { classes, counts } }: Run): Row[] =>
    counts.flatMap((row, actual) =>
      row.map((count, predicted) => ({
        actual: classes[actual]!,
        predicted: classes[predicted]!,
        count,
        ofActual: ratio(count, sum(row)),
        ofPredicted: ratio(count, sum(counts.map((other) => other[predicted]!))),
      })),
    ),
  /** split, class, file, group: every image that was used. */
  images: ({ data }: Run): Row[] =>
    data.images.map(({ split, label, file, group }) => ({
      split,
      class: label,
      file,
      group: group ?? null,
    })),
} as const satisfies Record<string, (run: Run) => Row[]>;

function numbered({ data, predictions }: Run) {
  const numbers = new Map(data.classes.map((label, index) => [label, index]));
  return { numbers, labels: predictions.map(({ actual }) => numbers.get(actual)!) };
}

function valueOf({ macro, positive, ...figures }: Run["metrics"], name: string): number | null {
  if (name === "f1") return macro.f1;
  if (name === "auc") return positive ? positive.auc : macro.auc;
  if (name === "sensitivity" || name === "specificity") return positive?.[name] ?? null;
  return figures[name as "accuracy" | "loss"];
}
