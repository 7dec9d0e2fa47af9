import { count } from "../../wording.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import {
  figureOf,
  pointOf,
  ranked,
  shortKeys,
  valueText,
  type FinishedSetting,
} from "./drawn-sweep.ts";
import { keyEffects, levelText } from "./effects.ts";
import { repetitionsText } from "./spread.ts";

// What each chart of a sweep shows, in a sentence with its numbers: for those who do not see it.

/** Keys whose effects are told one by one. */
const MOST_TOLD = 8;

export function describeBest(sweep: SweepText): string {
  const { words } = figureOf(sweep.summary);
  const best = ranked(sweep);
  const first = best.toSorted((a, b) => a.setting.setting - b.setting.setting)[0]!;
  return `Best ${words} so far: ${number(first.figure)} with setting ${first.setting.setting}, ${number(best[0]!.figure)} in the end, with setting ${best[0]!.setting.setting} of ${sweep.summary.settings.length}.`;
}

export function describeParallel(sweep: SweepText): string {
  const { words } = figureOf(sweep.summary);
  const best = ranked(sweep);
  if (best.length === 0)
    return `${count(sweep.summary.settings.length, "setting")}, none with a figure.`;
  const [top, low] = [best[0]!, best.at(-1)!];
  return `${count(best.length, "setting")} and their ${words}: the best ${number(top.figure)} with ${valuesText(sweep, top)}; the worst ${number(low.figure)} with ${valuesText(sweep, low)}.`;
}

export function describeEffects(sweep: SweepText): string {
  const { words, direction } = figureOf(sweep.summary);
  const sign = direction === "maximise" ? 1 : -1;
  const told = keyEffects(sweep)
    .slice(0, MOST_TOLD)
    .flatMap(({ name, levels }) => {
      const known = levels.filter(({ difference }) => difference !== null);
      const best = known.toSorted((a, b) => sign * (b.difference! - a.difference!))[0];
      if (!best) return [];
      const range = best.interval
        ? ` (${number(best.interval.low)} to ${number(best.interval.high)})`
        : "";
      return `${name} is best at ${levelText(best)}, by ${number(best.difference!)}${range}`;
    });
  return `Mean ${words} with a value minus that of all other settings, with 95 % intervals: ${told.join("; ")}.`;
}

export function describeSpread(sweep: SweepText): string {
  const { title, name } = figureOf(sweep.summary);
  const best = ranked(sweep).slice(0, MOST_TOLD);
  const told = best.map(({ setting, figure }) => {
    const sd = setting.figures[name]?.sd ?? null;
    return `setting ${setting.setting} ${number(figure)}${sd === null ? "" : ` ± ${number(sd)}`}`;
  });
  return `${title} over ${repetitionsText(sweep.summary)}, mean and standard deviation: ${told.join(", ")}.`;
}

export function describeHalving(sweep: SweepText): string {
  const { title } = figureOf(sweep.summary);
  const drawn = sweep.trials.filter(({ curve }) => curve && curve.length > 0);
  const stopped = drawn.filter(({ status }) => status === "stopped");
  const epochs = [...new Set(stopped.map(({ curve }) => curve!.at(-1)!.epoch))].toSorted(
    (a, b) => a - b,
  );
  const where = epochs.map(
    (epoch) =>
      `${stopped.filter(({ curve }) => curve!.at(-1)!.epoch === epoch).length} after epoch ${epoch}`,
  );
  return `${title} by epoch of ${count(drawn.length, "trial")}; ${stopped.length} stopped early${where.length > 0 ? `: ${where.join(", ")}` : ""}.`;
}

function valuesText({ dimensions }: SweepText, { setting }: FinishedSetting): string {
  const names = shortKeys(dimensions.map(({ key }) => key));
  return pointOf(dimensions, setting)
    .map((value, index) => `${names[index]!} ${valueText(value, 4)}`)
    .join(", ");
}

function number(value: number): string {
  return value.toFixed(3);
}
