import { maximum } from "../arrays.ts";
import type { RecordingSettings } from "../engine/recording.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { trainingFlops } from "./flops.ts";
import { kindOf } from "./layers.ts";
import type { LayerKind } from "./layers/definition.ts";
import type { LayerRow } from "./shapes.ts";

/** How a network is run. */
export type Execution = RecordingSettings & Schedule;

/** How training is cut up for TensorFlow. */
export interface Schedule {
  /** Parts into which a batch is cut and that are worked out side by side. */
  shards: number;
  /** Images of a part that go through the convolutions and pools together, at most. */
  blockLength: number;
  /** Steps of training that are handed to TensorFlow together. */
  stepsACall: number;
}

const WHOLE_BATCH: LayerKind = "batchNorm";

/**
 * As many parts as there are threads: a part a thread keeps the cores busier than one operation after the other on
 * all of them, and takes less memory. batchNorm looks at the whole batch, so that one is not cut.
 */
export function shardCount({ model, data }: ResolvedExperiment, threads: number): number {
  const isCuttable = !model.layers.some((layer) => kindOf(layer) === WHOLE_BATCH);
  return isCuttable && data.batchSize >= 2 * threads ? threads : 1;
}

/** Of what a layer gives for the images of a block: what follows finds it in the processor's cache. */
const BLOCK_BYTES = 2 ** 23;
/** TensorFlow prepares each block's operations by themselves. */
const MOST_BLOCKS = 16;

/**
 * As many images as it takes for the largest output of a convolution or pool to have BLOCK_BYTES, so that large images
 * go through these layers one by one, there and back.
 * @param rows the network's layers @param partLength images of a shard
 */
export function chooseBlockLength(rows: readonly LayerRow[], partLength: number): number {
  if (rows.some(({ kind }) => kind === WHOLE_BATCH)) return partLength;
  const end = rows.findIndex(({ kind }) => !blockKinds.has(kind));
  const bytes = rows
    .slice(0, end)
    .map(({ outputShape }) => 4 * outputShape.reduce((product, length) => product * length));
  return Math.max(
    1,
    Math.floor(BLOCK_BYTES / Math.max(1, maximum(bytes))),
    Math.ceil(partLength / MOST_BLOCKS),
  );
}

const blockKinds: ReadonlySet<LayerKind> = new Set(["conv", "pool", "relu"]);

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

/**
 * How a training is cut up that has so many shards.
 * @param rows the network's layers @param imageBytes of an image as it is handed over @param steps of the whole training
 */
export function chooseSchedule(
  { model, data: { batchSize } }: ResolvedExperiment,
  training: { shards: number; rows: readonly LayerRow[]; imageBytes: number; steps: number },
): Schedule {
  const { shards, rows, imageBytes, steps } = training;
  return {
    shards,
    blockLength: chooseBlockLength(rows, Math.ceil(batchSize / shards)),
    stepsACall: chooseStepsACall({
      flops: trainingFlops(model.layers, rows, batchSize),
      bytes: batchSize * imageBytes,
      steps,
    }),
  };
}
