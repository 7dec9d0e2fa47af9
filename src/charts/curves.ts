import type { TopLevelSpec } from "vega-lite";
import type { EpochRecord, History, Run } from "../run/layout.ts";
import { shown } from "./label.ts";
import { colours, theme } from "./theme.ts";

export interface CurvePoint {
  epoch: number;
  split: "train" | History["heldOut"];
  value: number;
}

export interface Curves {
  /** What is shown, e.g. "Accuracy by epoch". */
  title: string;
  points: CurvePoint[];
  y: { title: string; scale: object; format: string };
}

/** With more epochs than this the line alone is clearer. */
const MOST_MARKED_EPOCHS = 60;

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

/** Two lines over the epochs: train in blue, the watched split in orange. */
export function drawCurves({ name, history }: Run, { title, points, y }: Curves): TopLevelSpec {
  const { heldOut, epochs } = history;
  const missing = 2 * epochs.length - points.length;
  const subtitle =
    missing === 0
      ? []
      : [`${missing} of ${2 * epochs.length} values left out: not finite numbers.`];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${title}, ${shown(name)}`,
    config: theme,
    title: { text: title, subtitle: [shown(name), ...subtitle] },
    width: 520,
    height: 280,
    data: { values: points },
    mark: {
      type: "line",
      strokeWidth: 2,
      point: epochs.length <= MOST_MARKED_EPOCHS && { size: 36 },
    },
    encoding: {
      x: {
        field: "epoch",
        type: "quantitative",
        title: "Epoch",
        scale: { domain: epochDomain(epochs.length), nice: false, zero: false },
        axis: { format: "d", tickMinStep: 1, tickCount: 10, grid: false },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: y.title,
        scale: y.scale,
        axis: { format: y.format, tickCount: 6 },
      },
      color: {
        field: "split",
        type: "nominal",
        scale: { domain: ["train", heldOut], range: [colours.train, colours.heldOut] },
        legend: {
          title: null,
          orient: "top",
          offset: 6,
          symbolType: "stroke",
          symbolSize: 300,
          symbolStrokeWidth: 3,
        },
      },
    },
  };
}

/** One epoch alone stands in the middle. */
function epochDomain(epochs: number): [number, number] {
  return epochs > 1 ? [1, epochs] : [0.5, 1.5];
}
