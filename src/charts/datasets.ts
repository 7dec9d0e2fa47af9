import { groupsOf } from "../evaluate/groups.ts";
import { logLosses } from "../evaluate/probabilities.ts";
import { ratio, sum } from "../evaluate/scores.ts";
import { intervalNames, type IntervalName, type Run } from "../layout.ts";

type Row<Field extends string> = Record<Field, string | number | boolean | null>;

/** A table that a chart of the user's own can be drawn from. */
interface Dataset<Field extends string = string> {
  /** What has a row, in a sentence. */
  row: string;
  /** What each column holds. */
  fields: Readonly<Record<Field, string>>;
  /** In the order of the run's files. */
  rows(run: Run): Row<Field>[];
}

/** Has the compiler hold the rows against the columns. */
function dataset<Field extends string>(one: Dataset<Field>): Dataset<Field> {
  return one;
}

/** By the name that a template calls it. The one place that knows the columns: README.md is written from it. */
export const datasets = {
  history: dataset({
    row: "Two rows per epoch: of train, and of the split that is watched.",
    fields: {
      epoch: "from 1",
      split: "`train`; `validation`, or `test` where there is no validation split",
      loss: "mean cross-entropy in nats",
      accuracy: "0 to 1",
      monitored:
        "of the watched split what early stopping looks at, where that is another figure; otherwise null",
      learningRate: "of the epoch's last step",
    },
    rows: ({ history }) =>
      history.epochs.flatMap(({ epoch, learningRate, ...record }) => [
        {
          epoch,
          split: "train",
          loss: record.trainLoss,
          accuracy: record.trainAccuracy,
          monitored: null,
          learningRate,
        },
        {
          epoch,
          split: history.heldOut,
          loss: record.heldOutLoss,
          accuracy: record.heldOutAccuracy,
          monitored: record.monitored ?? null,
          learningRate,
        },
      ]),
  }),
  predictions: dataset({
    row: "One row per image of the evaluated split.",
    fields: {
      file: "path from the folder of the images",
      group: "such as the patient; null where it has none",
      actual: "its class",
      predicted: "the class of the largest probability",
      correct: "whether the two are the same: true or false",
      certainty: "probability of the predicted class",
      ofActual: "probability of the actual class",
      loss: "cross-entropy in nats",
    },
    rows(run) {
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
  }),
  probabilities: dataset({
    row: "One row per class of each image of the evaluated split.",
    fields: {
      file: "path from the folder of the images",
      actual: "its class",
      class: "a class",
      probability: "of that class",
    },
    rows: ({ predictions, data }) =>
      predictions.flatMap(({ file, actual, probabilities }) =>
        probabilities.map((probability, index) => ({
          file,
          actual,
          class: data.classes[index]!,
          probability,
        })),
      ),
  }),
  metrics: dataset({
    row: "One row per figure of metrics.json that has a 95 % interval.",
    fields: {
      figure: "its name, such as `accuracy`, `f1` or `auc`",
      value: "",
      low: "end of the interval; null where it is undefined",
      high: "the other end",
    },
    rows: ({ metrics }) =>
      intervalNames
        .filter((figure) => figure in metrics.intervals)
        .map((figure) => ({
          figure,
          value: valueOf(metrics, figure),
          low: metrics.intervals[figure]?.low ?? null,
          high: metrics.intervals[figure]?.high ?? null,
        })),
  }),
  classes: dataset({
    row: "One row per class. A score is null where it is undefined.",
    fields: {
      class: "its name",
      support: "its images in the evaluated split",
      precision: "",
      recall: "",
      specificity: "",
      f1: "",
      auc: "area under the ROC curve, the class against the rest",
      averagePrecision: "",
    },
    rows: ({ metrics }) =>
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
  }),
  confusionMatrix: dataset({
    row: "One row per pair of an actual and a predicted class.",
    fields: {
      actual: "a class",
      predicted: "a class",
      count: "images",
      ofActual: "share of the images of the actual class; null where there is none",
      ofPredicted: "share of the images predicted so; null where there is none",
    },
    rows: ({ confusionMatrix: { classes, counts } }) =>
      counts.flatMap((row, actual) =>
        row.map((count, predicted) => ({
          actual: classes[actual]!,
          predicted: classes[predicted]!,
          count,
          ofActual: ratio(count, sum(row)),
          ofPredicted: ratio(count, sum(counts.map((other) => other[predicted]!))),
        })),
      ),
  }),
  images: dataset({
    row: "One row per image that was used.",
    fields: {
      split: "`train`, `validation` or `test`",
      class: "its class",
      file: "path from the folder of the images",
      group: "such as the patient; null where it has none",
    },
    rows: ({ data }) =>
      data.images.map(({ split, label, file, group }) => ({
        split,
        class: label,
        file,
        group: group ?? null,
      })),
  }),
} as const satisfies Record<string, Dataset>;

function numbered({ data, predictions }: Run) {
  const numbers = new Map(data.classes.map((label, index) => [label, index]));
  return { numbers, labels: predictions.map(({ actual }) => numbers.get(actual)!) };
}

function valueOf({ macro, positive, ...figures }: Run["metrics"], name: IntervalName) {
  switch (name) {
    case "f1":
      return macro.f1;
    case "auc":
    case "averagePrecision":
      return (positive ?? macro)[name];
    case "sensitivity":
    case "specificity":
      return positive?.[name] ?? null;
    default:
      return figures[name];
  }
}
