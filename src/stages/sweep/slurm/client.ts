import { RunError, UsageError } from "../../../errors.ts";
import {
  type QueuedTask,
  readComplaint,
  readSacct,
  readSbatch,
  readSetting,
  readSqueue,
  SACCT_FORMAT,
  SQUEUE_FORMAT,
} from "../../../sweep/slurm/queue.ts";
import { messages } from "./messages.ts";

/** Slurm's own commands, the one way to it. */
export interface SlurmClient {
  /** @throws UsageError where Slurm's commands are not here */
  expect(): void;
  /** @param script from the folder of the sweep, where it is submitted @returns the number of the job @throws RunError in Slurm's words */
  submit(sweep: string, script: string): Promise<string>;
  /** @returns the tasks of a sweep that Slurm knows of; why not, where it does not answer */
  queue(sweep: string): Promise<QueuedTask[] | { complaint: string }>;
  /** What became of tasks that squeue has forgotten; nothing where the cluster keeps no accounts. */
  accounts(ids: readonly string[]): Promise<ReturnType<typeof readSacct>>;
  /** Indexes of array jobs are below it. */
  maxArraySize(): Promise<number>;
  /** @returns why not */
  requeue(id: string): Promise<string | null>;
}

/** So long a command may take: a busy slurmctld answers after a minute. */
const MOST_MS = 90_000;
/** Slurm's own default. */
const USUAL_ARRAY_SIZE = 1001;

/** What stands in the batch script would have to give way to these. */
const unwanted = [
  "ARRAY_INX",
  "CPUS_PER_TASK",
  "ERROR",
  "JOB_NAME",
  "MEM_PER_CPU",
  "MEM_PER_NODE",
  "NO_REQUEUE",
  "OPEN_MODE",
  "OUTPUT",
  "REQUEUE",
  "SIGNAL",
  "WAIT",
].map((name) => `SBATCH_${name}`);

interface CallOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
}

export function slurmClient(environment: Record<string, string | undefined>): SlurmClient {
  const find = (program: string) => Bun.which(program, { PATH: environment["PATH"] ?? "" });
  const programOf = (name: string) => {
    const path = find(name);
    if (path === null) throw new UsageError(messages.noSlurm(name));
    return path;
  };
  const call = async (program: string, words: readonly string[], more: CallOptions = {}) => {
    const path = programOf(program);
    const child = Bun.spawn([path, ...words], {
      env: environment,
      ...more,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      timeout: MOST_MS,
    });
    const [text, complaint] = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ]);
    const isDone = (await child.exited) === 0;
    const reason = child.signalCode === null ? readComplaint(complaint) : messages.notInTime();
    return { isDone, text, complaint: reason || `${program} ${child.exitCode}` };
  };
  return {
    expect: () => ["sbatch", "squeue", "scontrol"].forEach((name) => programOf(name)),
    async submit(sweep, script) {
      const own = Object.fromEntries(
        Object.entries(environment).filter(([name]) => !unwanted.includes(name)),
      );
      const about = { cwd: sweep, env: own };
      const { isDone, text, complaint } = await call("sbatch", ["--parsable", script], about);
      if (!isDone) throw new RunError(messages.refused(complaint));
      const job = readSbatch(text);
      if (job === null) throw new RunError(messages.unreadableReply(text.trim()));
      return job;
    },
    async queue(sweep) {
      const format = `--format=${SQUEUE_FORMAT}`;
      const words = ["--me", "--array", "--states=all", "--noheader", format];
      const { isDone, text, complaint } = await call("squeue", words);
      return isDone ? readSqueue(text, sweep) : { complaint };
    },
    async accounts(ids) {
      if (ids.length === 0 || find("sacct") === null) return new Map();
      const jobs = [...new Set(ids.map((id) => id.split("_")[0]!))].join(",");
      const words = ["--parsable2", "--noheader", "--allocations", `--format=${SACCT_FORMAT}`];
      const { isDone, text } = await call("sacct", [...words, `--jobs=${jobs}`]);
      return isDone ? readSacct(text) : new Map();
    },
    async maxArraySize() {
      const { isDone, text } = await call("scontrol", ["show", "config"]);
      const size = isDone ? Number(readSetting(text, "MaxArraySize")) : NaN;
      return size > 1 ? size : USUAL_ARRAY_SIZE;
    },
    async requeue(id) {
      const { isDone, complaint } = await call("scontrol", ["requeue", id]);
      return isDone ? null : complaint;
    },
  };
}
