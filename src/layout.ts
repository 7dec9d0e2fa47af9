/** The names of everything in a run folder, and the shape of each record. The one place that knows them. */

/** The folder of a run inside its experiment's: v001, v002 … */
export const RUN_NUMBER = /^v(\d{3,})$/;

/** And that of a sweep: sweep-001 … See src/sweep/layout.ts. */
export const SWEEP_NUMBER = /^sweep-(\d{3,})$/;

/** What each sweep has in its folder. */
export const SWEEP_TEXT = "sweep.yaml";

/** And in it the run of its best setting, where one was chosen. */
export const SWEEP_WINNER = "winner";

export const files = {
  experiment: "experiment.yaml",
  request: "request.json",
  resolved: "resolved.json",
  data: "data.json",
  history: "history.csv",
  metrics: "metrics.json",
  predictions: "predictions.csv",
  confusionMatrix: "confusion-matrix.json",
  charts: "charts",
  pictures: "pictures",
  templates: "templates",
  /** The files that experiment.yaml extends. */
  extends: "extends",
  report: "report.html",
  /** For a forge, which shows it below the files of the folder. */
  readme: "README.md",
  manifest: "manifest.json",
  model: "model",
  checkpoints: "checkpoints",
  /** What people say about the run, one note per line; not sealed, and so no part of what makes two runs equal. */
  notes: "notes.md",
  /** And the words that they find it by, one tag per line. */
  tags: "tags.txt",
  /** What the run comes to on other images: in a folder each, with the same files as a run's. */
  evaluations: "evaluations",
} as const;

/** What model/ holds, for whoever is given it: the folder may leave the run. */
export const MODEL_CARD = `${files.model}/${files.readme}`;

/** In report.html, where it says which run's text it belongs to. */
export const SEAL_NAME = "run-text";

/** Beside the runs of an experiment, with a file for each set of images that they had: see `StoredData`. */
export const LISTS = "images";

/**
 * Version of each record's format. A change that today's reader would misread makes a new one, with a step in
 * versions.ts from the version before. The two CSV files tell theirs by the names of their columns.
 */
export const formatVersions = {
  data: 2,
  request: 1,
  metrics: 2,
  confusionMatrix: 1,
  manifest: 1,
  resolved: 1,
  pictures: 1,
} as const;

export type Split = "train" | "validation" | "test";
export const splits: readonly Split[] = ["train", "validation", "test"];

/** request.json: what a run was asked to do beside what its experiment.yaml says. */
export interface RequestRecord {
  formatVersion: typeof formatVersions.request;
  /** The experiment's file, from the folder that holds `runs`, with forward slashes; absolute where it is outside. */
  file: string;
  /** What `--set` replaced, in order. */
  overrides: OverrideRecord[];
  /** The files that it extends, the nearest first, as `file` is; their texts are in extends/. Only there where there are any. */
  extends?: string[];
  /** What variables of the environment held that it declares, or their defaults. Only there where there are any. */
  environment?: Record<string, string>;
}

/** In a run's folder, where the text of a file that its experiment extends is. @param index among them, from 0 */
export function extendsFile(path: string, index: number): string {
  return `${files.extends}/${index + 1}-${path.split("/").at(-1)!}`;
}

export interface OverrideRecord {
  /** e.g. "train.optimizer.adam.learningRate" */
  key: string;
  /** A path is from the experiment's folder, as in experiment.yaml. */
  value: unknown;
}

