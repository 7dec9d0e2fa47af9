/** What is noted of an attempt at a trial, as it begins and as it ends: a line of JSON for each. */
export type AttemptLine = AttemptBegin | AttemptEnd;

export interface AttemptBegin {
  /** "002.001": the second submission, queued again once. */
  attempt: string;
  at: string;
  /** As scontrol and scancel call it: "1234_12" */
  task: string;
  node: string;
  /** Where it goes on from, by the file's name; null is the beginning. */
  checkpoint: string | null;
}

export interface AttemptEnd {
  attempt: string;
  at: string;
  /**
   * requeued: it has kept its state before its time limit. interrupted: Slurm ended it, or somebody.
   */
  end: "completed" | "failed" | "requeued" | "interrupted";
  /** Why a trial failed that has said nothing in a folder of its own. */
  reason?: string;
  failure?: string | null;
  checkpoint: string | null;
}

export function lineText(line: AttemptLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** Without a line that was not finished when its writer was killed. */
export function readLines(text: string): AttemptLine[] {
  return text.split("\n").flatMap((line) => {
    try {
      const value = JSON.parse(line) as AttemptLine | null;
      return typeof value?.attempt === "string" ? [value] : [];
    } catch {
      return [];
    }
  });
}

export function lastBegin(lines: readonly AttemptLine[]): AttemptBegin | undefined {
  return lines.findLast((line) => "task" in line);
}

export function lastEnd(lines: readonly AttemptLine[]): AttemptEnd | undefined {
  return lines.findLast((line) => "end" in line);
}

/** Attempts in a row, up to the last one, that ended no further than they began. A state that is kept anew has another name. */
export function vainAttempts(lines: readonly AttemptLine[]): number {
  let vain = 0;
  const begins = new Map<string, AttemptBegin>();
  for (const line of lines) {
    if ("task" in line) begins.set(line.attempt, line);
    else if (line.end === "requeued")
      vain = begins.get(line.attempt)?.checkpoint === line.checkpoint ? vain + 1 : 0;
  }
  return vain;
}
