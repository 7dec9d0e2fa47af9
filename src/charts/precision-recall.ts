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
import { labels } from "../markup/label.ts";
import { colours } from "./theme.ts";

/** Precision against recall over all thresholds. A step holds the precision of the threshold that reaches its right end. */
export function precisionRecallChart(run: Run): TopLevelSpec {
  const { positive, classes, images, split } = run.metrics;
  const { lines, notes } = classLines(run, "AP", (scores) => scores.averagePrecision);
  const title = `Precision and recall of the ${split} images`;
  const values = lines.flatMap((line) => points(run, line));
  if (hasSmallCharts(lines)) {
    const axes = "Across: recall. Up: precision. AP: average precision.";
    return {
      ...frame(run, title, [axes, ...notes]),
      ...smallCharts(lines, values, { interpolate: "step-before" }, []),
    };
  }
  const curve: Layer = {
    data: { values },
    mark: { type: "line", interpolate: "step-before", strokeWidth: 2 },
    encoding: {
      x: { field: "x", type: "quantitative", title: "Recall", scale: unit },
      y: { field: "y", type: "quantitative", title: "Precision", scale: unit },
      order: { field: "order", type: "quantitative" },
      ...lineStyle(lines, "Class, and average precision"),
    },
  };
  const support = classes.find(({ label }) => label === positive?.label)?.support ?? 0;
  const chance: Layer = {
    data: { values: [{ y: support / images }] },
    mark: { type: "rule", color: colours.quiet, strokeDash: [4, 3] },
    encoding: { y: { field: "y", type: "quantitative" } },
  };
  const area =
    positive && lines.length > 0
      ? [
          `Positive class: ${labels([positive.label])[0]!}`,
          `Average precision ${lines[0]!.figure.toFixed(3)}; dashed: what guessing gives`,
        ]
      : [];
  return {
    ...frame(run, title, [...area, ...notes]),
    width: 300,
    height: 300,
    layer: positive ? [chance, curve] : [curve],
  };
}

function points(run: Run, line: ClassLine) {
  const ranked = classPoints(run, line);
  const { truePositives: all } = ranked.at(-1)!;
  const corners = ranked.map(({ truePositives, falsePositives }) => ({
    x: truePositives / all,
    y: truePositives / (truePositives + falsePositives),
  }));
  return curveOf([{ x: 0, y: corners[0]!.y }, ...corners], line);
}
