import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import { confusedPairs } from "../evaluate/confusion.ts";
import { frame } from "./frame.ts";
import { distinct, labels } from "../markup/label.ts";
import { colours } from "./theme.ts";

const MOST_PAIRS = 15;

/** Which class is taken for which other one most often. */
export function confusedPairsChart(run: Run): TopLevelSpec {
  const { classes, split } = run.confusionMatrix;
  const names = labels(classes);
  const pairs = confusedPairs(run.confusionMatrix);
  const most = pairs.slice(0, MOST_PAIRS);
  // A name may hold an arrow itself.
  const titles = distinct(
    most.map(({ actual, predicted }) => `${names[actual]} → ${names[predicted]}`),
  );
  const values = most.map(({ images, of }, index) => ({
    pair: titles[index]!,
    images,
    text: `${images} of ${of}`,
  }));
  const y = {
    field: "pair",
    type: "nominal",
    title: "Actual → predicted class",
    scale: { domain: values.map(({ pair }) => pair), paddingInner: 0.25 },
    axis: { ticks: false, domain: false, labelLimit: 0 },
  } as const;
  return {
    ...frame(
      run,
      `Most confused classes of the ${split} images`,
      pairs.length > MOST_PAIRS
        ? [`The ${MOST_PAIRS} most frequent of ${pairs.length} pairs.`]
        : [],
    ),
    width: 340,
    height: { step: 24 },
    data: { values },
    encoding: {
      y,
      x: {
        field: "images",
        type: "quantitative",
        title: "Images",
        axis: { tickMinStep: 1, format: "d", tickCount: 5 },
      },
    },
    layer: [
      { mark: { type: "bar", color: colours.heldOut } },
      {
        mark: { type: "text", align: "left", dx: 4, fontSize: 12, color: colours.ink },
        encoding: { text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

export function hasMistakes({ predictions }: Run): boolean {
  return predictions.some(({ actual, predicted }) => actual !== predicted);
}
