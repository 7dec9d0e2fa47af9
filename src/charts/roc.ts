import type { TopLevelSpec } from "vega-lite";
import { rank, rankedPoints } from "../evaluate/ranking.ts";
import type { Run } from "../run/layout.ts";
import {
  classLines,
  hasSmallCharts,
  lineStyle,
  smallAxis,
  smallCharts,
  thinned,
  type ClassLine,
} from "./class-lines.ts";
import { frame, type Layer, type UnitLayer } from "./frame.ts";
import { colours } from "./theme.ts";

const unit = { domain: [0, 1], nice: false };

/** True against false positives over all thresholds, of each class against the rest. */
export function rocChart(run: Run): TopLevelSpec {
  const { positive, intervals } = run.metrics;
  const { lines, notes } = classLines(run, ({ auc }) => auc);
  const interval = intervals.auc;
  const area =
    positive?.auc == null
      ? []
      : [
          `Positive class, and area: ${lines[0]!.name}`,
          ...(interval
            ? [`95 % interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`]
            : []),
        ];
  const title = `ROC curve of the ${run.metrics.split} images`;
  const values = lines.flatMap((line) => rocPoints(run, line));
  const chance: Layer = {
    data: {
      values: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
    mark: { type: "line", color: colours.quiet, strokeDash: [4, 3], strokeWidth: 1 },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
    },
  };
  if (hasSmallCharts(lines)) {
    const curve: UnitLayer = {
      mark: { type: "line", strokeWidth: 2, color: colours.train },
      encoding: {
        x: { field: "x", type: "quantitative", scale: unit, ...smallAxis },
        y: { field: "y", type: "quantitative", scale: unit, ...smallAxis },
        order: { field: "order", type: "quantitative" },
      },
    };
    const axes = "Across: false positive rate. Up: true positive rate. Each class and its area.";
    return {
      ...frame(run, title, [axes, ...notes]),
      ...smallCharts(lines, values, curve, [chance]),
    };
  }
  const curve: Layer = {
    data: { values },
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        title: "False positive rate (1 − specificity)",
        scale: unit,
      },
      y: {
        field: "y",
        type: "quantitative",
        title: "True positive rate (sensitivity)",
        scale: unit,
      },
      order: { field: "order", type: "quantitative" },
      ...lineStyle(lines, "Class and area"),
    },
  };
  const point = positive?.operatingPoint?.reached;
  const mark: Layer[] = point
    ? [
        {
          data: { values: [{ x: 1 - point.specificity, y: point.sensitivity }] },
          mark: { type: "point", filled: true, size: 90, color: colours.heldOut, opacity: 1 },
          encoding: {
            x: { field: "x", type: "quantitative" },
            y: { field: "y", type: "quantitative" },
          },
        },
      ]
    : [];
  const reached = point
    ? [
        `Dot: positive from p = ${Number(point.threshold.toPrecision(4))} on,`,
        `sensitivity ${point.sensitivity.toFixed(3)}, specificity ${point.specificity.toFixed(3)}`,
      ]
    : [];
  return {
    ...frame(run, title, [...area, ...reached, ...notes]),
    width: 300,
    height: 300,
    layer: [chance, curve, ...mark],
  };
}

function rocPoints({ predictions, metrics }: Run, { index, name }: ClassLine) {
  const { label } = metrics.classes[index]!;
  const ranking = rank(
    predictions.map(({ probabilities }) => probabilities[index]!),
    predictions.map(({ actual }) => actual === label),
  );
  const points = rankedPoints(ranking);
  const { truePositives, falsePositives } = points.at(-1)!;
  const corners = points.map((point) => ({
    x: point.falsePositives / falsePositives,
    y: point.truePositives / truePositives,
  }));
  return thinned([{ x: 0, y: 0 }, ...corners]).map(({ x, y }, order) => ({
    class: name,
    order,
    x: Number(x.toFixed(4)),
    y: Number(y.toFixed(4)),
  }));
}
