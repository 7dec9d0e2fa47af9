import type { UnusableOutput } from "../cli/outputs.ts";
import type {
  ConfusionMatrix,
  DataRecord,
  History,
  Manifest,
  Metrics,
  PredictionRecord,
} from "../layout.ts";
import type { Note } from "../run/remarks.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

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
  settings: ResolvedExperiment;
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
