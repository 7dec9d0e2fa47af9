import { closeSync, fsyncSync, openSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../../errors.ts";
import { messages as runMessages } from "../../run/messages.ts";
import { sweepFiles, type TrialRecord } from "../../sweep/layout.ts";
import { readTextOr, readTrialRecords } from "../../sweep/read.ts";
import { isSystemError, systemReason } from "../../system-error.ts";

/** trials.jsonl: the trials that were begun, in the order of their numbers. What is in it stays as it is. */
export class TrialList {
  readonly records: TrialRecord[];
  private readonly path: string;

  /** @throws RunError where a line is none of Lamina's */
  constructor(sweep: string) {
    this.path = join(sweep, sweepFiles.list);
    this.cutTornLine();
    this.records = readTrialRecords(sweep);
  }

  /** Whole and on the disk before the trial starts. @throws RunError where it cannot be written */
  append(record: TrialRecord): void {
    try {
      const file = openSync(this.path, "a");
      try {
        writeSync(file, `${JSON.stringify(record)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.cutTornLine();
      throw new RunError(runMessages.cannotWrite(this.path, systemReason(error)));
    }
    this.records.push(record);
  }

  /** What was being written when a disk was full or a process killed. */
  private cutTornLine(): void {
    const text = readTextOr(this.path);
    if (text === null || text === "" || text.endsWith("\n")) return;
    truncateSync(this.path, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
  }
}
