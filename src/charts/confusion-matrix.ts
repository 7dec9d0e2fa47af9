import type { TopLevelSpec } from "vega-lite";
import { maximum } from "../arrays.ts";
import type { ConfusionMatrix, Run } from "../layout.ts";
import { ratio, sum } from "../evaluate/scores.ts";
import { frame, type Layer } from "./frame.ts";
import { labels, shown } from "../markup/label.ts";
import { colours, DARK_FROM } from "./theme.ts";

/** How many of the images of one class were taken for which class. */
interface Cell {
  /** Labels of the classes: cut short, and no two equal. */
  actual: string;
  predicted: string;
  actualClass: string;
  predictedClass: string;
  count: number;
  /** Of what `normalise` says, 0 to 1. */
  share: number;
  /** The tenth that the share lies in: a colour each, so that each has its counterpart in the dark. */
  band: string;
}

const bands = colours.steps.map((_, step) => `${10 * step}–${10 * (step + 1)} %`);

const MOST_CLASSES_WITH_TEXT = 20;
const MOST_CLASSES_WITH_LABELS = 120;
/** Pixels along one side of the matrix that its cells share. */
const SIDE = 560;
/** White is kept for a count of 0, so that a single mistake among many images can still be seen. */
const isZero = "datum.count === 0";
const isDark = `datum.share >= ${DARK_FROM}`;

type Normalise = Run["resolved"]["evaluate"]["confusionMatrix"]["normalise"];

/** Counts of each pair of actual and predicted class, coloured by their share. */
export function confusionMatrixChart(run: Run): TopLevelSpec {
  const { resolved, confusionMatrix } = run;
  const { classes, split } = confusionMatrix;
  const { rows, normalise } = resolved.evaluate.confusionMatrix;
  const columns = rows === "actual" ? "predicted" : "actual";
  const names = labels(classes);
  const cell = cellSize(classes.length);
  const hasText = classes.length <= MOST_CLASSES_WITH_TEXT;
  const font = Math.min(12, cell - 1);
  const axis = {
    domain: false,
    ticks: false,
    labels: classes.length <= MOST_CLASSES_WITH_LABELS,
    labelFontSize: font,
    labelLimit: 0,
    labelOverlap: false,
    labelPadding: 6,
    titleFontWeight: "bold",
  } as const;
  return {
    ...frame(
      run,
      `Confusion matrix of the ${split} images`,
      hasText && showsShares(cell, normalise)
        ? [`Per cent: ${wholes[normalise].join(" ").toLowerCase()}.`]
        : [],
    ),
    width: { step: cell },
    height: { step: cell },
    view: { stroke: colours.edge },
    data: { values: cells(confusionMatrix, normalise, names, hasText) },
    encoding: {
      y: {
        field: rows,
        type: "nominal",
        title: titles[rows],
        scale: { domain: names, padding: 0 },
        axis,
      },
      x: {
        field: columns,
        type: "nominal",
        title: titles[columns],
        scale: { domain: names, padding: 0 },
        axis: { ...axis, orient: "top", labelAngle: labelAngle(names, cell, font) },
      },
    },
    layer: [
      heat(cell, hasText, normalise, !hasText || !showsShares(cell, normalise)),
      ...(hasText ? figures(confusionMatrix, cell, normalise) : []),
    ],
  };
}

const titles = { actual: "Actual class", predicted: "Predicted class" } as const;

function cells(
  { classes, counts }: ConfusionMatrix,
  normalise: Normalise,
  names: string[],
  withZeros: boolean,
): Cell[] {
  const taken = classes.map((_, column) => sum(counts.map((row) => row[column]!)));
  const all = sum(taken);
  const most = maximum(counts.flat());
  return counts.flatMap((row, actual) => {
    const whole = {
      actual: () => sum(row),
      predicted: (column: number) => taken[column]!,
      all: () => all,
      none: () => most,
    };
    return row.flatMap((count, predicted) => {
      if (count === 0 && !withZeros) return [];
      const share = ratio(count, whole[normalise](predicted)) ?? 0;
      return {
        actual: names[actual]!,
        predicted: names[predicted]!,
        actualClass: shown(classes[actual]!),
        predictedClass: shown(classes[predicted]!),
        count,
        share: Number(share.toFixed(4)),
        band: bands[Math.min(bands.length - 1, Math.floor(share * bands.length))]!,
      };
    });
  });
}

const wholes = {
  actual: ["Share of the", "actual class"],
  predicted: ["Share of the", "predicted class"],
  all: ["Share of", "all images"],
  none: ["Share of the", "largest count"],
} as const;

function heat(cell: number, aria: boolean, normalise: Normalise, hasLegend: boolean): Layer {
  return {
    mark: { type: "rect", stroke: colours.edge, strokeWidth: cell > 20 ? 1 : 0, aria },
    encoding: {
      description: {
        value: {
          expr: "'Actual ' + datum.actualClass + ', predicted ' + datum.predictedClass + ': ' + datum.count",
        },
      },
      color: {
        condition: { test: isZero, value: colours.page },
        field: "band",
        type: "nominal",
        scale: { domain: bands, range: [...colours.steps] },
        legend: hasLegend
          ? { title: [...wholes[normalise]], symbolType: "square", symbolSize: 200 }
          : null,
      },
      tooltip: [
        { field: "actualClass", type: "nominal", title: titles.actual },
        { field: "predictedClass", type: "nominal", title: titles.predicted },
        { field: "count", type: "quantitative", title: "Images" },
        {
          field: "share",
          type: "quantitative",
          title: wholes[normalise].join(" "),
          format: ".1%",
        },
      ],
    },
  };
}

/** The count, and below it the share where there is room. */
function figures({ counts }: ConfusionMatrix, cell: number, normalise: Normalise): Layer[] {
  const digits = String(maximum(counts.flat())).length;
  const font = Math.min(15, Math.floor((cell - 4) / (0.6 * digits)));
  const hasShare = showsShares(cell, normalise);
  const color = {
    condition: [
      { test: isZero, value: colours.quiet },
      { test: isDark, value: colours.onDark },
    ],
    value: colours.ink,
  };
  const text = { type: "text", aria: false } as const;
  const counted = (filter: string, dy: number): Layer => ({
    transform: [{ filter }],
    mark: { ...text, fontSize: font, dy },
    encoding: { text: { field: "count", type: "quantitative" }, color },
  });
  const share: Layer = {
    transform: [{ filter: `!(${isZero})` }],
    mark: { ...text, fontSize: 11, dy: 10 },
    encoding: { text: { field: "share", type: "quantitative", format: ".0%" }, color },
  };
  // A 0 has no share below it, and stands in the middle.
  return [
    counted(isZero, 1),
    counted(`!(${isZero})`, hasShare ? -7 : 1),
    ...(hasShare ? [share] : []),
  ];
}

/** Whether there is room for the share below the count. */
function showsShares(cell: number, normalise: Normalise): boolean {
  return cell >= 44 && normalise !== "none";
}

function cellSize(classes: number): number {
  const least = classes <= MOST_CLASSES_WITH_LABELS ? 9 : 2;
  return Math.max(least, Math.min(90, Math.round(SIDE / classes)));
}

/** Level where the longest name fits over its column, otherwise slanted, or upright over narrow columns. */
function labelAngle(names: readonly string[], cell: number, font: number): number {
  const widest = maximum(names.map((name) => Bun.stringWidth(name))) * font * 0.62;
  if (widest <= cell - 4) return 0;
  return cell >= 20 ? -45 : -90;
}
