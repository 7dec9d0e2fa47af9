import type { TopLevelSpec } from "vega-lite";
import { rank, rankedPoints } from "../evaluate/ranking.ts";
import type { Run } from "../run/layout.ts";
import { classLines, lineStyle, thinned, type ClassLine } from "./class-lines.ts";
import { frame, type Layer } from "./frame.ts";
import { colours } from "./theme.ts";

const unit = { domain: [0, 1], nice: false };

/** True against false positives over all thresholds, of each class against the rest. */
export function rocChart(run: Run): TopLevelSpec {
  const { positive, intervals } = run.metrics;
  const { lines, notes } = classLines(run, ({ auc }) => auc);
  const style = lineStyle(lines, "Class and area");
  const interval = intervals.auc;
  const area =
    positive?.auc == null
      ? []
      : [
          `Positive class and area: ${lines[0]!.name}`,
          ...(interval
            ? [`95 % interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`]
            : []),
        ];
  const curve: Layer = {
    data: { values: lines.flatMap((line) => rocPoints(run, line)) },
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
      ...style,
    },
  };
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
    ...frame(run, `ROC curve of the ${run.metrics.split} images`, [...area, ...reached, ...notes]),
    width: 380,
    height: 380,
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
