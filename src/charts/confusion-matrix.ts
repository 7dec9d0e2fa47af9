import type { TopLevelSpec } from "vega-lite";
import type { ConfusionMatrix, Run } from "../run/layout.ts";
import { labels, shown } from "./label.ts";
import { theme } from "./theme.ts";

/** How many of the images of one class were taken for which class. */
interface Cell {
  /** Labels of the classes: cut short, and no two equal. */
  actual: string;
  predicted: string;
  actualClass: string;
  predictedClass: string;
  count: number;
  /** Of the actual class's images, 0 to 1. */
  share: number;
}

const MOST_CLASSES_WITH_TEXT = 20;
const MOST_CLASSES_WITH_LABELS = 120;
/** Pixels along one side of the matrix that its cells share. */
const SIDE = 560;
/** White is kept for a count of 0, so that a single mistake among many images can still be seen. */
const shades = [
  { share: 0, colour: "#deebf7" },
  { share: 0.25, colour: "#b3d1e9" },
  { share: 0.5, colour: "#6baed6" },
  { share: 0.75, colour: "#2171b5" },
  { share: 1, colour: "#08306b" },
];
const isZero = "datum.count === 0";
/** From here on white text stands out more than black. */
const isDark = "datum.share > 0.7";

/** Counts of each pair of actual and predicted class. The colour is the share of the actual class's images. */
export function confusionMatrixChart({ name, resolved, confusionMatrix }: Run): TopLevelSpec {
  const { classes, split } = confusionMatrix;
  const { rows } = resolved.evaluate.confusionMatrix;
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
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `Confusion matrix of the ${split} images, ${shown(name)}`,
    config: theme,
    title: { text: `Confusion matrix of the ${split} images`, subtitle: shown(name) },
    width: { step: cell },
    height: { step: cell },
    view: { stroke: "#cccccc" },
    data: { values: cells(confusionMatrix, names, hasText) },
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
    layer: [heat(cell, hasText), ...(hasText ? figures(confusionMatrix, cell) : [])],
  };
}

const titles = { actual: "Actual class", predicted: "Predicted class" } as const;

function cells({ classes, counts }: ConfusionMatrix, names: string[], withZeros: boolean): Cell[] {
  return counts.flatMap((row, actual) => {
    const images = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, predicted) =>
      count === 0 && !withZeros
        ? []
        : {
            actual: names[actual]!,
            predicted: names[predicted]!,
            actualClass: shown(classes[actual]!),
            predictedClass: shown(classes[predicted]!),
            count,
            share: images === 0 ? 0 : Number((count / images).toFixed(4)),
          },
    );
  });
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

function heat(cell: number, aria: boolean): Layer {
  return {
    mark: { type: "rect", stroke: "#cccccc", strokeWidth: cell > 20 ? 1 : 0, aria },
    encoding: {
      color: {
        condition: { test: isZero, value: "white" },
        field: "share",
        type: "quantitative",
        scale: {
          domain: shades.map(({ share }) => share),
          range: shades.map(({ colour }) => colour),
        },
        legend: {
          title: ["Share of the", "actual class"],
          format: ".0%",
          // A gradient would need an id, which could meet its like in a page with several charts.
          type: "symbol",
          values: [0.25, 0.5, 0.75, 1],
          symbolType: "square",
          symbolSize: 220,
          symbolStrokeWidth: 1,
          symbolStrokeColor: "#cccccc",
        },
      },
      tooltip: [
        { field: "actualClass", type: "nominal", title: titles.actual },
        { field: "predictedClass", type: "nominal", title: titles.predicted },
        { field: "count", type: "quantitative", title: "Images" },
        { field: "share", type: "quantitative", title: "Share of the actual class", format: ".1%" },
      ],
    },
  };
}

/** The count, and below it the share where there is room. */
function figures({ counts }: ConfusionMatrix, cell: number): Layer[] {
  const digits = String(Math.max(...counts.flat())).length;
  const font = Math.min(15, Math.floor((cell - 4) / (0.6 * digits)));
  const hasShare = cell >= 44;
  const color = {
    condition: [
      { test: isZero, value: "#767676" },
      { test: isDark, value: "white" },
    ],
    value: "black",
  };
  const text = { type: "text", aria: false } as const;
  const count: Layer = {
    mark: { ...text, fontSize: font, dy: hasShare ? -7 : 1 },
    encoding: { text: { field: "count", type: "quantitative" }, color },
  };
  const share: Layer = {
    transform: [{ filter: `!(${isZero})` }],
    mark: { ...text, fontSize: 11, dy: 10 },
    encoding: { text: { field: "share", type: "quantitative", format: ".0%" }, color },
  };
  return hasShare ? [count, share] : [count];
}

function cellSize(classes: number): number {
  const least = classes <= MOST_CLASSES_WITH_LABELS ? 9 : 2;
  return Math.max(least, Math.min(90, Math.round(SIDE / classes)));
}

/** Level where the longest name fits over its column, otherwise slanted, or upright over narrow columns. */
function labelAngle(names: readonly string[], cell: number, font: number): number {
  const widest = Math.max(...names.map((name) => Bun.stringWidth(name))) * font * 0.62;
  if (widest <= cell - 4) return 0;
  return cell >= 20 ? -45 : -90;
}
