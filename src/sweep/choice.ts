import { unitsOf } from "../evaluate/groups.ts";
import type { Choice, SettingSummary } from "./layout.ts";
import { turned } from "./results.ts";
import { meanOf } from "./statistics/mean.ts";
import { bootstrapOptimism } from "./statistics/optimism.ts";
import type { JudgedImages, Outcome } from "./outcome.ts";
import { weighted, type Weighted } from "./weighted.ts";

/** Draws of the bootstrap, and what they may take: settings times trials times images. */
const RESAMPLES = 200;
const MOST_WORK = 2e8;

/** The best setting by the mean objective over its trials, the first of equals; null where there is no objective. */
export function choose(
  outcome: Pick<Outcome, "resolved" | "predictions">,
  settings: readonly SettingSummary[],
): Choice | null {
  const { objective } = outcome.resolved;
  if (!objective) return null;
  const figure = Object.values(objective)[0]!;
  const told = settings.filter((one) => one.objective !== null);
  if (told.length === 0) return null;
  const small = ({ objective: value }: SettingSummary) => turned(value!, figure);
  const best = told.reduce((one, other) => (small(other) < small(one) ? other : one));
  const sorted = told.map(small).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  const gain = median - small(best);
  const spread = spreadWithin(told, figure);
  return {
    setting: best.setting,
    objective: best.objective!,
    tried: settings.length,
    optimism: optimismOf(outcome, told, figure),
    gain,
    spread,
    isDoubtful: told.length > 1 && spread !== null && spread > gain,
  };
}

/** Standard deviation over the trials of a setting, pooled over the settings. */
function spreadWithin(settings: readonly SettingSummary[], figure: string): number | null {
  const deviations = settings.flatMap(({ figures }) => figures[figure]?.sd ?? []);
  return deviations.length === 0 ? null : Math.sqrt(meanOf(deviations.map((sd) => sd ** 2)));
}

function optimismOf(
  { predictions }: Pick<Outcome, "predictions">,
  settings: readonly SettingSummary[],
  figure: string,
): number | null {
  const judged = settings.map(({ trials }) => trials.flatMap((one) => predictions.get(one) ?? []));
  const first = judged[0]?.[0];
  if (settings.length < 2 || !first || !judged.every((own) => areOfSameImages(own, first)))
    return null;
  const size = first.predictions.length;
  const trials = judged.reduce((sum, own) => sum + own.length, 0);
  if (RESAMPLES * trials * size > MOST_WORK) return null;
  const evaluators = judged.map((own) => own.map((one) => weighted(figure, one)));
  if (!evaluators.every((own): own is Weighted[] => own.every((one) => one !== null))) return null;
  const sign = turned(1, figure);
  const found = bootstrapOptimism(
    {
      trials: evaluators.length,
      units: unitsOf(first.predictions, first.groupOf),
      resamples: RESAMPLES,
      seed: 1,
    },
    (setting, weights) => {
      const values = evaluators[setting]!.map((evaluate) => evaluate(weights));
      return values.every((value) => value !== null) ? sign * meanOf(values as number[]) : null;
    },
  );
  return found?.optimism ?? null;
}

/** Trials with seeds of their own may have validation images of their own. */
function areOfSameImages(own: readonly JudgedImages[], first: JudgedImages): boolean {
  return own.every(
    ({ predictions }) =>
      predictions.length === first.predictions.length &&
      predictions.every(({ file }, index) => file === first.predictions[index]!.file),
  );
}
