import type { TopLevelSpec } from "vega-lite";
import { count } from "../../wording.ts";
import { frame, type Layer } from "../frame.ts";
import { colours } from "../theme.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { figureScale } from "./axes.ts";
import { figureOf, ranked, settingNames } from "./drawn-sweep.ts";

/** Settings that are shown: the best. */
export const MOST_SPREAD = 20;

/** How often each setting was run: "5 seeds", "10 folds", "5 folds, 3 times". */
export function repetitionsText({ repetitions }: SweepText["summary"]): string {
  const { seeds, folds, repeats } = repetitions;
  const ofFolds =
    folds > 1 ? [`${count(folds, "fold")}${repeats > 1 ? `, ${repeats} times` : ""}`] : [];
  return [...(seeds > 1 ? [count(seeds, "seed")] : []), ...ofFolds].join(" and ") || "1 run";
}

/** Each run of the best settings, with their mean and standard deviation. */
export function spreadChart(sweep: SweepText): TopLevelSpec {
  const { summary, dimensions } = sweep;
  const { title, name } = figureOf(summary);
  const all = ranked(sweep);
  const best = all.slice(0, MOST_SPREAD);
  const names = settingNames(
    dimensions,
    best.map(({ setting }) => setting),
    26,
  );
  const runs = best.flatMap(({ setting }, index) =>
    sweep.trials.flatMap((trial) =>
      trial.setting === setting.setting && trial.figure !== null
        ? [{ setting: names[index]!, figure: trial.figure, run: runText(trial) }]
        : [],
    ),
  );
  const means = best.map(({ setting, figure }, index) => {
    const sd = setting.figures[name]?.sd ?? 0;
    return { setting: names[index]!, figure, low: figure - sd, high: figure + sd };
  });
  const x = {
    field: "figure",
    type: "quantitative",
    title,
    scale: figureScale(means.flatMap(({ low, high }) => [low, high])),
    axis: { tickCount: 5, labelFlush: false },
  };
  const layers = [
    {
      data: { values: means },
      mark: { type: "rule", color: colours.train, strokeWidth: 6, opacity: 0.35, aria: false },
      encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
    },
    {
      data: { values: runs },
      mark: { type: "tick", thickness: 1.5, size: 12, color: colours.ink, opacity: 0.75 },
      encoding: { x, detail: { field: "run" } },
    },
    {
      data: { values: means },
      mark: { type: "point", filled: true, opacity: 1, size: 70, color: colours.train },
      encoding: { x },
    },
  ];
  return {
    ...frame({ name: summary.sweep }, `${title} over ${repetitionsText(summary)}`, [
      "Point: mean. Bar: ± standard deviation.",
      "Ticks: the runs.",
      ...(best.length < all.length ? [`The best ${best.length} of ${all.length} settings.`] : []),
    ]),
    width: 240,
    height: { step: 24 },
    encoding: {
      y: {
        field: "setting",
        type: "nominal",
        title: null,
        scale: { domain: names },
        axis: { ticks: false, domain: false, grid: true, labelLimit: 0, labelPadding: 8 },
      },
    },
    layer: layers as Layer[],
  };
}

function runText({ seed, fold, repeat }: SweepText["trials"][number]): string {
  return fold === undefined ? `seed ${seed}` : `fold ${fold}, repeat ${repeat ?? 1}`;
}
