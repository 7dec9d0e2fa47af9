import type { TopLevelSpec } from "vega-lite";
import { monitorTitles } from "../evaluate/monitor.ts";
import type { Run } from "../layout.ts";
import { drawCurves, shareTicks, zoomedFrom } from "./curves.ts";

/** What early stopping looks at, where it is neither loss nor accuracy: of the held-out split after each epoch. */
export function monitoredChart(run: Run): TopLevelSpec {
  const { heldOut, monitor, epochs } = run.history;
  const title = monitor ? monitorTitles[monitor] : "No figure";
  const points = epochs.flatMap(({ epoch, monitored }) =>
    monitored !== undefined && Number.isFinite(monitored)
      ? [{ epoch, split: heldOut, value: monitored }]
      : [],
  );
  const bottom = zoomedFrom(points);
  // The axis is shorter than the title.
  const axis = monitor === "auc" ? "AUC" : title;
  return drawCurves(run, {
    title: `${title} by epoch`,
    points,
    expected: epochs.length,
    y: {
      title: bottom === 0 ? axis : `${axis} (axis starts at ${bottom})`,
      scale: { domain: [bottom, 1], zero: bottom === 0 },
      format: shareTicks(bottom),
    },
  });
}

export function hasMonitored({ history }: Run): boolean {
  return history.monitor !== undefined;
}
