/** Names of what trials on Slurm need, in the folder of their sweep. Nothing of it makes a figure. */
export const slurmFiles = {
  folder: "slurm",
  /** What tasks have said: JOB_INDEX.log */
  logs: "slurm/logs",
  /** How each trial that has ended was tried. */
  attempts: "slurm/attempts",
  /** What trials at a rung of halving ask, and what they are answered. */
  rungs: "slurm/rungs",
  /** In the folder of a trial that an attempt works in: how it was tried so far. Its folder is no other's as long as it is there. */
  token: ".attempts.jsonl",
} as const;

/** slurm/002.sh */
export function scriptFile(submission: number): string {
  return `${slurmFiles.folder}/${String(submission).padStart(3, "0")}.sh`;
}

/** Which submission a batch script is of; null where it is no batch script of a sweep. */
export function submissionOf(script: string): number | null {
  const found = /(?:^|\/)slurm\/(\d{3,})\.sh$/.exec(script);
  return found === null ? null : Number(found[1]);
}

/** slurm/002.json: what each of its trials is to do, for its task. */
export function ordersFile(submission: number): string {
  return scriptFile(submission).replace(/sh$/, "json");
}

export function attemptsFile(folder: string): string {
  return `${slurmFiles.attempts}/${lastPart(folder)}.jsonl`;
}

/** slurm/rungs/0012-3.json, and its answer */
export function rungFiles(folder: string, epoch: number): { question: string; answer: string } {
  const name = `${slurmFiles.rungs}/${lastPart(folder)}-${epoch}`;
  return { question: `${name}.json`, answer: `${name}.answer.json` };
}

export function lastPart(folder: string): string {
  return folder.slice(folder.lastIndexOf("/") + 1);
}

/** What a file of `slurm/rungs` is of; null where it is none of these. */
export function readRungFile(
  name: string,
): { trial: string; epoch: number; isAnswer: boolean } | null {
  const found = /^(\d{4,})-(\d+)(\.answer)?\.json$/.exec(name);
  if (found === null) return null;
  return { trial: found[1]!, epoch: Number(found[2]), isAnswer: found[3] !== undefined };
}
