// Written by `bun run generate` from src. Edit that instead.

/**
 * Lamina as a library.
 *
 * Nothing happens before a function is called. What trains or predicts does so in a process of its own.
 */

/** The run failed for a reason outside the experiment. Its message is for people, as are those of the others. */
export declare class RunError extends Error {
  override name: string;
}

/** The loss is no longer a number. */
export declare class Diverged extends RunError {
  override name: string;
}

/** The call is wrong: there is no such file or run, or it cannot be done with it. */
export declare class UsageError extends Error {
  override name: string;
}

/** The experiment is wrong. */
export declare class ExperimentError extends Error {
  override name: string;
  constructor(diagnostics: readonly Diagnostic[], untold?: number);
  /** Every mistake, in the order in which they are shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many there are besides. */
  readonly untold: number;
}

export {};

/**
 * Finds every mistake in an experiment, or says what it is made of, without TensorFlow.
 * @param file its path, or its name in `experiments/`
 * @throws UsageError where there is no such file
 */
export declare function checkExperiment(
  file: string,
  options?: ExperimentOptions,
): Promise<CheckOutput>;

/**
 * Runs an experiment in a process of its own, and writes a numbered folder, `runs/NAME/v001`.
 * @param file its path, or its name in `experiments/`
 * @throws ExperimentError with every mistake in it @throws UsageError where there is no such file @throws RunError where the
 * run fails: its folder then says why
 */
export declare function runExperiment(file: string, options?: RunOptions): Promise<Run>;

/**
 * Goes on with a run that was interrupted, to the same bits as if it had never stopped; or, with `epochs`, trains a finished
 * one for longer, as a new run.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is nothing to go on with @throws RunError
 */
export declare function resumeRun(run: string, options?: ResumeOptions): Promise<Run>;

/**
 * Judges a finished run on a labelled set from elsewhere, and writes what it comes to into `RUN/evaluations/NAME`. The run
 * itself stays as it is.
 * @throws UsageError where there is no such run or set, or classes differ @throws RunError
 */
export declare function evaluateRun(run: string, options: EvaluateOptions): Promise<Run>;

/**
 * Runs a finished run again, from its folder alone and into nowhere, and compares every byte: what differs is in `differences`,
 * the first of all first.
 * @throws UsageError where there is no such run, or it is not finished @throws RunError
 */
export declare function verifyRun(run: string, options?: WorkOptions): Promise<VerifyOutput>;

/**
 * Tries learning rates from very small to very large on an experiment, and suggests the one at which the loss falls fastest. No run
 * is made; a chart goes to `runs/NAME/preview/`.
 * @throws ExperimentError @throws UsageError where there is no such file, or no such range @throws RunError
 */
export declare function testLearningRates(file: string, options?: RateOptions): Promise<LrOutput>;

/**
 * Reads every image of an experiment: how many there are of each class and split, what cannot be used and why, and leaks between
 * splits, whatever `data.damaged` and `data.leaks` are to do about these.
 * @throws ExperimentError @throws UsageError where there is no such file @throws RunError
 */
export declare function inspectData(file: string, options?: RunOptions): Promise<DataOutput>;

/**
 * Opens the model of a finished run, to predict with it as often as you like. Its run's folder is all that is needed.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is no such run, or it is not finished @throws RunError where its model is missing or damaged
 */
export declare function openModel(run: string, options?: WorkOptions): Promise<OpenModel>;

/**
 * Predicts images once: opens the model, and closes it. To predict more than once, open it yourself.
 * @param images paths of files, folders and patterns, as `exp predict` takes them
 * @throws UsageError where one of them leads to no image @throws RunError
 */
export declare function predict(
  run: string,
  images: readonly string[],
  options?: WorkOptions,
): Promise<Prediction[]>;

/**
 * Loads a finished run, or an evaluation of one, from the text of its folder, which is held against the hashes that the run
 * noted.
 * @param run its name, "baseline/v003", "baseline" for its latest, or its folder
 * @throws UsageError where there is no such run, or it is not finished @throws RunError naming a file that is damaged
 */
export declare function loadRun(run: string, where?: Where): Promise<Run>;

/** Every run in `runs/`, by its name; a damaged one says what is wrong with it. @throws UsageError where that is no folder */
export declare function listRuns(options?: ListOptions): Promise<ListedOutput[]>;

/**
 * In what two runs differ: settings, images, figures, environment, and each image that is judged differently.
 * @param a a run, an evaluation, a run of a git revision ("main:baseline") or an experiment's file
 * @throws UsageError where they were judged on different images @throws RunError naming a file that is damaged
 */
export declare function diffRuns(
  a: string,
  b: string,
  options?: DifferenceOptions,
): Promise<DiffOutput>;

/**
 * Writes the network of a finished run in another format, with its preparation inside, and holds it against the run's own
 * predictions where a runtime for it is found.
 * @throws UsageError where the run is not finished, there is no such format, or a file of yours is in the way @throws RunError where the model is missing,
 * or the exported one says something else
 */
export declare function exportRun(run: string, options: ExportOptions): Promise<ExportOutput>;

/** Where experiments and runs are. */
export interface Where {
  /** The folder that `exp` would be called in: it holds `experiments/` and `runs/`. By default the one of the process. */
  directory?: string | undefined;
}

