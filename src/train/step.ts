import type * as tf from "@tensorflow/tfjs";
import { cutBatch, type Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor, scaleBytes, sparseSoftmaxCrossEntropy } from "../engine/kernels.ts";
import { recordable } from "../engine/recording.ts";
import type { Execution } from "../model/execution.ts";
import { allWeights, forward, trainedWeights, type Network } from "../model/network.ts";
import type { Optimizer } from "../model/optimizers.ts";

export interface StepResult {
  /** Mean cross-entropy of the batch in nats, before the weights move. */
  loss: number;
  /** Images of the batch whose largest score is their label's. */
  correct: number;
}

/** Trains on one batch after the other. */
export interface Trainer {
  /** @param step number of the step since the start of training, from 1 */
  step(batch: Batch, step: number): StepResult;
}

export interface TrainerSettings {
  /** Where the random numbers of all steps come from. */
  randomKey: number;
  execution: Execution;
}

/** One step is forward, loss, gradients and update, with everything but the weights freed afterwards. */
export function buildTrainer(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  { randomKey, execution }: TrainerSettings,
): Trainer {
  const { tf, backend } = engine;
  const variables = allWeights(network);
  const update = recordable(engine, { variables, ...execution }, ([stepSize, seed, ...rest]) =>
    updateWeights(engine, network, optimizer, {
      stepSize: stepSize as tf.Scalar,
      seed: seed as tf.Tensor1D,
      parts: pairs(rest).map(([bytes, labels]) => ({
        bytes: bytes as tf.Tensor4D,
        labels: labels as tf.Tensor1D,
      })),
    }),
  );
  return {
    step: (batch, step) =>
      tf.tidy(() => {
        const [loss, correct] = update([
          tf.scalar(optimizer.stepSize(step)),
          tf.tensor1d([randomKey, step], "int32"),
          ...cutBatch(batch, execution.shards).flatMap(({ images, labels, length }) => [
            bytesTensor(backend, images, [length, ...network.inputShape]),
            tf.tensor1d(labels, "int32"),
          ]),
        ]);
        return { loss: loss!.dataSync()[0]!, correct: correct!.dataSync()[0]! };
      }),
  };
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return Array.from({ length: items.length / 2 }, (_, index) => [
    items[2 * index]!,
    items[2 * index + 1]!,
  ]);
}

/** All that changes from step to step. */
interface StepInputs {
  /** float32 scalar */
  stepSize: tf.Scalar;
  /** int32 [2] */
  seed: tf.Tensor1D;
  /** Each part of the batch: bytes uint8 [images, height, width, channels], labels int32 [images]. */
  parts: { bytes: tf.Tensor4D; labels: tf.Tensor1D }[];
}

/** Seeds are this far apart from part to part; the layers' own numbers, which are added to them, stay below. */
const SEEDS_A_PART = 1000;

/** @returns mean loss and number of correct images */
function updateWeights(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  { stepSize, seed, parts }: StepInputs,
): [loss: tf.Tensor, correct: tf.Tensor] {
  const { tf } = engine;
  const batchSize = parts.reduce((sum, { labels }) => sum + labels.size, 0);
  const results = parts.map((part, index) => {
    const partSeed = tf.add(seed, tf.tensor1d([index * SEEDS_A_PART, 0], "int32"));
    network.stepSeed.assign(partSeed);
    return partGradients(engine, network, part, batchSize);
  });
  const sum = (tensors: tf.Tensor[]) => (tensors.length === 1 ? tensors[0]! : tf.addN(tensors));
  optimizer.update(
    results[0]!.gradients.map((_, index) => sum(results.map(({ gradients }) => gradients[index]!))),
    stepSize,
  );
  return [sum(results.map(({ loss }) => loss)), sum(results.map(({ correct }) => correct))];
}

/** What a part adds to the batch's mean loss, to its gradients and to its number of correct images. */
function partGradients(
  { tf, backend }: Engine,
  network: Network,
  { bytes, labels }: StepInputs["parts"][number],
  batchSize: number,
): { loss: tf.Tensor; correct: tf.Tensor; gradients: tf.Tensor[] } {
  const weights = trainedWeights(network);
  const images = scaleBytes(backend, bytes);
  let scores!: tf.Tensor2D;
  const { value: loss, grads } = tf.variableGrads(() => {
    scores = tf.keep(forward(network, images, true));
    const losses = crossEntropy(tf, network, scores, labels);
    return tf.div(tf.sum(losses), batchSize) as tf.Scalar;
  }, weights);
  const hits = tf.equal(predictedClass(tf, network, scores), labels);
  scores.dispose();
  const correct = tf.sum(tf.cast(hits, "int32"));
  return { loss, correct, gradients: weights.map(({ name }) => grads[name]!) };
}

/** @returns float32 [batch], nats */
function crossEntropy(
  tf: Engine["tf"],
  network: Network,
  scores: tf.Tensor2D,
  labels: tf.Tensor1D,
): tf.Tensor {
  if (network.output === "softmax") return sparseSoftmaxCrossEntropy(scores, labels);
  // -ln sigmoid(s) = softplus(s) - s, -ln(1 - sigmoid(s)) = softplus(s)
  const score = tf.squeeze(scores, [1]);
  return tf.sub(tf.softplus(score), tf.mul(score, tf.cast(labels, "float32")));
}

function predictedClass(tf: Engine["tf"], network: Network, scores: tf.Tensor2D): tf.Tensor {
  if (network.output === "softmax") return tf.argMax(scores, 1);
  return tf.cast(tf.greater(tf.squeeze(scores, [1]), 0), "int32");
}
