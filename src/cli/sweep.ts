import { join, relative } from "node:path";
import { Interrupted, UsageError } from "../errors.ts";
import { findSweepFolder, sweepsIn } from "../sweep/find.ts";
import { lifeOfSweep } from "../sweep/life.ts";
import { readSweep, type SweepFile } from "../spec/sweeps/read-sweep.ts";
import { looseSweepManifest, readSweepManifest, readTrialRecords } from "../sweep/read.ts";
import { readSweepTexts, writeSweepTexts } from "../stages/sweep/begin.ts";
import { changesSince } from "../stages/sweep/changes.ts";
import { type CheckedSweep, checkSweep } from "../stages/sweep/check.ts";
import { createSweepFolder } from "../stages/sweep/create.ts";
import { messages as stagesMessages } from "../stages/sweep/messages.ts";
import { doSweep, type SweepWork } from "../stages/sweep/sweep.ts";
import type { SweepEffects } from "../stages/sweep/effects.ts";
import { visible } from "../text.ts";
import { outputOf } from "./effects.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { messages } from "./messages.ts";
import { ProgressLine } from "./progress.ts";
import { expectMore, expectTrials, readCall, type SweepCall } from "./sweep-call.ts";
import { choosePlace, expectLeavable } from "./sweep-place.ts";
import { sweepReporter } from "./sweep-reporter.ts";
import { dryRun, print, startupCaution, tell } from "./sweep-told.ts";

export const help = `Usage: exp sweep FILE.sweep.yaml [--workers NUMBER] [--trials NUMBER] [--submit] [--dry-run] [--json]
       exp sweep SWEEP --resume [--workers NUMBER] [--trials NUMBER] [--submit] [--json]
       exp sweep status [SWEEP] [--json]

Runs an experiment many times: with several seeds, on the folds of a cross-validation, over a grid, or in search of the best
settings. Writes a numbered folder, runs/NAME/sweep-001, in which each trial is a run like any other. schema/sweep.md shows
what may stand in the file. The trials and what they come to are the same bits whatever the number of workers, and whether
or not it was interrupted.

  FILE              A bare name is looked for in experiments/: lr is experiments/lr.sweep.yaml.
  SWEEP             A sweep's name (lr/sweep-001), or that of its file for the latest one (lr).

  --resume          Go on with a sweep that was interrupted or killed.
  --workers NUMBER  Trials that run at once; by default what the file says, or one for each core. Of a sweep on Slurm all
                    that is left is then done on this machine.
  --trials NUMBER   Runs in all, in place of what the file says. With --resume more than there were.
  --submit          On Slurm: submit all trials and leave. Ctrl-C leaves a sweep on Slurm, too; its trials go on.
  --dry-run         Show the trials and run none; of tpe those of the first generation.
  --json            Print the summary (or the trials) as JSON; everything else goes to standard error.`;

/** `exp sweep FILE` */
export async function sweep(words: string[]): Promise<number> {
  if (words[0] === "status") {
    const { status } = await import("./sweep-status.ts");
    return status(words.slice(1));
  }
  const { given, call, isResumed, isDry } = readCall(words);
  const { directory, json, trials } = call;
  if (isResumed) return resume(given, call);
  const file = await readSweep(given, directory);
  if (trials !== undefined) expectTrials(file, trials);
  const checked = await check(file, directory, json, trials);
  if (isDry) return dryRun(checked, json);
  return inThisWorld(call, checked, async (effects) => {
    if (checked.first.experiment.resolved.train.maxMinutes !== null)
      effects.reporter.warning(messages.byTheClock());
    const unfinished = unfinishedSweep(effects.runsDirectory, file.name);
    if (unfinished !== null) effects.reporter.warning(unfinished);
    const caution = startupCaution(checked);
    if (caution !== null) effects.reporter.warning(caution);
    const made = await createSweepFolder(effects.runsDirectory, file.name);
    await writeSweepTexts(made.folder, checked, directory).catch((error: unknown) => {
      made.remove();
      throw error;
    });
    return made;
  });
}

