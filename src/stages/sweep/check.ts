import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, posix, resolve } from "node:path";
import { type CheckedExperiment, checkExperiment } from "../../check.ts";
import { files } from "../../layout.ts";
import { nearest } from "../../nearest.ts";
import {
  type Diagnostic,
  ExperimentError,
  isSamePlace,
  OVERRIDE_PREFIX,
  type Place,
} from "../../spec/diagnostic.ts";
import { inOneLine } from "../../spec/describe.ts";
import { type KeptExperiment, readDraft } from "../../spec/draft.ts";
import type { Environment } from "../../spec/environment.ts";
import type { Path } from "../../spec/locate.ts";
import { classFigure } from "../../spec/sweeps/figures.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import { type PlannedExperiment, Plan, type PlannedTrial } from "../../sweep/plan.ts";
import { causesOf, requestOf } from "./cause.ts";
import { messages } from "./messages.ts";
import { rungsOf } from "./rungs.ts";

/** An experiment of a sweep, as it is kept in the sweep's folder. */
export interface SweepExperiment extends PlannedExperiment {
  kept: KeptExperiment;
  /** What it is computed with; undefined where that is wrong, which is told of its trials. */
  engine: ResolvedExperiment["engine"] | undefined;
}

/** A sweep in which no mistake was found. */
export interface CheckedSweep {
  sweep: SweepFile;
  experiments: SweepExperiment[];
  plan: Plan;
  /** The first trial. */
  first: CheckedExperiment;
}

export interface CheckContext {
  /** Absolute path of the folder that the user is in. */
  directory: string;
  environment: Environment;
  trials?: number | undefined;
  onChecked?: (done: number, total: number) => void;
}

/** More would scroll the first away. */
const MOST_MISTAKES = 20;

/**
 * Holds a sweep against its experiments: every point of a grid, each value of a list and each end of a range is an experiment
 * without mistakes.
 * @throws ExperimentError with each mistake in the sweep or the experiment that it comes from
 */
export async function checkSweep(sweep: SweepFile, context: CheckContext): Promise<CheckedSweep> {
  const experiments = await readExperiments(sweep, context);
  const { directory, resolved } = sweep;
  const plan = new Plan({ sweep: resolved, directory, experiments, trials: context.trials });
  const samples = plan.samples();
  // Of one setting each seed and fold, of the others the first.
  const trials = [
    ...Array.from({ length: plan.each }, (_, index) => plan.trial(index + 1, samples[0]!)),
    ...samples.slice(1).map((point) => plan.trial(1, point)),
  ];
  const found = new Map<string, Diagnostic>();
  let first: CheckedExperiment | undefined;
  for (const [index, trial] of trials.entries()) {
    context.onChecked?.(index + 1, trials.length);
    const { kept } = experiments[trial.experiment]!;
    try {
      const checked = await checkExperiment(requestOf(kept, trial.overrides, context.directory));
      first ??= checked;
      for (const one of objectiveMistakes(sweep, checked)) found.set(one.message, one);
    } catch (error) {
      if (!(error instanceof ExperimentError)) throw error;
      for (const one of error.diagnostics) {
        const key = JSON.stringify([overriddenIn(one) ?? one.file, one.line, one.message]);
        const before = found.get(key);
        const isOfExperiment = !before && overriddenIn(one) === undefined;
        const causes = isOfExperiment ? await causesOf(one, trial, kept, context.directory) : [];
        const own = placed(one, sweep, trial, causes);
        // What is wrong with several values of a key is wrong with the key.
        const isOfKey = before && !isSamePlace(before, own) && overriddenIn(one) !== undefined;
        if (!before) found.set(key, own);
        else if (isOfKey) found.set(key, { ...own, ...placeOfKey(overriddenIn(one)!, sweep) });
      }
    }
    if (found.size >= MOST_MISTAKES) break;
  }
  if (found.size > 0) throw new ExperimentError(unique([...found.values()]));
  return { sweep, experiments, plan, first: first! };
}

/** Two overrides of one trial may be told at one place of the sweep. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map(
    diagnostics.map((one) => [JSON.stringify([one.file, one.line, one.column, one.message]), one]),
  );
  return [...told.values()].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}

async function readExperiments(
  sweep: SweepFile,
  { directory, environment }: CheckContext,
): Promise<SweepExperiment[]> {
  const mistakes: Diagnostic[] = [];
  const experiments: SweepExperiment[] = [];
  for (const [index, named] of sweep.resolved.experiment.entries()) {
    const file = resolve(sweep.directory, named);
    if (!existsSync(file)) {
      const place = sweep.locate(["experiment", index]);
      mistakes.push({
        ...place,
        message: `experiment: ${messages.noExperiment(named, await nearFile(named, file))}`,
      });
      continue;
    }
    const draft = await readDraft({ file, overrides: [], directory, environment });
    const [seed, data] = [draft.section("seed"), draft.section("data")];
    // What is wrong with it is told as of any experiment.
    if (seed === undefined || !data) {
      await checkExperiment({ file, overrides: [], directory, environment });
      throw new Error("An experiment without mistakes has a seed and images.");
    }
    const { vary } = sweep.resolved;
    if (vary.fold && data.test !== null && !Object.hasOwn(vary, "data.test")) {
      const place = sweep.locate(["vary", "fold"], "key");
      mistakes.push({ ...place, message: `vary.fold: ${messages.foldsBesideTest(named)}` });
    }
    const { name, shown, text, extended, templates } = draft;
    const kept = {
      name,
      file,
      shown,
      text,
      extended,
      templates,
      environment: draft.environment,
      overrides: [],
    };
    const { directory: home } = draft;
    const engine = draft.section("engine");
    experiments.push({ file: named, directory: home, seed, split: data.split, kept, engine });
  }
  if (mistakes.length > 0) throw new ExperimentError(mistakes);
  return experiments;
}

/** The experiment beside a file that is not there which is called most like it, as the sweep would name it. */
async function nearFile(named: string, file: string): Promise<string | undefined> {
  const names = await readdir(dirname(file)).catch(() => []);
  const experiments = names.filter((name) => /(?<!\.sweep)\.ya?ml$/.test(name));
  const near = nearest(basename(file), experiments);
  return near === undefined ? undefined : posix.join(posix.dirname(named), near);
}

