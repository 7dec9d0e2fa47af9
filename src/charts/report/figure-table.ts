import { messages as evaluateMessages } from "../../evaluate/messages.ts";
import { monitorOf } from "../../evaluate/monitor.ts";
import type {
  Figures,
  Interval,
  IntervalName,
  Metrics,
  Run,
  ThresholdFigures,
} from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import { groupNoun } from "../group-noun.ts";
import { decimal, table } from "./table.ts";
import { grouped } from "../../wording.ts";

/** A figure, and where it is found. */
export interface FigureRow {
  title: string;
  value: (figures: Figures) => number | null;
  interval?: IntervalName | ((figures: Figures) => Interval | null | undefined);
  /** What it is without a network. */
  guess?: number | null;
}

/** Every figure with its interval, of the images and of their groups, beside what takes no network. */
export function figureTable(run: Pick<Run, "metrics" | "resolved">): Markup {
  const { metrics, resolved } = run;
  const { groups } = metrics;
  const noun = groupNoun(resolved.data);
  const number = (title: string) => ({ title, isNumber: true });
  return html`${table(
      [
        { title: "Figure" },
        number(groups ? "By image" : "Value"),
        number("95 % interval"),
        ...(groups
          ? [number(`By ${noun} (${grouped(groups.count)})`), number("95 % interval")]
          : []),
        number("Majority class"),
      ],
      figureRows(metrics).map((row) => [
        row.title,
        ...figureCells(metrics, row),
        ...(groups ? figureCells(groups, row) : []),
        row.guess === undefined ? "" : decimal(row.guess),
      ]),
      "Figures",
    )}
    <p class="note">${notes(run)}</p>
    ${operatingPoint(metrics)}`;
}

/** A figure and its interval, as they stand in a table. */
export function figureCells(figures: Figures, { value, interval }: FigureRow): [string, string] {
  const found = intervalOf(figures, interval);
  return [decimal(value(figures)), found ? `${decimal(found.low)} to ${decimal(found.high)}` : ""];
}

export function intervalOf(
  figures: Figures,
  interval: FigureRow["interval"],
): Interval | null | undefined {
  return typeof interval === "function"
    ? interval(figures)
    : interval && figures.intervals[interval];
}

/** The figures that there are, the most telling first. */
export function figureRows({
  baseline,
  majorityClassAccuracy,
  positive,
  topAccuracy,
}: Metrics): FigureRow[] {
  const ranked: FigureRow[] = positive
    ? [
        {
          title: "Area under ROC",
          value: (figures) => figures.positive!.auc,
          interval: "auc",
          guess: 0.5,
        },
        {
          title: "Average precision",
          value: (figures) => figures.positive!.averagePrecision,
          interval: "averagePrecision",
        },
        {
          title: "Sensitivity",
          value: (figures) => figures.positive!.sensitivity,
          interval: "sensitivity",
        },
        {
          title: "Specificity",
          value: (figures) => figures.positive!.specificity,
          interval: "specificity",
        },
      ]
    : [
        {
          title: "Macro area under ROC",
          value: ({ macro }) => macro.auc,
          interval: "auc",
          guess: 0.5,
        },
        {
          title: "Macro average precision",
          value: ({ macro }) => macro.averagePrecision,
          interval: "averagePrecision",
        },
      ];
  return [
    {
      title: "Accuracy",
      value: ({ accuracy }) => accuracy,
      interval: "accuracy",
      guess: majorityClassAccuracy,
    },
    {
      title: "Balanced accuracy",
      value: ({ balancedAccuracy }) => balancedAccuracy,
      interval: "balancedAccuracy",
      guess: baseline.balancedAccuracy,
    },
    { title: "Macro F1", value: ({ macro }) => macro.f1, interval: "f1", guess: baseline.f1 },
    ...ranked,
    ...topAccuracy.map(({ count }, index) => ({
      title: `Top-${count} accuracy`,
      value: (figures: Figures) => figures.topAccuracy[index]!.accuracy,
      interval: (figures: Figures) => figures.topAccuracy[index]!.interval,
    })),
    { title: "Cohen's kappa", value: ({ kappa }) => kappa, interval: "kappa", guess: 0 },
    { title: "Matthews correlation", value: ({ matthews }) => matthews, interval: "matthews" },
    { title: "Log loss", value: ({ loss }) => loss, interval: "loss", guess: baseline.loss },
    { title: "Brier score", value: ({ brier }) => brier, interval: "brier" },
    { title: "Calibration error", value: ({ calibrationError }) => calibrationError },
  ];
}

