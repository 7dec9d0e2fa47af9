import { Interrupted } from "../../../errors.ts";
import { latestCheckpoint } from "../../../run/checkpoints.ts";
import { looseManifest } from "../../../run/loose-manifest.ts";
import { type Attempt, attemptName } from "../../../sweep/slurm/attempts.ts";
import { vainAttempts } from "../../../sweep/slurm/attempt-lines.ts";
import { lastPart } from "../../../sweep/slurm/files.ts";
import type { Effects } from "../../effects.ts";
import type { TrialEnd } from "../place.ts";
import { runTrial } from "../run-trial.ts";
import { endOf } from "../worker.ts";
import { HeldTrial } from "./held-trial.ts";
import { messages } from "./messages.ts";
import { readOrder } from "./order.ts";
import { askAtRung } from "./rung-files.ts";

/** What Slurm tells a task of itself, in its environment. */
export interface TaskCall {
  /** Absolute path of the sweep's folder. */
  sweep: string;
  attempt: Attempt;
  /** Of the trial; 0 is the winner. */
  number: number;
  /** "1234_12" */
  task: string;
  node: string;
}

/** The world of a task. */
export interface TaskWorld {
  /** @param signal in addition to what the user and Slurm may do */
  effects(context: {
    directory: string;
    command: readonly string[];
    threads: number;
    signal: AbortSignal;
  }): Effects;
  /** Called when Slurm says that the time limit is near. @returns takes it off again */
  onNotice(call: () => void): () => void;
  /** @returns why Slurm does not queue the task again */
  requeue(task: string): Promise<string | null>;
  say(text: string): void;
  now(): Date;
}

/** How often a task looks whether its trial is still its own. */
const LOOK_MS = 5000;
/** Tasks in a row that may meet the time limit and get no further: the first may have filled the cache of images. */
const MOST_VAIN = 2;

/**
 * Does the trial of a task, from where an earlier task has left it.
 * @returns the exit code
 */
export async function slurmTask(call: TaskCall, world: TaskWorld): Promise<number> {
  const { sweep, attempt, number, task, node } = call;
  const { directory, threads, ...order } = readOrder(sweep, attempt.submission, number);
  const trial = lastPart(order.folder);
  const held = HeldTrial.claim(sweep, order.folder, attempt);
  if (held === null) {
    world.say(messages.passedOver(trial));
    return 0;
  }
  const name = attemptName(attempt);
  const at = () => world.now().toISOString();
  const checkpoint = () => latestCheckpoint(held.path);
  held.note({ attempt: name, at: at(), task, node, checkpoint: checkpoint() });
  const ended = (end: TrialEnd) => {
    const told = end.kind === "failed" ? { reason: end.reason, failure: end.failure } : {};
    const kind = end.kind === "completed" ? "completed" : "failed";
    held.note({ attempt: name, at: at(), end: kind, ...told, checkpoint: checkpoint() });
    if (!held.publish()) return lost();
    if (end.kind === "failed") world.say(messages.trialFailed(trial, end.reason));
    return end.kind === "failed" ? 1 : 0;
  };
  const lost = () => {
    held.clearAway();
    world.say(messages.lost(trial));
    return 0;
  };
  // Of one that was killed just before it could say that it was done.
  if (looseManifest(held.path)?.status === "completed") return ended({ kind: "completed" });
  await held.takeUp(world.now());
  const controller = new AbortController();
  let isNoticed = false;
  let isAsking = false;
  const stopNotice = world.onNotice(() => {
    isNoticed = true;
    controller.abort(new Interrupted(undefined, "SIGUSR1"));
  });
  const watch = setInterval(() => {
    if (!held.isOwn) controller.abort(new Interrupted(undefined, "SIGTERM"));
  }, LOOK_MS);
  try {
    const about = { directory, command: order.command, threads, signal: controller.signal };
    const effects = world.effects(about);
    const ask = async (epoch: number, value: number) => {
      isAsking = true;
      const goesOn = await askAtRung(sweep, order.folder, epoch, value, effects.signal);
      isAsking = false;
      return goesOn;
    };
    await runTrial(order, effects, ask, held.path);
    return ended({ kind: "completed" });
  } catch (error) {
    if (!held.isOwn) return lost();
    if (!(error instanceof Interrupted)) return ended(endOf(error));
    const end = isNoticed ? "requeued" : "interrupted";
    held.note({ attempt: name, at: at(), end, checkpoint: checkpoint() });
    if (!isNoticed) {
      world.say(messages.stoppedBySlurm(trial));
      return error.exitCode;
    }
    // A trial that waits for others gets no further, and is not to blame.
    if (!isAsking && vainAttempts(held.lines()) >= MOST_VAIN)
      return ended({ kind: "failed", failure: null, reason: messages.noFurther() });
    world.say(messages.keptBeforeLimit(trial));
    const refused = await world.requeue(task);
    if (refused !== null) world.say(messages.notRequeued(refused));
    return 0;
  } finally {
    clearInterval(watch);
    stopNotice();
  }
}
