/** What a state of Slurm's comes to. */
export type TaskLife = "waiting" | "running" | "ended";

const waiting = [
  "PENDING",
  "CONFIGURING",
  "REQUEUED",
  "REQUEUE_FED",
  "REQUEUE_HOLD",
  "RESV_DEL_HOLD",
  "SPECIAL_EXIT",
];
const running = [
  "RUNNING",
  "COMPLETING",
  "SUSPENDED",
  "STOPPED",
  "SIGNALING",
  "RESIZING",
  "STAGE_OUT",
];

/** States of tasks that come no further are COMPLETED, FAILED, TIMEOUT, NODE_FAIL and the like. */
export function lifeOfTask(state: string): TaskLife {
  if (waiting.includes(state)) return "waiting";
  return running.includes(state) ? "running" : "ended";
}

/** Reasons for which a task waits until somebody does something, by squeue(1). */
const endless: readonly [RegExp, Remedy][] = [
  [/^(?:PartitionTimeLimit|Qos\w*Wall|QOSMaxWall\w*|AssocMaxWall\w*)$/i, "time"],
  [/^(?:PartitionConfig|PartitionNodeLimit|BadConstraints|BadBurstBuffer)$/, "size"],
  [/^(?:Assoc|QOS)(?:Max|Grp)?\w*(?:PerJob|PerNode)\w*$/i, "size"],
  [/^(?:PartitionDown|PartitionInactive)$/, "partition"],
  [/^(?:JobHeldUser|JobHeldAdmin|JobHoldMaxRequeue)$/, "held"],
  [/held/, "held"],
  [/^(?:InvalidAccount|InvalidQOS|AccountNotAllowed|QOSNotAllowed|AccountingPolicy)$/, "account"],
  [/^DependencyNeverSatisfied$/, "dependency"],
];
export type Remedy = "time" | "size" | "partition" | "held" | "account" | "dependency";

/** What has to be done before a task with this reason can run; null where waiting is enough. */
export function remedyOf(reason: string): Remedy | null {
  return endless.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}

/** Faults that are not the trial's. */
export function isOfCluster(fault: TaskFault): boolean {
  return fault === "node" || fault === "preempted";
}

/** Why a task has ended that has told nothing of its trial. */
export type TaskFault = "memory" | "time" | "node" | "cancelled" | "preempted" | "unknown";

/** @param reason of Slurm's, beside the state */
export function faultOf(state: string, reason = ""): TaskFault {
  if (/^(?:NodeDown|NodeFail|JobLaunchFailure)$/.test(reason)) return "node";
  switch (state) {
    case "OUT_OF_MEMORY":
      return "memory";
    case "TIMEOUT":
    case "DEADLINE":
      return "time";
    case "NODE_FAIL":
    case "BOOT_FAIL":
      return "node";
    case "CANCELLED":
    case "REVOKED":
      return "cancelled";
    case "PREEMPTED":
      return "preempted";
    default:
      return "unknown";
  }
}
