/**
 * Which attempt at a trial may write. A trial has one folder, whose name says whose it is: `trials/.0012-002.001` is that of
 * the second submission, queued again once. To take a trial over is to rename its folder, which one of several succeeds
 * with, on shared file systems as well; whoever had it before writes into a path that is no more. The folder of a trial that
 * has ended has the name that those of all sweeps have, `trials/0012`.
 */
export interface Attempt {
  /** Which call of sbatch it comes from, from 1; 0 is nobody's yet. */
  submission: number;
  /** How often Slurm has queued it again. */
  restart: number;
}

export const NOBODY: Attempt = { submission: 0, restart: 0 };

/** Later attempts, which take trials over from earlier ones, come after these. */
export function compareAttempts(a: Attempt, b: Attempt): number {
  return a.submission - b.submission || a.restart - b.restart;
}

/** "002.001" */
export function attemptName({ submission, restart }: Attempt): string {
  return `${padded(submission)}.${padded(restart)}`;
}

/**
 * The folder of a trial while an attempt works in it.
 * @param folder of the trial, from that of the sweep: "trials/0012", "winner"
 */
export function attemptFolder(folder: string, attempt: Attempt): string {
  const at = folder.lastIndexOf("/") + 1;
  return `${folder.slice(0, at)}.${folder.slice(at)}-${attemptName(attempt)}`;
}

/** A name that is of an attempt's folder: of which trial, by the last part of its folder's path, and of which attempt. */
export function readAttemptFolder(name: string): { trial: string; attempt: Attempt } | null {
  const found = /^\.(\d{4,}|winner)-(\d{3,})\.(\d{3,})$/.exec(name);
  if (found === null) return null;
  const [, trial, submission, restart] = found;
  return {
    trial: trial!,
    attempt: { submission: Number(submission), restart: Number(restart) },
  };
}

function padded(number: number): string {
  return String(number).padStart(3, "0");
}
