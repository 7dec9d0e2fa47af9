import type { TopLevelSpec } from "vega-lite";
import { maximum } from "../arrays.ts";
import type { RangeTest, Trial } from "../train/lr-range.ts";
import { frame, type Layer } from "./frame.ts";
import { colours } from "./theme.ts";

/** A test of learning rates, the name of its experiment, and the learning rate that this has. */
export interface TestedRates extends RangeTest {
  name: string;
  now: number;
}

const TITLE = "Loss by learning rate";

/**
 * The loss of each step and its average over the logarithm of the learning rate, with upright lines at the rate that is
 * suggested and at the present one. Losses that explode are drawn along the upper edge, so that the others can be seen.
 */
export function lrRangeChart(tested: TestedRates): TopLevelSpec {
  const { now, range, trials, suggestion } = tested;
  const curves = [
    { name: "Each step", colour: colours.steps[5]!, field: "loss", width: 1, dash: [1, 0] },
    { name: "Smoothed", colour: colours.train, field: "smoothed", width: 2, dash: [1, 0] },
  ];
  const rules = [
    ...(suggestion.kind === "rate"
      ? [
          {
            name: `Suggested: ${suggestion.learningRate}`,
            colour: colours.good,
            learningRate: suggestion.learningRate,
            dash: [8, 2, 2, 2],
          },
        ]
      : []),
    { name: `Now: ${now}`, colour: colours.heldOut, learningRate: now, dash: [5, 4] },
  ];
  const series = [...curves, ...rules];
  const domain = series.map(({ name }) => name);
  const legend = {
    title: null,
    orient: "top",
    columns: 2,
    symbolType: "stroke",
    symbolSize: 500,
    symbolStrokeWidth: 3,
  };
  // By a field: two channels of a constant would have a legend each.
  const style = {
    color: {
      field: "line",
      type: "nominal",
      scale: { domain, range: series.map(({ colour }) => colour) },
      legend,
    },
    strokeDash: {
      field: "line",
      type: "nominal",
      scale: { domain, range: series.map(({ dash }) => dash) },
      legend,
    },
  };
  const [least, most] = [Math.min(range.least, now), Math.max(range.most, now)];
  const powers = powersOfTen(least, most);
  const edge = upperEdge(trials);
  const above = trials.filter(({ loss }) => loss > edge).length;
  const layers = [
    ...curves.map(({ name, field, width }) => ({
      // A clip in their place would be numbered through the process.
      transform: [
        { calculate: `min(datum.${field}, ${edge})`, as: "shown" },
        { calculate: JSON.stringify(name), as: "line" },
      ],
      mark: { type: "line", strokeWidth: width },
      encoding: {
        y: {
          field: "shown",
          type: "quantitative",
          title: "Loss",
          scale: { domain: [0, edge], nice: false },
          axis: { tickCount: 6 },
        },
        ...style,
      },
    })),
    ...rules.map(({ name, learningRate }) => ({
      data: { values: [{ learningRate, line: name }] },
      mark: { type: "rule", strokeWidth: 2 },
      encoding: style,
    })),
  ];
  return {
    ...frame(
      tested,
      TITLE,
      above > 0 ? [`${above} of ${trials.length} losses are above the upper edge.`] : [],
    ),
    description: describeLrRange(tested),
    width: 440,
    height: 260,
    data: {
      values: trials.map(({ learningRate, loss, smoothed }) => ({ learningRate, loss, smoothed })),
    },
    encoding: {
      x: {
        field: "learningRate",
        type: "quantitative",
        title: "Learning rate (logarithmic)",
        scale: { type: "log", domain: [least, most], nice: false },
        axis: {
          ...(powers.length > 1 && { values: powers }),
          labelExpr: "format(datum.value, datum.value < 0.0009 ? '~e' : '~g')",
          grid: false,
        },
      },
    },
    // TypeScript takes the words in the lists above for any text.
    layer: layers as Layer[],
  };
}

/** 1e-6, 1e-5 and so on: those between two rates. */
function powersOfTen(least: number, most: number): number[] {
  const [first, last] = [Math.ceil(Math.log10(least)), Math.floor(Math.log10(most))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(`1e${first + index}`),
  );
}

/** Twice the smoothed loss that the test began with, or lower where that reaches no more. */
function upperEdge(trials: readonly Trial[]): number {
  const first = trials[0]?.smoothed ?? 0;
  const most = maximum([0, ...trials.map(({ smoothed }) => smoothed)]);
  // Losses of 0, or none at all, need an axis too.
  return 1.05 * Math.min(most, 2 * first) || 1;
}

/** What the chart shows, in sentences with its numbers: for those who do not see it. */
export function describeLrRange({ now, range, trials, end, suggestion }: TestedRates): string {
  const [first, last] = [trials[0], trials.at(-1)];
  const rates = `${TITLE}, from ${range.least} to ${range.most}`;
  if (!first || !last) return `${rates}: no loss was a number.`;
  const lowest = trials.reduce((one, other) => (other.smoothed < one.smoothed ? other : one));
  const at = ({ learningRate, smoothed }: Trial) =>
    `${smoothed.toFixed(3)} at ${Number(learningRate.toPrecision(2))}`;
  const ended = {
    range: "",
    diverged: ", where it had diverged",
    notFinite: ", before it was no longer a number",
  }[end];
  return [
    `${rates}: smoothed, it is ${at(first)}, lowest with ${at(lowest)}, and ${at(last)}${ended}.`,
    suggestion.kind === "rate"
      ? `It falls fastest at ${suggestion.learningRate}, which is suggested; the experiment has ${now}.`
      : `No learning rate is suggested; the experiment has ${now}.`,
  ].join(" ");
}
