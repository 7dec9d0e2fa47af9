import type { RecordingSettings } from "../engine/recording.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { kindOf } from "./layers.ts";

/** How a network is run. */
export interface Execution extends RecordingSettings {
  /** Parts into which a batch is cut and that are worked out side by side. */
  shards: number;
  /** Steps of training that are handed to TensorFlow together. */
  stepsACall: number;
}

/**
 * As many parts as there are threads: a part a thread keeps the cores busier than one operation after the other on
 * all of them, and takes less memory. batchNorm looks at the whole batch, so that one is not cut.
 */
export function shardCount({ model, data }: ResolvedExperiment, threads: number): number {
  const isCuttable = !model.layers.some((layer) => kindOf(layer) === "batchNorm");
  return isCuttable && data.batchSize >= 2 * threads ? threads : 1;
}

/** More than these gain no more. */
const STEPS_A_CALL = 4;
/** A step of so many operations takes about 5 ms on two cores: between two calls Ctrl-C is looked at. */
const MOST_FLOPS = 1e9;
/** Twice STEPS_A_CALL batches are in memory. */
const MOST_BYTES = 2 ** 18;
/** TensorFlow prepares the function for some 70 ms, and each step gains 0.15 ms. */
const LEAST_STEPS = 1500;

/**
 * Short steps are handed over several at a time, where there are enough of them to make up for the preparation: one
 * begins while the one before it comes to its end. Changes nothing but the speed.
 * @param flops of a step, see trainingFlops @param bytes of a batch's images @param steps of the whole training
 */
export function chooseStepsACall(training: {
  flops: number;
  bytes: number;
  steps: number;
}): number {
  const { flops, bytes, steps } = training;
  return flops <= MOST_FLOPS && bytes <= MOST_BYTES && steps >= LEAST_STEPS ? STEPS_A_CALL : 1;
}
