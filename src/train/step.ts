import type * as tf from "@tensorflow/tfjs";
import type { Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import {
  imagesFromBytes,
  sparseSoftmaxCrossEntropy,
} from "../engine/kernels.ts";
import type { Network } from "../model/network.ts";
import type { Optimizer } from "../model/optimizers.ts";

export interface StepResult {
  /** Mean cross-entropy of the batch in nats, before the weights move. */
  loss: number;
  /** Images of the batch whose largest score is their label's. */
  correct: number;
}

/** One training step: forward, loss, gradients, update. Everything it makes but the weights is freed. */
export function trainStep(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  batch: Batch,
  randomKey: number,
  step: number,
): StepResult {
  const { tf } = engine;
  return tf.tidy(() => {
    network.stepSeed.assign(tf.tensor1d([randomKey, step], "int32"));
    const [height, width, channels] = network.inputShape;
    const images = imagesFromBytes(engine.backend, batch.images, [
      batch.length,
      height,
      width,
      channels,
    ]);
    const labels = tf.tensor1d(batch.labels, "int32");
    const stepSize = tf.scalar(optimizer.stepSize(step));
    const { loss, correct } = updateWeights(
      engine,
      network,
      optimizer,
      images,
      labels,
      stepSize,
    );
    return { loss: loss.dataSync()[0]!, correct: correct.dataSync()[0]! };
  });
}

function updateWeights(
  { tf }: Engine,
  network: Network,
  optimizer: Optimizer,
  images: tf.Tensor4D,
  labels: tf.Tensor1D,
  stepSize: tf.Scalar,
): { loss: tf.Scalar; correct: tf.Scalar } {
  const weights = trainedWeights(network);
  let scores!: tf.Tensor2D;
  const { value: loss, grads } = tf.variableGrads(() => {
    scores = tf.keep(
      network.scores.apply(images, { training: true }) as tf.Tensor2D,
    );
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
  return { loss, correct };
}

/** The weights that training moves, in the order of the layers. */
export function trainedWeights(network: Network): tf.Variable[] {
  return network.model.trainableWeights.map(
    (weight) => weight.read() as tf.Variable,
  );
}

/** @returns float32 [batch], nats */
function crossEntropy(
  tf: Engine["tf"],
  network: Network,
  scores: tf.Tensor2D,
  labels: tf.Tensor1D,
): tf.Tensor {
  if (network.output === "softmax")
    return sparseSoftmaxCrossEntropy(scores, labels);
  // -ln sigmoid(s) = softplus(s) - s, -ln(1 - sigmoid(s)) = softplus(s)
  const score = tf.squeeze(scores, [1]);
  return tf.sub(tf.softplus(score), tf.mul(score, tf.cast(labels, "float32")));
}

function predictedClass(
  tf: Engine["tf"],
  network: Network,
  scores: tf.Tensor2D,
): tf.Tensor {
  if (network.output === "softmax") return tf.argMax(scores, 1);
  return tf.cast(tf.greater(tf.squeeze(scores, [1]), 0), "int32");
}
