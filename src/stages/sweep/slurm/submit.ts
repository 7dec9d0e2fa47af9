import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { maximum } from "../../../arrays.ts";
import { writeRunFile } from "../../../run/write-files.ts";
import type { Slurm } from "../../../spec/sweeps/resolved.ts";
import { readTextOr } from "../../../sweep/read.ts";
import { arrayJobs } from "../../../sweep/slurm/arrays.ts";
import { ordersFile, scriptFile, slurmFiles, submissionOf } from "../../../sweep/slurm/files.ts";
import type { QueuedTask } from "../../../sweep/slurm/queue.ts";
import { batchScript, readOffset } from "../../../sweep/slurm/script.ts";
import type { TrialOrder } from "../place.ts";
import type { SlurmClient } from "./client.ts";
import { writeOrders } from "./order.ts";

export interface SubmitSettings {
  /** Absolute path of the sweep's folder. */
  sweep: string;
  /** "lr/sweep-001" */
  name: string;
  slurm: NonNullable<Slurm>;
  /** Of each trial. */
  cpus: number;
  /** Of TensorFlow, where the experiment does not say. */
  threads: number;
  /** Where the user is. */
  directory: string;
  /** Absolute path of the program of a task. */
  script: string;
  environment: Record<string, string | undefined>;
  client: SlurmClient;
}

/** Variables of the user's that a task has even where a cluster hands on none. */
const handedOn = /^(?:LAMINA_\w+|XDG_CACHE_HOME)$/;

/**
 * Submits trials, as one array job or, where the cluster's arrays are smaller, as several.
 * @returns the job of each trial
 * @throws RunError in Slurm's words where it refuses
 */
export async function submitTrials(
  orders: readonly TrialOrder[],
  settings: SubmitSettings,
): Promise<{ job: string; trials: number[] }[]> {
  const {
    sweep,
    name,
    slurm,
    cpus,
    script: task,
    environment,
    client,
    directory,
    threads,
  } = settings;
  mkdirSync(join(sweep, slurmFiles.logs), { recursive: true });
  const variables = Object.entries(environment).filter(([variable]) => handedOn.test(variable));
  const submitted: { job: string; trials: number[] }[] = [];
  const numbers = orders.map(({ number }) => number);
  for (const job of arrayJobs(numbers, await client.maxArraySize())) {
    const submission = lastSubmission(sweep) + 1;
    const trials = job.indexes.map((index) => index + job.offset);
    const own = orders.filter(({ number }) => trials.includes(number));
    await writeOrders(sweep, submission, { directory, threads, trials: own });
    const file = scriptFile(submission);
    const text = batchScript({
      name,
      slurm,
      cpus,
      job,
      after: slurm.array === null ? null : (submitted.at(-1)?.job ?? null),
      submission,
      bun: process.execPath,
      task,
      environment: Object.fromEntries(variables) as Record<string, string>,
    });
    await writeRunFile(sweep, file, text);
    const number = await client.submit(sweep, file).catch((error: unknown) => {
      for (const path of [file, ordersFile(submission)]) rmSync(join(sweep, path), { force: true });
      throw error;
    });
    submitted.push({ job: number, trials });
  }
  return submitted;
}

/** Tasks with the numbers of their trials. */
export function numbered(
  sweep: string,
  tasks: readonly QueuedTask[],
): { number: number; task: QueuedTask }[] {
  const offsets = new Map<number, number>();
  return tasks.map((task) => {
    const { submission, index } = task;
    const offset =
      offsets.get(submission) ?? readOffset(readTextOr(join(sweep, scriptFile(submission))) ?? "");
    offsets.set(submission, offset);
    return { number: index + offset, task };
  });
}

/** The number of the last submission; 0 where there is none. Numbers are never given again: later ones take trials over from earlier ones. */
export function lastSubmission(sweep: string): number {
  const folder = join(sweep, slurmFiles.folder);
  const numbers = (existsSync(folder) ? readdirSync(folder) : []).map(
    (name) => submissionOf(`${slurmFiles.folder}/${name}`) ?? 0,
  );
  return Math.max(0, maximum(numbers));
}
