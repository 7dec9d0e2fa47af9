import type { SweepSummary } from "../sweep/layout.ts";
import type { TrialStanding, TrialState } from "../stages/sweep/status.ts";
import type { Json } from "../sweep/types.ts";
import type { App } from "../app/app.ts";
import type { RunDiff } from "../compare/diff.ts";
import type { Checked } from "../export/check/check.ts";
import type { ExportRecord } from "../export/export.ts";
import type { ExcludedRecord, LeakRecord, Metrics, SkippedRecord, Split } from "../layout.ts";
import type { Note } from "../run/remarks.ts";
import type { Diagnostic } from "../spec/diagnostic.ts";
import type { Entry } from "../spec/reference.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { RangeEnd, Suggestion } from "../train/lr-range.ts";

/** The shape of everything that `--json` prints. schema/output documents it, and the library gives the same. */

/** `exp run`, `exp resume`, `exp evaluate`: what a run came to. */
export interface RunOutput {
  /** e.g. "baseline/v003", "baseline/v003/evaluations/clinic" */
  run: string;
  /** From where the command was called. */
  folder: string;
  metrics: Metrics;
}

/** `exp check`. All but the mistakes is there where there are none. */
export interface CheckOutput {
  ok: boolean;
  /** Every mistake with its place, in the order in which they are shown. */
  diagnostics: Diagnostic[];
  /** How many mistakes there are besides. */
  untold?: number;
  layers?: LayerOutput[];
  /** What training takes: operations of a step with a whole batch, and bytes of memory. */
  cost?: { batchSize: number; stepFlops: number; memoryBytes: number };
  images?: ImagesOutput;
  /** What the user should know, and is no mistake. */
  warnings?: string[];
  /** The experiment with every value written out. */
  resolved?: ResolvedExperiment;
}

/** Images by their places: whether a file can be read is not known yet. */
export interface ImagesOutput {
  /** By the name of the class. */
  classes: Record<string, Record<Split, number>>;
  total: Record<Split, number>;
  /** How many groups, e.g. patients, are in each split, where the experiment has groups. */
  groups?: Record<Split, number>;
}

/** A layer of the network; a joint comes before what it holds. */
export interface LayerOutput {
  /** Its own, or kind and number of that kind so far: "conv_1". */
  name: string;
  kind: string;
  /** With all its settings, as an experiment has it. */
  layer: unknown;
  /** How many layers it is inside of. */
  depth: number;
  /** Of the innermost of them, in which list, from 0. */
  branch: number;
  /** Of one image: [height, width, channels] or [units]. */
  outputShape: readonly number[];
  /** Of each of its weights; isFixed where it is not trained along a gradient. */
  weights: readonly { name: string; shape: readonly number[]; isFixed?: true }[];
  parameters: number;
  nonTrainable: number;
  /** For one image. */
  multiplyAdds: number;
}

/** `exp data`. */
export interface DataOutput {
  folder: string;
  classes: string[];
  /** Images of each class in each split that exists. */
  counts: Partial<Record<Split, Record<string, number>>>;
  /** Groups in each split, where there are any. */
  groups: Partial<Record<Split, number>>;
  /** How many images are of each size, "640x480". */
  sizes: Record<string, number>;
  formats: Record<string, number>;
  /** Files by what is unusual about them: "16-bit", "blank" … */
  notes: Record<string, string[]>;
  excluded: ExcludedRecord[];
  ignored: string[];
  skipped: SkippedRecord[];
  /** null where nobody looked: `data.leaks: ignore`. */
  leaks: LeakRecord[] | null;
  warnings: string[];
}

/** `exp list`: an item of the list. Sweeps are behind the runs, where no condition chooses among these. */
export interface ListedOutput {
  run: string;
  /** The name of an evaluation; null of a run. */
  evaluation: string | null;
  /** Of a sweep, whose name is `run`: what it has come to. null of a run. */
  sweep: ListedSweepOutput | null;
  /** Absolute. */
  folder: string;
  status: "running" | "completed" | "failed" | "interrupted" | "killed" | "damaged";
  /** What is damaged, or is another run's, or why the run failed. */
  problem: string | null;
  /** Epochs that a run has, where it is not completed, or stopped before its last one. */
  epoch: number | null;
  /** Of a run that goes on elsewhere: the machine. */
  host: string | null;
  tags: string[];
  notes: Note[];
  /** Date and time, ISO 8601 in UTC. */
  startedAt: string | null;
  seconds: number | null;
  /** As metrics.json has them; runs of earlier versions have fewer. */
  metrics: Metrics | null;
  /** As resolved.json has them. */
  settings: Record<string, unknown> | null;
}

export interface ListedSweepOutput {
  /** null where its own files do not tell any more how many it is to have. */
  trials: { finished: number; planned: number | null };
  /** null of one that is not finished, as `best`. */
  search: string | null;
  /** The setting that an objective chose, and the mean of its trials. */
  best: {
    setting: number;
    values: Record<string, unknown>;
    figure: string;
    value: number | null;
  } | null;
}

/** `exp diff`. */
export type DiffOutput = RunDiff;

/** `exp predict`. */
export interface PredictOutput {
  formatVersion: 1;
  run: string;
  classes: string[];
  /** In the order of the images. */
  predictions: PredictionOutput[];
  unusable: UnusableOutput[];
}

