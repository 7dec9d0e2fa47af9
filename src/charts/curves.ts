import type { TopLevelSpec } from "vega-lite";
import { betterEpoch } from "../evaluate/cautions.ts";
import type { EpochRecord, History, Run } from "../layout.ts";
import { frame, ticks, type Layer, type UnitLayer } from "./frame.ts";
import { colours } from "./theme.ts";

/** What the curves of a run follow from: its evaluation need not be there yet. */
export interface Trained extends Pick<Run, "name" | "history" | "data"> {
  metrics: Pick<Run["metrics"], "weights">;
}

export interface CurvePoint {
  epoch: number;
  split: "train" | History["heldOut"];
  value: number;
}

export interface Curves {
  /** What is shown, e.g. "Accuracy by epoch". */
  title: string;
  points: CurvePoint[];
  /** How many there would be if all were finite numbers; two an epoch by default. */
  expected?: number;
  y: { title: string; scale: object; format: string };
}

/** With more epochs than this the line alone is clearer. */
export const MOST_MARKED_EPOCHS = 60;

/** One figure of each epoch, train first. What is not a finite number has no place on a chart. */
export function curvePoints(
  { heldOut, epochs }: History,
  train: (record: EpochRecord) => number,
  watched: (record: EpochRecord) => number,
): CurvePoint[] {
  return [
    ...epochs.map((record) => ({
      epoch: record.epoch,
      split: "train" as const,
      value: train(record),
    })),
    ...epochs.map((record) => ({ epoch: record.epoch, split: heldOut, value: watched(record) })),
  ].filter(({ value }) => Number.isFinite(value));
}

const ZOOMED_FROM = [0.95, 0.9, 0.8];

/** Where an axis up to 1 starts: at 0, unless every value lies far up and the curves would be flat lines at the edge. */
export function zoomedFrom(points: readonly CurvePoint[]): number {
  return ZOOMED_FROM.find((start) => points.every(({ value }) => value >= start)) ?? 0;
}

/** With the digits in which the steps of such an axis differ. */
export function shareTicks(bottom: number): string {
  return bottom === 0 ? ".1f" : ".2f";
}

/**
 * Two lines over the epochs: train in blue and dashed, the watched split in orange. Where the best weights were chosen, or would
 * have been clearly better, a dashed upright line stands at their epoch, and where training stopped early a dotted one.
 */
export function drawCurves(run: Trained, { title, points, expected, y }: Curves): TopLevelSpec {
  const { heldOut, epochs } = run.history;
  const { use, epoch, stopped } = run.metrics.weights;
  const better = betterEpoch(run);
  const marked = use === "best" ? epoch : better?.best.epoch;
  const all = expected ?? 2 * epochs.length;
  const missing = all - points.length;
  const notes = [
    ...(missing === 0 ? [] : [`${missing} of ${all} values omitted: not finite.`]),
    ...(use === "best" ? [`Upright line: epoch ${epoch}, whose weights are evaluated.`] : []),
    ...(better ? [`Upright line: epoch ${marked}, of the lowest ${heldOut} loss.`] : []),
    ...(stopped
      ? [`Dotted line: training stopped after epoch ${stopped.epoch} (${stopped.by}).`]
      : []),
  ];
  const isTrainShown = points.length === 0 || points.some(({ split }) => split === "train");
  const lines: UnitLayer = {
    mark: {
      type: "line",
      strokeWidth: 2,
      point: epochs.length <= MOST_MARKED_EPOCHS && { size: 36 },
    },
    encoding: {
      y: {
        field: "value",
        type: "quantitative",
        title: y.title,
        scale: y.scale,
        axis: { ...ticks(y.format), tickCount: 6 },
      },
      color: {
        field: "split",
        type: "nominal",
        scale: isTrainShown
          ? { domain: ["train", heldOut], range: [colours.train, colours.heldOut] }
          : { domain: [heldOut], range: [colours.heldOut] },
        legend,
      },
      // In print the two colours are one grey.
      ...(isTrainShown && {
        strokeDash: {
          field: "split",
          type: "nominal",
          scale: { domain: ["train", heldOut], range: [dashes.train, dashes.heldOut] },
          legend,
        },
      }),
    },
  };
  const x = epochAxis(epochs.length);
  const head = {
    ...frame(run, title, notes),
    width: 400,
    height: 240,
    data: { values: points },
  };
  const rules: Layer[] = [
    ...(marked == null ? [] : [upright(marked, [4, 3])]),
    ...(stopped ? [upright(stopped.epoch, [1, 3])] : []),
  ];
  if (rules.length === 0) return { ...head, mark: lines.mark, encoding: { x, ...lines.encoding } };
  return { ...head, encoding: { x }, layer: [...rules, lines] };
}

const legend = {
  title: null,
  orient: "top",
  offset: 6,
  symbolType: "stroke",
  symbolSize: 400,
  symbolStrokeWidth: 2.5,
} as const;

/** Of the lines over epochs, in every chart of them. */
export const dashes = { train: [5, 4], heldOut: [1, 0] };

function upright(epoch: number, strokeDash: number[]): Layer {
  return {
    data: { values: [{ epoch }] },
    mark: { type: "rule", color: colours.quiet, strokeDash, aria: false },
  };
}

export function epochAxis(epochs: number) {
  return {
    field: "epoch",
    type: "quantitative",
    title: "Epoch",
    scale: { domain: epochDomain(epochs), nice: false, zero: false },
    axis: { format: "d", tickMinStep: 1, tickCount: 10, grid: false },
  } as const;
}

/** One epoch alone stands in the middle. */
function epochDomain(epochs: number): [number, number] {
  return epochs > 1 ? [1, epochs] : [0.5, 1.5];
}
