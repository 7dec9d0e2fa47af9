import type { TopLevelSpec } from "vega-lite";
import { frame, type Layer } from "../frame.ts";
import { colours } from "../theme.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { figureScale } from "./axes.ts";
import { cross, figureOf, finishedSettings, unfinishedText } from "./drawn-sweep.ts";

/** With more settings than this their spread over seeds is left out. */
const MOST_WITH_SPREAD = 80;

/** Each setting's figure in the order in which they were tried, and the best that there was until then. */
export function bestSoFarChart(sweep: SweepText): TopLevelSpec {
  const { summary } = sweep;
  const { title, words, direction, name } = figureOf(summary);
  const finished = finishedSettings(sweep);
  const isBetter = (one: number, other: number) =>
    direction === "maximise" ? one > other : one < other;
  let best: number | null = null;
  const points = finished.map(({ setting, figure }) => {
    if (best === null || isBetter(figure, best)) best = figure;
    const sd = setting.figures[name]?.sd ?? null;
    return {
      setting: setting.setting,
      figure,
      best,
      low: figure - (sd ?? 0),
      high: figure + (sd ?? 0),
    };
  });
  const unfinished = summary.settings
    .filter(({ setting }) => !finished.some((one) => one.setting.setting === setting))
    .map(({ setting, failed }) => ({
      setting,
      became: failed.length > 0 ? "failed" : "stopped early",
    }));
  const last = summary.settings.at(-1)?.setting ?? 1;
  // The line goes on to the last setting, whatever became of that.
  const steps = [
    ...points.map(({ setting, best: until }) => ({ setting, best: until })),
    ...(best !== null && points.at(-1)!.setting < last ? [{ setting: last, best }] : []),
  ];
  const hasSpread =
    finished.length <= MOST_WITH_SPREAD && points.some(({ low, high }) => high > low);
  const scale = figureScale(points.flatMap(({ low, high }) => [low, high]));
  const y = (field: string) => ({ field, type: "quantitative", title, scale });
  const layers = [
    ...(hasSpread
      ? [
          {
            mark: { type: "rule", color: colours.steps[3]!, strokeWidth: 2, aria: false },
            encoding: { y: y("low"), y2: { field: "high" } },
          },
        ]
      : []),
    {
      mark: {
        type: "point",
        filled: true,
        opacity: 1,
        size: finished.length > 100 ? 14 : 36,
        color: colours.steps[5]!,
      },
      encoding: { y: y("figure") },
    },
    {
      data: { values: steps },
      mark: { type: "line", interpolate: "step-after", strokeWidth: 2, color: colours.heldOut },
      encoding: { y: y("best") },
    },
    ...(unfinished.length > 0
      ? [
          {
            data: { values: unfinished },
            mark: cross,
            encoding: {
              y: { value: 236 },
              color: {
                field: "became",
                type: "nominal",
                scale: {
                  domain: ["stopped early", "failed"],
                  range: [colours.quiet, colours.failed],
                },
                legend: null,
              },
            },
          },
        ]
      : []),
  ];
  return {
    ...frame({ name: summary.sweep }, `Best ${words} so far`, [
      hasSpread ? "Points: settings, ± standard deviation." : "Points: settings.",
      "Line: the best until then.",
      ...(unfinished.length > 0 ? [`Crosses: ${unfinishedText(summary)}.`] : []),
    ]),
    width: 400,
    height: 240,
    data: { values: points },
    encoding: {
      x: {
        field: "setting",
        type: "quantitative",
        title: "Setting",
        scale: { domain: last > 1 ? [1, last] : [0.5, 1.5], nice: false, padding: 6 },
        axis: { format: "d", tickMinStep: 1, tickCount: 10, grid: false },
      },
    },
    layer: layers as Layer[],
  };
}