export interface PredictionOutput {
  file: string;
  /** The class of the largest probability; the first of equals. */
  predicted: string;
  /** The most probable classes, as many as --top says. */
  top: { label: string; probability: number }[];
  /** In the order of the classes, with up to 9 significant digits, as in predictions.csv. */
  probabilities: number[];
}

/** A file that could not be used: a word for programs, and a sentence for people. */
export interface UnusableOutput extends Pick<ExcludedRecord, "reason" | "detail"> {
  file: string;
}

/** `exp lr`. */
export interface LrOutput {
  experiment: string;
  /** The setting that the rate is for: "train.optimizer.adam.learningRate". */
  setting: string;
  /** What it is now. */
  learningRate: number;
  /** Where the loss falls fastest; null where it does not fall. */
  suggestion: number | null;
  /** "rate", or why there is none. */
  found: Suggestion["kind"];
  range: { min: number; max: number; steps: number };
  /** Why the test ended. */
  end: RangeEnd;
  /** How many steps were taken. */
  steps: number;
  /** What was written, from where the command was called. */
  files: string[];
}

/** `exp export`: export.json, and what came of it. */
export interface ExportOutput extends ExportRecord {
  /** From where the command was called. */
  folder: string;
  /** Names of the files in it. */
  written: string[];
  checked: Checked;
}

/** `exp app`. */
export interface AppOutput {
  run: string;
  /** From where the command was called. */
  page: string;
  bytes: number;
  /** Test images that the run got wrong, of which small copies are in the page. */
  mistakes: number;
  checked: App["checked"];
}

/** `exp charts`. */
export interface ChartsOutput {
  /** What was drawn, from where the command was called. */
  files: string[];
  /** Why a run, or a chart of your own, could not be drawn. */
  problems: string[];
}

/** `exp verify`. */
export interface VerifyOutput {
  run: string;
  /** Sentences: the first difference, and what it may come from. Empty where all bytes agree. */
  differences: string[];
  /** Files that are as they were. */
  same: string[];
  /** Files that git does not keep and that are not here. */
  absent: string[];
}

/** `exp explain`: the keys that the name stands for, or those that an experiment begins with. */
export type ExplainOutput = Entry[];

/** `exp note`: all notes of the run. */
export interface NoteOutput {
  run: string;
  notes: Note[];
}

/** `exp tag`: all tags of the run. */
export interface TagOutput {
  run: string;
  tags: string[];
}

/** `exp rename`. */
export interface RenameOutput {
  /** What it was called, and is called now. */
  before: string;
  run: string;
}

/** `exp rm`. */
export interface RmOutput {
  removed: {
    run: string;
    /** Files of your own that stay. */
    kept: string[];
    /** From which its text can be had back; null where that is nowhere. */
    commit: string | null;
  }[];
}

/** `exp sweep`: what it comes to; with `--dry-run` the trials that there would be, as far as they are known. */
export interface SweepOutput {
  /** "lr/sweep-001"; with `--dry-run` "lr" */
  sweep: string;
  /** summary.json: see schema/sweep.md. */
  summary?: SweepSummary;
  trials?: PlannedOutput[];
}

export interface PlannedOutput {
  number: number;
  setting: number;
  /** As the sweep names it. */
  experiment: string;
  /** By their keys under `vary`. */
  values: Record<string, Json>;
  seed: number;
  fold?: number;
  repeat?: number;
}

/** `exp sweep status`. */
export interface SweepStatusOutput {
  /** "lr/sweep-001" */
  sweep: string;
  /** killed: it no longer runs and did not say why. Of a sweep that was left to Slurm interrupted. */
  status: "running" | "completed" | "failed" | "interrupted" | "killed";
  /** Trials in all. */
  total: number;
  /** Trials by their state; without the winner. */
  counts: Record<TrialState, number>;
  /** Those that were begun, the winner (number 0) last. */
  trials: (TrialStanding & {
    /** The experiment's file, as the sweep names it; not of the winner, as what follows. */
    experiment?: string;
    /** By their keys under `vary`. */
    values?: Record<string, Json>;
    seed?: number;
    fold?: number;
  })[];
  /** Why Slurm does not answer. */
  complaints: string[];
}

/** `exp new`. */
export interface NewOutput {
  experiment: string;
  /** From where the command was called. */
  file: string;
}

/** `exp fetch` without a name: what can be fetched. */
export interface FetchListOutput {
  /** Where it lies. */
  folder: string;
  weights: {
    name: string;
    title: string;
    licence: string;
    bytes: number;
    sha256: string;
    /** null where it is not fetched yet. */
    path: string | null;
  }[];
  /** Networks whose weights you bring. */
  brought: string[];
}

/** `exp fetch NAME`. */
export interface FetchOutput {
  name: string;
  path: string;
  sha256: string;
}

/** `exp cache`. */
export interface CacheOutput {
  /** All that Lamina keeps for this machine. */
  cacheFolder: string;
  /** Of decoded images. */
  folder: string;
  /** null where the index cannot be read. */
  images: number | null;
  bytes: number;
  mostBytes: number;
  /** Fetched weights, which stay. */
  weights: { name: string; path: string; bytes: number }[];
  cleared: boolean;
  /** What --clear left, because Lamina did not make it. */
  kept: string[];
}

/** `exp doctor`. */
export interface DoctorOutput {
  healthy: boolean;
  findings: { name: string; value: string; ok: boolean }[];
}