/** data.json as it is stored. The images are in a file of their own, which all runs with the same images share. */
export interface StoredData extends Omit<DataRecord, "images"> {
  /** The file of the images, from the folder of the run: "../images/2c26b46b68ff.csv", by the SHA-256 of its content. */
  list?: string;
  /** The images themselves, where there is no such file: in runs of version 1. */
  images?: ImageRecord[];
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

/** Ways in which images of two classes, or of two splits, are the same: wrong labels first. */
export const leakKinds = [
  "two-labels",
  "near-two-labels",
  "same-pixels",
  "near-duplicate",
  "shared-group",
] as const;
export type LeakKind = (typeof leakKinds)[number];

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

/** What is unusual about an image's content. None of it keeps an image from being used. */
export const contentNotes = [
  "animated",
  "multi-page",
  "cmyk",
  "alpha",
  "16-bit",
  "own-range",
  "exif-rotated",
  "blank",
] as const;
export type ContentNote = (typeof contentNotes)[number];

/** And about its file: the extension is that of another format; an earlier one of the split has the same pixels. */
export const imageNotes = [...contentNotes, "wrong-extension", "duplicate"] as const;
export type ImageNote = (typeof imageNotes)[number];

export interface ExcludedRecord {
  split: Split;
  label: string;
  file: string;
  /** A word for programs: "empty", "truncated", "corrupt", "not-an-image", … */
  reason: ExclusionReason;
  /** A sentence for people. */
  detail: string;
}

export const exclusionReasons = [
  "empty",
  "not-an-image",
  "unsupported-format",
  "truncated",
  "corrupt",
  "too-many-pixels",
  "unreadable",
  "not-a-regular-file",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

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

/** Figures that may decide when to stop and that no run has in its history otherwise. */
export const extraMonitors = ["balancedAccuracy", "f1", "auc"] as const;
export type ExtraMonitor = (typeof extraMonitors)[number];

/** history.csv: the columns name the watched split, e.g. `validation_loss`. */
export interface History {
  /** validation where there is one, otherwise test. */
  heldOut: "validation" | "test";
  /** What `train.earlyStopping` monitors, where that is neither loss nor accuracy: a column of its own. */
  monitor?: ExtraMonitor;
  epochs: EpochRecord[];
}

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

/** The setting of `train`, or the search of a sweep, that ended a training early. */
export const stopReasons = ["earlyStopping", "maxMinutes", "halving"] as const;

export interface StopRecord {
  by: (typeof stopReasons)[number];
  /** The last epoch. */
  epoch: number;
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

export const intervalNames = [
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
] as const;
export type IntervalName = (typeof intervalNames)[number];

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

export const operatingShares = ["sensitivity", "specificity"] as const;
export type OperatingShare = (typeof operatingShares)[number];

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

export const classIntervalNames = ["precision", "recall", "specificity", "f1", "auc"] as const;
export type ClassIntervalName = (typeof classIntervalNames)[number];

/** pictures/pictures.json: copies of the user's images, which git does not keep. */
export interface PicturesRecord {
  formatVersion: typeof formatVersions.pictures;
  mistakes: PredictionPicture[];
  /** Right predictions; absent in runs of earlier versions. */
  right?: PredictionPicture[];
  /** Of the first convolution, where that is the first layer with weights. */
  filters: { layer: string; picture: string; shown: number; total: number } | null;
  /** Training images as they are and as training saw them, where it augmented them. */
  augmentation?: { picture: string; images: number; epochs: number };
}

export interface PredictionPicture {
  /** The image, as in predictions.csv. */
  file: string;
  /** Name of the file beside the record. */
  picture: string;
  /** null where the network has no convolution. */
  gradCam: string | null;
}

/** The pictures of a run. */
export interface Pictures {
  record: PicturesRecord;
  /** PNG, by the name of the file. */
  content: ReadonlyMap<string, Uint8Array>;
}

export const runStatuses = ["running", "completed", "failed", "interrupted"] as const;
export type RunStatus = (typeof runStatuses)[number];

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

/**
 * diverged: the loss was no longer a number. refused: its experiment is none. memory: a step does not fit into the GPU.
 * died: its process ended without a word, twice.
 */
export const runFailures = ["diverged", "refused", "memory", "died"] as const;
export type RunFailure = (typeof runFailures)[number];

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

/** A file that an experiment extends: its name in the run's folder, extends/1-baseline.yaml, and its text. */
export interface ExtendedText {
  name: string;
  text: string;
}

/** A finished run as its text files tell it: all that charts and reports are drawn from. */
export interface Run {
  /** e.g. "baseline": without the number, so that two equal runs are drawn to equal bytes. */
  name: string;
  experimentText: string;
  /** The files that it extends, the nearest first; not there where there are none. */
  extended?: ExtendedText[];
  /** null of a run that did not note it. */
  request: RequestRecord | null;
  resolved: import("./spec/resolved.ts").ResolvedExperiment;
  data: DataRecord;
  history: History;
  metrics: Metrics;
  predictions: PredictionRecord[];
  confusionMatrix: ConfusionMatrix;
}
