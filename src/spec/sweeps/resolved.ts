// Written by `bun run generate` from schema/sweep.schema.json. Edit that instead.

/**
 * A list of values, or a range of numbers: uniform, log or integer.
 */
export type Range = unknown[] | Interval;
/**
 * What the best setting is the best by: a figure of metrics.json, of the validation images. With an objective no trial sees the test images; the winner is judged on them once, at the end. Without one, all are judged as runs are, and none is chosen.
 */
export type Objective = null | {
  /**
   * A figure that is better when it is larger.
   */
  maximise?: string;
  /**
   * A figure that is better when it is smaller.
   */
  minimise?: string;
};
/**
 * Each trial is a task of an array job of Slurm. The folder of the sweep, Lamina, Bun and the cache have to be where all nodes see them.
 */
export type Slurm = null | {
  /**
   * The partition; null means the cluster's own choice. Several with commas between them: the first that is free.
   */
  partition: null | string;
  /**
   * CPUs of each trial, and as many threads of TensorFlow; null means as many as threads says.
   */
  cpus: null | number;
  /**
   * Memory of each trial as Slurm writes it, 4G or 500M; null means the cluster's own choice. A trial that takes more is ended by Slurm.
   */
  memory: null | string;
  /**
   * Time limit of a task as Slurm writes it: MINUTES, HH:MM:SS or DAYS-HH:MM:SS; null means the partition's. A trial that takes longer keeps its state before the limit, is queued again and goes on from there.
   */
  time: null | string;
  /**
   * Trials that run at once, at most; null leaves that to Slurm.
   */
  array: null | number;
  /**
   * Further options of sbatch.
   */
  options: string[];
};

/**
 * Many runs of an experiment, or of several: with other seeds, on other folds, with other settings.
 */
export interface ResolvedSweep {
  /**
   * The experiment that is varied, relative to this file; or a list of experiments that are compared.
   */
  experiment: string[];
  /**
   * What differs from trial to trial. A key is a setting of the experiment as --set takes it, with a list of its values or a range; seed and fold repeat each setting.
   */
  vary: {
    /**
     * Each setting is tried with each of these seeds: a list, or so many from the experiment's own on.
     */
    seed?: number[] | Seeds;
    fold?: Folds;
    [k: string]: Range | number[] | Seeds | Folds | undefined;
  };
  search: Search;
  /**
   * How many runs there are in all, each setting with all its seeds. null means every combination of a grid; the other searches need a number.
   */
  trials: null | number;
  objective: Objective;
  run: Workers;
}
/**
 * So many seeds: the experiment's own and those that follow it.
 */
export interface Seeds {
  /**
   * How many.
   */
  seeds: number;
}
/**
 * Cross-validation: the images are cut into folds, each of which is the test split once. The predictions of all folds together judge each image exactly once.
 */
export interface Folds {
  /**
   * How many folds there are.
   */
  folds: number;
  /**
   * How often the images are cut anew, each time with the seed that follows.
   */
  repeats: number;
}
/**
 * A range of numbers, from the first to the second.
 */
export interface Interval {
  /**
   * Any number between these two.
   *
   * @minItems 2
   * @maxItems 2
   */
  uniform?: [number, number];
  /**
   * Any number between these two, small ones as often as large ones: for rates and the like. true beside integer means the same for whole numbers.
   */
  log?: [number, number] | boolean;
  /**
   * Any whole number from the first to the second.
   *
   * @minItems 2
   * @maxItems 2
   */
  integer?: [number, number];
}
/**
 * Which settings are tried: a bare word (random) or one key with its settings (random: { seed: 2 }).
 */
export interface Search {
  grid?: Grid;
  random?: Random;
  sobol?: Sobol;
  tpe?: Tpe;
  halving?: Halving;
}
/**
 * Every combination of the lists.
 */
export interface Grid {}
/**
 * Values that are drawn independently of each other.
 */
export interface Random {
  /**
   * Start of what the search draws. Another seed tries other points.
   */
  seed: number;
}
/**
 * Values that are spread evenly: a Sobol sequence, scrambled with the seed.
 */
export interface Sobol {
  /**
   * Start of what the search draws. Another seed tries other points.
   */
  seed: number;
}
/**
 * Tree-structured Parzen estimator, Bergstra et al. 2011: draws where earlier settings did well.
 */
export interface Tpe {
  /**
   * Start of what the search draws. Another seed tries other points.
   */
  seed: number;
  /**
   * Settings that are drawn at random before results are used.
   */
  startup: number;
  /**
   * Settings that are proposed from the same results: those of all generations before. As many can be tried at once; fewer learn more from each.
   */
  generation: number;
}
/**
 * Asynchronous successive halving (ASHA), Li et al. 2020, by its stopping rule: settings are drawn at random, and a trial that at one of its rungs is not among the best of those before it ends there.
 */
export interface Halving {
  /**
   * Start of what the search draws. Another seed tries other points.
   */
  seed: number;
  /**
   * One of so many goes on at each rung, and each rung is so many times as far as the one before.
   */
  eta: number;
  /**
   * The first rung.
   */
  minEpochs: number;
}
/**
 * Where trials run: in processes of this machine, or in jobs of a Slurm cluster.
 */
export interface Workers {
  /**
   * Trials that run at once; null means one for each core, or for as many as threads says. Another number gives the same results.
   */
  workers: null | number;
  /**
   * Threads of TensorFlow for each trial. Another number gives other bits, but not another figure worth mentioning.
   */
  threads: number;
  slurm: Slurm;
}
