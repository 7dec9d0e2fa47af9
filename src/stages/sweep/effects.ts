import type { TrialRecord } from "../../sweep/layout.ts";
import type { TrialResult } from "../../sweep/results.ts";
import type { Effects } from "../effects.ts";

/** The world as a sweep sees it. */
export interface SweepEffects extends Pick<
  Effects,
  "runsDirectory" | "directory" | "now" | "newId" | "signal" | "command" | "nowMs"
> {
  reporter: SweepReporter;
}

/** What a sweep tells while it goes on. */
export interface SweepReporter {
  started(name: string): void;
  /** Trials that were finished before. */
  found(finished: number, total: number): void;
  trialStarted(record: TrialRecord): void;
  /** @param trial 0: the winner */
  epoch(trial: number, epoch: number, epochs: number): void;
  /** @param reason why it failed */
  trialEnded(result: TrialResult, reason?: string): void;
  died(record: TrialRecord, reason: string, isTriedAgain: boolean): void;
  winner(setting: number): void;
  /** Something that the user should know; the same may be told of many trials. */
  warning(text: string): void;
}
