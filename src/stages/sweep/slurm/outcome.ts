import { join } from "node:path";
import { looseManifest } from "../../../run/loose-manifest.ts";
import { latestCheckpoint } from "../../../run/checkpoints.ts";
import type { RunFailure } from "../../../layout.ts";
import { type AttemptLine, lastBegin, lastEnd } from "../../../sweep/slurm/attempt-lines.ts";
import { slurmFiles } from "../../../sweep/slurm/files.ts";
import type { QueuedTask } from "../../../sweep/slurm/queue.ts";
import { faultOf, isOfCluster } from "../../../sweep/slurm/states.ts";
import { readTextOr } from "../../../sweep/read.ts";
import type { TrialEnd } from "../place.ts";
import { attemptLines, ownerOf } from "./held-trial.ts";
import { messages } from "./messages.ts";

/** How a trial ended whose folder has its name back. */
export function endOfTrial(sweep: string, home: string): TrialEnd {
  const manifest = looseManifest(join(sweep, home));
  if (manifest?.status === "completed") return { kind: "completed" };
  const lines = attemptLines(sweep, home);
  const end = lastEnd(lines);
  const begin = lastBegin(lines);
  const where = begin ? messages.where(begin.node, logOf(begin.task)) : "";
  const reason = (end?.reason ?? manifest?.error ?? messages.saidNothing()) + where;
  const failure = (end?.failure ?? manifest?.failure ?? null) as RunFailure | null;
  return { kind: "failed", failure, reason };
}

/**
 * What is to be done about a trial whose task is gone. again: it goes on in another task, because it got further than it was or
 * because the cluster was to blame.
 */
export type Gone = { kind: "again"; hasProgressed: boolean } | TrialEnd;

/** So often in a row the cluster may be to blame: a trial may be what brings its nodes down. */
const MOST_LOSSES = 5;

/**
 * @param task as Slurm last told of it; null where it tells nothing
 * @param losses how often the trial was begun again without having got further
 */
export function judgeGone(
  sweep: string,
  home: string,
  task: QueuedTask | null,
  losses: number,
): Gone {
  const lines = attemptLines(sweep, home);
  const begin = lastBegin(lines);
  const fault = faultOf(task?.state ?? "", task?.reason);
  if (fault === "cancelled")
    return { kind: "failed", failure: null, reason: messages.cancelled(task!.id) };
  if (begin && hasProgressed(sweep, home, lines)) return { kind: "again", hasProgressed: true };
  if (isOfCluster(fault) && losses < MOST_LOSSES) return { kind: "again", hasProgressed: false };
  const id = task?.id ?? begin?.task;
  const node = task?.node || begin?.node || "";
  const log = id === undefined ? "" : logOf(id);
  const last = log === "" ? "" : lastLine(join(sweep, log));
  const state = task?.state ?? "";
  const reason = messages.died({ state, fault, node, log, last });
  // A task that did not come as far as its trial: Bun is not where nodes see it, or the like. All trials have that.
  if (task && begin?.task !== task.id) return { kind: "failed", failure: null, reason };
  return { kind: "died", reason };
}

/** Whether the last attempt has kept a later state than it began with. */
function hasProgressed(sweep: string, home: string, lines: readonly AttemptLine[]): boolean {
  const owner = ownerOf(sweep, home);
  return owner !== null && latestCheckpoint(owner.path) !== lastBegin(lines)!.checkpoint;
}

/** @param task "1234_12" */
export function logOf(task: string): string {
  return `${slurmFiles.logs}/${task}.log`;
}

const MOST_LETTERS = 300;

function lastLine(path: string): string {
  try {
    const lines = (readTextOr(path) ?? "").trim().split("\n");
    return lines.at(-1)!.slice(0, MOST_LETTERS);
  } catch {
    return "";
  }
}
