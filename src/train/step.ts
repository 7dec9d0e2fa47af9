import type * as tf from "@tensorflow/tfjs";
import { cutBatch, type Batch } from "../data/batches.ts";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor, sparseSoftmaxCrossEntropy } from "../engine/kernels.ts";
import { recordableInRow } from "../engine/recording.ts";
import type { Execution } from "../model/execution.ts";
import { forward, trainedWeights, variablesOf, type Network } from "../model/network.ts";
import type { Optimizer } from "../model/optimizers.ts";

export interface StepResult {
  /** Images of the batch. */
  images: number;
  /** Mean cross-entropy of the batch in nats, before the weights move. */
  loss: number;
  /** Images of the batch whose largest score is their label's. */
  correct: number;
}

/** Trains on one batch after the other. The network has the weights that follow once the optimizer loads them. */
export interface Trainer {
  /**
   * Copies a batch to TensorFlow.
   * @param step number of the step since the start of training, from 1
   */
  prepare(batch: Batch, step: number): PreparedStep;
  /**
   * Begins steps, which go on one after the other while the caller makes the next batches ready. As many as
   * `stepsACall` says, with batches of one length, are one call into TensorFlow.
   * @returns waits for the end of the last and tells their results; called once
   */
  begin(steps: readonly PreparedStep[]): () => StepResult[];
}

export interface PreparedStep {
  /** Images of the batch. */
  images: number;
  /** All that changes from step to step, see StepInputs. */
  inputs: tf.Tensor[];
}

export interface TrainerSettings {
  /** Where the random numbers of all steps come from. */
  randomKey: number;
  execution: Execution;
}

/** A step leaves 3 to 10 KB of garbage in JavaScript, whose collector lets 280 MB of it add up by itself. */
const COLLECT_STEPS = 5_000;

/** One step is forward, loss, gradients and update, with everything but the weights freed afterwards. */
export function buildTrainer(
  engine: Engine,
  network: Network,
  optimizer: Optimizer,
  { randomKey, execution }: TrainerSettings,
): Trainer {
  const { tf, backend } = engine;
  // A step loads the trained weights by itself.
  const trained = new Set(trainedWeights(network));
  const variables = variablesOf(network).filter((variable) => !trained.has(variable));
  const update = recordableInRow(engine, { variables, ...execution }, ([stepSize, seed, ...rest]) =>
    updateWeights(engine, network, optimizer, {
      stepSize: stepSize as tf.Scalar,
      seed: seed as tf.Tensor1D,
      parts: partsOf(rest),
    }),
  );
  let uncollected = 0;
  return {
    prepare(batch, step) {
      const inputs = [
        tf.scalar(optimizer.stepSize(step)),
        tf.tensor1d([randomKey, step], "int32"),
        ...cutBatch(batch, execution.shards).flatMap((part) => [
          ...cutBatch(part, Math.ceil(part.length / execution.blockLength)).map(
            ({ images, length }) => bytesTensor(backend, images, [length, ...network.inputShape]),
          ),
          tf.tensor1d(part.labels, "int32"),
          ...(part.mix
            ? [tf.tensor1d(part.mix.labels, "int32"), tf.tensor1d(part.mix.weights)]
            : []),
        ]),
      ];
      // tfjs copies an array when its tensor is first used, and the next batch overwrites these arrays.
      backend.getInputTensorIds(inputs);
      return { images: batch.length, inputs };
    },
    begin(steps) {
      const inputs = steps.map((step) => step.inputs);
      const results = tf.tidy(() =>
        steps.length === execution.stepsACall
          ? update(inputs)
          : inputs.flatMap((one) => update([one])),
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

/** Part of a batch. */
interface Part {
  /** One after the other all images of the part, each uint8 [images, height, width, channels]. */
  blocks: tf.Tensor4D[];
  /** int32 [images] */
  labels: tf.Tensor1D;
  /** Where other images are mixed in: their labels, int32 [images], and what the own ones count, float32 [images]. */
  mix?: { labels: tf.Tensor1D; weights: tf.Tensor1D };
}

/** All that changes from step to step. */
interface StepInputs {
  /** float32 scalar */
  stepSize: tf.Scalar;
  /** int32 [2] */
  seed: tf.Tensor1D;
  parts: Part[];
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
  optimizer.load();
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
  { tf }: Engine,
  network: Network,
  { blocks, labels, mix }: Part,
  batchSize: number,
): { loss: tf.Tensor; correct: tf.Tensor; gradients: tf.Tensor[] } {
  const weights = trainedWeights(network);
  const images = blocks.map((bytes) => network.preparation.apply(bytes));
  let scores!: tf.Tensor2D;
  const { value: loss, grads } = tf.variableGrads(() => {
    scores = tf.keep(forward(network, images, true));
    const losses = mixedLoss(
      tf,
      mix,
      (wanted) => crossEntropy(tf, network, scores, wanted),
      labels,
    );
    return tf.div(tf.sum(losses), batchSize) as tf.Scalar;
  }, weights);
  const hits = tf.equal(predictedClass(tf, network, scores), dominantLabels(tf, labels, mix));
  scores.dispose();
  const correct = tf.sum(tf.cast(hits, "int32"));
  return { loss, correct, gradients: weights.map(({ name }) => grads[name]!) };
}

/** The loss against both labels, each as much as it counts. */
function mixedLoss(
  tf: Engine["tf"],
  mix: Part["mix"],
  loss: (labels: tf.Tensor1D) => tf.Tensor,
  labels: tf.Tensor1D,
): tf.Tensor {
  if (!mix) return loss(labels);
  const { weights } = mix;
  return tf.add(tf.mul(weights, loss(labels)), tf.mul(tf.sub(1, weights), loss(mix.labels)));
}

/** The label that counts more: what a mixed image is rightly taken for. */
function dominantLabels(tf: Engine["tf"], labels: tf.Tensor1D, mix: Part["mix"]): tf.Tensor {
  return mix ? tf.where(tf.greaterEqual(mix.weights, 0.5), labels, mix.labels) : labels;
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