/** Of the latest sweep of this name, where it has not got to its end: who forgot --resume is told. */
function unfinishedSweep(runs: string, name: string): string | null {
  const path = sweepsIn(join(runs, name)).at(-1);
  const manifest = path === undefined ? null : looseSweepManifest(path);
  if (path === undefined || !manifest?.status) return null;
  const life = lifeOfSweep(path, { ...manifest, status: manifest.status });
  return life === "completed" ? null : messages.sweepUnfinished(relative(runs, path), life);
}

async function resume(given: string, call: SweepCall): Promise<number> {
  const { directory, json } = call;
  const runs = join(directory, "runs");
  // A file has to be what it was; a sweep's name stands for what it was.
  const found = await findSweepFolder(given, runs);
  const file = found === null ? await readSweep(given, directory) : null;
  const path = found ?? (await findSweepFolder(file!.name, runs));
  if (path === null) throw new UsageError(stagesMessages.sweepNotFound(given));
  const folder = { name: relative(runs, path), path };
  const manifest = readSweepManifest(path);
  const trials = call.trials ?? manifest.trials;
  const checked = await readSweepTexts(folder, { file: manifest.file, trials }, directory);
  if (file) {
    const changes = await changesSince(checked, file);
    if (changes.length > 0) {
      const shown = relative(directory, file.file);
      throw new UsageError(stagesMessages.sweepChanged(folder.name, shown, changes));
    }
  }
  if (call.trials !== undefined) expectMore(folder, checked.sweep, call.trials);
  if (manifest.status === "completed" && readTrialRecords(path).length >= checked.plan.total)
    throw new UsageError(
      stagesMessages.sweepFinished(folder.name, checked.sweep.resolved.search.grid !== undefined),
    );
  const workers = call.workers ?? (checked.sweep.resolved.run.slurm ? undefined : manifest.workers);
  return inThisWorld({ ...call, json, workers }, checked, () => Promise.resolve({ folder }));
}

/** Does the work of a sweep in this machine's world. */
async function inThisWorld(
  { words, json, directory, trials, workers, submit }: SweepCall,
  checked: Omit<CheckedSweep, "first">,
  begin: (effects: SweepEffects) => Promise<Pick<SweepWork, "folder" | "remove">>,
): Promise<number> {
  const output = outputOf({ json });
  const interrupt = listenForInterrupt(messages.dataInterrupted());
  const { resolved, file } = checked.sweep;
  if (submit) expectLeavable(resolved, workers);
  const waits = resolved.run.slurm && workers === undefined ? messages.inQueue() : undefined;
  const reporter = sweepReporter(output, checked, () => performance.now(), waits);
  let left = checked.plan.total;
  const leaving = new AbortController();
  const place = choosePlace({
    checked,
    workers,
    directory,
    output,
    say: (text) => reporter.warning(text),
    settled: (submitted) => {
      if (submit && submitted >= left) leaving.abort(new Interrupted());
    },
  });
  const effects: SweepEffects = {
    runsDirectory: join(directory, "runs"),
    directory,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    signal: AbortSignal.any([interrupt.signal, leaving.signal]),
    nowMs: () => performance.now(),
    command: ["sweep", ...words],
    reporter: {
      ...reporter,
      found(finished, total) {
        left = total - finished;
        reporter.found(finished, total);
      },
    },
  };
  try {
    const begun = await begin(effects);
    const { folder } = begun;
    const summary = await doSweep(
      {
        ...begun,
        checked,
        session: { file, workers: place.workers, threads: place.threads, trials },
        openPlace: place.open,
      },
      effects,
    );
    reporter.close();
    tell(summary, relative(directory, folder.path), output);
    if (json) print({ sweep: folder.name, summary });
    return 0;
  } catch (error) {
    if (!(error instanceof Interrupted) || !leaving.signal.aborted) throw error;
    reporter.close();
    output.write(`${visible(error.message)}\n`);
    return 0;
  } finally {
    reporter.close();
    interrupt.close();
  }
}

async function check(
  file: SweepFile,
  directory: string,
  json: boolean,
  trials: number | undefined,
): Promise<CheckedSweep> {
  const line = new ProgressLine(outputOf({ json }), () => performance.now());
  try {
    return await checkSweep(file, {
      directory,
      environment: process.env,
      trials,
      onChecked: (done, total) => line.show(done, total, messages.checkingSettings(done, total)),
    });
  } finally {
    line.clear();
  }
}
