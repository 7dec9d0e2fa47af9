import type { TopLevelSpec } from "vega-lite";
import { curvePoints, drawCurves, shareTicks, zoomedFrom, type Trained } from "./curves.ts";

/**
 * Accuracy of each epoch. The axis goes from 0 to 1, so that runs compare at a glance; it starts higher, and says so,
 * only where every value lies far up and the curves would be flat lines at the edge.
 */
export function accuracyChart(run: Trained): TopLevelSpec {
  const points = curvePoints(
    run.history,
    ({ trainAccuracy }) => trainAccuracy,
    ({ heldOutAccuracy }) => heldOutAccuracy,
  );
  const bottom = zoomedFrom(points);
  return drawCurves(run, {
    title: "Accuracy by epoch",
    points,
    y: {
      title: bottom === 0 ? "Accuracy" : `Accuracy (axis starts at ${bottom})`,
      scale: { domain: [bottom, 1], zero: bottom === 0 },
      format: shareTicks(bottom),
    },
  });
}
