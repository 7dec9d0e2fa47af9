import type * as tf from "@tensorflow/tfjs";
import type { Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor, scaleBytes, sparseSoftmaxCrossEntropy } from "../engine/kernels.ts";
import { recordable, type RecordingSettings } from "../engine/recording.ts";
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
  recording: RecordingSettings;
}

/** One step is forward, loss, gradients and update, with everything but the weights freed afterwards. */
export function buildTrainer(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  { randomKey, recording }: TrainerSettings,
): Trainer {
  const { tf, backend } = engine;
  const variables = allWeights(network);
  const update = recordable(
    engine,
    { variables, ...recording },
    ([bytes, labels, stepSize, seed]) =>
      updateWeights(engine, network, optimizer, {
        bytes: bytes as tf.Tensor4D,
        labels: labels as tf.Tensor1D,
        stepSize: stepSize as tf.Scalar,
        seed: seed as tf.Tensor1D,
      }),
  );
  return {
    step: (batch, step) =>
      tf.tidy(() => {
        const [loss, correct] = update([
          bytesTensor(backend, batch.images, [batch.length, ...network.inputShape]),
          tf.tensor1d(batch.labels, "int32"),
          tf.scalar(optimizer.stepSize(step)),
          tf.tensor1d([randomKey, step], "int32"),
        ]);
        return { loss: loss!.dataSync()[0]!, correct: correct!.dataSync()[0]! };
      }),
  };
}

/** All that changes from step to step. */
interface StepInputs {
  /** uint8 [batch, height, width, channels] */
  bytes: tf.Tensor4D;
  /** int32 [batch] */
  labels: tf.Tensor1D;
  /** float32 scalar */
  stepSize: tf.Scalar;
  /** int32 [2] */
  seed: tf.Tensor1D;
}

/** @returns mean loss and number of correct images */
function updateWeights(
  { tf, backend }: Engine,
  network: Network,
  optimizer: Optimizer,
  { bytes, labels, stepSize, seed }: StepInputs,
): [loss: tf.Scalar, correct: tf.Scalar] {
  network.stepSeed.assign(seed);
  const weights = trainedWeights(network);
  const images = scaleBytes(backend, bytes);
  let scores!: tf.Tensor2D;
  const { value: loss, grads } = tf.variableGrads(() => {
    scores = tf.keep(forward(network, images, true));
    return tf.mean(crossEntropy(tf, network, scores, labels)) as tf.Scalar;
  }, weights);
  optimizer.update(
    weights.map((weight) => grads[weight.name]!),
    stepSize,
  );
  const correct = tf.sum(
    tf.cast(tf.equal(predictedClass(tf, network, scores), labels), "int32"),
  ) as tf.Scalar;
  scores.dispose();
  return [loss, correct];
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
