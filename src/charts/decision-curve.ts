import type { TopLevelSpec } from "vega-lite";
import { maximum } from "../arrays.ts";
import type { DecisionPoint } from "../evaluate/diagnostic.ts";
import type { Run } from "../layout.ts";
import { shown } from "../markup/label.ts";
import { frame, ticks, type Layer } from "./frame.ts";
import { colours } from "./theme.ts";

/** Below 0 there is nothing to gain; so much of it is shown, as a share of the height above. */
const BELOW = 0.15;
const strategies = ["network", "treat all", "treat none"];

/**
 * Net benefit over the probability from which on one would act: of acting on what the network says, on all and on none
 * (Vickers and Elkin, 2006).
 *
 * @param of whose: "test images" @param place what is said of them below the title
 */
export function decisionCurveChart(
  run: Run,
  points: readonly DecisionPoint[],
  { of, place }: { of: string; place: readonly string[] },
): TopLevelSpec {
  const known = points.filter(({ model }) => model.value !== null);
  const most = maximum(
    known.flatMap(({ model, all }) => [model.value!, model.interval?.high ?? 0, all ?? 0]),
  );
  const top = most > 0 ? most : 0.01;
  const bottom = -BELOW * top;
  // A line ends where it leaves the chart.
  const inside = (benefit: number | null) =>
    benefit !== null && benefit >= bottom ? benefit : null;
  const lines = known.flatMap(({ threshold, model, all }) =>
    [model.value, all, 0].map((benefit, index) => ({
      threshold,
      strategy: strategies[index]!,
      benefit: inside(benefit),
    })),
  );
  const bands = known.flatMap(({ threshold, model: { interval } }) =>
    interval && interval.high > bottom
      ? { threshold, low: Math.max(bottom, interval.low), high: interval.high }
      : [],
  );
  const end = points.at(-1)!.threshold > 0.9 ? 1 : points.at(-1)!.threshold;
  const x = {
    field: "threshold",
    type: "quantitative" as const,
    title: "Threshold probability",
    scale: { domain: [0, end], nice: false },
    axis: { ...ticks("~g"), tickCount: 5 },
  };
  const scale = { domain: [bottom, 1.05 * top], nice: false, zero: false };
  const band: Layer = {
    data: { values: bands },
    mark: { type: "area", color: colours.train, opacity: 0.18, aria: false },
    encoding: {
      x,
      y: { field: "low", type: "quantitative", scale, title: "Net benefit" },
      y2: { field: "high" },
    },
  };
  const line: Layer = {
    data: { values: lines },
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x,
      y: { field: "benefit", type: "quantitative", scale, title: "Net benefit" },
      color: {
        field: "strategy",
        type: "nominal",
        scale: { domain: strategies, range: [colours.train, colours.heldOut, colours.quiet] },
        legend: {
          title: "Strategy",
          orient: "top",
          symbolType: "stroke",
          symbolSize: 300,
          symbolStrokeWidth: 3,
        },
      },
      strokeDash: {
        field: "strategy",
        type: "nominal",
        scale: {
          domain: strategies,
          range: [
            [1, 0],
            [7, 3],
            [2, 2],
          ],
        },
        legend: null,
      },
    },
  };
  return {
    ...frame(run, `Decision curve of the ${of}`, [
      ...place.map(shown),
      ...(bands.length > 0 ? ["Band: 95 % interval"] : []),
    ]),
    width: 340,
    height: 260,
    layer: bands.length > 0 ? [band, line] : [line],
  };
}
