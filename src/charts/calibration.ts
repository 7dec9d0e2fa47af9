import type { TopLevelSpec } from "vega-lite";
import { calibrationBins } from "../evaluate/probabilities.ts";
import type { Run } from "../layout.ts";
import { frame, ticks } from "./frame.ts";
import { colours } from "./theme.ts";

/** How often the network is right when it is this certain, and below it how many images it is this certain of. */
export function calibrationChart(run: Run): TopLevelSpec {
  const { predictions, data, metrics } = run;
  const numbers = new Map(data.classes.map((label, index) => [label, index]));
  const bins = calibrationBins(
    predictions.map(({ probabilities }) => probabilities),
    predictions.map(({ actual }) => numbers.get(actual)!),
  ).map((bin) => ({
    ...bin,
    certainty: Number(bin.certainty.toFixed(4)),
    accuracy: Number(bin.accuracy.toFixed(4)),
  }));
  // The largest of n probabilities is never below 1 / n.
  const domain = [Math.floor(10 / data.classes.length) / 10, 1];
  const scale = { domain, nice: false, zero: false };
  const tenths = Array.from({ length: 11 }, (_, index) => index / 10).filter(
    (value) => value >= domain[0]!,
  );
  const error = metrics.calibrationError;
  return {
    ...frame(run, `Calibration on the ${metrics.split} images`, [
      ...(error === null ? [] : [`Expected calibration error ${error.toFixed(3)}`]),
      "Dashed: perfectly calibrated.",
      "Below it the network is overconfident.",
    ]),
    spacing: 12,
    vconcat: [
      {
        width: 320,
        height: 220,
        layer: [
          {
            data: { values: domain.map((value) => ({ certainty: value, accuracy: value })) },
            mark: { type: "line", color: colours.quiet, strokeDash: [4, 3], strokeWidth: 1 },
            encoding: {
              x: { field: "certainty", type: "quantitative" },
              y: { field: "accuracy", type: "quantitative" },
            },
          },
          {
            data: { values: bins },
            mark: {
              type: "line",
              strokeWidth: 2,
              color: colours.heldOut,
              point: { size: 60, color: colours.heldOut },
            },
            encoding: {
              x: {
                field: "certainty",
                type: "quantitative",
                title: null,
                scale,
                axis: { labels: false, values: tenths },
              },
              y: {
                field: "accuracy",
                type: "quantitative",
                title: "Accuracy",
                scale: { domain: [0, 1] },
                axis: ticks(".1f"),
              },
            },
          },
        ],
      },
      {
        width: 320,
        height: 60,
        data: { values: bins },
        mark: { type: "bar", color: colours.heldOut },
        encoding: {
          x: {
            field: "from",
            type: "quantitative",
            title: "Confidence (probability of the predicted class)",
            scale,
            axis: { ...ticks(".1f"), values: tenths },
          },
          x2: { field: "to" },
          y2: { datum: 0 },
          y: {
            field: "images",
            type: "quantitative",
            title: "Images",
            axis: { tickCount: 3, format: "d", tickMinStep: 1 },
          },
        },
      },
    ],
  };
}
