import type { TopLevelSpec } from "vega-lite";
import { importances } from "../../sweep/statistics/importance.ts";
import type { SettingSummary } from "../../sweep/layout.ts";
import { frame, type Layer } from "../frame.ts";
import { shorten } from "../../text.ts";
import { colours } from "../theme.ts";
import { axisOf, figureAxis } from "./axes.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import {
  cross,
  figureOf,
  pointOf,
  ranked,
  shortKeys,
  toldOf,
  unfinishedText,
} from "./drawn-sweep.ts";

/** Axes beside that of the figure. */
export const MOST_AXES = 8;
const GAP = 126;
const HEIGHT = 300;

/** Each setting as a line through its values, to the figure that it came to. */
export function parallelChart(sweep: SweepText): TopLevelSpec {
  const { summary } = sweep;
  const { title, words } = figureOf(summary);
  const dimensions = mostImportant(sweep);
  const best = ranked(sweep);
  const axes = [
    ...dimensions.map(axisOf),
    ...(best.length > 0 ? [figureAxis(best.map(({ figure }) => figure))] : []),
  ];
  const names = [
    ...shortKeys(sweep.dimensions.map(({ key }) => key)).filter((_, index) =>
      dimensions.includes(sweep.dimensions[index]!),
    ),
    ...(best.length > 0 ? [title] : []),
  ];
  const placesOf = (setting: SettingSummary) =>
    pointOf(dimensions, setting).map((value, index) => axes[index]!.placeOf(value));
  const rows = (setting: SettingSummary, places: readonly number[], kind: string) =>
    places.map((y, x) => ({ setting: setting.setting, kind, x, y: Number(y.toFixed(4)) }));
  const last = colours.steps.length - 1;
  // The best on top.
  const finished = best
    .map(({ setting, figure }, rank) =>
      rows(
        setting,
        [...placesOf(setting), axes.at(-1)!.placeOf(figure)],
        String(last - Math.floor((rank * colours.steps.length) / best.length)),
      ),
    )
    .toReversed();
  const failed = summary.settings.filter((one) => one.failed.length > 0);
  const unfinished = summary.settings
    .filter((one) => !best.some(({ setting }) => setting === one))
    .map((one) => rows(one, placesOf(one), failed.includes(one) ? "failed" : "stopped"));
  const few = best.length <= 60;
  const color = {
    field: "kind",
    type: "nominal",
    scale: {
      domain: [...[...colours.steps.keys()].map(String), "stopped", "failed"],
      range: [...colours.steps, colours.quiet, colours.failed],
    },
    legend: null,
  };
  const marks = axes.flatMap(({ ticks }, x) =>
    ticks.map((tick) => ({ x, y: tick.place, text: tick.text })),
  );
  const text = { type: "text", fontSize: 11, baseline: "middle", aria: false };
  // Of the last axis they stand to its right, where no line is.
  const labels = (more: object) =>
    [
      { values: marks.filter(({ x }) => x < axes.length - 1), side: { align: "right", dx: -5 } },
      { values: marks.filter(({ x }) => x === axes.length - 1), side: { align: "left", dx: 5 } },
    ].map(({ values, side }) => ({
      data: { values },
      mark: { ...text, ...side, ...more },
      encoding: { y: place("y"), text: { field: "text" } },
    }));
  // A layer without marks would be a picture without a name.
  const hasUnfinished = unfinished.length > 0;
  const unfinishedLines = {
    data: { values: unfinished.flat() },
    mark: {
      type: "line",
      strokeWidth: 1.25,
      strokeDash: [4, 3],
      opacity: 0.6,
    },
    encoding: { y: place("y"), color, detail: { field: "setting" } },
  };
  const unfinishedEnds = {
    data: { values: unfinished.flatMap((one) => one.slice(-1)) },
    mark: cross,
    encoding: { y: place("y"), color },
  };
  const layers = [
    {
      data: { values: axes.map((_, x) => ({ x, from: 0, to: 1 })) },
      mark: { type: "rule", color: colours.quiet, aria: false },
      encoding: { y: place("from"), y2: { field: "to" } },
    },
    ...(hasUnfinished ? [unfinishedLines] : []),
    {
      data: { values: finished.flat() },
      mark: { type: "line", strokeWidth: few ? 2 : 1.25, opacity: few ? 0.9 : 0.6 },
      encoding: {
        y: place("y"),
        detail: { field: "setting" },
        color,
      },
    },
    ...(hasUnfinished ? [unfinishedEnds] : []),
    // Letters with the paper's colour around them, so that lines do not cross them.
    ...labels({ stroke: colours.page, strokeWidth: 4, color: colours.page }),
    ...labels({ color: colours.ink }),
    {
      data: { values: axes.map((_, x) => ({ x, text: shorten(names[x]!, 20) })) },
      mark: {
        type: "text",
        fontSize: 12,
        fontWeight: 600,
        align: "center",
        color: colours.ink,
        aria: false,
      },
      encoding: { y: { value: -14 }, text: { field: "text" } },
    },
  ];
  return {
    ...frame({ name: summary.sweep }, `Settings and their ${words}`, [
      ...(best.length > 0
        ? ["Each line is a setting.", "The stronger its colour, the better it is."]
        : []),
      ...(dimensions.length < sweep.dimensions.length
        ? [`The ${dimensions.length} most important of ${sweep.dimensions.length} keys.`]
        : []),
      ...(unfinished.length > 0 ? [`Dashed, up to a cross: ${unfinishedText(summary)}.`] : []),
    ]),
    width: Math.max(2, axes.length - 1) * GAP,
    height: HEIGHT,
    encoding: {
      x: {
        field: "x",
        type: "quantitative",
        axis: null,
        scale: { domain: [0, Math.max(1, axes.length - 1)], nice: false },
      },
    },
    layer: layers as Layer[],
  };
}

function place(field: string) {
  return { field, type: "quantitative", axis: null, scale: { domain: [0, 1], nice: false } };
}

/** In their own order. */
function mostImportant(sweep: SweepText) {
  const { dimensions } = sweep;
  if (dimensions.length <= MOST_AXES) return dimensions;
  const shares = importances(dimensions, toldOf(sweep));
  const order = Array.from(dimensions.keys()).toSorted((a, b) => shares[b]! - shares[a]!);
  const kept = order.slice(0, MOST_AXES);
  return dimensions.filter((_, index) => kept.includes(index));
}
