import type { CacheSettings } from "../data/cache/pixel-cache.ts";
import type { Dataset } from "../data/dataset.ts";
import type { Engine } from "../engine/engine.ts";
import type { Gpu } from "../engine/driver.ts";
import type { GpuSearch } from "../engine/gpu.ts";
import type { EngineOptions, OpenLibrary } from "../engine/library.ts";
import type { EpochRecord, History } from "../layout.ts";
import type { StepProgress } from "../train/loop.ts";
import type { RangeTest, Trials } from "../train/lr-range.ts";
import type { WeightFile } from "../weights/weights.ts";
import type { StepProfile } from "../train/profile.ts";
import type { KeptThreads } from "../thread.ts";

/** The world as a run sees it: everything that is not in the experiment comes in here. */
export interface Effects {
  runsDirectory: string;
  /** Absolute path of the folder that the command was called in. */
  directory: string;
  now: () => Date;
  signal: AbortSignal;
  /** A name for a run that no other has. */
  newId: () => string;
  /** What the user typed, for the manifest. */
  command: readonly string[];
  /** Looks for a GPU that TensorFlow can compute on. */
  findGpu: () => GpuSearch;
  /** What computes where the experiment leaves it open: "cpu" for a run that is done again as it was. */
  defaultDevice: "auto" | "cpu";
  /** Opens TensorFlow, or gives null where it is not on this machine yet. */
  openLibrary: (options: EngineOptions) => Promise<OpenLibrary | null>;
  /** @param open null where TensorFlow is not open yet */
  startEngine: (options: EngineOptions, open: OpenLibrary | null) => Promise<Engine>;
  /** Weights of a network that comes with Lamina, fetched where they are not on this machine yet. */
  readPretrained: (name: string) => Promise<WeightFile>;
  /** Threads of TensorFlow where the experiment does not say. */
  defaultThreads: number;
  /** This process's share of the machine's cores: others may work beside it. It changes nothing but the speed. */
  cores: number;
  /** Those that make batches, where trainings follow one another. */
  feedThreads?: KeptThreads;
  /** Milliseconds since some moment, which no one sets. */
  nowMs: () => number;
  /** Where decoded images are kept from run to run, and how many bytes they may take. */
  cache: Pick<CacheSettings, "folder" | "mostBytes">;
  /** Measure a training step first, on a network of its own. */
  profile: boolean;
  reporter: Reporter;
}

/** What a run tells while it goes on. */
export interface Reporter {
  imagesRead(done: number, total: number): void;
  /** In search of leaks. */
  imagesCompared(done: number, total: number): void;
  dataset(dataset: Dataset): void;
  /** Images that went through the layers of a base that nothing changes. */
  featuresMade(done: number, total: number): void;
  /** What computes, where that is a GPU. */
  onGpu(gpu: Gpu): void;
  started(run: string): void;
  profile(profile: StepProfile): void;
  /** Something that the user should know and that does not stop the run. */
  warning(text: string): void;
  step(progress: StepProgress, epochs: number): void;
  epoch(record: EpochRecord, history: History, epochs: number): void;
  /** After each update of a learning-rate range test. */
  tried(trials: Trials): void;
  rangeTested(test: RangeTest): void;
  /** For the intervals of figures. */
  resampled(done: number, total: number): void;
}
