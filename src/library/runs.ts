import { basename, join } from "node:path";
import { findSide } from "../cli/diff.ts";
import { exportTo, readFormat, readSamples } from "../cli/export.ts";
import { listedOutput } from "../cli/list.ts";
import { findListed } from "../cli/listed.ts";
import type { DiffOutput, ExportOutput, ListedOutput } from "../cli/outputs.ts";
import { diffRuns as diffSides } from "../compare/diff.ts";
import { UsageError } from "../errors.ts";
import { evaluationsOf } from "../run/evaluations.ts";
import { findRun, runName } from "../run/find.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import { readRemarks } from "../run/remarks.ts";
import { messages } from "./messages.ts";
import type { DifferenceOptions, ExportOptions, ListOptions, Run, Where } from "./types.ts";

/**
 * Loads a finished run, or an evaluation of one, from the text of its folder, which is held against the hashes that the run
 * noted.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is no such run, or it is not finished @throws RunError naming a file that is damaged
 */
export async function loadRun(run: string, where?: Where): Promise<Run> {
  const { directory = process.cwd() } = where ?? {};
  const runs = join(directory, "runs");
  const folder = await findRun(run, runs, directory);
  const name = runName(folder, runs, directory);
  const manifest = looseManifest(folder);
  if (manifest?.status !== "completed") throw new UsageError(messages.notFinished(name));
  const read = await readRun(folder);
  const { resolved, data, metrics, history, predictions, confusionMatrix } = read;
  return {
    name,
    folder,
    settings: resolved,
    classes: data.classes,
    metrics,
    history,
    predictions,
    confusionMatrix,
    data,
    manifest,
    ...readRemarks(folder),
    evaluations: evaluationsOf(folder).map((one) => `${name}/evaluations/${basename(one)}`),
    async charts() {
      const { charts, chosenCharts } = await import("../charts/charts.ts");
      return Object.fromEntries(
        chosenCharts(read).map((chart) => [chart, charts[chart].draw(read)]),
      );
    },
  };
}

/** Every run in `runs/`, by its name; a damaged one says what is wrong with it. @throws UsageError where that is no folder */
export async function listRuns(options?: ListOptions): Promise<ListedOutput[]> {
  const { directory = process.cwd(), evaluations = false } = options ?? {};
  const { runs } = await findListed([], directory, { withEvaluations: evaluations });
  return runs.map(listedOutput);
}

/**
 * In what two runs differ: settings, images, figures, environment, and each image that is judged differently.
 * @param a a run, an evaluation, a run of a git revision ("main:baseline") or an experiment's file
 * @throws UsageError where they were judged on different images @throws RunError naming a file that is damaged
 */
export async function diffRuns(
  a: string,
  b: string,
  options?: DifferenceOptions,
): Promise<DiffOutput> {
  const { directory = process.cwd(), allowDifferentImages = false } = options ?? {};
  const [first, second] = [await findSide(a, directory), await findSide(b, directory)];
  return diffSides(first, second, { allowDifferentImages });
}

/**
 * Writes the network of a finished run in another format, with its preparation inside, and holds it against the run's own
 * predictions where a runtime for it is found.
 * @throws UsageError where the run is not finished, there is no such format, or a file of yours is in the way @throws RunError where the model is missing,
 * or the exported one says something else
 */
export async function exportRun(run: string, options: ExportOptions): Promise<ExportOutput> {
  const { to, out, samples, directory = process.cwd(), signal } = options;
  const never = new AbortController().signal;
  const asked = {
    format: readFormat(to),
    out,
    samples: readSamples(samples?.toString()),
    directory,
    signal: signal ?? never,
  };
  return (await exportTo(run, asked)).output;
}
