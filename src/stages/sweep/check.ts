import { type CheckedExperiment, checkExperiment } from "../../check.ts";
import { type Diagnostic, ExperimentError, isSamePlace } from "../../spec/diagnostic.ts";
import type { Environment } from "../../spec/environment.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import { Plan } from "../../sweep/plan.ts";
import { overriddenIn, placed, placeOfKey, unique } from "./blame.ts";
import { causesOf, requestOf } from "./cause.ts";
import { readExperiments, type SweepExperiment } from "./experiments.ts";
import { objectiveMistakes } from "./objective.ts";

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
