import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import type { Comparison, SettingSummary } from "./layout.ts";
import { shownFigures, type TrialResult, turned } from "./results.ts";
import { meanOf } from "./statistics/mean.ts";
import { correctedTTest, pairedTTest } from "./statistics/t-test.ts";

/** With more settings than this each is held against one of them alone. */
const MOST_IN_PAIRS = 6;
/** Settings that the best one is held against: those that come next. */
const RUNNERS_UP = 3;

/**
 * Settings trial against trial, of those with several trials that are all whole. Without an objective each pair of a few
 * settings, or the first against each other one; with an objective the best against the next ones.
 */
export function compareSettings(
  settings: readonly SettingSummary[],
  results: readonly TrialResult[],
  { objective, vary: { fold } }: ResolvedSweep,
  best: number | null,
): Comparison[] {
  const figures = objective ? [Object.values(objective)[0]!] : [...shownFigures];
  const whole = settings.filter(
    ({ trials, failed, stopped }) =>
      trials.length > 1 && failed.length === 0 && stopped.length === 0,
  );
  const byNumber = new Map(results.map((result) => [result.record.number, result]));
  return pairsOf(whole, objective ? Object.values(objective)[0]! : null, best).flatMap(([a, b]) =>
    figures.flatMap((figure) => {
      const trials = a.trials.map((number, index) => [
        byNumber.get(number)!,
        byNumber.get(b.trials[index]!)!,
      ]);
      const differences = trials.map(([one, other]) => {
        const [first, second] = [one!.figures[figure], other!.figures[figure]];
        return first == null || second == null ? NaN : second - first;
      });
      if (a.trials.length !== b.trials.length || differences.some(Number.isNaN)) return [];
      const share = meanOf(trials.map(([one]) => one!.images.judged / one!.images.train));
      const test = fold ? correctedTTest(differences, share) : pairedTTest(differences);
      return {
        settings: [a.setting, b.setting] satisfies [number, number],
        figure,
        pairs: differences.length,
        difference: meanOf(differences),
        interval: test?.interval ?? null,
        p: test?.p ?? null,
        test: fold ? ("corrected" as const) : ("paired" as const),
      };
    }),
  );
}

function pairsOf(
  settings: readonly SettingSummary[],
  figure: string | null,
  best: number | null,
): [SettingSummary, SettingSummary][] {
  if (figure === null)
    return settings.length <= MOST_IN_PAIRS
      ? settings.flatMap((a, index) =>
          settings.slice(index + 1).map((b): [SettingSummary, SettingSummary] => [a, b]),
        )
      : settings.slice(1).map((other) => [settings[0]!, other]);
  const ranked = settings
    .filter(({ objective }) => objective !== null)
    .toSorted((a, b) => turned(a.objective!, figure) - turned(b.objective!, figure));
  const first = ranked.find(({ setting }) => setting === best);
  if (!first) return [];
  return ranked
    .filter((other) => other !== first)
    .slice(0, RUNNERS_UP)
    .map((other) => [other, first]);
}
