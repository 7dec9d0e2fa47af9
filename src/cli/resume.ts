import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkExperiment } from "../check.ts";
import { UsageError } from "../errors.ts";
import { messages as stagesMessages } from "../stages/messages.ts";
import { messages } from "./messages.ts";
import { extendRun, type FinishedRun, resumeRun } from "../pipeline.ts";
import { findRun, runName } from "../run/find.ts";
import type { RunFolder } from "../run/folder.ts";
import { keptExperiment } from "../run/kept.ts";
import { files } from "../layout.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import { keptSeries } from "../run/series.ts";
import type { Effects } from "../stages/effects.ts";
import { unfinishedManifest } from "../stages/open-run.ts";
import { onlyOperand } from "./operands.ts";
import { inThisWorld, tellFinished, deviceOf, threadsOf } from "./effects.ts";

export const help = `Usage: exp resume RUN [--json]
       exp resume RUN --epochs NUMBER [--json]

Goes on with a run that was interrupted or killed, in its own folder, from its last checkpoint: it ends with the same
bits as if it had never stopped. The settings and the images have to be what they were.

  RUN              A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.

  --epochs NUMBER  Go on with a finished run up to so many epochs, as a new run that says where it came from.
  --json           Print the finished run's metrics as JSON; everything else goes to standard error.`;

/** `exp resume RUN`: from where a run stood to a finished run folder. */
export async function resume(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { epochs: { type: "string" }, json: { type: "boolean" } },
  });
  const directory = process.cwd();
  const epochs = values.epochs === undefined ? undefined : readEpochs(values.epochs);
  const { goOn, threads, device } = await findResumable(
    onlyOperand(positionals, "a run"),
    epochs,
    directory,
  );
  const call = { words, json: values.json ?? false, directory, threads, device };
  return tellFinished(await inThisWorld(call, goOn), call);
}

/** A run that can go on, and what has to be as it was: threads, and what computes. */
export interface Resumable {
  goOn: (effects: Effects) => Promise<FinishedRun>;
  threads: number | undefined;
  device: "cpu" | undefined;
}

/**
 * @param name of the run @param epochs up to which a finished one is to go on
 * @throws UsageError where it cannot
 */
export async function findResumable(
  name: string,
  epochs: number | undefined,
  directory: string,
): Promise<Resumable> {
  const runs = join(directory, "runs");
  const path = await findRun(name, runs, directory);
  const folder = { name: runName(path, runs, directory), path };
  // What is written first: a run that was killed before has nothing of its own yet.
  if ([files.experiment, files.request].some((file) => !existsSync(join(path, file))))
    throw new UsageError(stagesMessages.runNeverBegan(folder.name));
  const kept = await keptExperiment(path, directory);
  const extended = epochs === undefined ? undefined : await expectExtendable(folder, epochs);
  const before = extended ? (looseManifest(path) ?? {}) : unfinishedManifest(folder);
  const overrides = epochs === undefined ? [] : [`train.epochs=${epochs}`];
  const checked = await checkExperiment({ file: kept.file, overrides, directory, kept });
  const series = extended ? keptSeries(kept, directory) : kept.name;
  const placed = { ...checked, experiment: { ...checked.experiment, name: series } };
  return {
    goOn: (effects) =>
      extended ? extendRun(folder, extended, placed, effects) : resumeRun(folder, placed, effects),
    threads: threadsOf(before),
    device: deviceOf(before),
  };
}

function readEpochs(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(messages.notEpochs(text));
  return Number(text);
}

/** @throws UsageError where more epochs would not go on with the run as it was */
async function expectExtendable({ name, path }: RunFolder, epochs: number) {
  const manifest = looseManifest(path);
  if (manifest?.status !== "completed") throw new UsageError(messages.notFinishedYet(name));
  const { history, metrics, resolved } = await readRun(path);
  const { length } = history.epochs;
  if (epochs <= length) throw new UsageError(messages.notLonger(name, length));
  const { stopped } = metrics.weights;
  if (stopped?.by === "earlyStopping")
    throw new UsageError(messages.extendStopped(name, stopped.epoch));
  const [schedule] = Object.keys(resolved.train.schedule);
  if (schedule === "cosine" || schedule === "oneCycle")
    throw new UsageError(messages.extendSchedule(name, schedule));
  return { run: name, ...(manifest.id !== undefined && { id: manifest.id }), epochs: length };
}
