import type { TopLevelSpec } from "vega-lite";
import { rank, rankedPoints } from "../evaluate/ranking.ts";
import type { Run } from "../run/layout.ts";
import { classLines, lineStyle, thinned, type ClassLine } from "./class-lines.ts";
import { frame, type Layer } from "./frame.ts";
import { colours } from "./theme.ts";

const unit = { domain: [0, 1], nice: false };

/** Precision against recall over all thresholds. A step holds the precision of the threshold that reaches its right end. */
export function precisionRecallChart(run: Run): TopLevelSpec {
  const { positive, classes, images, split } = run.metrics;
  const { lines, notes } = classLines(run, (scores) => scores.averagePrecision);
  const curve: Layer = {
    data: { values: lines.flatMap((line) => points(run, line)) },
    mark: { type: "line", interpolate: "step-before", strokeWidth: 2 },
    encoding: {
      x: { field: "x", type: "quantitative", title: "Recall", scale: unit },
      y: { field: "y", type: "quantitative", title: "Precision", scale: unit },
      order: { field: "order", type: "quantitative" },
      ...lineStyle(lines, "Class and average precision"),
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
      ? [`Positive class and average precision: ${lines[0]!.name}`, "Dashed: what guessing gives"]
      : [];
  return {
    ...frame(run, `Precision and recall of the ${split} images`, [...area, ...notes]),
    width: 380,
    height: 380,
    layer: positive ? [chance, curve] : [curve],
  };
}

function points({ predictions, metrics }: Run, { index, name }: ClassLine) {
  const { label } = metrics.classes[index]!;
  const ranking = rank(
    predictions.map(({ probabilities }) => probabilities[index]!),
    predictions.map(({ actual }) => actual === label),
  );
  const ranked = rankedPoints(ranking);
  const { truePositives: all } = ranked.at(-1)!;
  const corners = ranked.map(({ truePositives, falsePositives }) => ({
    x: truePositives / all,
    y: truePositives / (truePositives + falsePositives),
  }));
  return thinned([{ x: 0, y: corners[0]!.y }, ...corners]).map(({ x, y }, order) => ({
    class: name,
    order,
    x: Number(x.toFixed(4)),
    y: Number(y.toFixed(4)),
  }));
}