/**
 * A mistake of what the sweep puts in, at its place in the sweep, and so is one of the experiment that comes of that; one
 * of the experiment itself, with what was put in.
 *
 * @param causes keys under vary that bring it about
 */
function placed(
  diagnostic: Diagnostic,
  sweep: SweepFile,
  { values, experiment }: PlannedTrial,
  causes: readonly string[],
): Diagnostic {
  const [cause, ...more] = causes;
  if (cause !== undefined) {
    const where = `${diagnostic.file}:${diagnostic.line}`;
    const settings = causes.map((key) => `${key}: ${inOneLine(values[key])}`);
    const message = diagnostic.message + messages.inExperiment(where, settings.join(", "));
    const path = more.length === 0 ? pathOf(cause, sweep, values) : ["vary"];
    return { ...sweep.locate(path, more.length === 0 ? "value" : "key"), message };
  }
  if (!diagnostic.file.startsWith(OVERRIDE_PREFIX)) {
    const settings = Object.entries(values).map(([key, value]) => `${key}: ${inOneLine(value)}`);
    const isSeveral = settings.length > 0;
    return isSeveral
      ? { ...diagnostic, message: diagnostic.message + messages.withSettings(settings.join(", ")) }
      : diagnostic;
  }
  const key = overriddenIn(diagnostic)!;
  const place = sweep.locate(pathOf(key, sweep, values), "value");
  const file = sweep.resolved.experiment[experiment]!;
  const where = sweep.resolved.experiment.length > 1 ? messages.withSettings(file) : "";
  return { ...place, message: diagnostic.message + where };
}

/** The key whose override is wrong; undefined of a mistake elsewhere. */
function overriddenIn({ file }: Diagnostic): string | undefined {
  if (!file.startsWith(OVERRIDE_PREFIX)) return undefined;
  return file.slice(OVERRIDE_PREFIX.length).split("=")[0];
}

function placeOfKey(key: string, sweep: SweepFile): Place {
  return Object.hasOwn(sweep.resolved.vary, key)
    ? sweep.locate(["vary", key], "key")
    : sweep.locate(pathOf(key, sweep, {}));
}

/** Where the sweep says what a key is replaced with. */
function pathOf(
  key: string,
  { resolved: { vary } }: SweepFile,
  values: PlannedTrial["values"],
): Path {
  if (Object.hasOwn(values, key)) {
    const range = vary[key];
    const at = Array.isArray(range)
      ? range.findIndex((one) => Bun.deepEquals(one, values[key]))
      : -1;
    return at >= 0 ? ["vary", key, at] : ["vary", key];
  }
  if (key === "seed") return ["vary", "seed"];
  return key === "evaluate.split" ? ["objective"] : ["vary", "fold"];
}

/** What an objective needs of the experiment. */
function objectiveMistakes(
  { resolved, locate }: SweepFile,
  checked: CheckedExperiment,
): Diagnostic[] {
  const { objective, search } = resolved;
  if (!objective) return [];
  const [direction, figure] = Object.entries(objective)[0] as [string, string];
  const path = ["objective", direction];
  const at = (message: string, place: Path = path) => ({
    ...locate(place),
    message: `${place.join(".")}: ${message}`,
  });
  const { classes } = checked.source;
  const ofClass = classFigure(figure);
  if (ofClass && !classes.includes(ofClass.label))
    return [at(messages.noSuchClass(figure, classes))];
  if (figure === "sensitivity" && classes.length !== 2)
    return [at(messages.figureOfTwo(figure, classes.length))];
  if (!search.halving) return [];
  const { train } = checked.experiment.resolved;
  const monitor = train.earlyStopping?.monitor ?? "loss";
  const known = [...new Set(["loss", "accuracy", monitor])];
  if (!known.includes(figure as typeof monitor)) {
    const canBe = ["balancedAccuracy", "f1", "auc"].includes(figure);
    const tell = canBe ? messages.halvingNeedsHistory : messages.halvingNeedsMonitor;
    return [at(tell(figure, known))];
  }
  const { minEpochs } = search.halving;
  return rungsOf(search.halving, train.epochs).length > 0
    ? []
    : [at(messages.noRungs(minEpochs, train.epochs), ["search"])];
}

/** Files that an experiment of a sweep has in the sweep's folder. */
export const experimentFolder = (index: number) => `experiments/${index + 1}`;
export const templatesOf = (index: number) => join(experimentFolder(index), files.templates);
