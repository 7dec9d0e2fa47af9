import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { forward, trainedWeights, type Network } from "../model/network.ts";
import type { Optimizer } from "../model/optimizers.ts";
import type { Accumulator } from "./accumulator.ts";
import type { Averages } from "./averages.ts";
import { clip } from "./clip.ts";
import { chosenLoss, dominantLabels, hits, isPlain, plainLoss, type Labels } from "./loss.ts";
import { penalty, withPenalty } from "./penalty.ts";
import type { Recipe } from "./recipe.ts";

/** Part of a batch. */
export interface Part extends Labels {
  /** One after the other all images of the part, each uint8 [images, height, width, channels]. */
  blocks: tf.Tensor4D[];
}

/** All that changes from step to step. */
export interface StepInputs {
  /**
   * Where the weights move: the images that the update is made of (of several batches), how far the averages go (where
   * there are some), and those of the optimizer. float32
   */
  scalars: tf.Scalar[];
  /** int32 [2] */
  seed: tf.Tensor1D;
  parts: Part[];
}

/** See StepResult: scalars. */
export type StepTensors = [loss: tf.Tensor, correct: tf.Tensor];

/** What the steps of a training have in common. */
export interface StepContext {
  engine: Engine;
  network: Network;
  optimizer: Optimizer;
  recipe: Recipe;
  accumulator: Accumulator | null;
  averages: Averages | null;
  /** See Plan. */
  blocks: readonly number[];
}

/** A step that moves the weights. */
export function updateWeights(
  context: StepContext,
  { scalars, seed, parts }: StepInputs,
): StepTensors {
  const { engine, optimizer, recipe, accumulator, averages } = context;
  const batch = batchGradients(context, seed, parts);
  const rest = [...scalars];
  const whole = accumulator
    ? accumulator.take(batch.gradients, batch.images, rest.shift()!)
    : batch.gradients;
  const share = averages && rest.shift()!;
  const { gradients, norm } = recipe.gradientClip
    ? clip(engine, recipe.gradientClip, whole)
    : { gradients: whole };
  optimizer.update(gradients, rest);
  if (averages) averages.update(share!);
  return results(engine, norm ? { ...batch, watched: [...batch.watched, norm] } : batch);
}

/** A step whose gradients go into the update that a later batch makes. */
export function collectGradients(context: StepContext, { seed, parts }: StepInputs): StepTensors {
  const batch = batchGradients(context, seed, parts);
  context.accumulator!.add(batch.gradients, batch.images);
  return results(context.engine, batch);
}

interface BatchResult {
  images: number;
  loss: tf.Tensor;
  correct: tf.Tensor;
  /** Means over the batch, one a weight. */
  gradients: tf.Tensor[];
  /** Scalars of which each has to be a number. */
  watched: tf.Tensor[];
}

function results({ tf }: Engine, { loss, correct, watched }: BatchResult): StepTensors {
  const shown = watched.reduce(
    (value, scalar) => tf.where(tf.isFinite(scalar), value, tf.scalar(NaN)),
    loss,
  );
  return [shown, correct];
}

/** Seeds are this far apart from part to part; the layers' own numbers, which are added to them, stay below. */
const SEEDS_A_PART = 1000;

function batchGradients(
  context: StepContext,
  seed: tf.Tensor1D,
  parts: readonly Part[],
): BatchResult {
  const { engine, network, optimizer } = context;
  const { tf } = engine;
  optimizer.load();
  const images = parts.reduce((sum, { labels }) => sum + labels.size, 0);
  const ofParts = parts.map((part, index) => {
    const partSeed = tf.add(seed, tf.tensor1d([index * SEEDS_A_PART, 0], "int32"));
    network.stepSeed.assign(partSeed);
    return partGradients(context, part, images);
  });
  const sum = (tensors: tf.Tensor[]) => (tensors.length === 1 ? tensors[0]! : tf.addN(tensors));
  const gradients = ofParts[0]!.gradients.map((_, index) =>
    sum(ofParts.map((result) => result.gradients[index]!)),
  );
  const isPenalised = network.penalties.size > 0;
  return {
    images,
    loss: sum(ofParts.map(({ loss }) => loss)),
    correct: sum(ofParts.map(({ correct }) => correct)),
    gradients: isPenalised ? withPenalty(engine, network, gradients) : gradients,
    watched: [
      ...ofParts.flatMap(({ objective }) => objective ?? []),
      ...(isPenalised ? [penalty(engine, network)] : []),
    ],
  };
}

/** What a part adds to the batch's mean loss, to its gradients and to its number of correct images. */
interface PartResult {
  loss: tf.Tensor;
  correct: tf.Tensor;
  gradients: tf.Tensor[];
  /** What is made small, where it is not the loss. */
  objective?: tf.Tensor;
}

function partGradients(
  { engine: { tf, settings }, network, recipe, blocks }: StepContext,
  part: Part,
  batchSize: number,
): PartResult {
  const weights = trainedWeights(network).map(({ variable }) => variable);
  const images = part.blocks.map((bytes) => network.preparation.apply(bytes));
  let scores!: tf.Tensor2D;
  const mean = (losses: tf.Tensor) => tf.div(tf.sum(losses), batchSize) as tf.Scalar;
  const { value, grads } = tf.variableGrads(() => {
    scores = tf.keep(forward(network, images, true, blocks));
    return mean(lossOfEach(tf, recipe, network, scores, part));
  }, weights);
  const isOther = recipe.classWeights !== null || !isPlain(recipe.loss);
  const loss = isOther ? mean(plainLoss(tf, network, scores, part)) : value;
  const correct = tf.sum(hits(tf, settings.gpu ? "float32" : "int32", network, scores, part));
  scores.dispose();
  return {
    loss,
    correct,
    gradients: weights.map(({ name }) => grads[name]!),
    ...(isOther && { objective: value }),
  };
}

/** What is made small of each image, float32 [images]. */
function lossOfEach(
  tf: Engine["tf"],
  { loss, classWeights }: Recipe,
  network: Network,
  scores: tf.Tensor2D,
  part: Part,
): tf.Tensor {
  const own = isPlain(loss)
    ? plainLoss(tf, network, scores, part)
    : chosenLoss(tf, loss, network, scores, part);
  if (!classWeights) return own;
  const hot = tf.oneHot(dominantLabels(tf, part), classWeights.length);
  return tf.mul(own, tf.sum(tf.mul(hot, tf.tensor1d([...classWeights])), 1));
}
