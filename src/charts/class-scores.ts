import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import { frame, MOST_BARS, ticks } from "./frame.ts";
import { labels } from "../markup/label.ts";
import { colours } from "./theme.ts";

const scoreNames = ["precision", "recall", "F1"] as const;

/** Precision, recall and F1 of each class, the lowest F1 first. */
export function classScoresChart(run: Run): TopLevelSpec {
  const { classes, split } = run.metrics;
  const names = labels(classes.map(({ label }) => label));
  const sorted = classes
    .map((scores, index) => ({ ...scores, name: names[index]!, index }))
    .toSorted((a, b) => (a.f1 ?? -1) - (b.f1 ?? -1) || a.index - b.index)
    .slice(0, MOST_BARS);
  const values = sorted.flatMap(({ name, precision, recall, f1 }) =>
    [precision, recall, f1].flatMap((value, index) =>
      value === null
        ? []
        : { class: name, score: scoreNames[index]!, value: Number(value.toFixed(4)) },
    ),
  );
  return {
    ...frame(run, `Scores of each class on the ${split} images`, [
      ...(sorted.length < classes.length
        ? [`The ${sorted.length} lowest of ${classes.length} classes.`]
        : []),
      ...(values.length < 3 * sorted.length
        ? ["A score without a mark is undefined: no such image."]
        : []),
    ]),
    width: 360,
    height: { step: sorted.length > 30 ? 15 : 24 },
    data: { values },
    mark: { type: "point", filled: true, size: 70, opacity: 1 },
    encoding: {
      y: {
        field: "class",
        type: "nominal",
        title: null,
        scale: { domain: sorted.map(({ name }) => name) },
        // Half a mark that stands at 0 reaches beyond the edge.
        axis: { grid: true, ticks: false, domain: false, labelLimit: 0, labelPadding: 8 },
      },
      x: {
        field: "value",
        type: "quantitative",
        title: "Score",
        scale: { domain: [0, 1] },
        axis: ticks(".1f"),
      },
      color: {
        field: "score",
        type: "nominal",
        scale: {
          domain: [...scoreNames],
          range: [colours.train, colours.heldOut, colours.good],
        },
        legend: { title: null, orient: "top", offset: 6 },
      },
      shape: {
        field: "score",
        type: "nominal",
        scale: { domain: [...scoreNames], range: ["circle", "square", "triangle-up"] },
      },
    },
  };
}
