import type { Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import type { Tensor } from "@tensorflow/tfjs";
import { convolve } from "../engine/convolve.ts";
import { matMul } from "../engine/kernels.ts";
import type { Precision } from "../engine/mixed-precision.ts";
import { recordable } from "../engine/recording.ts";
import { timingBinding, type TimedOperation } from "../engine/tape.ts";
import type { Plan } from "../model/plan.ts";
import { trainingFlops } from "../model/flops.ts";
import { trainedWeights, type Network } from "../model/network.ts";
import { buildOptimizer, type OptimizerSettings } from "../model/optimizers.ts";
import type { LayerRow } from "../model/shapes.ts";
import type { Recipe } from "./recipe.ts";
import { StepQueue } from "./step-queue.ts";
import { buildTrainer } from "./step.ts";

/** Where the time of a training step goes. */
export interface StepProfile {
  batchSize: number;
  plan: Plan;
  /** Of the step as it is trained and of the matrix product; operation by operation it is float32. */
  precision: Precision;
  /** Median of a whole step as training takes it: recorded, and in one call with others where steps are short. */
  stepMs: number;
  /** The same step operation by operation, which is slower: the dearest first, one entry a name and shapes. */
  operations: { name: string; shapes: number[][]; calls: number; milliseconds: number }[];
  /** Operations of the convolutions and dense layers, see trainingFlops. */
  flops: number;
  /** What a large matrix product reaches on this machine, floating-point operations per second. */
  matmulFlopsPerSecond: number;
}

export interface ProfileContext {
  engine: Engine;
  /** A network of its own: profiling moves its weights. */
  network: Network;
  rows: readonly LayerRow[];
  optimizer: OptimizerSettings;
  recipe: Recipe;
  batch: Batch;
  plan: Plan;
  nowMs: () => number;
}

const STEPS = 10;

/** Measures a training step: as it is run, and operation by operation. */
export function profileStep(context: ProfileContext): StepProfile {
  const { engine, network, rows, batch, recipe, plan, nowMs } = context;
  const { stepsPerCall } = plan;
  const optimizer = buildOptimizer(engine, context.optimizer, trainedWeights(network));
  const trainerOf = (recorded: boolean) =>
    buildTrainer(engine, network, optimizer, {
      randomKey: 1,
      execution: { ...plan, recorded, onRefused: () => undefined },
      recipe,
    });
  const matmulFlopsPerSecond = measureMatmul(engine, nowMs);

  const recordedTrainer = trainerOf(true);
  const queue = new StepQueue(recordedTrainer, stepsPerCall);
  const { learningRate } = optimizer;
  const turn = { step: 1, update: 1, learningRate, images: batch.length };
  const call = () =>
    timed(nowMs, () => {
      for (let step = 0; step < stepsPerCall; step++) queue.add(batch, turn, false)?.();
    });
  // The first step is a call by itself, as an epoch's is.
  queue.add(batch, turn, false);
  for (let warmUp = 0; warmUp < 2; warmUp++) call();
  const stepMs = median(Array.from({ length: STEPS }, call)) / stepsPerCall;
  queue.drain();

  const plain = trainerOf(false);
  const plainStep = () => plain.begin([plain.prepare(batch, turn)])();
  plainStep();
  const seen: TimedOperation[] = [];
  engine.backend.binding = timingBinding(engine.binding, nowMs, (operation) =>
    seen.push(operation),
  );
  try {
    for (let step = 0; step < STEPS; step++) plainStep();
  } finally {
    engine.backend.binding = engine.binding;
    plain.dispose();
    recordedTrainer.dispose();
    optimizer.dispose();
  }
  return {
    batchSize: batch.length,
    plan,
    precision: engine.settings.precision ?? "float32",
    stepMs,
    operations: sumUp(seen),
    flops: trainingFlops(rows, batch.length),
    matmulFlopsPerSecond,
  };
}

function sumUp(seen: readonly TimedOperation[]): StepProfile["operations"] {
  const groups = Map.groupBy(seen, ({ name, shapes }) => `${name} ${JSON.stringify(shapes)}`);
  return Array.from(groups.values(), (group) => ({
    name: group[0]!.name,
    shapes: group[0]!.shapes,
    calls: group.length / STEPS,
    milliseconds: group.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / STEPS,
  })).toSorted((a, b) => b.milliseconds - a.milliseconds);
}

/**
 * Floating-point operations per second of large matrix products in the precision of the steps, as many side by side as it
 * takes to use all threads.
 */
export function measureMatmul(engine: Engine, nowMs: () => number): number {
  const { tf } = engine;
  const { threads, threadsPerOperation, precision } = engine.settings;
  const size = 2048;
  const count = Math.max(1, Math.floor(threads / threadsPerOperation));
  // The same product as a convolution of 1 x 1, which computes in bfloat16 by itself.
  const slide = (one: Tensor) =>
    convolve(tf.reshape(one, [1, size, 1, size]), tf.reshape(one, [1, 1, size, size]), {
      strides: [1, 1],
      padding: "valid",
      dilationRate: [1, 1],
    });
  const products = recordable(
    engine,
    { variables: [], stored: [], recorded: true, precision, onRefused: () => undefined },
    (matrices) => matrices.map(precision === "mixed_bfloat16" ? slide : (one) => matMul(one, one)),
  );
  return tf.tidy(() => {
    const matrices = Array.from({ length: count }, () => tf.randomNormal([size, size]));
    const multiply = () => {
      tf.dispose(products(matrices));
      engine.binding.settle();
    };
    multiply();
    const times = Array.from({ length: STEPS }, () => timed(nowMs, multiply));
    return (count * 2 * size ** 3) / (median(times) / 1000);
  });
}

function timed(nowMs: () => number, work: () => unknown): number {
  const startedMs = nowMs();
  work();
  return nowMs() - startedMs;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
