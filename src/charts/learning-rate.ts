import type { TopLevelSpec } from "vega-lite";
import { maximum, minimum } from "../arrays.ts";
import type { Run } from "../layout.ts";
import { epochAxis, MOST_MARKED_EPOCHS } from "./curves.ts";
import { frame, ticks } from "./frame.ts";
import { colours } from "./theme.ts";

/** The optimizer's step size after each epoch. Logarithmic, and says so, where it spans more than one power of ten. */
export function learningRateChart(run: Run): TopLevelSpec {
  const { epochs } = run.history;
  const rates = epochs.map(({ learningRate }) => learningRate);
  const [least, most] = [minimum(rates), maximum(rates)];
  const logarithmic = least > 0 && most > 10 * least;
  return {
    ...frame(run, "Learning rate by epoch"),
    width: 400,
    height: 200,
    data: { values: epochs.map(({ epoch, learningRate }) => ({ epoch, learningRate })) },
    mark: {
      type: "line",
      interpolate: "step-after",
      strokeWidth: 2,
      color: colours.train,
      point: epochs.length <= MOST_MARKED_EPOCHS && { size: 36, color: colours.train },
    },
    encoding: {
      x: epochAxis(epochs.length),
      y: {
        field: "learningRate",
        type: "quantitative",
        title: logarithmic ? "Learning rate (logarithmic)" : "Learning rate",
        scale: { type: logarithmic ? "log" : "linear" },
        axis: { ...ticks(".3~g"), tickCount: 5 },
      },
    },
  };
}

export function learningRateChanges({ history }: Run): boolean {
  return new Set(history.epochs.map(({ learningRate }) => learningRate)).size > 1;
}