/** Of work that takes its time. */
export interface WorkOptions extends Where {
  /** Ends the work in order: what was called throws the signal's reason, and a run can go on with `resumeRun`. */
  signal?: AbortSignal | undefined;
  /** Told how far it is. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far something is. Counts come a few times a second, everything else as it happens. */
export type Progress =
  /** Images that are read, compared in search of leaks, or sent through a frozen base; resamples of the figures. */
  | { kind: "images" | "comparing" | "features" | "intervals"; done: number; total: number }
  /** The run has its folder: "baseline/v003". */
  | { kind: "started"; run: string }
  | {
      kind: "step";
      epoch: number;
      epochs: number;
      step: number;
      steps: number;
      /** Of the epoch so far. */
      loss: number;
      accuracy: number;
    }
  /** An epoch is over: a row of the history. */
  | {
      kind: "epoch";
      epoch: number;
      epochs: number;
      trainLoss: number;
      trainAccuracy: number;
      /** Of the validation split, where there is one, otherwise of the test split. */
      heldOut: "validation" | "test";
      heldOutLoss: number;
      heldOutAccuracy: number;
      learningRate: number;
    }
  /** TensorFlow, or weights, are not on this machine yet: bytes. */
  | {
      kind: "fetch";
      what: string;
      phase: "download" | "unpack";
      done: number;
      total: number;
    }
  /** Something that you should know, and that stops nothing. */
  | { kind: "warning"; text: string };

export interface ExperimentOptions extends Where {
  /** What is replaced in the experiment: `{ "train.epochs": 3 }`, as with `--set`. */
  set?: Readonly<Record<string, unknown>> | undefined;
}

export interface RunOptions extends ExperimentOptions, WorkOptions {}

export interface ResumeOptions extends WorkOptions {
  /** Train a finished run up to so many epochs, as a new run. */
  epochs?: number | undefined;
}

export interface EvaluateOptions extends WorkOptions {
  /** A folder with one folder of images for each class, or a table of labels. */
  data: string;
  /** What the evaluation is called; by default as the folder or the table. */
  as?: string | undefined;
  /** The run's classes by those of the set, where these are called otherwise. */
  map?: Readonly<Record<string, string>> | undefined;
  /** Classes of the set that are left out. */
  drop?: readonly string[] | undefined;
  /** Columns of a table. */
  columns?: { file?: string; label?: string; group?: string } | undefined;
}

export interface RateOptions extends RunOptions {
  /** The first and the last rate, and how often the weights are updated; by default what suits the optimizer, and 400. */
  min?: number | undefined;
  max?: number | undefined;
  steps?: number | undefined;
}

export interface DifferenceOptions extends Where {
  /** Compare figures though they are of different images. */
  allowDifferentImages?: boolean | undefined;
}

export interface ExportOptions extends Where {
  to: "onnx" | "keras" | "tfjs";
  /** By default `runs/NAME/exports/vNNN-FORMAT`. */
  out?: string | undefined;
  /** How many images go with it; they are copies of yours. 4 by default. */
  samples?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface ListOptions extends Where {
  /** Evaluations, too, each after its run. */
  evaluations?: boolean | undefined;
}

/** A finished run, or an evaluation of one, as the text of its folder tells it. */
export interface Run {
  /** "baseline/v003", "baseline/v003/evaluations/clinic" */
  name: string;
  /** Absolute path. */
  folder: string;
  /** Every setting, defaults included. */
  settings: Settings.ResolvedExperiment;
  /** Class names in the order of the network's outputs. */
  classes: string[];
  metrics: Metrics;
  history: History;
  /** Of the images that it was judged on. */
  predictions: PredictionRecord[];
  confusionMatrix: ConfusionMatrix;
  data: DataRecord;
  manifest: Partial<Manifest>;
  notes: Note[];
  tags: string[];
  /** Names of its evaluations, which `loadRun` loads as runs. */
  evaluations: string[];
  /** Its charts as Vega-Lite specifications with the data in them, by name: "accuracy", "confusion-matrix" … */
  charts: () => Promise<Record<string, object>>;
}

/** Every image's place in the experiment, and every file that was left out. */
export interface DataRecord {
  formatVersion: typeof formatVersions.data;
  /** Folder that the paths of files start from, as the experiment has it: from the experiment's folder, or absolute. */
  folder: string;
  /** Class names in the order of the network's outputs: sorted by code unit. */
  classes: string[];
  /** Images of each class in each split that exists. */
  counts: Partial<Record<Split, Record<string, number>>>;
  /** Sorted by split (train, validation, test), then file. */
  images: ImageRecord[];
  /** Files that could not be used, sorted by file. */
  excluded: ExcludedRecord[];
  /** Files and folders passed over because they are no images by their name (hidden files, Thumbs.db, @eaDir …). */
  ignored: string[];
  /** How many files `data.exclude` and `data.include` skipped; absent where there are no such patterns. */
  skipped?: SkippedRecord[];
  /** Images that are not independent of each other; absent where nobody looked (`data.leaks: ignore`). By kind, file. */
  leaks?: LeakRecord[];
  /** Of images that a finished run was judged on later: only there in its evaluations. */
  evaluation?: EvaluationRecord;
}

/**
 * Version of each record's format. A change that today's reader would misread makes a new one, with a step in
 * versions.ts from the version before. The two CSV files tell theirs by the names of their columns.
 */
declare const formatVersions: {
  data: 2;
  request: 1;
  metrics: 2;
  confusionMatrix: 1;
  manifest: 1;
  resolved: 1;
  pictures: 1;
};

export type Split = "train" | "validation" | "test";

/** What a set from elsewhere was made into, and what of the run it was held against. */
export interface EvaluationRecord {
  /** The run's own name that no other has, where it has one. */
  id?: string;
  /** Classes of the set that the run calls otherwise: its names by those of the set. */
  map: Record<string, string>;
  /** Images of the set's classes that were left out. */
  dropped: Record<string, number>;
  /**
   * The run's training and validation images: how many the set was held against by their content, and how many of these were
   * where they had been, so that near copies of them were looked for too. null where the run's list of images was not there.
   */
  compared: { images: number; pictures: number } | null;
}

export interface SkippedRecord {
  by: "exclude" | "include";
  /** Of include all patterns: what is skipped matches none of them. */
  pattern: string;
  files: number;
}

export interface LeakRecord {
  kind: LeakKind;
  splits: Split[];
  labels: string[];
  /** Of near duplicates an image and what it is like, the likest first; of a group the first file of each split. */
  files: string[];
  /** Of near duplicates: correlation of their thumbnails, at most 1. */
  similarity?: number;
  group?: string;
}

export type LeakKind = (typeof leakKinds)[number];

/** Ways in which images of two classes, or of two splits, are the same: wrong labels first. */
declare const leakKinds: readonly [
  "two-labels",
  "near-two-labels",
  "same-pixels",
  "near-duplicate",
  "shared-group",
];

export interface ImageRecord {
  split: Split;
  label: string;
  /**
   * Path from the folder of the images, with forward slashes, Unicode NFC not applied: as the file system has it. Where
   * each frame of a file is an image (data.dicom.frame: all), the frame's number is behind it: scan.dcm#3.
   */
  file: string;
  /** SHA-256 of the file's bytes, hex. Of a frame its number is behind it, too: the same digits for all of a file. */
  sha256: string;
  /** What belongs together and must not be split, such as a patient. */
  group?: string;
  /** What the table of labels says of it in the columns of `subgroups`, by their names; "" where it says nothing. */
  columns?: Record<string, string>;
  /** What is unusual about the file, where something is. */
  notes?: ImageNote[];
}

export type ImageNote = (typeof imageNotes)[number];

/** And about its file: the extension is that of another format; an earlier one of the split has the same pixels. */
declare const imageNotes: readonly [...typeof contentNotes, "wrong-extension", "duplicate"];

/** What is unusual about an image's content. None of it keeps an image from being used. */
declare const contentNotes: readonly [
  "animated",
  "multi-page",
  "cmyk",
  "alpha",
  "16-bit",
  "own-range",
  "exif-rotated",
  "blank",
];

export interface ExcludedRecord {
  split: Split;
  label: string;
  file: string;
  /** A word for programs: "empty", "truncated", "corrupt", "not-an-image", … */
  reason: ExclusionReason;
  /** A sentence for people. */
  detail: string;
}

export type ExclusionReason = (typeof exclusionReasons)[number];

declare const exclusionReasons: readonly [
  "empty",
  "not-an-image",
  "unsupported-format",
  "truncated",
  "corrupt",
  "too-many-pixels",
  "unreadable",
  "not-a-regular-file",
];

/** history.csv: the columns name the watched split, e.g. `validation_loss`. */
export interface History {
  /** validation where there is one, otherwise test. */
  heldOut: "validation" | "test";
  /** What `train.earlyStopping` monitors, where that is neither loss nor accuracy: a column of its own. */
  monitor?: ExtraMonitor;
  epochs: EpochRecord[];
}

/** One row of history.csv. Loss is the mean cross-entropy in nats, accuracy from 0 to 1. */
export interface EpochRecord {
  /** From 1. */
  epoch: number;
  /** Mean over the epoch's batches while the weights were moving, with dropout on, as Keras reports it. */
  trainLoss: number;
  trainAccuracy: number;
  /** Of the watched split after the epoch, with dropout off. */
  heldOutLoss: number;
  heldOutAccuracy: number;
  /** Of the watched split: the figure that `History.monitor` names; NaN where it is undefined. */
  monitored?: number;
  /** Of the epoch's last step. */
  learningRate: number;
}

export type ExtraMonitor = (typeof extraMonitors)[number];

/** Figures that may decide when to stop and that no run has in its history otherwise. */
declare const extraMonitors: readonly ["balancedAccuracy", "f1", "auc"];

/** One row of predictions.csv. */
export interface PredictionRecord {
  file: string;
  actual: string;
  /** The class of the largest probability; the first of equals. */
  predicted: string;
  /** In the order of the classes. */
  probabilities: number[];
}

/** confusion-matrix.json: `counts[actual][predicted]`, whatever way round it is drawn. */
export interface ConfusionMatrix {
  formatVersion: typeof formatVersions.confusionMatrix;
  split: "validation" | "test";
  classes: string[];
  counts: number[][];
}

/**
 * metrics.json: what the predictions come to. Each figure follows from predictions.csv (and the groups in data.json).
 * A figure whose denominator is 0 is undefined: null, and left out of means; see src/evaluate/scores.ts. A record that
 * was lifted from format 1 has null for whatever that did not hold; `readRun` works it out from the predictions.
 */
export interface Metrics extends Figures {
  formatVersion: typeof formatVersions.metrics;
  split: "validation" | "test";
  weights: WeightsRecord;
  images: number;
  /** Of the accuracy, 95 %: `intervals.accuracy`, or Wilson's where nothing was resampled. */
  accuracyInterval: Interval;
  /** Accuracy of always answering the most frequent class of the evaluated split. */
  majorityClassAccuracy: number;
  baseline: {
    /** Of always answering the most frequent class. */
    balancedAccuracy: number | null;
    /** Macro F1 of the same, over the classes that there are images of. */
    f1: number | null;
    /** Of always giving the frequencies of the classes as probabilities. */
    loss: number | null;
  };
  /** What the bootstrap draws: groups where the images have them. */
  resampled: "images" | "groups";
  /** The same figures with one prediction a group: see `evaluate.perGroup`. null without groups. */
  groups: GroupFigures | null;
  /** In the order of the classes. */
  classes: ClassMetrics[];
}

export interface Interval {
  low: number;
  high: number;
}

/** Which weights were evaluated and saved. */
export interface WeightsRecord {
  /** best: of the epoch whose validation loss, or what earlyStopping monitors, is the best. last: of the last epoch. */
  use: "best" | "last";
  /** null where format 1 did not say: it was the last. */
  epoch: number | null;
  /** Why training ended before its last epoch, and after which; absent where it did not. */
  stopped?: StopRecord;
}

export interface StopRecord {
  by: (typeof stopReasons)[number];
  /** The last epoch. */
  epoch: number;
}

/** The setting of `train`, or the search of a sweep, that ended a training early. */
declare const stopReasons: readonly ["earlyStopping", "maxMinutes", "halving"];

export interface GroupFigures extends Figures {
  count: number;
  /** Groups with images of several classes, which have no one right answer and are left out. */
  mixed: number;
}

export interface Figures {
  accuracy: number;
  /** Mean recall of the classes that there are images of. */
  balancedAccuracy: number | null;
  /** Mean cross-entropy in nats. */
  loss: number;
  brier: number | null;
  /** Expected calibration error, ten bins. */
  calibrationError: number | null;
  /** Cohen's kappa. */
  kappa: number | null;
  /** Matthews correlation coefficient. */
  matthews: number | null;
  /** Means over the classes, each class once. */
  macro: AverageFigures;
  /** Means over the classes, each by its number of images. */
  weighted: AverageFigures;
  /** Share of the images whose class is among the `count` most probable. Only counts below the number of classes. */
  topAccuracy: { count: number; accuracy: number; interval?: Interval | null }[];
  /** Of the positive class, where there are two classes. */
  positive: PositiveFigures | null;
  /**
   * Bootstrap intervals, 95 %, but for shares of independent units (images without groups, or the groups themselves:
   * accuracy, sensitivity, specificity), which have Wilson's score interval; of shares of images in groups they are at least
   * as wide as Wilson's. null of another figure that is the same in all resamples. f1 is the macro F1, auc and
   * averagePrecision the positive class's or the macro mean (up to 20 classes).
   */
  intervals: Partial<Record<IntervalName, Interval | null>>;
}

export type IntervalName = (typeof intervalNames)[number];

declare const intervalNames: readonly [
  "accuracy",
  "balancedAccuracy",
  "loss",
  "brier",
  "kappa",
  "matthews",
  "f1",
  "auc",
  "averagePrecision",
  "sensitivity",
  "specificity",
];

export interface AverageFigures {
  precision: number | null;
  recall: number | null;
  specificity: number | null;
  f1: number | null;
  /** Area under the ROC curve of each class against the rest. */
  auc: number | null;
  averagePrecision: number | null;
}

export interface PositiveFigures {
  label: string;
  /** Recall of the positive class. */
  sensitivity: number | null;
  /** Recall of the other class. */
  specificity: number | null;
  precision: number | null;
  f1: number | null;
  auc: number | null;
  averagePrecision: number | null;
  /** null where neither a sensitivity nor a specificity is asked for. */
  operatingPoint: OperatingPoint | null;
}

/** What comes of saying the positive class from a probability on: the one at which a share is as wanted. */
export interface OperatingPoint {
  wanted: number;
  /** Of which share; sensitivity where it is missing, as in runs of earlier versions. */
  share?: OperatingShare;
  /**
   * Where the threshold was chosen, and what it comes to there; null where no threshold reaches what is wanted, or there is
   * none. Missing where there were no other images to choose it on than those that are judged.
   */
  chosen?: ChosenThreshold | null;
  /** What it comes to on the images that are judged; null where there is no threshold. */
  reached: ThresholdFigures | null;
}

export type OperatingShare = (typeof operatingShares)[number];

declare const operatingShares: readonly ["sensitivity", "specificity"];

/** A threshold, and what it comes to on the images that it was chosen on: it is the best one for them. */
export interface ChosenThreshold extends ThresholdFigures {
  split: "validation" | "test";
  /** Or groups. */
  images: number;
}

export interface ThresholdFigures {
  /** Images of at least this probability of the positive class count as positive. */
  threshold: number;
  sensitivity: number | null;
  specificity: number | null;
  precision: number | null;
  /** 95 %, at this threshold; absent in runs of earlier versions. */
  intervals?: Partial<Record<OperatingShare | "precision", Interval | null>>;
}

export interface ClassMetrics {
  label: string;
  /** Number of images that are of this class. */
  support: number;
  precision: number | null;
  recall: number | null;
  specificity: number | null;
  f1: number | null;
  auc: number | null;
  averagePrecision: number | null;
  /** 95 %, where there are not too many classes; absent in runs of earlier versions. */
  intervals?: Partial<Record<ClassIntervalName, Interval | null>>;
}

export type ClassIntervalName = (typeof classIntervalNames)[number];

declare const classIntervalNames: readonly ["precision", "recall", "specificity", "f1", "auc"];

/** manifest.json: the only file of a run with times, host, versions and speed. */
export interface Manifest {
  formatVersion: typeof formatVersions.manifest;
  /** "completed" is written last: only then is the folder a finished run. */
  status: RunStatus;
  /** Of this run and no other, whatever number it is given. */
  id?: string;
  /** e.g. "baseline/v003" */
  run: string;
  /** The experiment's file, from the folder that the command was called in. */
  experiment: string;
  /** What the user typed after `exp`. */
  command: string[];
  /** Of the process that the run went on in, on the machine that `host` names. */
  pid?: number;
  /** Date and time, ISO 8601 in UTC. */
  startedAt: string;
  finishedAt?: string;
  seconds?: number;
  training?: { seconds?: number; imagesPerSecond?: number };
  peakMemoryBytes?: number;
  /** Of the GPU's memory. */
  peakDeviceMemoryBytes?: number;
  /** Why the run did not get to its end. */
  error?: string;
  /** Of a failed run: why it would fail again. Missing where the reason was the machine, such as a full disk. */
  failure?: RunFailure;
  /** The weights of model.base. */
  base?: BaseRecord;
  /** When it went on after it had been interrupted, with `exp resume`: the latest last. */
  resumed?: ResumeRecord[];
  /** The run whose training it goes on from, with `exp resume --epochs`. */
  extended?: ExtendedRecord;
  /** Of a completed run: SHA-256 of each of its text files, hex, by its name. */
  files?: Partial<Record<string, string>>;
  /** And of each file of its network in model/, which git does not keep; absent in runs of earlier versions. */
  model?: Partial<Record<string, string>>;
  /** Of this file without this line, hex: it stands last. */
  sha256?: string;
  /** What the run was made on and with. */
  engine: Record<string, unknown>;
  lamina: { version: string; git?: { commit: string; changed: boolean } | null };
  host: Record<string, unknown>;
  versions: Record<string, unknown>;
}

export type RunStatus = (typeof runStatuses)[number];

declare const runStatuses: readonly ["running", "completed", "failed", "interrupted"];

export type RunFailure = (typeof runFailures)[number];

/**
 * diverged: the loss was no longer a number. refused: its experiment is none. memory: a step does not fit into the GPU.
 * died: its process ended without a word, twice.
 */
declare const runFailures: readonly ["diverged", "refused", "memory", "died"];

/** The weights that the first layers of a network began with. */
export interface BaseRecord {
  /** model.base.from */
  from: string;
  /** From the folder that the command was called in. */
  file: string;
  /** "torch", "keras-h5", "lamina" … */
  format: string;
  /** Of the file, hex. */
  sha256: string;
  /** Images that went through its layers once and for all, where none of these is trained. */
  features?: { images: number; computed: number };
  /** Why they went through it at every step. */
  everyStep?: string;
}

export interface ResumeRecord {
  /** Date and time, ISO 8601 in UTC. */
  at: string;
  /** What of the run's world was another before: "versions.bun: 1.4.5 before, 1.5.0 now". */
  changes?: string[];
}

export interface ExtendedRecord {
  /** e.g. "baseline/v003" */
  run: string;
  /** The run's own name that no other has, where it has one. */
  id?: string;
  /** Epochs that it had. */
  epochs: number;
}

export interface Note {
  /** 2026-12-01, in UTC; null of a line that was written by hand without one. */
  date: string | null;
  text: string;
}

/**
 * An image: the path of a file; the content of one, of any format that a run reads; or its pixels.
 */
export type ImageInput = string | Uint8Array | ArrayBuffer | Blob | Pixels;

/** Pixels row by row, 8 bits a channel or 16: grey, RGB, or RGBA as a canvas has them. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray | Uint16Array;
  width: number;
  height: number;
  /** 4 by default. */
  channels?: 1 | 3 | 4;
}

/** What a model says of an image, or why it can say nothing. */
export type Prediction =
  | {
      ok: true;
      /** Its path as it was given; "#2" of the second of several that are no paths. */
      file: string;
      /** The class of the largest probability; the first of equals. */
      predicted: string;
      /** Of that class. */
      probability: number;
      /** In the order of the classes, with up to 9 significant digits, as in predictions.csv. */
      probabilities: number[];
    }
  | ({ ok: false } & UnusableOutput);

/** A file that could not be used: a word for programs, and a sentence for people. */
export interface UnusableOutput extends Pick<ExcludedRecord, "reason" | "detail"> {
  file: string;
}

export interface PredictOptions {
  signal?: AbortSignal | undefined;
}

/**
 * The model of a run, in a process of its own that holds TensorFlow until it is closed. Calls wait for one another. A process
 * that has nothing else to do ends all the same.
 */
export interface OpenModel extends AsyncDisposable {
  readonly run: string;
  /** Class names in the order of the probabilities. */
  readonly classes: readonly string[];
  /** [height, width, channels]: what every image becomes. */
  readonly inputShape: readonly [number, number, number];
  /** In what this machine is another than the run's, so that last digits may differ: sentences. */
  readonly changes: readonly string[];
  /** @throws UsageError once it is closed */
  predict(image: ImageInput, options?: PredictOptions): Promise<Prediction>;
  /**
   * In the order given; a path that is a folder, a pattern or a table is refused: see `stream`, which also takes a DICOM file
   * frame by frame where the run has data.dicom.frame: all. Here "scan.dcm#3" is its third.
   */
  predictAll(images: readonly ImageInput[], options?: PredictOptions): Promise<Prediction[]>;
  /**
   * Files, folders with all that is in them, patterns ("scans/*.png") and tables, as `exp predict` takes them, in flat memory
   * however many there are. Leaving the loop stops it.
   */
  stream(paths: readonly string[], options?: PredictOptions): AsyncGenerator<Prediction, void>;
  /** Ends its process. What is under way fails. */
  close(): Promise<void>;
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
  resolved?: Settings.ResolvedExperiment;
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

/** A mistake in an experiment, and where it is. */
export interface Diagnostic extends Place {
  message: string;
}

/** A place in an experiment. */
export interface Place {
  /** The experiment's path as it is shown, or the override: `--set train.epoch=3`. */
  file: string;
  /** From 1. For an override always 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** The line and carets under what is meant, ready to print; "" where there is nothing to show. */
  excerpt: string;
  /** Of a value that holds those of variables of the environment: their names. */
  variables?: readonly string[];
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

/** `exp diff`. */
export type DiffOutput = RunDiff;

/** All in which two runs differ; `exp diff --json` prints it. */
export interface RunDiff {
  formatVersion: 1;
  a: SideSummary;
  b: SideSummary;
  settings: SettingChange[];
  /** null where one is an experiment that was not run, or one alone is an evaluation. */
  data: DataChange[] | null;
  environment: Change[];
  /** Seconds, speed and memory: they differ between any two runs. */
  cost: Change[];
  /** null where a run has no results. */
  results: ResultsDiff | null;
}

/** What became of one image. An image that was given another class in another split is of two kinds. */
export interface DataChange {
  kinds: DataChangeKind[];
  a: ImageRecord | null;
  b: ImageRecord | null;
  /** Why the file is left out in the run that has no such image, where it is there and cannot be used. */
  excluded: string | null;
}

/**
 * relabelled, re-split, regrouped, described otherwise: the same image with another class, in another split, of another group,
 * with another value in a column that both runs have. changed:
 * the file holds another image. moved: the same image under another name, and nothing else.
 */
export type DataChangeKind = (typeof dataChangeKinds)[number];

declare const dataChangeKinds: readonly [
  "added",
  "removed",
  "relabelled",
  "re-split",
  "regrouped",
  "described otherwise",
  "changed",
  "moved",
];

export interface SideSummary {
  run: string;
  status: string | null;
  /** The split that the figures are of. */
  split: string | null;
  images: number | null;
  notes: Note[];
  tags: string[];
}

export interface ResultsDiff {
  figures: FigureChange[];
  images: { both: number; onlyA: string[]; onlyB: string[]; relabelled: string[] };
  /** null where no image was judged by both. */
  test: PairedTest | null;
  /** Areas under the ROC curve on the images that both judged. */
  areas: PairedAreas[];
  flips: Flip[];
}

/** The areas under the ROC curve of one class on the images that both runs judged. */
export interface PairedAreas extends AreaTest {
  label: string;
  images: number;
  /** Whole groups are drawn where A has groups, since DeLong's test takes images for independent. */
  method: "DeLong" | "bootstrap of groups";
}

/** The areas of two networks on the same images. */
export interface AreaTest {
  a: number;
  b: number;
  /** b minus a. */
  difference: number;
  /** Of the difference, 95 %; null where it cannot be told. */
  interval: Interval | null;
  /** Two-sided. 1 where both rank alike. */
  p: number | null;
}

/** McNemar's test on the images that both runs judged. */
export interface PairedTest {
  images: number;
  bothRight: number;
  onlyA: number;
  onlyB: number;
  bothWrong: number;
  /** Two-sided, exact. */
  p: number;
  /** Accuracy of B minus that of A on these images. */
  difference: number;
  interval: Interval;
}

/** An image for which the two runs answered differently. */
export interface Flip {
  file: string;
  actual: string;
  /** What each answered, and with which probability. */
  a: { predicted: string; probability: number };
  b: { predicted: string; probability: number };
  verdict: "fixed" | "regressed" | "wrong otherwise";
}

/** A figure of both runs. null where a run has none, or it is undefined. */
export interface FigureChange {
  name: string;
  a: number | null;
  b: number | null;
  aInterval: Interval | null;
  bInterval: Interval | null;
}

/** Something in which two records differ. null: one has no such value. */
export interface Change {
  name: string;
  a: Plain;
  b: Plain;
}

/** A value that is not looked into: one setting, or one figure. A list of plain values is one too. */
export type Plain = string | number | boolean | null | readonly Plain[];

/** A setting that differs. null: the run has no such setting, or no such layer. */
export interface SettingChange {
  path: string;
  a: Setting | null;
  b: Setting | null;
}

/** A setting's value in one run, and where it comes from. */
export interface Setting {
  value: Plain;
  /** Of experiment.yaml, from 1; null where the value is not written there. */
  line: number | null;
  /** The file that the line is of, where it is one that experiment.yaml extends. */
  file?: string;
  origin: "file" | "default" | "--set";
}

/** `exp export`: export.json, and what came of it. */
export interface ExportOutput extends ExportRecord {
  /** From where the command was called. */
  folder: string;
  /** Names of the files in it. */
  written: string[];
  checked: Checked;
}

/** What came of holding an exported model against the run's own probabilities. */
export type Checked =
  | { images: number; largestDifference: number; runtime: string }
  /** Why it was not done, and how it is. */
  | { unchecked: string };

export interface ExportRecord {
  formatVersion: 1;
  format: FormatName;
  /** e.g. "baseline/v003", and the SHA-256 of its text. */
  run: string;
  runSha256: string;
  lamina: string;
  classes: string[];
  input: { name: string; type: PixelType; shape: readonly number[]; description: string };
  output: { name: string; type: "float32"; shape: readonly number[]; description: string };
  /** What is done to an image before it goes in, and what the model does first. */
  preprocessing: { outside: string[]; inside: string[] };
  /** Images as they go in, and what comes out. */
  samples: { picture: string; file: string; actual: string; probabilities: number[] }[];
  /** SHA-256 of each of the other files. */
  files: Record<string, string>;
}

export type FormatName = (typeof formatNames)[number];

/** What a model can be exported to. */
declare const formatNames: readonly ["onnx", "keras", "tfjs"];

/** How pixels go in. */
export type PixelType = "uint8" | "uint16" | "int32";

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

/** How a test ended: with its last rate, or before it, since the loss diverged or was no longer a number. */
export type RangeEnd = "range" | "diverged" | "notFinite";

/** A rate, or why there is none: the loss is at best that of guessing, or grows without having fallen. */
export type Suggestion = Suggested | { kind: "flat" } | { kind: "rises" };

export interface Suggested {
  kind: "rate";
  /** Where the loss falls fastest, to two significant digits. */
  learningRate: number;
  /** Whether the loss was falling when the range ended. */
  isStillFalling: boolean;
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

/** Settings of an experiment, with every value written out. */
export declare namespace Settings {
  /**
   * One whole number for both, or [height, width].
   *
   * @minItems 2
   * @maxItems 2
   */
  export type Pair = [number, number];
  /**
   * Below 1 a fraction of the size; from 1 pixels, whole ones below n either way where n is whole; or a list of distances of which one is drawn.
   */
  export type Distance = number[] | number;
  /**
   * Distance between the places that the kernel looks at, one number or [height, width]; above 1 the strides have to be 1.
   *
   * @minItems 2
   * @maxItems 2
   */
  export type DilationRate = [number, number];
  /**
   * Initial values of the kernel, as in Keras; biases start at 0.
   */
  export type KernelInitializer =
    | "glorotUniform"
    | "glorotNormal"
    | "heUniform"
    | "heNormal"
    | "lecunUniform"
    | "lecunNormal"
    | "randomUniform"
    | "randomNormal"
    | "truncatedNormal"
    | "zeros"
    | "ones";
  /**
   * false: its weights stay as they begin.
   */
  export type Trainable = boolean;
  /**
   * Name of the layer in tables, messages and the model's weights; each name is used once. The default is kind and number: conv_1.
   */
  export type LayerName = string;
  /**
   * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
   */
  export type L1 = number;
  /**
   * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
   */
  export type L2 = number;
  /**
   * Fraction of the values set to 0.
   */
  export type DropoutRate = number;
  /**
   * Rows and columns: one number for all four sides, or [top, bottom, left, right].
   *
   * @minItems 4
   * @maxItems 4
   */
  export type Sides = [number, number, number, number];
  /**
   * Layers whose output is added to what comes in (He et al., 2015). Where the shapes differ, what comes in goes through a 1 × 1 convolution first, and where the layers have a normalisation (batchNorm, groupNorm or layerNorm) through one like the last of them. The relu behind a residual block is a layer of its own.
   */
  export type Residual =
    | ResolvedLayer[]
    | {
        /**
         * The layers.
         */
        layers: ResolvedLayer[];
        name?: LayerName;
      };
  /**
   * Lists of layers side by side, whose outputs have one shape and are added; an empty list passes its input on unchanged. Keras's Add.
   */
  export type Add =
    | Branches
    | {
        branches: Branches;
        name?: LayerName;
      };
  /**
   * Lists of layers side by side, each given the same input.
   */
  export type Branches = ResolvedLayer[][];
  /**
   * Lists of layers side by side, whose outputs are concatenated along the channels; an empty list passes its input on unchanged. Keras's Concatenate.
   */
  export type Concat =
    | Branches
    | {
        branches: Branches;
        name?: LayerName;
      };
  /**
   * Standard deviation of the noise.
   */
  export type NoiseDeviation = number;
  /**
   * Size of an optimizer step.
   */
  export type LearningRate = number;
  /**
   * Each step subtracts this share of every trained weight, times the learning rate (weight_decay, decoupled as in Keras). The weight_decay of PyTorch's SGD and Adam is half of it as l2 of each layer.
   */
  export type WeightDecay = number;

