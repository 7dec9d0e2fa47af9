import { count, quote } from "../../../wording.ts";
import type { Remedy, TaskFault } from "../../../sweep/slurm/states.ts";

/** What is known of a task that has ended without a word. */
interface DiedTask {
  state: string;
  fault: TaskFault;
  node: string;
  /** From the sweep's folder. */
  log: string;
  last: string;
}

const remedies: Readonly<Record<Remedy, string>> = {
  time: "run.slurm.time is more than it allows",
  size: "run.slurm asks for more than any node has",
  partition: "the partition is closed; choose another one, or wait",
  held: "they are held; scontrol release lets them go",
  account: "this account or quality of service may not be used; look at run.slurm.options",
  dependency: "a job that they come after has failed",
};

const faults: Readonly<Record<TaskFault, string>> = {
  memory: "it took more memory than run.slurm.memory gives",
  time: "its time limit ended it",
  node: "its node was lost",
  cancelled: "it was cancelled",
  preempted: "another job took its place",
  unknown: "its task ended without a word",
};

/** What Lamina says about trials on Slurm, so that a test can name it and a reader can weigh it. */
export const messages = {
  // What a manifest says of a run that was ended from outside
  takenOver: () => "another task of Slurm's has taken it over",
  takenBack: () => "its task of Slurm's has ended without a word",

  // What a task says in its log
  passedOver: (trial: string) =>
    `${trial} has ended, or a later task has it: there is nothing to do here.`,
  lost: (trial: string) =>
    `A later task has taken ${trial} over. This one ends; what it wrote since then is gone.`,
  keptBeforeLimit: (trial: string) =>
    `The time limit is near: ${trial} has kept its state, and its task is queued again.`,
  notRequeued: (reason: string) =>
    `The task cannot be queued again (${reason}). exp sweep --resume submits it anew.`,
  stoppedBySlurm: (trial: string) =>
    `Stopped by Slurm: ${trial} has kept its state, and goes on where its task is started again.`,
  noFurther: () =>
    "two tasks in a row have met their time limit without getting as far as a state that could be kept: give run.slurm.time more",
  trialFailed: (trial: string, reason: string) => `${trial} has failed: ${reason}`,

  // What the queue comes to
  noSlurm: (program: string) =>
    `run.slurm needs Slurm's commands, and there is no ${program} here: call exp sweep where you call sbatch, or leave slurm out of the sweep's run.`,
  refused: (reason: string) => `Slurm takes no such job: ${reason}`,
  unreadableReply: (text: string) => `sbatch has answered ${quote(text)}, in which there is no job`,
  queueSilent: (reason: string) =>
    `Slurm does not answer (${reason}): still looking at the trials' folders`,
  submitted: (job: string, trials: number) => `Job ${job}: ${count(trials, "trial")} in the queue`,
  waitsInVain: (reason: string, remedy: Remedy) =>
    `Slurm holds trials back (${reason}): ${remedies[remedy]}. scancel takes them out of the queue; exp sweep --resume submits them anew.`,

  taskEnded: (state: string) => `its task has ended: ${state}`,
  taskGone: () => "it has no task in Slurm's queue",

  // How a trial ended
  where: (node: string, log: string) => `\nIt ran on ${node}: ${log}`,
  saidNothing: () => "it has not said why",
  cancelled: (task: string) => `its task ${task} was cancelled`,
  died: ({ state, fault, node, log, last }: DiedTask) =>
    [
      `${faults[fault]}${state === "" ? "" : ` (${state}${node === "" ? "" : ` on ${node}`})`}`,
      ...(log === "" ? [] : [`${log}${last === "" ? "" : `: ${last}`}`]),
    ].join("; "),
  notInTime: () => "no answer in time",
};
