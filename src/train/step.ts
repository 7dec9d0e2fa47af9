import type * as tf from "@tensorflow/tfjs";
import { cutBatch, type Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import { pixelsTensor } from "../engine/kernels.ts";
import { recordableInRow } from "../engine/recording.ts";
import type { NamedVariable } from "../engine/stored.ts";
import type { Execution } from "../model/plan.ts";
import {
  followingWeights,
  trainedWeights,
  variablesOf,
  type NamedWeight,
  type Network,
} from "../model/network.ts";
import type { Optimizer } from "../model/optimizers.ts";
import { buildAccumulator } from "./accumulator.ts";
import { buildAverages } from "./averages.ts";
import type { Recipe } from "./recipe.ts";
import type { Turn } from "./turns.ts";
import {
  collectGradients,
  updateWeights,
  type Part,
  type StepInputs,
  type StepTensors,
} from "./update.ts";

export interface StepResult {
  /** Images of the batch. */
  images: number;
  /**
   * Mean cross-entropy of the batch in nats, before the weights move: plain, whatever the step makes small. NaN where
   * that is no longer a number.
   */
  loss: number;
  /** Images of the batch whose largest score is their label's. */
  correct: number;
}

/** Trains on one batch after the other. The network has the weights that follow once they are loaded. */
export interface Trainer {
  /** Copies a batch to TensorFlow. */
  prepare(batch: Batch, turn: Turn): PreparedStep;
  /**
   * Begins steps, which go on one after the other while the caller makes the next batches ready. As many as
   * `stepsPerCall` says, with batches of one length, are one call into TensorFlow.
   * @returns waits for the end of the last and tells their results; called once
   */
  begin(steps: readonly PreparedStep[]): () => StepResult[];
  /** Gives the network the weights that it is judged by. */
  load(): void;
  /** All that a step carries on to the next, in a fixed order: with it training goes on as if it had not stopped. */
  state(): NamedVariable[];
  /** Frees what the trainer has beside the optimizer. */
  dispose(): void;
}

export interface PreparedStep {
  /** Images of the batch. */
  images: number;
  /** Whether the weights move; otherwise the gradients are only added up. */
  moves: boolean;
  /** All that changes from step to step, see StepInputs. */
  inputs: tf.Tensor[];
}

export interface TrainerSettings {
  /** Where the random numbers of all steps come from. */
  randomKey: number;
  execution: Execution;
  recipe: Recipe;
}

/** A step leaves 3 to 10 KB of garbage in JavaScript, whose collector lets 280 MB of it add up by itself. */
const COLLECT_STEPS = 5_000;

/** One step is forward, loss, gradients and update, with everything but the weights freed afterwards. */
export function buildTrainer(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  { randomKey, execution, recipe }: TrainerSettings,
): Trainer {
  const { tf, backend, settings } = engine;
  const { precision, jitCompile } = settings;
  const own = trainedWeights(network);
  const accumulator = recipe.accumulate > 1 ? buildAccumulator(engine, optimizer.weights) : null;
  const averages = recipe.averageWeights
    ? buildAverages(engine, recipe.averageWeights.decay, optimizer.weights, own)
    : null;
  const { shards, blocks } = execution;
  const context = { engine, network, optimizer, recipe, accumulator, averages, blocks };
  // A step loads the trained weights by itself.
  const trained = new Set(own.map(({ variable }) => variable));
  const variables = variablesOf(network).filter((variable) => !trained.has(variable));
  const carried = [
    ...optimizer.weights,
    ...optimizer.state,
    ...(accumulator?.state ?? []),
    ...(averages?.state ?? []),
  ];
  const changed = carried.map(({ variable }) => variable);
  const record = (body: (inputs: StepInputs) => StepTensors) =>
    recordableInRow(
      engine,
      { variables, stored: changed, precision, jitCompile, ...execution },
      (inputs) => {
        const seedAt = inputs.findIndex(({ rank }) => rank > 0);
        return body({
          scalars: inputs.slice(0, seedAt) as tf.Scalar[],
          seed: inputs[seedAt] as tf.Tensor1D,
          parts: partsOf(inputs.slice(seedAt + 1)),
        });
      },
    );
  const update = record((inputs) => updateWeights(context, inputs));
  const collect = record((inputs) => collectGradients(context, inputs));
  const scalarsOf = ({ update: number, learningRate, images }: Turn) =>
    images === null
      ? []
      : [
          ...(accumulator ? [images] : []),
          ...(averages ? [averages.share(number)] : []),
          ...optimizer.scalars(number, learningRate),
        ];
  let uncollected = 0;
  return {
    prepare(batch, turn) {
      const inputs = [
        ...scalarsOf(turn).map((scalar) => tf.scalar(scalar)),
        tf.tensor1d([randomKey, turn.step], "int32"),
        ...cutBatch(batch, shards).flatMap((part) => [
          ...cutBatch(part, Math.ceil(part.length / (blocks[0] ?? part.length))).map(
            ({ images, length }) => pixelsTensor(backend, images, [length, ...network.inputShape]),
          ),
          tf.tensor1d(part.labels, "int32"),
          ...(part.mix
            ? [tf.tensor1d(part.mix.labels, "int32"), tf.tensor1d(part.mix.weights)]
            : []),
        ]),
      ];
      // tfjs copies an array when its tensor is first used, and the next batch overwrites these arrays.
      backend.getInputTensorIds(inputs);
      return { images: batch.length, moves: turn.images !== null, inputs };
    },
    begin(steps) {
      const inputs = steps.map((step) => step.inputs);
      const isOneCall =
        steps.length === execution.stepsPerCall && steps.every(({ moves }) => moves);
      const results = tf.tidy(() =>
        isOneCall
          ? update(inputs)
          : steps.flatMap((step) => (step.moves ? update : collect)([step.inputs])),
      );
      tf.dispose(inputs);
      uncollected += steps.length;
      if (uncollected >= COLLECT_STEPS) {
        // While TensorFlow works.
        Bun.gc(true);
        uncollected = 0;
      }
      return () => {
        const told = results.map(([loss, correct], index) => ({
          images: steps[index]!.images,
          loss: loss!.dataSync()[0]!,
          correct: correct!.dataSync()[0]!,
        }));
        tf.dispose(results);
        return told;
      };
    },
    load: () => tf.tidy(() => (averages ?? optimizer).load()),
    state: () => [...carried, ...followingWeights(network).map(stored)],
    dispose() {
      accumulator?.dispose();
      averages?.dispose();
    },
  };
}

function stored({ name, variable }: NamedWeight): NamedVariable {
  return {
    name,
    variable: {
      shape: variable.shape,
      read: () => variable.clone(),
      assign: (value) => variable.assign(value),
    },
  };
}

/** Each part begins with its images, the only tensors of four axes. */
function partsOf(tensors: readonly tf.Tensor[]): Part[] {
  const holdsImages = (index: number) => tensors[index]?.rank === 4;
  const starts = tensors.flatMap((_, index) =>
    holdsImages(index) && !holdsImages(index - 1) ? [index] : [],
  );
  return starts.map((start, part) => {
    const tensorsOfPart = tensors.slice(start, starts[part + 1]);
    const blocks = tensorsOfPart.filter(({ rank }) => rank === 4) as tf.Tensor4D[];
    const [labels, otherLabels, weights] = tensorsOfPart.slice(blocks.length);
    const mix = otherLabels && {
      labels: otherLabels as tf.Tensor1D,
      weights: weights as tf.Tensor1D,
    };
    return { blocks, labels: labels as tf.Tensor1D, ...(mix && { mix }) };
  });
}
