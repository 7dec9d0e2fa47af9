import type { TopLevelSpec } from "vega-lite";
import type { Run } from "../layout.ts";
import { accuracyChart } from "./accuracy.ts";
import { calibrationChart } from "./calibration.ts";
import { classDistributionChart } from "./class-distribution.ts";
import { MOST_LINES } from "./class-lines.ts";
import { classScoresChart } from "./class-scores.ts";
import { confusedPairsChart, hasMistakes } from "./confused-pairs.ts";
import { confusionMatrixChart } from "./confusion-matrix.ts";
import { learningRateChanges, learningRateChart } from "./learning-rate.ts";
import { lossChart } from "./loss.ts";
import { hasMonitored, monitoredChart } from "./monitored.ts";
import { precisionRecallChart } from "./precision-recall.ts";
import { rocChart } from "./roc.ts";

export type ChartName = NonNullable<Run["resolved"]["evaluate"]["charts"]>[number];

interface Chart {
  draw(run: Run): TopLevelSpec;
  /** Whether it is drawn of a run that does not say which charts it wants; always, where this is absent. */
  suits?(run: Run): boolean;
}

const hasFewClasses = ({ data }: Run) => data.classes.length <= MOST_LINES;
/** Of images that are all of one class there is no curve. */
const hasCurves = ({ metrics }: Run) => metrics.classes.some(({ auc }) => auc !== null);

/** Exhaustive: a chart in the schema without one here is a type error. The order is that of the report. */
export const charts: Readonly<Record<ChartName, Chart>> = {
  accuracy: { draw: accuracyChart },
  loss: { draw: lossChart },
  monitored: { draw: monitoredChart, suits: hasMonitored },
  "learning-rate": { draw: learningRateChart, suits: learningRateChanges },
  "confusion-matrix": { draw: confusionMatrixChart },
  "confused-pairs": {
    draw: confusedPairsChart,
    suits: (run) => run.data.classes.length > 2 && hasMistakes(run),
  },
  "class-scores": { draw: classScoresChart, suits: ({ data }) => data.classes.length > 2 },
  roc: { draw: rocChart, suits: (run) => hasFewClasses(run) && hasCurves(run) },
  "precision-recall": {
    draw: precisionRecallChart,
    suits: (run) => hasFewClasses(run) && hasCurves(run),
  },
  calibration: { draw: calibrationChart },
  "class-distribution": { draw: classDistributionChart },
};

/** The charts that a run's experiment asks for, or those that suit it. */
export function chosenCharts(run: Run): ChartName[] {
  const wanted = run.resolved.evaluate.charts;
  const names = Object.keys(charts) as ChartName[];
  return names.filter((name) => wanted?.includes(name) ?? charts[name].suits?.(run) ?? true);
}
