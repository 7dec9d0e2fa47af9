import { inOneLine } from "../describe.ts";
import { append } from "../../arrays.ts";
import type { Path } from "../locate.ts";
import { meantName } from "../names.ts";
import type { Finding } from "../problem.ts";
import { isMapping } from "../resolve.ts";
import { classFigure, figures, isFigure } from "./figures.ts";
import { repetitionMeant } from "./language.ts";
import { messages } from "./messages.ts";
import type { Interval, ResolvedSweep } from "./resolved.ts";
import { slurmProblems } from "./slurm.ts";

/** What is right value by value, and still does not go together. */
export function sweepProblems(sweep: ResolvedSweep): Finding[] {
  return [
    ...rangeProblems(sweep),
    ...repetitionProblems(sweep),
    ...searchProblems(sweep),
    ...objectiveProblems(sweep),
    ...slurmProblems(sweep.run),
  ];
}

/** Keys of settings, without `seed` and `fold`, in the order of the file, with their values. */
export function settingsOf({ vary }: ResolvedSweep): [key: string, range: unknown[] | Interval][] {
  const { seed: _, fold: __, ...settings } = vary;
  return Object.entries(settings) as [string, unknown[] | Interval][];
}

/** Runs that each setting takes. */
export function repetitionsOf({ vary: { seed, fold } }: ResolvedSweep): number {
  const seeds = seed === undefined ? 1 : Array.isArray(seed) ? seed.length : seed.seeds;
  return seeds * (fold ? fold.folds * fold.repeats : 1);
}

export function searchKind({ search }: ResolvedSweep): keyof ResolvedSweep["search"] {
  return Object.keys(search)[0] as keyof ResolvedSweep["search"];
}

function rangeProblems(sweep: ResolvedSweep): Finding[] {
  const problems: Finding[] = [];
  const names = new Map<string, string>();
  for (const [key, range] of settingsOf(sweep)) {
    const path = ["vary", key];
    const at = (message: string, more: (string | number)[] = []) =>
      problems.push({ path: [...path, ...more], message });
    const plain = key.replaceAll(/\[(\d+)\]/g, ".$1");
    const other = names.get(plain);
    if (other === undefined) names.set(plain, key);
    else problems.push({ path: ["vary"], key, message: messages.sameSetting(other) });
    if (key === "seeds" || key === "folds") {
      const meant =
        repetitionMeant(key, range) ??
        (key === "seeds" ? "seed: { seeds: 5 }" : "fold: { folds: 5 }");
      problems.push({ path: ["vary"], key, message: messages.repetitionUnder(key, meant) });
      continue;
    }
    if (Array.isArray(range)) {
      append(problems, repeatedValues(path, range));
      continue;
    }
    if (isMapping(range)) for (const message of intervalProblems(range)) at(message);
    if (searchKind(sweep) === "grid") at(messages.rangeInGrid());
  }
  const files = sweep.experiment;
  for (const [index, file] of files.entries())
    if (files.indexOf(file) < index)
      problems.push({ path: ["experiment", index], message: messages.experimentTwice(file) });
  return problems;
}

function repeatedValues(path: Path, values: readonly unknown[]): Finding[] {
  return values.flatMap((value, index) =>
    values.findIndex((one) => Bun.deepEquals(one, value)) < index
      ? [{ path: [...path, index], message: messages.valueTwice(inOneLine(value)) }]
      : [],
  );
}

function intervalProblems(interval: Interval): string[] {
  const { uniform, log, integer } = interval;
  const kinds = [
    ...(uniform ? ["uniform"] : []),
    ...(Array.isArray(log) ? ["log"] : []),
    ...(integer ? ["integer"] : []),
  ];
  if (log !== undefined && !Array.isArray(log) && !integer) return [messages.logAlone()];
  if (kinds.length !== 1) return [messages.rangeKinds(kinds)];
  const [least, most] = uniform ?? integer ?? (log as [number, number]);
  if (least >= most) return [messages.rangeBackwards(least, most)];
  return log === true && least <= 0 ? [messages.logFromZero(least)] : [];
}

function repetitionProblems({ vary, objective, search }: ResolvedSweep): Finding[] {
  const { seed, fold } = vary;
  const isHalving = search.halving !== undefined;
  return [
    ...(Array.isArray(seed) ? repeatedValues(["vary", "seed"], seed) : []),
    ...(seed && fold && fold.repeats > 1
      ? [{ path: ["vary", "fold", "repeats"], message: messages.seedWithRepeats() }]
      : []),
    ...(fold && objective
      ? [{ path: ["vary", "fold"], message: messages.objectiveWithFolds() }]
      : []),
    ...(isHalving && (seed || fold) && !(fold && objective)
      ? [{ path: ["vary", seed ? "seed" : "fold"], message: messages.halvingRepeats() }]
      : []),
    ...(fold
      ? ["data.split.fold", "data.split.folds"]
          .filter((key) => Object.hasOwn(vary, key))
          .map((key) => ({ path: ["vary"], key, message: messages.foldVaried() }))
      : []),
  ];
}

function searchProblems(sweep: ResolvedSweep): Finding[] {
  const { trials, objective, experiment, vary } = sweep;
  const kind = searchKind(sweep);
  const settings = settingsOf(sweep);
  const each = repetitionsOf(sweep);
  if (experiment.length === 1 && Object.keys(vary).length === 0)
    return [{ path: [], message: messages.nothingVaries() }];
  const isGrid = kind === "grid";
  if (!isGrid && settings.length === 0 && experiment.length === 1)
    return [{ path: ["search"], message: messages.nothingToSearch(kind) }];
  const problems: Finding[] = [];
  const at = (key: string, message: string) => problems.push({ path: [key], message });
  if ((kind === "tpe" || kind === "halving") && objective === null)
    at("search", messages.needsObjective(kind));
  if (isGrid) {
    const all = gridSize(sweep) * each;
    if (trials !== null && trials !== all && Number.isFinite(all))
      at("trials", messages.trialsOfGrid(all, trials));
  } else if (trials === null) {
    at("search", messages.trialsMissing(kind));
  } else if (trials % each !== 0) {
    at("trials", cutShort(trials, each));
  }
  return problems;
}

/** Why a number of trials is none that settings come out at. */
export function cutShort(trials: number, each: number): string {
  const below = trials - (trials % each);
  return messages.trialsCutSetting(trials, each, below, below + each);
}

/** Combinations of a grid; NaN where a range is in it. */
function gridSize(sweep: ResolvedSweep): number {
  return settingsOf(sweep).reduce(
    (size, [, range]) => size * (Array.isArray(range) ? range.length : NaN),
    sweep.experiment.length,
  );
}

function objectiveProblems({ objective, vary }: ResolvedSweep): Finding[] {
  if (!objective) return [];
  const [direction, name] = Object.entries(objective)[0] as ["maximise" | "minimise", string];
  const path = ["objective", direction];
  const own = Object.hasOwn(vary, "evaluate.split")
    ? [{ path: ["vary"], key: "evaluate.split", message: messages.ownSplit() }]
    : [];
  const ofClass = classFigure(name);
  const known = ofClass ? ofClass.figure : name;
  if (!isFigure(known)) {
    const names = Object.keys(figures);
    return [...own, { path, message: messages.notAFigure(name, names, meantName(name, names)) }];
  }
  const right = figures[known];
  return direction === right
    ? own
    : [...own, { path, message: messages.wrongDirection(name, right) }];
}
