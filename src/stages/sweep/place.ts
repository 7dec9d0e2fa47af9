import type { OverrideRecord, RunFailure } from "../../layout.ts";

/** All that a trial needs to know, beside what is in the sweep's folder. It can be sent to another process. */
export interface TrialOrder {
  /** Absolute path of the sweep's folder. */
  sweep: string;
  /** e.g. "lr/sweep-001" */
  name: string;
  /** 0 is the winner. */
  number: number;
  /** From the sweep's folder: "trials/0012" */
  folder: string;
  /** The experiment's folder, from that of the sweep: "experiments/1" */
  experiment: string;
  /** What is replaced in the experiment. */
  overrides: OverrideRecord[];
  /** A trial that has the same images, from the sweep's folder; null where there is none yet, or they may differ. */
  reference: string | null;
  /** Of halving; null where no trial is ended by others. */
  rungs: { epochs: number[]; figure: string } | null;
  /** Whether charts, pictures and the report are made at once. */
  isDrawn: boolean;
  /** What the user typed. */
  command: readonly string[];
}

/** What is told of a trial while it goes on. */
export interface TrialEvents {
  /** Its images are read, and in the cache: others may begin. */
  prepared(): void;
  epoch(epoch: number, epochs: number): void;
  warning(text: string): void;
  /** @param value of the objective as it is in history.csv @returns whether the trial goes on */
  rung(epoch: number, value: number): Promise<boolean>;
}

export interface FailedTrial {
  kind: "failed";
  /** Why it would fail again; null where the reason was the machine, and all trials have it. */
  failure: RunFailure | null;
  reason: string;
}

export type TrialEnd =
  | { kind: "completed" | "interrupted" }
  | FailedTrial
  /** Its process ended without a word. */
  | { kind: "died"; reason: string };

/** Where trials run. What came of a trial is in its folder: a place says only that it has ended. */
export interface Place {
  /** Trials that run at once. */
  readonly slots: number;
  /** Trials go on when the sweep has ended, and are found again. */
  readonly outlivesSweep: boolean;
  start(order: TrialOrder, events: TrialEvents): Promise<TrialEnd>;
  /** Asks all trials to keep their state and to end; those of a place that outlives the sweep go on. */
  stop(): void;
  /** Once no trial is running. */
  close(): Promise<void>;
}
