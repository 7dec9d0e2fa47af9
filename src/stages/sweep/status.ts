import { join } from "node:path";
import { realpathSync } from "node:fs";
import { files, type Metrics } from "../../layout.ts";
import { lifeOf } from "../../run/alive.ts";
import { looseManifest } from "../../run/loose-manifest.ts";
import { readTextOr, readTrialRecords } from "../../sweep/read.ts";
import { sweepFiles, trialFolder, type TrialRecord } from "../../sweep/layout.ts";
import { lastBegin, lastEnd } from "../../sweep/slurm/attempt-lines.ts";
import type { QueuedTask } from "../../sweep/slurm/queue.ts";
import { lifeOfTask, remedyOf } from "../../sweep/slurm/states.ts";
import type { SlurmClient } from "./slurm/client.ts";
import { attemptLines, ownerOf } from "./slurm/held-trial.ts";
import { messages as slurmMessages } from "./slurm/messages.ts";
import { logOf } from "./slurm/outcome.ts";
import { epochsIn, plannedEpochs } from "./slurm/progress.ts";
import { numbered } from "./slurm/submit.ts";

/** interrupted: it stands still, and goes on with --resume. stopped: halving has ended it early. */
export const trialStates = [
  "waiting",
  "running",
  "completed",
  "stopped",
  "failed",
  "interrupted",
] as const;
export type TrialState = (typeof trialStates)[number];

/** How a trial stands. */
export interface TrialStanding {
  /** 0 is the winner. */
  number: number;
  state: TrialState;
  /** Where it runs, or ran last; null where that is this machine, or nowhere yet. */
  node: string | null;
  /** What Slurm calls its task: "1234_12" */
  task: string | null;
  epoch: number;
  epochs: number;
  /** How often it was begun or gone on with, on Slurm. */
  attempts: number;
  /** Why it waits, failed or stands still. */
  reason: string | null;
  /** What its task has said, from the sweep's folder. */
  log: string | null;
}

/** @param client null where trials are no tasks of Slurm's @param complaint told where Slurm does not answer */
export async function standings(
  sweep: string,
  client: SlurmClient | null,
  complaint: (text: string) => void,
): Promise<{ record: TrialRecord | null; standing: TrialStanding }[]> {
  const tasks = new Map<number, QueuedTask>();
  if (client) {
    const queue = await client.queue(realpathSync(sweep));
    if ("complaint" in queue) complaint(slurmMessages.queueSilent(queue.complaint));
    else
      for (const { number, task } of numbered(sweep, queue)) {
        const known = tasks.get(number);
        if (!known || known.submission <= task.submission) tasks.set(number, task);
      }
    await addAccounts(sweep, client, tasks);
  }
  const records = readTrialRecords(sweep);
  const rows: { record: TrialRecord | null; number: number; home: string }[] = records.map(
    (record) => ({ record, number: record.number, home: trialFolder(record.number) }),
  );
  const winner = sweepFiles.winner;
  if (looseManifest(join(sweep, winner)) || ownerOf(sweep, winner))
    rows.push({ record: null, number: 0, home: winner });
  return rows.map(({ record, number, home }) => ({
    record,
    standing: standingOf(sweep, number, home, tasks.get(number)),
  }));
}

/** What squeue has forgotten, where the cluster keeps accounts. */
async function addAccounts(
  sweep: string,
  client: SlurmClient,
  tasks: Map<number, QueuedTask>,
): Promise<void> {
  const forgotten = new Map<string, number>();
  for (const { number } of readTrialRecords(sweep)) {
    if (tasks.has(number) || looseManifest(join(sweep, trialFolder(number)))) continue;
    const begin = lastBegin(attemptLines(sweep, trialFolder(number)));
    if (begin) forgotten.set(begin.task, number);
  }
  for (const [id, told] of await client.accounts([...forgotten.keys()])) {
    const number = forgotten.get(id);
    if (number !== undefined) tasks.set(number, { id, submission: 0, index: 0, ...told });
  }
}

function standingOf(
  sweep: string,
  number: number,
  home: string,
  queued: QueuedTask | undefined,
): TrialStanding {
  const owner = ownerOf(sweep, home);
  const path = owner?.path ?? join(sweep, home);
  const lines = attemptLines(sweep, home);
  const begin = lastBegin(lines);
  const manifest = looseManifest(path);
  const task = queued?.id ?? begin?.task ?? null;
  const host = manifest?.host?.["name"];
  const known = {
    number,
    node: queued?.node || begin?.node || null,
    task,
    epoch: epochsIn(path),
    epochs: plannedEpochs(path),
    attempts: lines.filter((line) => "task" in line).length,
    log: begin ? logOf(begin.task) : null,
  };
  const standing = (state: TrialState, reason: string | null = null, more = {}) => ({
    ...known,
    state,
    reason,
    ...more,
  });
  if (!owner) {
    const told = lastEnd(lines)?.reason ?? null;
    if (manifest === null) return standing(told === null ? "waiting" : "interrupted", told);
    if (manifest.status === "completed") return standing(isStopped(path) ? "stopped" : "completed");
    if (manifest.status === "failed" && manifest.failure)
      return standing("failed", manifest.error ?? manifest.failure);
    const life = manifest.status === "running" ? lifeOf(path, manifest) : null;
    if (life?.state === "going on") return standing("running", null, { node: life.host });
    return standing("interrupted", manifest.error ?? null, { node: known.node ?? host ?? null });
  }
  const life = queued ? lifeOfTask(queued.state) : "ended";
  if (life === "running") return standing("running");
  if (life === "waiting") {
    const remedy = remedyOf(queued!.reason);
    const reason = remedy
      ? slurmMessages.waitsInVain(queued!.reason, remedy)
      : queued!.reason || null;
    return standing("waiting", reason, { node: null });
  }
  const end = lastEnd(lines);
  const state = queued?.state ? slurmMessages.taskEnded(queued.state) : slurmMessages.taskGone();
  return standing("interrupted", end?.reason ?? state);
}

function isStopped(path: string): boolean {
  try {
    const text = readTextOr(join(path, files.metrics)) ?? "{}";
    return (JSON.parse(text) as Partial<Metrics>).weights?.stopped?.by === "halving";
  } catch {
    return false;
  }
}
