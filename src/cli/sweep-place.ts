import { availableParallelism } from "node:os";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { maximum } from "../arrays.ts";
import { findGpu, gpuWorld } from "../engine/gpu.ts";
import { UsageError } from "../errors.ts";
import type { RunFolder } from "../run/folder.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import { searchKind } from "../spec/sweeps/semantics.ts";
import { cpusOf } from "../spec/sweeps/slurm.ts";
import { slurmFiles } from "../sweep/slurm/files.ts";
import type { CheckedSweep } from "../stages/sweep/check.ts";
import { LocalPlace } from "../stages/sweep/local-place.ts";
import type { Place } from "../stages/sweep/place.ts";
import { slurmClient } from "../stages/sweep/slurm/client.ts";
import { takeAllBack } from "../stages/sweep/slurm/held-trial.ts";
import { messages as slurmMessages } from "../stages/sweep/slurm/messages.ts";
import { SlurmPlace, type SlurmSettings } from "../stages/sweep/slurm/slurm-place.ts";
import { fetchReporter } from "./engine.ts";
import { messages } from "./messages.ts";
import type { Output } from "./progress.ts";

/** Where the trials of a sweep run, as its file and the command say. */
export interface ChosenPlace {
  /** Trials that run at once, at most. */
  workers: number;
  threads: number;
  open: (folder: RunFolder) => Promise<Place>;
}

export interface PlaceCall {
  checked: Omit<CheckedSweep, "first">;
  /** --workers: on a cluster's sweep, in processes of this machine. */
  workers: number | undefined;
  directory: string;
  output: Output;
  say: (text: string) => void;
  /** Whatever was to be submitted is. @param submitted how many trials that were, in all */
  settled: (submitted: number) => void;
}

export function choosePlace(call: PlaceCall): ChosenPlace {
  const { checked, workers } = call;
  const { run } = checked.sweep.resolved;
  const { slurm, threads: given } = run;
  const threads = slurm ? cpusOf(run, slurm) : given;
  if (slurm && workers === undefined) {
    const client = slurmClient(process.env);
    client.expect();
    const cpus = slurm.cpus ?? maximum(threadsOf(checked));
    const open = (folder: RunFolder) => openSlurm(folder, { slurm, cpus, threads, client }, call);
    return { workers: slurm.array ?? checked.plan.total, threads, open };
  }
  const slots = workers ?? run.workers ?? usualWorkers(checked);
  return { workers: slots, threads, open: (folder) => openLocal(folder, slots, threads, call) };
}

/** @throws UsageError where a sweep cannot be left to the queue */
export function expectLeavable(sweep: ResolvedSweep, workers: number | undefined): void {
  if (!sweep.run.slurm || workers !== undefined)
    throw new UsageError(messages.submitWithoutSlurm());
  const kind = searchKind(sweep);
  if (kind === "tpe" || kind === "halving") throw new UsageError(messages.submitSearch(kind));
}

async function openSlurm(
  { name, path }: RunFolder,
  own: Pick<SlurmSettings, "slurm" | "cpus" | "threads" | "client">,
  { directory, output, say, settled }: PlaceCall,
): Promise<Place> {
  const { findOrFetchLibrary } = await import("../engine/install.ts");
  // Nodes of a cluster often reach nothing outside of it.
  const report = fetchReporter(output, "TensorFlow");
  await findOrFetchLibrary({ environment: process.env, report });
  return new SlurmPlace({
    sweep: path,
    name,
    ...own,
    script: join(import.meta.dir, "slurm-task.ts"),
    directory,
    environment: process.env,
    now: () => new Date(),
    warning: say,
    submitted: (job, trials) => say(slurmMessages.submitted(job, trials.length)),
    settled,
  });
}

async function openLocal(
  { path }: RunFolder,
  workers: number,
  threads: number,
  { directory }: PlaceCall,
): Promise<Place> {
  // Of trials that were on a cluster none may go on there.
  if (existsSync(join(path, slurmFiles.folder))) await takeAllBack(path, new Date());
  return new LocalPlace({
    workers,
    threads,
    script: join(import.meta.dir, "sweep-worker.ts"),
    directory,
    environment: process.env,
  });
}

/** One for as many cores as a trial takes; one in all where a GPU computes, whose memory they would share. */
function usualWorkers(checked: Omit<CheckedSweep, "first">): number {
  const isOnGpu = checked.experiments.some(
    ({ engine }) => engine?.device !== "cpu" && findGpu(gpuWorld(process.env)).gpu !== null,
  );
  if (isOnGpu) return 1;
  return Math.max(1, Math.floor(availableParallelism() / maximum(threadsOf(checked))));
}

/** Of TensorFlow, for the trials of each experiment. */
function threadsOf({ sweep, experiments }: Omit<CheckedSweep, "first">): number[] {
  const { run } = sweep.resolved;
  return experiments.map(({ engine }) => engine?.threads ?? cpusOf(run, run.slurm));
}