function notes({ metrics, resolved }: Pick<Run, "metrics" | "resolved">): string {
  const { positive, groups, resampled, weights } = metrics;
  const noun = groupNoun(resolved.data);
  return [
    positive ? `Positive class: ${shown(positive.label)}.` : "",
    weights.use === "best"
      ? `Weights of epoch ${weights.epoch}, ${evaluateMessages.whyBest(monitorOf(resolved))}.`
      : "Weights of the last epoch.",
    `Intervals by drawing ${resampled === "images" ? resampled : `whole ${noun}s`} with replacement; of shares of images, ${resampled === "images" ? "Wilson's" : "at least as wide as Wilson's"}.`,
    groups
      ? `A ${noun}'s prediction is ${resolved.evaluate.perGroup === "max" ? "the largest probability of the positive class among its images, and it is positive if any of them is" : "the mean over its images"}${groups.mixed > 0 ? `; ${groups.mixed} with images of several classes are excluded` : ""}.`
      : "",
    "Majority class: what always predicting the most frequent class gives; for the log loss, the class frequencies as probabilities.",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** Where a threshold was chosen, and what it comes to where it was not. */
function operatingPoint({ positive, groups, split }: Metrics): Markup {
  const point = positive?.operatingPoint;
  if (!point) return html``;
  const ofGroups = groups?.positive?.operatingPoint;
  const { share = "sensitivity", wanted, chosen } = point;
  const where =
    chosen === undefined
      ? html`The threshold is read off these same images: on others expect a little less.`
      : html`It was chosen on the ${chosen?.split ?? "validation"} images of the run, and judged on
        images that had no part in it.`;
  const judged: [string, ThresholdFigures | null | undefined][] = [
    [`chosen on ${chosen?.split}`, chosen],
    [chosen === undefined ? `on ${split}, as chosen` : `judged on ${split}`, point.reached],
    [`chosen on ${ofGroups?.chosen?.split}, by group`, ofGroups?.chosen],
    [`judged on ${split}, by group`, ofGroups?.reached],
  ];
  const number = (title: string) => ({ title, isNumber: true });
  return html`<h3>Operating point</h3>
    <p>
      ${shown(positive.label)} is said from the probability on at which the ${share} is ${wanted}.
      ${where}
    </p>
    ${
      point.reached
        ? table(
            [{ title: "Images" }, ...["Threshold", ...operatingTitles].map(number)],
            judged.flatMap(([title, figures]) =>
              figures ? [[title, ...operatingCells(figures)]] : [],
            ),
            "Operating point",
          )
        : html`<p>No threshold: one of the classes has no image, or none keeps what is wanted.</p>`
    }`;
}

const operatingTitles = ["Sensitivity", "Specificity", "Precision"];

function operatingCells(figures: ThresholdFigures): (string | Markup)[] {
  const shares = ["sensitivity", "specificity", "precision"] as const;
  return [
    String(Number(figures.threshold.toPrecision(4))),
    ...shares.map((name) => {
      const range = figures.intervals?.[name];
      return range
        ? html`${decimal(figures[name])}<br /><span class="range"
              >${decimal(range.low)}–${decimal(range.high)}</span
            >`
        : decimal(figures[name]);
    }),
  ];
}
