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
/** What a step may be for several of them to be handed over together. */
interface Short {
  /** Of so many operations one takes about 5 ms: between two calls Ctrl-C is looked at. */
  flops: number;
  /** Twice STEPS_PER_CALL batches are in memory. */
  bytes: number;
}
/** On two cores. */
const SHORT: Short = { flops: 1e9, bytes: 2 ** 18 };
/** An H100 does 2e13 operations a second in such steps. */
const SHORT_ON_GPU: Short = { flops: 1e11, bytes: 2 ** 24 };
/** TensorFlow prepares the function for some 70 ms, and each step gains 0.15 ms. */
const LEAST_STEPS = 1500;

/**
 * Short steps are handed over several at a time, where there are enough of them to make up for the preparation: one
 * begins while the one before it comes to its end. Changes nothing but the speed.
 * @param flops of a step, see trainingFlops @param bytes of a batch's images @param steps of the whole training
 */
export function chooseStepsPerCall(
  training: { flops: number; bytes: number; steps: number },
  short = SHORT,
): number {
  const { flops, bytes, steps } = training;
  return flops <= short.flops && bytes <= short.bytes && steps >= LEAST_STEPS ? STEPS_PER_CALL : 1;
}

export interface Training {
  /** The network's layers. */
  rows: readonly LayerRow[];
  /** Of an image as it is handed over. */
  imageBytes: number;
  /** Of the whole training. */
  steps: number;
}

function stepOf(batchSize: number, { rows, imageBytes, steps }: Training) {
  return { flops: trainingFlops(rows, batchSize), bytes: batchSize * imageBytes, steps };
}

/** The plan of a training on the CPU that has so many shards. */
export function planSteps(
  { data: { batchSize } }: ResolvedExperiment,
  training: Training & { shards: number },
): Plan {
  const { shards, rows } = training;
  return {
    shards,
    blocks: chooseBlocks(rows, Math.ceil(batchSize / shards)),
    stepsPerCall: chooseStepsPerCall(stepOf(batchSize, training)),
  };
}

/**
 * The plan of a training on a GPU: each operation takes the whole batch, since parts and blocks are for the processor's
 * cores and its cache, and what counts here is how seldom something is begun. A call is begun before the one before it
 * is read, as on a CPU: the next batches are made ready meanwhile.
 */
export function planGpuSteps(
  { data: { batchSize } }: ResolvedExperiment,
  training: Training,
): Plan {
  const stepsPerCall = chooseStepsPerCall(stepOf(batchSize, training), SHORT_ON_GPU);
  return { shards: 1, blocks: [batchSize], stepsPerCall };
}
