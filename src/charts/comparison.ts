import type { TopLevelSpec } from "vega-lite";
import { maximum } from "../arrays.ts";
import type { Side } from "../compare/side.ts";
import { messages } from "./messages.ts";
import type { EpochRecord } from "../layout.ts";
import { curvePoints, dashes, epochAxis, MOST_MARKED_EPOCHS } from "./curves.ts";
import { ticks } from "./frame.ts";
import { shorten } from "../text.ts";
import { shown } from "../markup/label.ts";
import { colours, theme } from "./theme.ts";

/** The curves of two runs in one chart: a colour for each run, a dash for train. None where neither has an epoch. */
export function comparisonCharts(a: Side, b: Side): Map<"accuracy" | "loss", TopLevelSpec> {
  if ([a, b].every(({ history }) => !history || history.epochs.length === 0)) return new Map();
  return new Map([
    ["accuracy", overlay(a, b, { title: "Accuracy by epoch", figure: "Accuracy", domain: [0, 1] })],
    ["loss", overlay(a, b, { title: "Loss by epoch", figure: "Loss" })],
  ]);
}

interface Overlay {
  title: string;
  figure: "Accuracy" | "Loss";
  domain?: [number, number];
}

function overlay(a: Side, b: Side, { title, figure, domain }: Overlay): TopLevelSpec {
  const names = [`A: ${nameOf(a)}`, `B: ${nameOf(b)}`] as const;
  const points = [
    ...pointsOf(a, figure).map((point) => ({ run: names[0], ...point })),
    ...pointsOf(b, figure).map((point) => ({ run: names[1], ...point })),
  ];
  const epochs = maximum([a, b].map(({ history }) => history?.epochs.length ?? 0));
  const isMarked = epochs <= MOST_MARKED_EPOCHS;
  const size = isMarked ? 80 : 300;
  const ofRuns = { ...legend, columns: 1, symbolSize: size, symbolStrokeWidth: 3 };
  const splits = ["train", "validation", "test"].filter((name) =>
    points.some(({ split }) => split === name),
  );
  const [watchedA, watchedB] = [a.history?.heldOut, b.history?.heldOut];
  const notes = [
    ...(watchedA && watchedB && watchedA !== watchedB
      ? [messages.differentHeldOut(watchedA, watchedB)]
      : []),
    ...(Bun.deepEquals(a.history, b.history) ? [messages.sameCurves()] : []),
  ];
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${title}, ${names.join(", ")}`,
    config: theme,
    title: { text: title, ...(notes.length > 0 && { subtitle: notes }) },
    width: 400,
    height: 280,
    data: { values: points },
    encoding: {
      x: epochAxis(epochs),
      y: {
        field: "value",
        type: "quantitative",
        title: figure,
        scale: domain ? { domain } : { zero: true },
        axis: { ...ticks(domain ? ".1f" : ".4~g"), tickCount: 6 },
      },
      color: {
        field: "run",
        type: "nominal",
        scale: { domain: [...names], range: [colours.train, colours.heldOut] },
        legend: ofRuns,
      },
    },
    layer: [
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          strokeDash: {
            field: "split",
            type: "nominal",
            scale: {
              domain: splits,
              range: splits.map((name) => (name === "train" ? dashes.train : dashes.heldOut)),
            },
            legend: {
              ...legend,
              symbolSize: 600,
              symbolStrokeWidth: 2,
              symbolStrokeColor: colours.ink,
            },
          },
        },
      },
      // Marks of the lines themselves would leave the dashes' legend without its strokes.
      ...(isMarked
        ? [
            {
              mark: { type: "point" as const, filled: true, opacity: 1, size: 36 },
              // In print the two colours are one grey.
              encoding: {
                shape: {
                  field: "run",
                  type: "nominal" as const,
                  scale: { domain: [...names], range: ["circle", "triangle-up"] },
                  legend: ofRuns,
                },
              },
            },
          ]
        : []),
    ],
  };
}

const legend = { title: null, orient: "top", symbolType: "stroke" } as const;

function nameOf({ label }: Side): string {
  return shorten(shown(label), 60);
}

function pointsOf({ history }: Side, figure: Overlay["figure"]) {
  if (!history) return [];
  return curvePoints(
    history,
    (record) => record[`train${figure}`],
    (record: EpochRecord) => record[`heldOut${figure}`],
  );
}
