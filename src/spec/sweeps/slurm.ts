import { nearest } from "../../nearest.ts";
import type { Finding } from "../problem.ts";
import { messages } from "./messages.ts";
import type { ResolvedSweep, Slurm } from "./resolved.ts";

/** Seconds before a task's time limit at which it is asked to keep its state, where there is time enough. */
const NOTICE_SECONDS = 120;
/** Of a short limit a share. */
const NOTICE_SHARE = 0.25;
const LEAST_SECONDS = 60;

/** What is wrong with how trials run on Slurm, as far as that can be told without the cluster. */
export function slurmProblems({ workers, threads, slurm }: ResolvedSweep["run"]): Finding[] {
  if (slurm === null) return [];
  const problems: Finding[] = [];
  const at = (path: (string | number)[], message: string) =>
    problems.push({ path: ["run", ...path], message });
  if (workers !== null) at(["workers"], messages.workersWithSlurm());
  const { partition, cpus, memory, time, options } = slurm;
  if (cpus !== null && threads !== 1 && threads !== cpus)
    at(["threads"], messages.threadsWithCpus(threads, cpus));
  if (partition !== null && !/^[\w.,-]+$/.test(partition))
    at(["slurm", "partition"], messages.notAPartition());
  if (memory !== null && !/^[1-9]\d*[KMGT]?$/.test(memory))
    at(["slurm", "memory"], messages.notSlurmMemory());
  if (time !== null) {
    const seconds = slurmSeconds(time);
    if (seconds === null) at(["slurm", "time"], messages.notSlurmTime());
    else if (seconds < LEAST_SECONDS)
      at(["slurm", "time"], messages.slurmTimeShort(LEAST_SECONDS / 4));
  }
  for (const [index, option] of options.entries()) {
    const problem = optionProblem(option);
    if (problem !== null) at(["slurm", "options", index], problem);
  }
  return problems;
}

/** CPUs of a trial, which are its threads. */
export function cpusOf({ threads }: Pick<ResolvedSweep["run"], "threads">, slurm: Slurm): number {
  return slurm?.cpus ?? threads;
}

/**
 * Seconds of a time limit: "90" are minutes, "90:00", "01:30:00", "1-12", "1-12:00" and "1-12:00:00" are as sbatch(1) has them.
 * @returns null where it is none; Infinity where there is no limit
 */
export function slurmSeconds(text: string): number | null {
  if (/^(?:infinite|unlimited)$/i.test(text)) return Infinity;
  const found = /^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text);
  if (found === null) return null;
  const [days, first, second, third] = found.slice(1).map((part) => part && Number(part));
  const [hours, minutes, seconds] =
    days !== undefined || third !== undefined ? [first, second, third] : [0, first, second];
  const total =
    Number(days ?? 0) * 86_400 +
    Number(hours ?? 0) * 3600 +
    Number(minutes ?? 0) * 60 +
    Number(seconds ?? 0);
  return total > 0 ? total : null;
}

/** Seconds before the limit at which a task is asked to keep its state. @param time of the sweep; null is the partition's */
export function noticeSeconds(time: string | null): number {
  const seconds = (time === null ? null : slurmSeconds(time)) ?? Infinity;
  return Math.min(NOTICE_SECONDS, Math.floor(seconds * NOTICE_SHARE));
}

/** Options that say what Lamina has to know, and where they are said. */
const own: Readonly<Record<string, string>> = {
  array: "the trials are its tasks; write array: 50 for how many run at once",
  chdir: "a task starts in the folder of the sweep",
  clusters: "log in to that cluster, and call exp sweep there",
  "cpus-per-task": "write cpus: 2",
  dependency: "trials wait for one another as the search says",
  error: "what a task says is in slurm/ of the sweep's folder",
  export: "a task has the environment of whoever called exp sweep",
  "job-name": "a job is named after the sweep",
  mem: "write memory: 4G",
  "mem-per-cpu": "write memory: 4G",
  "no-requeue": "a task that has lost its node is queued again",
  nodes: "a trial takes one node",
  ntasks: "a trial is one task",
  "open-mode": "what a task says is in slurm/ of the sweep's folder",
  output: "what a task says is in slurm/ of the sweep's folder",
  parsable: "it is set",
  partition: "write partition: NAME",
  requeue: "it is set",
  signal: "a task is asked to keep its state before its time limit",
  "test-only": "write exp sweep FILE --dry-run",
  time: "write time: 01:00:00",
  wait: "exp sweep waits unless --submit is given",
  wrap: "Lamina writes the script",
};

/** The others of sbatch(1), up to Slurm 25.05. */
const known = [
  "account",
  "acctg-freq",
  "bb",
  "bbf",
  "begin",
  "cluster-constraint",
  "comment",
  "constraint",
  "container",
  "container-id",
  "contiguous",
  "core-spec",
  "cores-per-socket",
  "cpu-freq",
  "cpus-per-gpu",
  "deadline",
  "delay-boot",
  "distribution",
  "exclude",
  "exclusive",
  "export-file",
  "extra",
  "extra-node-info",
  "get-user-env",
  "gpu-bind",
  "gpu-freq",
  "gpus",
  "gpus-per-node",
  "gpus-per-socket",
  "gpus-per-task",
  "gres",
  "gres-flags",
  "hint",
  "hold",
  "licenses",
  "mail-type",
  "mail-user",
  "mcs-label",
  "mem-bind",
  "mem-per-gpu",
  "mincpus",
  "network",
  "nice",
  "no-kill",
  "nodefile",
  "nodelist",
  "oom-kill-step",
  "overcommit",
  "oversubscribe",
  "power",
  "prefer",
  "priority",
  "profile",
  "propagate",
  "qos",
  "reboot",
  "reservation",
  "resv-ports",
  "segment",
  "sockets-per-node",
  "spread-job",
  "stepmgr",
  "switches",
  "thread-spec",
  "threads-per-core",
  "time-min",
  "tmp",
  "tres-bind",
  "tres-per-task",
  "use-min-nodes",
  "wckey",
];

/** Words go into a line of the batch script as they are: whatever would need quotes is refused. */
function optionProblem(option: string): string | null {
  const name = /^--([a-z][a-z-]*)(?:=[^\s"'\\#]+)?$/.exec(option)?.[1];
  if (name === undefined) return messages.notAnOption();
  if (Object.hasOwn(own, name)) return messages.ownOption(`--${name}`, own[name]!);
  if (known.includes(name)) return null;
  const near = nearest(name, [...known, ...Object.keys(own)]);
  return messages.unknownOption(`--${name}`, near && `--${near}`);
}
