import type { Slurm } from "../../spec/sweeps/resolved.ts";
import { noticeSeconds } from "../../spec/sweeps/slurm.ts";
import { type ArrayJob, indexRanges } from "./arrays.ts";
import { slurmFiles } from "./files.ts";

/** What the batch script of an array job is written from. */
export interface ScriptContext {
  /** "lr/sweep-001" */
  name: string;
  slurm: NonNullable<Slurm>;
  cpus: number;
  job: ArrayJob;
  /** A job that it begins after, so that not more trials run at once than there may be; null where none is. */
  after: string | null;
  /** Which call of sbatch it is, from 1. */
  submission: number;
  /** Absolute paths of Bun, and of what a task runs. */
  bun: string;
  task: string;
  /** Variables that a task needs and that a cluster may not hand on. */
  environment: Readonly<Record<string, string>>;
}

/** The text of a batch script. It is to be submitted from the folder of the sweep: `sbatch slurm/001.sh` does. */
export function batchScript(context: ScriptContext): string {
  const { name, slurm, cpus, job, after, submission, bun, task, environment } = context;
  const { partition, memory, time, array, options } = slurm;
  const settings = [
    `--job-name=${name}`,
    `--array=${indexRanges(job.indexes)}${array === null ? "" : `%${array}`}`,
    ...(after === null ? [] : [`--dependency=afterany:${after}`]),
    ...(partition === null ? [] : [`--partition=${partition}`]),
    "--nodes=1",
    "--ntasks=1",
    `--cpus-per-task=${cpus}`,
    ...(memory === null ? [] : [`--mem=${memory}`]),
    ...(time === null ? [] : [`--time=${time}`]),
    "--requeue",
    `--signal=B:USR1@${noticeSeconds(time)}`,
    "--open-mode=append",
    `--output=${slurmFiles.logs}/%A_%a.log`,
    ...options,
  ];
  const variables = Object.entries(environment).map(
    ([variable, value]) => `export ${variable}=${quoted(value)}`,
  );
  return `#!/bin/bash
${settings.map((setting) => `#SBATCH ${setting}\n`).join("")}
# A task is a trial: its number is that of the task${job.offset > 0 ? ` and ${job.offset}` : ""}.
# Written by exp sweep, which submits it from the folder of the sweep.
${variables.map((line) => `${line}\n`).join("")}exec ${[bun, task].map(quoted).join(" ")} "$PWD" ${submission} $((SLURM_ARRAY_TASK_ID + ${job.offset}))
`;
}

/** How many more than its index the number of a task's trial is. @param text of a batch script */
export function readOffset(text: string): number {
  return Number(/SLURM_ARRAY_TASK_ID \+ (\d+)/.exec(text)?.[1] ?? 0);
}

/** A word of a shell's command. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
