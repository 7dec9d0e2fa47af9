import type { TopLevelSpec } from "vega-lite";
import { bestSoFarChart } from "./best-so-far.ts";
import {
  describeBest,
  describeEffects,
  describeHalving,
  describeParallel,
  describeSpread,
} from "./describe.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { finishedSettings } from "./drawn-sweep.ts";
import { effectsChart, keyEffects } from "./effects.ts";
import { halvingChart } from "./halving.ts";
import { parallelChart } from "./parallel.ts";
import { spreadChart } from "./spread.ts";

export const sweepChartNames = ["best-so-far", "parallel", "effects", "spread", "halving"] as const;
export type SweepChartName = (typeof sweepChartNames)[number];

interface SweepChart {
  draw(sweep: SweepText): TopLevelSpec;
  /** What it shows, in sentences with their numbers: for those who do not see it. */
  describe(sweep: SweepText): string;
  suits(sweep: SweepText): boolean;
}

/** In the order of the report. */
export const sweepCharts: Readonly<Record<SweepChartName, SweepChart>> = {
  "best-so-far": {
    draw: bestSoFarChart,
    describe: describeBest,
    // Without an objective nothing is the best.
    suits: (sweep) =>
      isSearch(sweep) && sweep.summary.objective !== null && finishedSettings(sweep).length > 1,
  },
  parallel: {
    draw: parallelChart,
    describe: describeParallel,
    suits: (sweep) => isSearch(sweep) && sweep.summary.settings.length > 1,
  },
  effects: {
    draw: effectsChart,
    describe: describeEffects,
    suits: (sweep) =>
      isSearch(sweep) &&
      keyEffects(sweep).some(({ levels }) => levels.some(({ interval }) => interval)),
  },
  spread: {
    draw: spreadChart,
    describe: describeSpread,
    suits: (sweep) =>
      sweep.trials.length > sweep.summary.settings.length && finishedSettings(sweep).length > 0,
  },
  halving: {
    draw: halvingChart,
    describe: describeHalving,
    suits: ({ trials }) => trials.some(({ curve }) => curve && curve.length > 0),
  },
};

/** Experiments alone that are held against each other are a comparison: no key is searched. */
function isSearch({ summary }: SweepText): boolean {
  return summary.keys.length > 0;
}

export function suitingCharts(sweep: SweepText): SweepChartName[] {
  return sweepChartNames.filter((name) => sweepCharts[name].suits(sweep));
}
