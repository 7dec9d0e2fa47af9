import { submissionOf } from "./files.ts";

/** A task of an array job, as squeue or sacct tells of it. */
export interface QueuedTask {
  /** "1234_12": what scontrol, scancel and sacct call it. */
  id: string;
  submission: number;
  index: number;
  /** PENDING, RUNNING …, in full. */
  state: string;
  /** Where it runs, or ran; empty where it is nowhere. */
  node: string;
  /** Why it waits, or ended: one word of Slurm's; empty where there is none. */
  reason: string;
}

/** What squeue is asked for. The last fields may hold anything. */
export const SQUEUE_FORMAT = "%F|%K|%T|%N|%r|%o";

/**
 * The tasks of a sweep in what squeue tells of all that one user has.
 * @param text as `squeue --me --array --states=all --noheader --format=SQUEUE_FORMAT` prints it
 * @param folder of the sweep, absolute and without links
 */
export function readSqueue(text: string, folder: string): QueuedTask[] {
  return text.split("\n").flatMap((line) => {
    const [job = "", index = "", state = "", node = "", reason = "", ...rest] = line.split("|");
    const command = rest.join("|");
    const submission = command.startsWith(`${folder}/`)
      ? submissionOf(command.slice(folder.length))
      : null;
    if (submission === null || !/^\d+$/.test(index)) return [];
    return [
      {
        id: `${job}_${index}`,
        submission,
        index: Number(index),
        state,
        node,
        reason: reason === "None" ? "" : reason,
      },
    ];
  });
}

/** What sacct is asked for. */
export const SACCT_FORMAT = "JobID,State,NodeList,Reason";

/** What became of a task that squeue has forgotten. @param text as `sacct --parsable2 --noheader -X` prints it */
export function readSacct(
  text: string,
): Map<string, Pick<QueuedTask, "state" | "node" | "reason">> {
  const tasks = new Map<string, Pick<QueuedTask, "state" | "node" | "reason">>();
  for (const line of text.split("\n")) {
    const [id = "", state = "", node = "", reason = ""] = line.split("|");
    if (!/^\d+_\d+$/.test(id)) continue;
    tasks.set(id, {
      // "CANCELLED by 1000"
      state: state.split(" ")[0]!,
      node: node === "None assigned" ? "" : node,
      reason: reason === "None" ? "" : reason,
    });
  }
  return tasks;
}

/** The number of a job in what `sbatch --parsable` prints: "1234", "1234;cluster". null where there is none */
export function readSbatch(text: string): string | null {
  return /^(\d+)(?:;\S+)?\s*$/m.exec(text)?.[1] ?? null;
}

/** A setting of the cluster in what `scontrol show config` prints. */
export function readSetting(text: string, name: string): string | null {
  const line = text.split("\n").find((one) => one.split("=")[0]!.trim() === name);
  return line === undefined ? null : line.slice(line.indexOf("=") + 1).trim();
}

/** What a command of Slurm's says is wrong, in a line: its own words without "sbatch: error:" before them. */
export function readComplaint(text: string): string {
  const lines = text
    .split("\n")
    .map((line) =>
      line
        .replace(/^\w+: (?:fatal|error): /, "")
        .replace(/^(?:sbatch|squeue|scontrol|sacct): /, "")
        .replace(/^Batch job submission failed: /, "")
        .trim(),
    )
    .filter((line) => line !== "" && !line.startsWith("Try "));
  return [...new Set(lines)].join("; ");
}
