import { checkOutput } from "../cli/check.ts";
import type { CheckOutput, DataOutput, LrOutput, VerifyOutput } from "../cli/outputs.ts";
import { readRequest } from "../cli/request.ts";
import { Apart } from "./apart.ts";
import { loadRun } from "./runs.ts";
import type {
  EvaluateOptions,
  ExperimentOptions,
  RateOptions,
  ResumeOptions,
  Run,
  RunOptions,
  WorkOptions,
} from "./types.ts";

/**
 * Finds every mistake in an experiment, or says what it is made of, without TensorFlow.
 * @param file its path, or its name in `experiments/`
 * @throws UsageError where there is no such file
 */
export async function checkExperiment(
  file: string,
  options?: ExperimentOptions,
): Promise<CheckOutput> {
  const { set = {}, directory = process.cwd() } = options ?? {};
  const request = await readRequest({ set: overridesOf(set) }, [file], directory);
  const { images, ...checked } = await checkOutput(request);
  return {
    ...checked,
    ...(images && { images: { ...images, classes: Object.fromEntries(images.classes) } }),
  };
}

/**
 * Runs an experiment in a process of its own, and writes a numbered folder, `runs/NAME/v001`.
 * @param file its path, or its name in `experiments/`
 * @throws ExperimentError with every mistake in it @throws UsageError where there is no such file @throws RunError where the
 * run fails: its folder then says why
 */
export async function runExperiment(file: string, options?: RunOptions): Promise<Run> {
  const { set = {}, directory = process.cwd(), signal, onProgress } = options ?? {};
  await using apart = new Apart();
  const order = { kind: "run", file, overrides: overridesOf(set), directory } as const;
  return loadRun(await apart.do<"run">(order, { signal, onProgress }), { directory });
}

/**
 * Goes on with a run that was interrupted, to the same bits as if it had never stopped; or, with `epochs`, trains a finished
 * one for longer, as a new run.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is nothing to go on with @throws RunError
 */
export async function resumeRun(run: string, options?: ResumeOptions): Promise<Run> {
  const { epochs, directory = process.cwd(), signal, onProgress } = options ?? {};
  await using apart = new Apart();
  const order = { kind: "resume", run, epochs, directory } as const;
  return loadRun(await apart.do<"resume">(order, { signal, onProgress }), { directory });
}

/**
 * Judges a finished run on a labelled set from elsewhere, and writes what it comes to into `RUN/evaluations/NAME`. The run
 * itself stays as it is.
 * @throws UsageError where there is no such run or set, or classes differ @throws RunError
 */
export async function evaluateRun(run: string, options: EvaluateOptions): Promise<Run> {
  const { directory = process.cwd(), signal, onProgress, ...asked } = options;
  await using apart = new Apart();
  const order = { kind: "evaluate", run, asked, directory } as const;
  return loadRun(await apart.do<"evaluate">(order, { signal, onProgress }), { directory });
}

/**
 * Runs a finished run again, from its folder alone and into nowhere, and compares every byte: what differs is in `differences`,
 * the first of all first.
 * @throws UsageError where there is no such run, or it is not finished @throws RunError
 */
export async function verifyRun(run: string, options?: WorkOptions): Promise<VerifyOutput> {
  const { directory = process.cwd(), signal, onProgress } = options ?? {};
  await using apart = new Apart();
  return await apart.do<"verify">({ kind: "verify", run, directory }, { signal, onProgress });
}

/**
 * Tries learning rates from very small to very large on an experiment, and suggests the one at which the loss falls fastest. No run
 * is made; a chart goes to `runs/NAME/preview/`.
 * @throws ExperimentError @throws UsageError where there is no such file, or no such range @throws RunError
 */
export async function testLearningRates(file: string, options?: RateOptions): Promise<LrOutput> {
  const { set = {}, directory = process.cwd(), signal, onProgress, ...range } = options ?? {};
  await using apart = new Apart();
  const order = { kind: "rates", file, overrides: overridesOf(set), range, directory } as const;
  return await apart.do<"rates">(order, { signal, onProgress });
}

/**
 * Reads every image of an experiment: how many there are of each class and split, what cannot be used and why, and leaks between
 * splits, whatever `data.damaged` and `data.leaks` are to do about these.
 * @throws ExperimentError @throws UsageError where there is no such file @throws RunError
 */
export async function inspectData(file: string, options?: RunOptions): Promise<DataOutput> {
  const { set = {}, directory = process.cwd(), signal, onProgress } = options ?? {};
  await using apart = new Apart();
  const order = { kind: "data", file, overrides: overridesOf(set), directory } as const;
  return await apart.do<"data">(order, { signal, onProgress });
}

/** As `--set` has them: JSON is YAML. */
function overridesOf(set: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(set).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
}
