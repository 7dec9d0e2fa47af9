import { rounded } from "../evaluate/rounded.ts";
import type { Metrics } from "../layout.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import { figureRange } from "../spec/sweeps/figures.ts";
import { searchKind } from "../spec/sweeps/semantics.ts";
import { choose } from "./choice.ts";
import { compareSettings } from "./comparisons.ts";
import {
  type FigureValues,
  pooledFile,
  type PooledFigures,
  type SettingSummary,
  type Spread,
  type SweepSummary,
  sweepVersions,
} from "./layout.ts";
import type { Outcome } from "./outcome.ts";
import { figuresOf, objectiveOf, shownFigures, type TrialResult, turned } from "./results.ts";
import { meanFigures, meanOf } from "./statistics/mean.ts";

/** What the trials of a sweep come to. */
export function summarise(outcome: Outcome): SweepSummary {
  const { sweep, resolved, plan, results, pooled, winner } = outcome;
  const { fold, seed } = resolved.vary;
  const repeats = fold ? plan.each / fold.folds : 1;
  const settings = [...Map.groupBy(results, ({ record }) => record.setting)]
    .toSorted(([a], [b]) => a - b)
    .map(([, trials]) => settingOf(trials, resolved, plan, pooled));
  const chosen = choose(outcome, settings);
  const objective = objectiveRecord(resolved);
  const count = (status: TrialResult["status"]) =>
    results.filter((result) => result.status === status).length;
  const summary: SweepSummary = {
    formatVersion: sweepVersions.summary,
    sweep,
    search: searchKind(resolved),
    objective,
    split: objective ? ("validation" as const) : ("test" as const),
    trials: {
      planned: plan.total,
      completed: count("completed"),
      stopped: count("stopped"),
      failed: count("failed"),
    },
    repetitions: {
      seeds: seed === undefined ? 1 : fold ? repeats : plan.each,
      folds: fold?.folds ?? 1,
      repeats: seed === undefined ? repeats : 1,
    },
    keys: [...plan.varied],
    settings,
    comparisons: compareSettings(settings, results, resolved, chosen?.setting ?? null),
    choice: chosen,
    winner:
      winner && chosen
        ? {
            folder: "winner",
            setting: chosen.setting,
            split: winner.split,
            figures: figuresOf(winner),
          }
        : null,
  };
  // What was tried keeps all its digits.
  const exact = (setting: SettingSummary) => ({ ...rounded(setting), values: setting.values });
  return { ...rounded(summary), settings: settings.map(exact) };
}

export function objectiveRecord({ objective }: ResolvedSweep): SweepSummary["objective"] {
  if (!objective) return null;
  const [direction, figure] = Object.entries(objective)[0] as ["maximise" | "minimise", string];
  return { figure, direction };
}

/** Figures of a trial that are told over many: the objective first. */
export function toldFigures(resolved: ResolvedSweep): string[] {
  const objective = objectiveRecord(resolved);
  return [...new Set([...(objective ? [objective.figure] : []), ...shownFigures])];
}

function settingOf(
  trials: readonly TrialResult[],
  resolved: ResolvedSweep,
  { each }: Outcome["plan"],
  pooled: Outcome["pooled"],
): SettingSummary {
  const [{ record }] = trials as [TrialResult];
  const { fold } = resolved.vary;
  const numbers = (status: TrialResult["status"]) =>
    trials.filter((one) => one.status === status).map((one) => one.record.number);
  const completed = trials.filter(({ status }) => status === "completed");
  const isWhole = completed.length === each;
  const figures = isWhole
    ? Object.fromEntries(
        toldFigures(resolved).flatMap((name) => {
          const spread = spreadOf(completed, name, fold !== undefined);
          return spread ? [[name, spread]] : [];
        }),
      )
    : {};
  const objective = objectiveRecord(resolved);
  const values = objective ? trials.map((one) => objectiveOf(one, objective)) : [];
  const hasObjective = isWhole && values.length > 0 && values.every((value) => value !== null);
  const own = pooled.get(record.setting) ?? [];
  return {
    setting: record.setting,
    experiment: record.experiment,
    values: record.values,
    trials: trials.map((one) => one.record.number),
    failed: numbers("failed"),
    stopped: numbers("stopped"),
    figures,
    objective: hasObjective ? turned(meanOf(values as number[]), objective!.figure) : null,
    ...(fold && {
      folds: completed.map((one) => ({
        repeat: one.record.repeat!,
        fold: one.record.fold!,
        trial: one.record.number,
        images: one.images.judged,
        figures: picked(one.figures, toldFigures(resolved)),
      })),
      pooled: own.map(({ repeat, metrics }) =>
        pooledFigures(record.setting, repeat, own.length, metrics),
      ),
    }),
  };
}

function spreadOf(
  trials: readonly TrialResult[],
  name: string,
  areFolds: boolean,
): Spread | undefined {
  const values = trials.map(({ figures }) => figures[name] ?? null);
  if (!values.every((value) => value !== null)) return undefined;
  const { count, mean, deviation, interval } = meanFigures(values)!;
  // Folds share their training images: an interval that takes them for independent would be too narrow.
  if (!interval || areFolds) return { trials: count, mean, sd: deviation, interval: null };
  // Of few seeds Student's t reaches further than any such figure can.
  const { low, high } = figureRange(name);
  return {
    trials: count,
    mean,
    sd: deviation,
    interval: { low: Math.max(low, interval.low), high: Math.min(high, interval.high) },
  };
}

function pooledFigures(
  setting: number,
  repeat: number,
  repeats: number,
  metrics: Metrics,
): PooledFigures {
  const figures = figuresOf(metrics);
  return {
    repeat,
    file: pooledFile(setting, repeat, repeats),
    images: metrics.images,
    groups: metrics.groups && metrics.groups.count + metrics.groups.mixed,
    majorityClassAccuracy: metrics.majorityClassAccuracy,
    figures,
    intervals: { ...metrics.intervals, accuracy: metrics.accuracyInterval },
  };
}

function picked(figures: FigureValues, names: readonly string[]): FigureValues {
  return Object.fromEntries(names.map((name) => [name, figures[name] ?? null]));
}
