import { maximum } from "../arrays.ts";
import type { RecordingSettings } from "../engine/recording.ts";
import type { ResolvedExperiment, ResolvedLayer } from "../spec/resolved.ts";
import { trainingFlops } from "./flops.ts";
import { allLayers, jointOf, plainLayers } from "./joints.ts";
import { layerDefinitions } from "./layers.ts";
import type { LayerKind } from "./layers/definition.ts";
import { elementsOf } from "./shape.ts";
import type { LayerRow } from "./shapes.ts";

/** How a network is run. */
export type Execution = RecordingSettings & Plan;

/**
 * How a training step is cut up for TensorFlow. It follows from the network, the batch and the number of threads by the
 * rules below, never from a stopwatch, so that the same experiment has the same bits. What the rules were taken from is
 * measured by `bun run bench kernels` and `bun run bench step`.
 */
export interface Plan {
  /** Parts into which a batch is cut and that are worked out side by side. */
  shards: number;
  /**
   * Images of a part that go through the convolutions and pools together, at most: up to the first pool, from there to
   * the second, and so on. Each is a multiple of the one before it; beyond the last they stay together.
   */
  blocks: readonly number[];
  /** Steps of training that are handed to TensorFlow together. */
  stepsPerCall: number;
}

/** Whether a layer looks at the whole batch. */
function isOfBatch({ batchNorm }: ResolvedLayer): boolean {
  return batchNorm?.trainable === true;
}

/**
 * As many parts as there are threads: a part a thread keeps the cores busier than one operation after the other on
 * all of them, and takes less memory. batchNorm looks at the whole batch, so that one is not cut.
 */
export function shardCount({ model, data }: ResolvedExperiment, threads: number): number {
  const isCuttable = !plainLayers(allLayers(model)).some(isOfBatch);
  return isCuttable && data.batchSize >= 2 * threads ? threads : 1;
}

/** Of what a layer gives for the images of a block: what follows finds it in the processor's cache. */
const BLOCK_BYTES = 1e7;
/** TensorFlow prepares each block's operations by themselves. */
const MOST_BLOCKS = 16;

/**
 * As many images as it takes for the largest output of a convolution or pool to have about BLOCK_BYTES, so that large
 * images go through the first layers one by one, there and back. Behind a pool they are smaller, and oneDNN's kernels
 * want several of them at a time.
 * @param rows the network's layers @param partLength images of a shard
 */
export function chooseBlocks(rows: readonly LayerRow[], partLength: number): number[] {
  if (rows.some(({ layer }) => isOfBatch(layer))) return [partLength];
  let length = Math.ceil(partLength / MOST_BLOCKS);
  return segments(rows).map((segment) => {
    const bytes = segment.map(({ outputShape }) => 4 * elementsOf(outputShape));
    while (length < partLength && 2 * length * maximum(bytes) <= BLOCK_BYTES) length *= 2;
    length = Math.min(length, partLength);
    return length;
  });
}

/** The layers before the first that is done to the batch, cut behind each pool. */
function segments(rows: readonly LayerRow[]): LayerRow[][] {
  const end = rows.findIndex((row) => !isByImage(row));
  const cut: LayerRow[][] = [[]];
  for (const row of rows.slice(0, end)) {
    cut.at(-1)!.push(row);
    if (row.kind === "pool" && row.depth === 0) cut.push([]);
  }
  return cut.filter((segment) => segment.length > 0);
}

/** Of a joint: its layers have rows of their own. */
function isByImage({ kind, layer }: LayerRow): boolean {
  return jointOf(layer) !== null || layerDefinitions[kind as LayerKind].byImage === true;
}

/** More than these gain no more. */
const STEPS_PER_CALL = 4;
/** A step of so many operations takes about 5 ms on two cores: between two calls Ctrl-C is looked at. */
const MOST_FLOPS = 1e9;
/** Twice STEPS_PER_CALL batches are in memory. */
const MOST_BYTES = 2 ** 18;
/** TensorFlow prepares the function for some 70 ms, and each step gains 0.15 ms. */
const LEAST_STEPS = 1500;

/**
 * Short steps are handed over several at a time, where there are enough of them to make up for the preparation: one
 * begins while the one before it comes to its end. Changes nothing but the speed.
 * @param flops of a step, see trainingFlops @param bytes of a batch's images @param steps of the whole training
 */
export function chooseStepsPerCall(training: {
  flops: number;
  bytes: number;
  steps: number;
}): number {
  const { flops, bytes, steps } = training;
  return flops <= MOST_FLOPS && bytes <= MOST_BYTES && steps >= LEAST_STEPS ? STEPS_PER_CALL : 1;
}

/**
 * The plan of a training that has so many shards.
 * @param rows the network's layers @param imageBytes of an image as it is handed over @param steps of the whole training
 */
export function planSteps(
  { data: { batchSize } }: ResolvedExperiment,
  training: { shards: number; rows: readonly LayerRow[]; imageBytes: number; steps: number },
): Plan {
  const { shards, rows, imageBytes, steps } = training;
  return {
    shards,
    blocks: chooseBlocks(rows, Math.ceil(batchSize / shards)),
    stepsPerCall: chooseStepsPerCall({
      flops: trainingFlops(rows, batchSize),
      bytes: batchSize * imageBytes,
      steps,
    }),
  };
}
