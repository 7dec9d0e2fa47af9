import type * as tfjs from "@tensorflow/tfjs";
import { softmaxCrossEntropy, sparseSoftmaxCrossEntropy } from "../engine/kernels.ts";
import type { Network } from "../model/network.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

type Tf = typeof tfjs;
export type LossSettings = ResolvedExperiment["train"]["loss"];

/** What the images of a batch show. */
export interface Labels {
  /** int32 [images] */
  labels: tfjs.Tensor1D;
  /** Where other images are mixed in: their labels, int32 [images], and what the own ones count, float32 [images]. */
  mix?: { labels: tfjs.Tensor1D; weights: tfjs.Tensor1D };
}

/** What the scores of a network stand for. */
export type Output = Pick<Network, "output" | "classes">;

/**
 * The cross-entropy, which is what a step tells whatever it makes small. Of a mixed image it is against both labels,
 * each as much as it counts.
 * @param scores float32 [images, classes], or [images, 1] for sigmoid
 * @returns float32 [images], nats
 */
export function plainLoss(
  tf: Tf,
  { output }: Output,
  scores: tfjs.Tensor2D,
  { labels, mix }: Labels,
): tfjs.Tensor {
  const against = (wanted: tfjs.Tensor1D) =>
    output === "softmax"
      ? sparseSoftmaxCrossEntropy(scores, wanted)
      : binaryCrossEntropy(tf, tf.squeeze(scores, [1]), tf.cast(wanted, "float32"));
  if (!mix) return against(labels);
  return mixed(tf, against(labels), against(mix.labels), mix.weights);
}

/** Whether what is made small is the plain loss itself. */
export function isPlain({ crossEntropy }: LossSettings): boolean {
  return crossEntropy !== undefined && crossEntropy.labelSmoothing === 0;
}

/** What is made small: as Keras has it, from scores. @param scores see `plainLoss` @returns float32 [images] */
export function chosenLoss(
  tf: Tf,
  settings: LossSettings,
  network: Output,
  scores: tfjs.Tensor2D,
  labels: Labels,
): tfjs.Tensor {
  const { labelSmoothing } = (settings.focal ?? settings.crossEntropy)!;
  const gamma = settings.focal?.gamma ?? 0;
  return network.output === "softmax"
    ? categorical(tf, scores, classTargets(tf, network.classes, labels, labelSmoothing), gamma)
    : binary(tf, tf.squeeze(scores, [1]), targets(tf, labels, labelSmoothing), gamma);
}

/**
 * Keras's CategoricalCrossentropy and, for γ > 0, CategoricalFocalCrossentropy with α 1 (Lin et al. 2017,
 * https://arxiv.org/abs/1708.02002): -Σ (1 - p)^γ t ln p over the classes.
 * @param scores float32 [images, classes] @param target of the same shape
 */
function categorical(
  tf: Tf,
  scores: tfjs.Tensor2D,
  target: tfjs.Tensor,
  gamma: number,
): tfjs.Tensor {
  if (gamma === 0) return softmaxCrossEntropy(scores, target);
  const logs = tf.logSoftmax(scores);
  const terms = tf.neg(tf.mul(target, logs));
  return tf.sum(tf.mul(power(tf, tf.sub(1, tf.exp(logs)), gamma), terms), 1);
}

/**
 * Keras's BinaryCrossentropy and, for γ > 0, BinaryFocalCrossentropy: (1 - q)^γ times the cross-entropy, where q is the
 * probability of what is wanted, t p + (1 - t)(1 - p).
 * @param score float32 [images] @param target of the same shape
 */
function binary(tf: Tf, score: tfjs.Tensor, target: tfjs.Tensor, gamma: number): tfjs.Tensor {
  const loss = binaryCrossEntropy(tf, score, target);
  if (gamma === 0) return loss;
  const p = tf.sigmoid(score);
  const wanted = tf.add(tf.mul(target, p), tf.mul(tf.sub(1, target), tf.sub(1, p)));
  return tf.mul(power(tf, tf.sub(1, wanted), gamma), loss);
}

/** -ln sigmoid(s) = softplus(s) - s, -ln(1 - sigmoid(s)) = softplus(s) */
function binaryCrossEntropy(tf: Tf, score: tfjs.Tensor, target: tfjs.Tensor): tfjs.Tensor {
  return tf.sub(tf.softplus(score), tf.mul(score, target));
}

/** As Keras clips probabilities: below it the slope of a root would have no end. */
const LEAST = 1e-7;

function power(tf: Tf, base: tfjs.Tensor, exponent: number): tfjs.Tensor {
  return tf.pow(tf.maximum(base, LEAST), exponent);
}

/** What each class is wanted to have, float32 [images, classes]. */
function classTargets(
  tf: Tf,
  classes: number,
  { labels, mix }: Labels,
  smoothing: number,
): tfjs.Tensor {
  const rest = smoothing / classes;
  const hot = (wanted: tfjs.Tensor1D) =>
    tf.oneHot(wanted, classes, 1 - smoothing + rest, rest, "float32");
  return mix ? mixed(tf, hot(labels), hot(mix.labels), tf.expandDims(mix.weights, 1)) : hot(labels);
}

/** What the second class is wanted to have, float32 [images]. */
function targets(tf: Tf, { labels, mix }: Labels, smoothing: number): tfjs.Tensor {
  const hot = (wanted: tfjs.Tensor1D) => tf.cast(wanted, "float32");
  const target = mix ? mixed(tf, hot(labels), hot(mix.labels), mix.weights) : hot(labels);
  return smoothing === 0 ? target : tf.add(tf.mul(target, 1 - smoothing), smoothing / 2);
}

function mixed(tf: Tf, own: tfjs.Tensor, other: tfjs.Tensor, weights: tfjs.Tensor): tfjs.Tensor {
  return tf.add(tf.mul(weights, own), tf.mul(tf.sub(1, weights), other));
}

/** The label that counts more: what a mixed image is rightly taken for. */
export function dominantLabels(tf: Tf, { labels, mix }: Labels): tfjs.Tensor {
  return mix ? tf.where(tf.greaterEqual(mix.weights, 0.5), labels, mix.labels) : labels;
}

/**
 * Which images' largest score is their label's: ones and zeros [images].
 * @param type float32 on a GPU: TensorFlow compares and adds up int32 in the host's memory, and every step would wait there
 * until the scores are known
 */
export function hits(
  tf: Tf,
  type: "int32" | "float32",
  { output }: Output,
  scores: tfjs.Tensor2D,
  labels: Labels,
): tfjs.Tensor {
  const predicted =
    output === "softmax" ? tf.argMax(scores, 1) : tf.greater(tf.squeeze(scores, [1]), 0);
  const wanted = dominantLabels(tf, labels);
  return tf.cast(tf.equal(tf.cast(predicted, type), tf.cast(wanted, type)), type);
}
