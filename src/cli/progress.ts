/** Where a command writes: a terminal gets a line that is drawn anew, a log plain lines. */
export interface Output {
  write(text: string): void;
  isTerminal: boolean;
  columns: number;
}

/** Standard output or standard error. */
export function terminal(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
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

  /** At most ten times a second. */
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

const BAR_WIDTH = 24;

function bar(share: number): string {
  const full = Math.round(Math.min(share, 1) * BAR_WIDTH);
  return "━".repeat(full) + "╌".repeat(BAR_WIDTH - full);
}

/** 75 → "1:15", 3700 → "1:01:40" */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
