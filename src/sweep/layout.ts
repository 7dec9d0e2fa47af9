import { SWEEP_TEXT, SWEEP_WINNER } from "../layout.ts";
import type { Direction, FigureName } from "../spec/sweeps/figures.ts";
import type { Json } from "./types.ts";

/** The names of everything in the folder of a sweep, and the shape of each record. The one place that knows them. */

export const sweepFiles = {
  /** The sweep as the user wrote it, byte for byte. */
  text: SWEEP_TEXT,
  /** A folder for each experiment, 1, 2 …, with the files that a run has of its own: experiment.yaml, request.json … */
  experiments: "experiments",
  resolved: "resolved.json",
  /** A line for each trial, written before it starts and never changed. */
  list: "trials.jsonl",
  /** A folder for each trial, 0001, 0002 …: a run like any other. */
  trials: "trials",
  /** The best setting, trained once more and judged on the test images: a run like any other. */
  winner: SWEEP_WINNER,
  summary: "summary.json",
  /** A row per trial. */
  table: "trials.csv",
  /** The predictions of all folds of a setting together, a file for each repeat. */
  pooled: "pooled",
  charts: "charts",
  report: "report.html",
  readme: "README.md",
  /** The only file with times, workers and host. */
  manifest: "manifest.json",
} as const;

export const sweepVersions = { resolved: 1, summary: 1, manifest: 1 } as const;

/** The folder of a trial inside `trials`. */
export const TRIAL_NUMBER = /^\d{4,}$/;

/** trials/0012 */
export function trialFolder(number: number): string {
  return `${sweepFiles.trials}/${String(number).padStart(4, "0")}`;
}

/** pooled/setting-1.csv, and pooled/setting-1-repeat-2.csv where there are several */
export function pooledFile(setting: number, repeat: number, repeats: number): string {
  return `${sweepFiles.pooled}/setting-${setting}${repeats > 1 ? `-repeat-${repeat}` : ""}.csv`;
}

/** A line of trials.jsonl. */
export interface TrialRecord {
  /** From 1, in the order in which they start. */
  number: number;
  /** Of the setting, from 1: all its trials differ in seed and fold alone. */
  setting: number;
  /** The experiment's file, as the sweep names it. */
  experiment: string;
  /** By their keys under `vary`, in its order. */
  values: Record<string, Json>;
  seed: number;
  /** From 1; only where there are folds. */
  fold?: number;
  repeat?: number;
  /** The proposal follows from the results of settings up to this number; 0 where it needs none. */
  knows: number;
  /** SHA-256 of resolved.json of the trial, hex. */
  resolved: string;
}

/** manifest.json of a sweep. */
export interface SweepManifest {
  formatVersion: typeof sweepVersions.manifest;
  status: "running" | "completed" | "failed" | "interrupted";
  id: string;
  /** e.g. "lr/sweep-001" */
  sweep: string;
  /** The sweep's file, from the folder that the command was called in. */
  file: string;
  command: string[];
  pid: number;
  startedAt: string;
  finishedAt?: string;
  /** All sessions together. */
  seconds?: number;
  workers: number;
  threads: number;
  /** Runs in all, where a command said so (--trials): the latest. */
  trials?: number;
  error?: string;
  /** When it went on: the latest last. */
  resumed?: { at: string; workers: number }[];
  /** Processes that ended without a word, and the trials that were tried once more for it. */
  died?: { trial: number; reason: string }[];
  /** Of a completed sweep: SHA-256 of its text files, hex. */
  files?: Record<string, string>;
  sha256?: string;
  lamina: Record<string, unknown>;
  host: Record<string, unknown>;
  versions: Record<string, unknown>;
}

/** What became of a trial. stopped: ended at a rung of halving. */
export type TrialStatus = "completed" | "stopped" | "failed";

/** The figures of a trial, by name; null where one is undefined. */
export type FigureValues = Record<string, number | null>;

/** A figure over the trials of a setting. */
export interface Spread {
  trials: number;
  mean: number;
  /** Of the sample, n - 1; null of a single trial. */
  sd: number | null;
  /** 95 % of Student's t, of the mean, within what the figure can be; null of a single trial. Not of trials that share their images, as folds do. */
  interval: { low: number; high: number } | null;
}

export interface SettingSummary {
  setting: number;
  experiment: string;
  values: Record<string, Json>;
  /** Numbers of the trials, in their order; and of those that failed or were stopped. */
  trials: number[];
  failed: number[];
  stopped: number[];
  /** Over the completed trials; none where a trial has failed: the mean would be one of the lucky. */
  figures: Record<string, Spread>;
  /** The mean of the objective; null where there is none. */
  objective: number | null;
  /** Of cross-validation. */
  folds?: FoldFigures[];
  /** Each image judged exactly once, in each repeat. */
  pooled?: PooledFigures[];
}

export interface FoldFigures {
  repeat: number;
  fold: number;
  trial: number;
  images: number;
  figures: FigureValues;
}

export interface PooledFigures {
  repeat: number;
  file: string;
  images: number;
  /** Groups, such as patients; null without. */
  groups: number | null;
  /** Accuracy of always answering the most frequent class; absent in sweeps of earlier versions. */
  majorityClassAccuracy?: number;
  figures: FigureValues;
  intervals: Record<string, { low: number; high: number } | null>;
}

/** Two settings, trial against trial with the same seed and fold. */
export interface Comparison {
  /** Numbers of the settings; what is told is the second minus the first. */
  settings: [number, number];
  figure: string;
  /** Pairs of trials. */
  pairs: number;
  difference: number;
  interval: { low: number; high: number } | null;
  p: number | null;
  /** corrected: resampled t-test of Nadeau and Bengio, for folds. paired: Student's, over seeds. */
  test: "corrected" | "paired";
}

/** What is known of the best setting, and how much of it is luck. */
export interface Choice {
  setting: number;
  /** Of the validation images, mean over its trials. */
  objective: number;
  /** Settings that were tried, whether or not they came to their end. */
  tried: number;
  /** By how much the best of so many is expected to look better than it is; null where it cannot be told. */
  optimism: number | null;
  /** Gain over the median setting, and standard deviation over seeds within a setting; null where there is one seed. */
  gain: number;
  spread: number | null;
  /** The spread over seeds is larger than the gain. */
  isDoubtful: boolean;
}

/** summary.json: what the trials come to. No times and no hosts: the same bytes whatever ran where. */
export interface SweepSummary {
  formatVersion: typeof sweepVersions.summary;
  /** "lr" */
  sweep: string;
  search: string;
  objective: { figure: string; direction: Direction } | null;
  /** Which images the figures are of. */
  split: "validation" | "test";
  trials: { planned: number; completed: number; stopped: number; failed: number };
  /** Runs of each setting: seeds times folds times repeats. */
  repetitions: { seeds: number; folds: number; repeats: number };
  /** Keys of more than one value, in the order of the file. */
  keys: string[];
  settings: SettingSummary[];
  comparisons: Comparison[];
  choice: Choice | null;
  /** The winner, judged on the test images. */
  winner: {
    folder: string;
    setting: number;
    split: "test" | "validation";
    figures: FigureValues;
  } | null;
}

export type { FigureName };