  /**
   * One image classification experiment: the images, the network, the training and what is reported.
   */
  export interface ResolvedExperiment {
    /**
     * Start of every random stream of the run: initial weights, split, order of images, dropout. The same seed gives the same bits.
     */
    seed: number;
    data: Data;
    model: Model;
    train: Train;
    evaluate: Evaluate;
    engine: Engine;
  }
  /**
   * Where the images are and how they are read.
   */
  export interface Data {
    /**
     * The training images: a folder with one sub-folder per class, or a CSV or TSV file with a row for each image (see labels). Relative to the experiment file.
     */
    train: string;
    /**
     * The validation images, a folder or a table as in train, evaluated after each epoch. Same classes as train.
     */
    validation: null | string;
    /**
     * The test images, a folder or a table as in train, used for the final figures and the confusion matrix. Same classes as train.
     */
    test: null | string;
    /**
     * How tables of labels are read, where train is a CSV or TSV file, and what DICOM headers tell of an image. null means columns called file and label.
     */
    labels: null | Labels;
    /**
     * Patterns of files to skip, such as masks beside images. A pattern without a slash is matched against names of files and folders, one with a slash against the path from the folder of the split or of the table's images. * ? [a-z] {jpg,png} **; case-sensitive.
     */
    exclude: string[];
    /**
     * Patterns of the files to take; all others are skipped. Written as in exclude, which goes first. An empty list takes all.
     */
    include: string[];
    /**
     * Which symbolic links are followed: those that end inside the folder of the split, or all of them (DVC, git-annex and Hugging Face keep files elsewhere and link to them).
     */
    links: "inside" | "follow";
    /**
     * Take validation and test images out of train, and say which images belong together.
     */
    split: null | Split;
    /**
     * [height, width] in pixels to which every image is resized.
     *
     * @minItems 2
     * @maxItems 2
     */
    targetSize: [number, number];
    /**
     * How an image of another aspect ratio is fitted: stretch it; crop its middle; pad it with the background, or black where there is none; or padEdge, repeating its outermost pixels.
     */
    resize: "stretch" | "crop" | "pad" | "padEdge";
    /**
     * The colour put behind transparent images: black, white or one such as "#f0f0f0", in quotes. none drops the transparency and keeps the pixels' own colours.
     */
    background: string;
    /**
     * Read images as one grey channel or as three colour channels.
     */
    colour: "grey" | "rgb";
    /**
     * Bits of each value of a pixel from the file to the network. 16 keeps what files of more than 8 bits (PNG, TIFF, PGM, DICOM) tell apart; images take twice the room. It changes nothing else: values that the network is given are in the same range, and an image of 8 bits is the same image.
     */
    depth: 8 | 16;
    /**
     * Images in one training step.
     */
    batchSize: number;
    /**
     * What to do with a file that cannot be used: skip and name it, or stop the run.
     */
    damaged: "exclude" | "fail";
    /**
     * Images of more pixels are skipped as a protection against files that unpack to gigabytes; the default is Pillow's. Large images are decoded one at a time.
     */
    maxPixels: number;
    /**
     * Which values of images of more than 8 bits become black and white: full, all that the file's bits allow; used, each image's own lowest and highest; or two values as they are stored, such as [0, 4095] for 12 bits in a 16-bit file. Images of 8 bits are as they are.
     */
    range: [number, number] | ("full" | "used");
    dicom: Dicom;
    /**
     * What to do about images that are in two splits (the same pixels, nearly the same, or of one group) or that have two labels: name them, stop the run, or do not look.
     */
    leaks: "warn" | "fail" | "ignore";
    preprocess: Preprocess;
    /**
     * Change the training images at random, differently in each epoch. The other splits and predictions are never augmented.
     */
    augment: null | Augment;
  }
  /**
   * The table of labels, a CSV or TSV file with a header and a row for each image, and what the headers of DICOM files tell.
   */
  export interface Labels {
    /**
     * Names of the columns that count.
     */
    columns: {
      /**
       * Column of the image files, as paths from the folder of images.
       */
      file: string;
      /**
       * Column of the classes.
       */
      label: string;
      /**
       * Column of what must not be in two splits, such as a patient; null where there is none.
       */
      group: null | string;
      /**
       * Column that holds train, validation or test; null where the table does not say.
       */
      split: null | string;
      /**
       * Further columns to keep for each image, such as view, side or manufacturer: exp paper counts the images and reports figures by their values. The values are stored in the run's list of images, and so in git: do not name a column that identifies a patient.
       */
      subgroups: string[];
    };
    /**
     * Folder that the paths in the table start from, relative to the experiment file; null means the table's own folder.
     */
    images: null | string;
    /**
     * Extension to append to the names in the table, such as .jpg.
     */
    extension: string;
    /**
     * What is taken from the headers of DICOM files; null for nothing.
     */
    dicom: null | LabelsInHeaders;
  }
  /**
   * What the header of each DICOM file tells. Elements go by their names in the standard, such as ViewPosition, or by their numbers, such as (0018,5101). None that tells who a patient is: see split.group for that.
   */
  export interface LabelsInHeaders {
    /**
     * Element that holds the class. train is then a folder whose files are found at any depth, whatever its folders are called; null: the classes are those of folders or of a table.
     */
    label: null | string;
    /**
     * Elements that the run keeps of each image, as they are, as columns of its list of images: such as laterality, view and manufacturer.
     */
    subgroups: string[];
  }
  /**
   * Fractions of each class, or one fold of several, drawn with the experiment's seed.
   */
  export interface Split {
    /**
     * Fraction of the images that becomes the validation split.
     */
    validation: number;
    /**
     * Fraction of the images that becomes the test split.
     */
    test: number;
    /**
     * Keep the share of each class the same in every split.
     */
    stratify: boolean;
    /**
     * What must not be in two splits, such as a patient. A regular expression (RE2) finds it in a file's name: its capturing group; if it contains a slash, it is matched against the path from the folder of the split. { dicom: PatientID } takes it from the header of each DICOM file, and a run then knows it by a salted hash alone.
     */
    group: null | string | GroupInHeader;
    /**
     * Split the images into this many folds of equal size, one of which is the test split; null for no folds.
     */
    folds: null | number;
    /**
     * Which of the folds is the test split, from 1.
     */
    fold: number;
    /**
     * Seed of what is drawn; without one the experiment's own, so that another seed of the run deals the images anew.
     */
    seed?: number;
  }
  /**
   * An element of the DICOM header that tells what belongs together.
   */
  export interface GroupInHeader {
    /**
     * Its name in the standard, such as PatientID, or its number, such as (0010,0020).
     */
    dicom: string;
  }
  /**
   * How DICOM files are shown. Grey values go through the modality's slope or table, then the window, and MONOCHROME1 is inverted, all before they become 8 bits.
   */
  export interface Dicom {
    /**
     * Which values become black and white: file, the file's own table (VOI LUT) or its first window with its function, and data.range where it has none; range, data.range in every file; or a window of your own as [center, width], in the values that the modality's slope gives, such as Hounsfield units.
     */
    window: [number, number] | ("file" | "range");
    /**
     * Which frame of a file with several is the image: first, middle, or its number from 1 (a file with fewer is skipped). With all, each frame is an image of its own, with the file's label and its row of a table, called as the file with #1, #2 and so on behind it; a row of a table may name one alone, scan.dcm#3; frames of one file are never in two splits, for the file is their group where nothing else is. Other formats with several pages are not meant: of those the first is used.
     */
    frame: number | ("first" | "middle" | "all");
  }
  /**
   * Applied to every image of every split, and to every image that is predicted, in this order. Statistics are those of the training images, stored with the model.
   */
  export interface Preprocess {
    /**
     * Equalise the contrast region by region (CLAHE, Zuiderveld 1994), as is usual for mammograms. Needs colour: grey.
     */
    clahe: null | Clahe;
    /**
     * Multiply every level, 0 to 255 whatever data.depth is, by this (rescale).
     */
    rescale: number;
    /**
     * Subtract each image's own mean (samplewise_center).
     */
    samplewiseCenter: boolean;
    /**
     * Divide each image by its own standard deviation; samplewiseCenter goes with it (samplewise_std_normalization).
     */
    samplewiseStd: boolean;
    /**
     * Subtract the mean of each channel over the training images (featurewise_center).
     */
    featurewiseCenter: boolean;
    /**
     * Divide by the standard deviation of each channel over the training images; featurewiseCenter goes with it (featurewise_std_normalization).
     */
    featurewiseStd: boolean;
    /**
     * Decorrelate the pixels of the training images (zca_whitening), with featurewiseCenter. For small images: at most 4096 values.
     */
    zcaWhitening: boolean;
    /**
     * Added to the singular values before they divide (zca_epsilon).
     */
    zcaEpsilon: number;
  }
  /**
   * Contrast-limited adaptive histogram equalisation, as OpenCV does it.
   */
  export interface Clahe {
    /**
     * A tile's histogram is cut at this many times its mean height; more is more contrast.
     */
    clipLimit: number;
    tiles: Pair;
  }
  /**
   * Random changes of the training images, made in this order. Each draw follows from the seed, the epoch, the image and the operation alone.
   */
  export interface Augment {
    /**
     * Turn by up to this many degrees, either way (rotation_range).
     */
    rotation: number;
    shift: Shift;
    /**
     * Shear by up to this many degrees, either way (shear_range).
     */
    shear: number;
    /**
     * Scale the height and the width, each by a factor of its own drawn from [low, high]; above 1 the image becomes smaller (zoom_range). A number z means [1 - z, 1 + z].
     */
    zoom: [number, number] | number;
    /**
     * Cut a window out at random and stretch it to the whole image.
     */
    crop: null | Crop;
    /**
     * Mirror an image with probability 1/2: left to right, top to bottom, or both, each drawn independently (horizontal_flip, vertical_flip).
     */
    flip: "none" | "horizontal" | "vertical" | "both";
    /**
     * What fills the area beyond the edge: the nearest pixel, the constant fillValue, the image mirrored, or its opposite side (fill_mode).
     */
    fill: "nearest" | "constant" | "reflect" | "wrap";
    /**
     * Level that fill: constant puts in, of 255 (cval).
     */
    fillValue: number;
    /**
     * How values between pixels are interpolated (interpolation_order 1 and 0).
     */
    interpolation: "bilinear" | "nearest";
    /**
     * Blur with a Gaussian whose standard deviation is drawn from 0 to this many pixels.
     */
    blur: number;
    /**
     * Add up to this many levels of 255, either way, held within the image's own darkest and brightest level (channel_shift_range).
     */
    channelShift: number;
    /**
     * Multiply every level by a factor drawn from [low, high] (brightness_range). A number z means [1 - z, 1 + z].
     */
    brightness: [number, number] | number;
    /**
     * Stretch each channel's levels about their mean by a factor drawn from [low, high]. A number z means [1 - z, 1 + z].
     */
    contrast: [number, number] | number;
    /**
     * RandAugment (Cubuk and others 2020): a few operations of its list, drawn for each image.
     */
    randAugment: null | RandAugment;
    /**
     * Add Gaussian noise of this standard deviation to every value, as a share of the full range (0.02 is 5 levels of 255).
     */
    noise: number;
    /**
     * Share of the pixels that become black or white.
     */
    saltAndPepper: number;
    /**
     * Random erasing (Zhong and others 2017): a rectangle becomes noise.
     */
    erase: null | Erase;
    /**
     * MixUp (Zhang and others 2018): blend each image and its label with those of another; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 0.2 is usual.
     */
    mixup: number;
    /**
     * CutMix (Yun and others 2019): paste a window of another image, and mix the labels by area; the share is drawn from Beta(alpha, alpha), and this is alpha. 0 is off, 1 is usual. With mixup each image has one of the two.
     */
    cutmix: number;
  }
  /**
   * Move by up to this much, either way; one value for both, or width and height apart (width_shift_range, height_shift_range).
   */
  export interface Shift {
    width: Distance;
    height: Distance;
  }
  /**
   * A window of random area and shape, as RandomResizedCrop draws it.
   */
  export interface Crop {
    /**
     * Share of the image's area, [low, high].
     *
     * @minItems 2
     * @maxItems 2
     */
    area: [number, number];
    /**
     * Width by height relative to the image's own, [low, high].
     *
     * @minItems 2
     * @maxItems 2
     */
    ratio: [number, number];
  }
  /**
   * Operations: identity, autoContrast, equalize, rotate, solarize, color, posterize, contrast, brightness, sharpness, shearX, shearY, translateX, translateY.
   */
  export interface RandAugment {
    /**
     * Operations per image.
     */
    n: number;
    /**
     * Strength from 0 to 30.
     */
    magnitude: number;
  }
  /**
   * One rectangle of random area and shape.
   */
  export interface Erase {
    /**
     * Share of the images that are erased.
     */
    probability: number;
    /**
     * Share of the image's area, [low, high].
     *
     * @minItems 2
     * @maxItems 2
     */
    area: [number, number];
    /**
     * Width by height, [low, high].
     *
     * @minItems 2
     * @maxItems 2
     */
    ratio: [number, number];
  }
  /**
   * The network.
   */
  export interface Model {
    base?: Base;
    /**
     * The stack of layers from the image (or from what model.base gives) to the classes. The last one is dense with units: classes; softmax is added automatically. In a file that extends another, or beside preset, a mapping says what differs in the layers of these names: stem: { filters: 64 }.
     */
    layers: ResolvedLayer[];
  }
  /**
   * The first layers of a network that was trained before, with its weights (transfer learning); model.layers follow them. It includes its own preprocessing of images, so leave data.preprocess at its defaults; grey images get three channels where it needs them. Its batchNorm uses its running averages in training too.
   */
  export interface Base {
    /**
     * mobilenetV2, resnet50 or efficientnetB0, with the layers and names of keras.applications; or the folder of a finished run of Lamina's own, runs/pretrain/v003, which is looked for from the experiment's folder on and in those above it.
     */
    from: ("mobilenetV2" | "resnet50" | "efficientnetB0") | string;
    /**
     * File of the weights: Keras's .weights.h5, .h5 or .keras, a tfjs model.json, or torchvision's .pth of mobilenetV2, relative to this file. Without it those that exp fetch brings (mobilenetV2), and of a run its own.
     */
    weights: null | string;
    /**
     * Name of the last of its layers that is used: block_12_add. Otherwise all up to the last convolution and what belongs to it; of a run, all before its last dense layer.
     */
    until: null | string;
    /**
     * Which of its layers are trained: none (false), all (true), or the last ones, { last: 20 }. Where none are and images are not augmented, every image goes through them once and only model.layers are trained.
     */
    trainable:
      | {
          /**
           * How many, counted from its end as Keras counts layers: activations and additions too.
           */
          last: number;
        }
      | boolean;
    /**
     * The layers that are taken over, written out: Lamina's to fill in, for resolved.json.
     */
    trunk?: ResolvedLayer[];
  }
  /**
   * A bare word (relu) or one key with its settings (dense: { units: 64 }).
   */
  export interface ResolvedLayer {
    conv?: Conv;
    relu?: Relu;
    pool?: Pool;
    flatten?: Flatten;
    dense?: Dense;
    dropout?: Dropout;
    batchNorm?: BatchNorm;
    softmax?: Softmax;
    globalPool?: GlobalPool;
    preprocessInput?: PreprocessInput;
    normalization?: Normalization;
    depthwiseConv?: DepthwiseConv;
    separableConv?: SeparableConv;
    convTranspose?: ConvTranspose;
    upSampling?: UpSampling;
    resize?: Resize;
    zeroPadding?: ZeroPadding;
    cropping?: Cropping;
    residual?: Residual;
    add?: Add;
    concat?: Concat;
    relu6?: Relu6;
    leakyRelu?: LeakyRelu;
    prelu?: Prelu;
    elu?: Elu;
    selu?: Selu;
    gelu?: Gelu;
    swish?: Swish;
    hardSwish?: HardSwish;
    sigmoid?: Sigmoid;
    tanh?: Tanh;
    layerNorm?: LayerNorm;
    groupNorm?: GroupNorm;
    squeezeExcite?: SqueezeExcite;
    spatialDropout?: SpatialDropout;
    gaussianNoise?: GaussianNoise;
  }
  /**
   * 2-D convolution.
   */
  export interface Conv {
    /**
     * Number of output channels.
     */
    filters: number;
    kernelSize: Pair;
    strides: Pair;
    /**
     * valid: no padding. same: pad with zeros so that only the strides shrink the image.
     */
    padding: "valid" | "same";
    dilationRate: DilationRate;
    /**
     * Number of groups into which the input channels and the filters are split; a filter sees the channels of its own group.
     */
    groups: number;
    /**
     * Add a trained bias to each output channel.
     */
    useBias: boolean;
    /**
     * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
     */
    l1: number;
    /**
     * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
     */
    l2: number;
    kernelInitializer: KernelInitializer;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * max(x, 0), element by element.
   */
  export interface Relu {
    name?: LayerName;
  }
  /**
   * The largest or the mean value of each window.
   */
  export interface Pool {
    /**
     * max or average.
     */
    type: "max" | "average";
    size: Pair;
    /**
     * Step from window to window; null means the window's own size.
     */
    strides: null | Pair;
    /**
     * valid: windows that do not fit are dropped. same: they are padded.
     */
    padding: "valid" | "same";
    name?: LayerName;
  }
  /**
   * From [height, width, channels] to one row of numbers.
   */
  export interface Flatten {
    name?: LayerName;
  }
  /**
   * Fully connected layer.
   */
  export interface Dense {
    /**
     * Number of outputs; the word classes stands for the number of classes.
     */
    units: number | "classes";
    /**
     * Add a trained bias to each output.
     */
    useBias: boolean;
    kernelInitializer: KernelInitializer;
    l1: L1;
    l2: L2;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Set a random fraction of the values to 0 while training, and scale up the rest.
   */
  export interface Dropout {
    rate: DropoutRate;
    name?: LayerName;
  }
  /**
   * Normalise each channel over the batch while training, by running averages afterwards.
   */
  export interface BatchNorm {
    /**
     * Share of the old running average that is kept at each step.
     */
    momentum: number;
    /**
     * Added to the variance.
     */
    epsilon: number;
    /**
     * Add a trained offset to each channel.
     */
    center: boolean;
    /**
     * Multiply each channel by a trained factor.
     */
    scale: boolean;
    /**
     * false: its weights stay as they are, and it uses its running averages in training too.
     */
    trainable: boolean;
    name?: LayerName;
  }
  /**
   * Turn scores into probabilities. It is added after the last layer when it is not written.
   */
  export interface Softmax {}
  /**
   * The mean or the largest value of each channel over the whole image: a row of numbers, one per channel (GlobalAveragePooling2D, GlobalMaxPooling2D).
   */
  export interface GlobalPool {
    /**
     * average or max.
     */
    type: "average" | "max";
    name?: LayerName;
  }
  /**
   * What a pretrained network takes, of images with values from 0 to 1: keras.applications' preprocess_input. Grey images get three channels, all alike.
   */
  export interface PreprocessInput {
    /**
     * rgb: values from 0 to 1. tf: from -1 to 1. torch: ImageNet's mean and standard deviation of each channel become 0 and 1. caffe: from 0 to 255 without ImageNet's mean, blue first.
     */
    mode: "rgb" | "tf" | "torch" | "caffe";
    name?: LayerName;
  }
  /**
   * Subtracts the mean of each channel and divides by its standard deviation; both come from the weights of model.base, and are 0 and 1 without it (Normalization).
   */
  export interface Normalization {
    name?: LayerName;
  }
  /**
   * 2-D convolution of each channel separately (DepthwiseConv2D).
   */
  export interface DepthwiseConv {
    kernelSize: Pair;
    /**
     * Step from window to window, of rows and columns alike.
     */
    strides: number;
    /**
     * valid: no padding. same: pad with zeros so that only the strides shrink the image.
     */
    padding: "valid" | "same";
    /**
     * Kernels for each channel that comes in.
     */
    depthMultiplier: number;
    dilationRate: DilationRate;
    /**
     * Add a trained bias to each output channel.
     */
    useBias: boolean;
    /**
     * Adds this times the sum of the kernel's absolute values to the loss (kernel_regularizer).
     */
    l1: number;
    /**
     * Adds this times the sum of the kernel's squared values to the loss (kernel_regularizer).
     */
    l2: number;
    kernelInitializer: KernelInitializer;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * A convolution of each channel separately, then one of 1 × 1 over all of them (SeparableConv2D).
   */
  export interface SeparableConv {
    /**
     * Number of output channels.
     */
    filters: number;
    kernelSize: Pair;
    /**
     * Step from window to window, of rows and columns alike.
     */
    strides: number;
    /**
     * valid: no padding. same: pad with zeros so that only the strides shrink the image.
     */
    padding: "valid" | "same";
    /**
     * Kernels for each channel that comes in.
     */
    depthMultiplier: number;
    dilationRate: DilationRate;
    /**
     * Add a trained bias to each output channel.
     */
    useBias: boolean;
    /**
     * Adds this times the sum of the kernels' absolute values to the loss (kernel_regularizer).
     */
    l1: number;
    /**
     * Adds this times the sum of the kernels' squared values to the loss (kernel_regularizer).
     */
    l2: number;
    kernelInitializer: KernelInitializer;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Transposed 2-D convolution: makes an image larger by its strides, with a trained kernel (Conv2DTranspose).
   */
  export interface ConvTranspose {
    /**
     * Number of output channels.
     */
    filters: number;
    kernelSize: Pair;
    strides: Pair;
    /**
     * same: the size that comes in times the strides. valid: what the kernel adds beyond that too.
     */
    padding: "valid" | "same";
    /**
     * Add a trained bias to each output channel.
     */
    useBias: boolean;
    kernelInitializer: KernelInitializer;
    l1: L1;
    l2: L2;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Makes an image this many times as high and as wide (UpSampling2D).
   */
  export interface UpSampling {
    size: Pair;
    /**
     * nearest: the nearest value. bilinear: in between.
     */
    interpolation: "nearest" | "bilinear";
    name?: LayerName;
  }
  /**
   * Resizes any image to this size (Resizing).
   */
  export interface Resize {
    size: Pair;
    /**
     * nearest: the nearest value. bilinear: in between.
     */
    interpolation: "nearest" | "bilinear";
    name?: LayerName;
  }
  /**
   * Rows and columns of zeros around the image (ZeroPadding2D).
   */
  export interface ZeroPadding {
    sides: Sides;
    name?: LayerName;
  }
  /**
   * Rows and columns cut off the image (Cropping2D).
   */
  export interface Cropping {
    sides: Sides;
    name?: LayerName;
  }
  /**
   * min(max(x, 0), 6), element by element.
   */
  export interface Relu6 {
    name?: LayerName;
  }
  /**
   * x where it is positive, x times a small slope elsewhere.
   */
  export interface LeakyRelu {
    /**
     * What negative values are multiplied by; Keras's is 0.3, PyTorch's 0.01.
     */
    negativeSlope: number;
    name?: LayerName;
  }
  /**
   * x where it is positive, x times a slope that is trained elsewhere; slopes begin at 0 (He et al., 2015).
   */
  export interface Prelu {
    /**
     * Of 1 (height), 2 (width) and 3 (channels) those along which all values have one slope: [1, 2] for a slope per channel; null for a slope per value.
     */
    sharedAxes: null | number[];
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * x where it is positive, exp(x) - 1 elsewhere. Keras's ELU with alpha 1.
   */
  export interface Elu {
    name?: LayerName;
  }
  /**
   * 1.0507 x where x is positive, 1.7581 (exp(x) - 1) elsewhere (Klambauer et al., 2017). Goes with kernelInitializer: lecunNormal.
   */
  export interface Selu {
    name?: LayerName;
  }
  /**
   * x Φ(x), Φ being the normal distribution (Hendrycks and Gimpel, 2016); exact, not by tanh.
   */
  export interface Gelu {
    name?: LayerName;
  }
  /**
   * x sigmoid(x) (Ramachandran et al., 2017). SiLU is the same.
   */
  export interface Swish {
    name?: LayerName;
  }
  /**
   * x relu6(x + 3) / 6: swish in straight pieces (Howard et al., 2019).
   */
  export interface HardSwish {
    name?: LayerName;
  }
  /**
   * 1 / (1 + exp(-x)), element by element. Between layers; after a last layer with units: 1 it is added automatically.
   */
  export interface Sigmoid {
    name?: LayerName;
  }
  /**
   * Hyperbolic tangent, element by element.
   */
  export interface Tanh {
    name?: LayerName;
  }
  /**
   * Normalise each place of an image over its channels, and a row of numbers over all of them, then scale and move each channel (Ba et al., 2016).
   */
  export interface LayerNorm {
    /**
     * Added to the variance.
     */
    epsilon: number;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Normalise each image separately, one group of neighbouring channels at a time, then scale and move each channel (Wu and He, 2018). It does not depend on the batch size.
   */
  export interface GroupNorm {
    /**
     * Number of groups, which the number of channels has to be a multiple of.
     */
    groups: number;
    /**
     * Added to the variance.
     */
    epsilon: number;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Multiply each channel by a number from 0 to 1 that follows from the means of all of them, through a dense layer with relu and one with sigmoid (Hu et al., 2018).
   */
  export interface SqueezeExcite {
    /**
     * The first of the two dense layers has channels / ratio units, rounded down, at least 1.
     */
    ratio: number;
    /**
     * Units of the first of the two dense layers, in place of ratio.
     */
    units: null | number;
    /**
     * Behind the first of the two dense layers.
     */
    activation: "relu" | "swish";
    kernelInitializer: KernelInitializer;
    l1: L1;
    l2: L2;
    trainable: Trainable;
    name?: LayerName;
  }
  /**
   * Set a random fraction of the channels to 0 while training, each for a whole image, and scale up the rest. Keras's SpatialDropout2D.
   */
  export interface SpatialDropout {
    rate: DropoutRate;
    name?: LayerName;
  }
  /**
   * Add normally distributed noise while training.
   */
  export interface GaussianNoise {
    stddev: NoiseDeviation;
    name?: LayerName;
  }
  /**
   * How the network is trained.
   */
  export interface Train {
    /**
     * Passes over the training images.
     */
    epochs: number;
    /**
     * A bare word (adam) or one key with its settings (adam: { learningRate: 0.001 }).
     */
    optimizer: {
      adam?: Adam;
      adamW?: AdamW;
      sgd?: Sgd;
      rmsprop?: Rmsprop;
      adagrad?: Adagrad;
      adadelta?: Adadelta;
      adamax?: Adamax;
      nadam?: Nadam;
      lion?: Lion;
    };
    /**
     * How the learning rate changes from the optimizer's learningRate. A bare word (cosine) or one key with its settings (cosine: { warmup: 1 }).
     */
    schedule: {
      constant?: Constant;
      step?: Step;
      exponential?: Exponential;
      cosine?: Cosine;
      oneCycle?: OneCycle;
      plateau?: Plateau;
    };
    /**
     * Stop when the validation figure has not improved for some epochs; null trains all epochs. The best weights are kept either way, see evaluate.weights. Needs a validation split.
     */
    earlyStopping: null | EarlyStopping;
    /**
     * Stop after the epoch in which training has taken this many minutes; null sets no limit. Another machine may stop after another epoch.
     */
    maxMinutes: null | number;
    /**
     * Save the state of the training, so that exp resume continues from it to the same bits. null saves none.
     */
    checkpoint: null | Checkpoint;
    /**
     * What training minimises. history.csv and the report always show the plain cross-entropy, so that training and held-out images can be compared.
     */
    loss: {
      crossEntropy?: CrossEntropy;
      focal?: Focal;
    };
    /**
     * Weight of each image's loss by its class (class_weight): balanced for images / (classes × images of the class), or a number per class, 1 where there is none. Where classes are of unequal size this moves the threshold, not the ranking of the images, and gives the probabilities that equal classes would have: wrong ones where the images to be predicted are as unequal as the training (log loss 0.34 against 0.20). null, and a threshold chosen on validation images, is usually better.
     */
    classWeights:
      | null
      | "balanced"
      | {
          [k: string]: number;
        };
    /**
     * natural: an epoch is every training image once. balanced: as many images, as often of one class as of another; images of small classes come several times, each time augmented differently. It changes the probabilities as classWeights does. The second image of mixup and cutmix is drawn from all images.
     */
    sampling: "natural" | "balanced";
    /**
     * Clip gradients. norm: scale all gradients together to at most this norm (global_clipnorm, clip_grad_norm_). value: clip each value to at most this size (clipvalue). null does neither.
     */
    gradientClip: null | GradientClip;
    /**
     * Keep a moving average of the weights, and evaluate and save the network with it (use_ema). null evaluates the weights themselves.
     */
    averageWeights: null | AverageWeights;
    /**
     * Batches whose gradients are accumulated for one update of the weights, as if they were one batch (gradient_accumulation_steps); batchNorm still normalises each batch separately. The batches that remain at the end of an epoch make an update of their own.
     */
    accumulate: number;
  }
  /**
   * Adam, Kingma and Ba 2015.
   */
  export interface Adam {
    learningRate: LearningRate;
    /**
     * Decay of the mean of the gradients.
     */
    beta1: number;
    /**
     * Decay of the mean of the squared gradients.
     */
    beta2: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Adam with weights that decay, Loshchilov and Hutter 2019.
   */
  export interface AdamW {
    learningRate: LearningRate;
    weightDecay: WeightDecay;
    /**
     * Decay of the mean of the gradients.
     */
    beta1: number;
    /**
     * Decay of the mean of the squared gradients.
     */
    beta2: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
  }
  /**
   * Gradient descent, with momentum where it is above 0.
   */
  export interface Sgd {
    learningRate: LearningRate;
    /**
     * Share of the previous step that is added to this one.
     */
    momentum: number;
    /**
     * Look ahead along the momentum before taking the gradient.
     */
    nesterov: boolean;
    weightDecay: WeightDecay;
  }
  /**
   * RMSprop, Tieleman and Hinton 2012.
   */
  export interface Rmsprop {
    learningRate: LearningRate;
    /**
     * Decay of the mean of the squared gradients.
     */
    rho: number;
    /**
     * Share of the previous step that is added to this one.
     */
    momentum: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Adagrad, Duchi, Hazan and Singer 2011.
   */
  export interface Adagrad {
    learningRate: LearningRate;
    /**
     * Initial value of the sum of squared gradients (initial_accumulator_value).
     */
    initialAccumulator: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Adadelta, Zeiler 2012. Its learning rate is about 1; 0.001 is the default of Keras.
   */
  export interface Adadelta {
    learningRate: LearningRate;
    /**
     * Decay of the mean of the squared gradients.
     */
    rho: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Adamax, Kingma and Ba 2015.
   */
  export interface Adamax {
    learningRate: LearningRate;
    /**
     * Decay of the mean of the gradients.
     */
    beta1: number;
    /**
     * Decay of the largest gradient so far.
     */
    beta2: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Adam with Nesterov momentum, Dozat 2015.
   */
  export interface Nadam {
    learningRate: LearningRate;
    /**
     * Decay of the mean of the gradients.
     */
    beta1: number;
    /**
     * Decay of the mean of the squared gradients.
     */
    beta2: number;
    /**
     * Added to the denominator.
     */
    epsilon: number;
    weightDecay: WeightDecay;
  }
  /**
   * Lion, Chen et al. 2023: every weight moves by the learning rate itself, which is three to ten times smaller than Adam's.
   */
  export interface Lion {
    learningRate: LearningRate;
    /**
     * Share of the mean of the gradients in the direction of a step.
     */
    beta1: number;
    /**
     * Decay of the mean of the gradients.
     */
    beta2: number;
    weightDecay: WeightDecay;
  }
  /**
   * The same learning rate from the first step to the last.
   */
  export interface Constant {}
  /**
   * Multiplies the rate by a factor after every this many epochs (StepLR; ExponentialDecay with staircase).
   */
  export interface Step {
    /**
     * Epochs from one change to the next.
     */
    every: number;
    /**
     * Factor by which the rate is multiplied.
     */
    factor: number;
  }
  /**
   * Falls at every step, by the same factor for every this many epochs (ExponentialDecay, ExponentialLR).
   */
  export interface Exponential {
    /**
     * Factor by which the rate is multiplied.
     */
    factor: number;
    /**
     * Number of epochs in which the rate falls by the factor.
     */
    every: number;
  }
  /**
   * Falls at every step along half a cosine, to the last step of the training (CosineDecay, CosineAnnealingLR).
   */
  export interface Cosine {
    /**
     * Epochs in which the rate rises from 0 to the optimizer's, before it falls.
     */
    warmup: number;
    /**
     * The learning rate that it falls to (eta_min).
     */
    final: number;
  }
  /**
   * Rises to the optimizer's learning rate, which is the highest, and falls far below its start; at every step, along cosines (OneCycleLR of PyTorch, without its momentum).
   */
  export interface OneCycle {
    /**
     * Share of the steps in which it rises.
     */
    pctStart: number;
    /**
     * It begins with the highest rate divided by this.
     */
    divFactor: number;
    /**
     * It ends with the first rate divided by this.
     */
    finalDivFactor: number;
  }
  /**
   * Multiplies the rate by a factor whenever the validation loss has not improved for a while (ReduceLROnPlateau). Needs validation images.
   */
  export interface Plateau {
    /**
     * Factor by which the rate is multiplied.
     */
    factor: number;
    /**
     * Epochs without improvement before that.
     */
    patience: number;
    /**
     * How much the loss has to fall to count as improved (min_delta).
     */
    minDelta: number;
    /**
     * Epochs after a change that are not counted.
     */
    cooldown: number;
    /**
     * The learning rate below which it never falls (min_lr).
     */
    final: number;
  }
  /**
   * When to stop, as in Keras's EarlyStopping.
   */
  export interface EarlyStopping {
    /**
     * The figure of the validation split that has to improve: the loss has to fall, the others to rise. f1 and auc are means over the classes.
     */
    monitor: "loss" | "accuracy" | "balancedAccuracy" | "f1" | "auc";
    /**
     * Epochs without a better figure after which training stops.
     */
    patience: number;
    /**
     * How much better than the best the figure has to be to count as improved (min_delta).
     */
    minDelta: number;
  }
  /**
   * How often the state of the training is saved, in checkpoints/ of the run's folder.
   */
  export interface Checkpoint {
    /**
     * Save a checkpoint after every this many epochs; null means as often as takes less than 2 % of the time.
     */
    everyEpochs: null | number;
    /**
     * Also within an epoch, once this many minutes have passed since the last checkpoint; null never.
     */
    everyMinutes: null | number;
    /**
     * How many of the latest checkpoints are kept, in case one is damaged; only the last one once the run is finished.
     */
    keep: number;
  }
  /**
   * The cross-entropy; binary where there is one score.
   */
  export interface CrossEntropy {
    /**
     * Share of each label that is spread evenly over all classes (label_smoothing).
     */
    labelSmoothing: number;
  }
  /**
   * The focal cross-entropy (Lin et al. 2017) without weights of classes: images that are already classified clearly count less. On classes of unequal size it keeps the ranking of the images and makes the probabilities worse (log loss 0.27 against 0.20).
   */
  export interface Focal {
    /**
     * How much less; 0 is the cross-entropy.
     */
    gamma: number;
    /**
     * Share of each label that is spread evenly over all classes (label_smoothing).
     */
    labelSmoothing: number;
  }
  /**
   * One of the two.
   */
  export interface GradientClip {
    /**
     * Longest length of all gradients together.
     */
    norm?: number;
    /**
     * Largest size of each number in a gradient.
     */
    value?: number;
  }
  /**
   * An exponential moving average.
   */
  export interface AverageWeights {
    /**
     * Share of the average that an update keeps; the rest comes from the new weights (ema_momentum).
     */
    decay: number;
  }
  /**
   * What is reported about the trained network.
   */
  export interface Evaluate {
    /**
     * Which weights are evaluated and saved: those of the last epoch, or those of the best, which has the lowest validation loss or the best figure of train.earlyStopping. null means best where there is a validation split, otherwise last.
     */
    weights: null | "best" | "last";
    /**
     * The class to detect, of two; null means the second by name. Sensitivity, specificity and the ROC curve are of this class.
     */
    positiveClass: null | string;
    /**
     * Sensitivity that the positive class should reach, of two classes: the highest threshold that reaches it is chosen on the validation images, if there are any, and evaluated on the test images.
     */
    sensitivity: null | number;
    /**
     * Specificity that should be reached, instead of a sensitivity: the lowest threshold that reaches it is chosen and evaluated in the same way.
     */
    specificity: null | number;
    /**
     * The charts that are drawn; null means those that suit the run: ROC and precision-recall curves up to ten classes, confused pairs from three, the learning rate where it changes, what earlyStopping monitors where it is neither loss nor accuracy.
     */
    charts:
      | null
      | (
          | "accuracy"
          | "loss"
          | "monitored"
          | "learning-rate"
          | "confusion-matrix"
          | "roc"
          | "precision-recall"
          | "calibration"
          | "class-scores"
          | "class-distribution"
          | "confused-pairs"
        )[];
    /**
     * Which split is judged. Without it test, where there is one; validation leaves the test images unseen, as the trials of a search do.
     */
    split?: "validation" | "test";
    /**
     * Pictures in each gallery of the report (mistakes, and right predictions), each beside a heat map of what spoke for the predicted class (Grad-CAM); 0 makes none. They stay in the run's folder, not in git.
     */
    pictures: number;
    /**
     * How the predictions for the images of a group, such as a patient, are combined. mean: the mean of their probabilities; a group with images of several classes is left out. max, for two classes: the largest probability of the positive class; a group is positive if any of its images is.
     */
    perGroup: "mean" | "max";
    /**
     * Prevalence of the positive class where the network is to be used, for two classes: exp paper reports predictive values and net benefit at this prevalence, too. null reports them for the evaluated images only.
     */
    prevalence: null | number;
    /**
     * Bootstrap resamples behind the confidence intervals; 0 omits the intervals. Groups (patients) are resampled whole.
     */
    resamples: number;
    /**
     * How the confusion matrix is drawn.
     */
    confusionMatrix: {
      /**
       * What the rows show; the columns show the other.
       */
      rows: "predicted" | "actual";
      /**
       * What shares and colours are relative to: the images of the actual class, those predicted as the class, or all. none: counts only.
       */
      normalise: "actual" | "predicted" | "all" | "none";
    };
  }
  /**
   * How TensorFlow is run.
   */
  export interface Engine {
    /**
     * Threads of TensorFlow; null means one per core. Another number gives other bits and other dropout masks.
     */
    threads: null | number;
    /**
     * Run each step as one TensorFlow function, recorded at the first step. false runs it operation by operation: slower, and equal up to the last bits.
     */
    recorded: boolean;
    /**
     * Use Intel's oneDNN for convolutions, pooling and matrix products. false is slower on most processors and gives other bits.
     */
    oneDnn: boolean;
    /**
     * What computes: cpu, an NVIDIA gpu, or auto, which takes the GPU where there is one and TensorFlow's CUDA build is there (exp doctor --fetch --gpu). They give other bits.
     */
    device: "auto" | "cpu" | "gpu";
    /**
     * On a GPU, compute so that two runs on one machine give the same bits. false is faster there, and the bits differ from run to run. A CPU always gives the same.
     */
    deterministic: boolean;
    /**
     * On a GPU, let convolutions and matrix products round their inputs to 10 bits (TensorFloat-32, cards since 2020): faster. false keeps 23 bits, as on a CPU.
     */
    tf32: boolean;
    /**
     * Numbers of a training step. mixed_bfloat16, as in Keras, computes convolutions and what follows them (activations, pools, dense layers) in 16 bits and keeps the weights, their updates and the losses in 32: up to twice as fast on processors that have bfloat16 (AVX512_BF16, AMX). Validation, test and the saved model are float32 either way.
     */
    precision: "float32" | "mixed_bfloat16";
  }
}
