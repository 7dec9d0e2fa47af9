import type { TopLevelSpec } from "vega-lite";
import { curvePoints, drawCurves, type CurvePoint, type Trained } from "./curves.ts";

/** How far above the median the largest loss may lie before it would press all others flat. */
const SPIKE = 20;

/**
 * Loss of each epoch, from 0. The axis is logarithmic, and says so, where one large loss would hide all others; it
 * cannot be where a loss is 0.
 */
export function lossChart(run: Trained): TopLevelSpec {
  const points = curvePoints(
    run.history,
    ({ trainLoss }) => trainLoss,
    ({ heldOutLoss }) => heldOutLoss,
  );
  const logarithmic = hasSpike(points);
  return drawCurves(run, {
    title: "Loss by epoch",
    points,
    y: {
      title: logarithmic ? "Cross-entropy loss (logarithmic)" : "Cross-entropy loss",
      scale: points.length === 0 ? { domain: [0, 1] } : { type: logarithmic ? "log" : "linear" },
      format: ".4~g",
    },
  });
}

function hasSpike(points: readonly CurvePoint[]): boolean {
  const losses = points.map(({ value }) => value).toSorted((a, b) => a - b);
  const median = losses[losses.length >> 1] ?? 0;
  return losses.every((loss) => loss > 0) && (losses.at(-1) ?? 0) > SPIKE * median;
}
