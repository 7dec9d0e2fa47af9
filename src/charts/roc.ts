import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import {
  classLines,
  classPoints,
  curveOf,
  hasSmallCharts,
  lineStyle,
  smallCharts,
  unit,
  type ClassLine,
} from "./class-lines.ts";
import { frame, type Layer } from "./frame.ts";
import { colours } from "./theme.ts";

/** True against false positives over all thresholds, of each class against the rest. */
export function rocChart(run: Run): TopLevelSpec {
  const { positive, intervals } = run.metrics;
  const { lines, notes } = classLines(run, "AUC", ({ auc }) => auc);
  const interval = intervals.auc;
  const area =
    positive?.auc == null
      ? []
      : [
          `Positive class: ${lines[0]!.name}`,
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
    const axes = "Across: false positive rate. Up: true positive rate. AUC: area under the curve.";
    return {
      ...frame(run, title, [axes, ...notes]),
      ...smallCharts(lines, values, {}, [chance]),
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
      ...lineStyle(lines, "Class, and area under the curve"),
    },
  };
  const point = positive?.operatingPoint?.reached;
  const { sensitivity = null, specificity = null } = point ?? {};
  const isPlace = point && sensitivity !== null && specificity !== null;
  const reached = isPlace
    ? [
        `Dot: positive from p = ${Number(point.threshold.toPrecision(4))} on,`,
        `sensitivity ${sensitivity.toFixed(3)}, specificity ${specificity.toFixed(3)}`,
      ]
    : [];
  const mark: Layer[] = isPlace
    ? [
        {
          data: { values: [{ x: 1 - specificity, y: sensitivity }] },
          mark: { type: "point", filled: true, size: 90, color: colours.heldOut, opacity: 1 },
          encoding: {
            x: { field: "x", type: "quantitative" },
            y: { field: "y", type: "quantitative" },
            description: { value: reached.join(" ") },
          },
        },
      ]
    : [];
  return {
    ...frame(run, title, [...area, ...reached, ...notes]),
    width: 300,
    height: 300,
    layer: [chance, curve, ...mark],
  };
}

function rocPoints(run: Run, line: ClassLine) {
  const points = classPoints(run, line);
  const { truePositives, falsePositives } = points.at(-1)!;
  const corners = points.map((point) => ({
    x: point.falsePositives / falsePositives,
    y: point.truePositives / truePositives,
  }));
  return curveOf([{ x: 0, y: 0 }, ...corners], line);
}
