import type { TopLevelSpec } from "vega-lite";
import { epochAxis } from "../curves.ts";
import { frame, type Layer } from "../frame.ts";
import { maximum } from "../../arrays.ts";
import { colours } from "../theme.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { figureScale } from "./axes.ts";
import { figureOf } from "./drawn-sweep.ts";

/** Each trial's figure by epoch, and where it was stopped. */
export function halvingChart(sweep: SweepText): TopLevelSpec {
  const { summary, trials } = sweep;
  const { title } = figureOf(summary);
  const drawn = trials.flatMap(({ number, status, curve }) =>
    curve && curve.length > 0 ? [{ number, status, curve }] : [],
  );
  const texts = { completed: "to the end", stopped: "stopped", failed: "failed" } as const;
  const kinds = (["stopped", "failed", "completed"] as const).filter((kind) =>
    drawn.some(({ status }) => status === kind),
  );
  // Those that went on lie on top.
  const ordered = drawn.toSorted((a, b) => kinds.indexOf(a.status) - kinds.indexOf(b.status));
  const points = ordered.flatMap(({ number, status, curve }) =>
    curve.map(({ epoch, value }) => ({ trial: number, epoch, value, became: texts[status] })),
  );
  const ends = ordered.flatMap(({ number, status, curve }) => ({
    trial: number,
    ...curve.at(-1)!,
    became: texts[status],
  }));
  const paint = {
    completed: colours.train,
    stopped: colours.heldOut,
    failed: colours.failed,
  };
  const many = drawn.length > 60;
  const color = {
    field: "became",
    type: "nominal",
    scale: { domain: kinds.map((kind) => texts[kind]), range: kinds.map((kind) => paint[kind]) },
    legend: {
      title: null,
      orient: "top",
      symbolType: "stroke",
      symbolSize: 300,
      symbolStrokeWidth: 3,
    },
  };
  const y = {
    field: "value",
    type: "quantitative",
    title,
    scale: figureScale(points.map(({ value }) => value)),
  };
  const layers = [
    {
      data: { values: points },
      mark: { type: "line", strokeWidth: many ? 1 : 1.5, opacity: many ? 0.5 : 0.8 },
      encoding: { y, color, detail: { field: "trial" } },
    },
    {
      data: { values: ends },
      mark: { type: "point", filled: true, opacity: 1, size: many ? 16 : 40 },
      encoding: { y, color, detail: { field: "trial" } },
    },
  ];
  const stopped = drawn.filter(({ status }) => status === "stopped").length;
  return {
    ...frame({ name: summary.sweep }, `${title} by epoch of each trial`, [
      "Points: where a trial ended.",
      `${stopped} of ${drawn.length} were stopped early.`,
    ]),
    width: 400,
    height: 280,
    encoding: { x: epochAxis(maximum([1, ...ends.map(({ epoch }) => epoch)])) },
    layer: layers as Layer[],
  };
}
