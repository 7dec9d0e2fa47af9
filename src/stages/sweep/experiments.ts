import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, posix, resolve } from "node:path";
import { checkExperiment } from "../../check.ts";
import { nearest } from "../../nearest.ts";
import { type Diagnostic, ExperimentError } from "../../spec/diagnostic.ts";
import { type KeptExperiment, readDraft } from "../../spec/draft.ts";
import type { Environment } from "../../spec/environment.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import type { SweepFile } from "../../spec/sweeps/read-sweep.ts";
import type { PlannedExperiment } from "../../sweep/plan.ts";
import { messages } from "./messages.ts";

/** An experiment of a sweep, as it is kept in the sweep's folder. */
export interface SweepExperiment extends PlannedExperiment {
  kept: KeptExperiment;
  /** What it is computed with; undefined where that is wrong, which is told of its trials. */
  engine: ResolvedExperiment["engine"] | undefined;
}

/**
 * The experiments that a sweep names, as they are before it puts anything in.
 * @throws ExperimentError with each that is not there, or that does not go with the sweep
 */
export async function readExperiments(
  sweep: SweepFile,
  { directory, environment }: { directory: string; environment: Environment },
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

/** Where an experiment is in the sweep's folder. */
export const experimentFolder = (index: number) => `experiments/${index + 1}`;
