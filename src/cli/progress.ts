import { folded } from "./table.ts";

/** Where a command writes: a terminal gets a line that is drawn anew and words that are not broken, a log plain lines. */
export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  columns: number;
}

/** Standard output or standard error. */
export function terminal(stream: NodeJS.WriteStream): Output {
  const isTerminal = stream.isTTY === true;
  const columns = stream.columns ?? 80;
  return {
    write: (text) => stream.write(isTerminal ? folded(text, columns) : text),
    isTerminal,
    columns,
  };
}

/** One line at the bottom of a terminal that shows how far some work is. Writes nothing into a log. */
export class ProgressLine {
  private shownAtMs = 0;
  private drawn = false;

  constructor(
    private readonly output: Output,
    private readonly nowMs: () => number,
  ) {}

  /** At most ten times per second. */
  show(done: number, total: number, text: string): void {
    if (!this.output.isTerminal) return;
    const now = this.nowMs();
    if (now - this.shownAtMs < 100 && done < total) return;
    this.shownAtMs = now;
    const line = `${bar(done / Math.max(total, 1))} ${text}`;
    this.output.write(`\r\x1b[2K${line.slice(0, this.output.columns - 1)}`);
    this.drawn = true;
  }

  /** Takes the line away, so that something lasting can be printed in its place. */
  clear(): void {
    if (this.drawn) this.output.write("\r\x1b[2K");
    this.drawn = false;
  }
}

/** Reports that come sooner after one another are of one piece of work, such as several steps in one call. */
const AT_ONCE_MS = 1;

/** How long what is left will take, from how long what was done took. */
export class Pace {
  /** Where it is measured from: the end of the first piece of work, which takes longer than the others. */
  private first: { ms: number; done: number } | null = null;
  /** The end of the last piece of work that is over. */
  private settled: { ms: number; done: number } | null = null;
  private last: { ms: number; done: number } | null = null;

  constructor(private readonly nowMs: () => number) {}

  /** @returns seconds; null before the second piece of work is over */
  secondsLeft(done: number, total: number): number | null {
    const now = { ms: this.nowMs(), done };
    if (this.last && now.ms - this.last.ms >= AT_ONCE_MS) {
      this.settled = this.last;
      this.first ??= this.last;
    }
    this.last = now;
    const { first, settled } = this;
    if (!first || !settled || settled.done <= first.done) return null;
    const msForAll = (settled.ms - first.ms) / (settled.done - first.done);
    return (msForAll * (total - done)) / 1000;
  }
}

const BAR_WIDTH = 24;

function bar(share: number): string {
  const full = Math.round(Math.min(share, 1) * BAR_WIDTH);
  return "━".repeat(full) + "╌".repeat(BAR_WIDTH - full);
}
