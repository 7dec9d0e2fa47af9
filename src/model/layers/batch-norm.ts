import type * as tf from "@tensorflow/tfjs";
import { weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** Normalises each channel (the last dimension), any shape. Scale and offset, where wanted, and two running averages per channel. */
export const batchNorm: LayerDefinition<ResolvedLayers["batchNorm"]> = {
  ...keepsShape,
  // Where it goes by its running averages; where it looks at the batch, none is cut.
  byImage: true,
  role: "normalisation",
  weights({ scale, center }, input) {
    const shape = [input.at(-1)!];
    return [
      ...(scale ? [{ name: "gamma", shape }] : []),
      ...(center ? [{ name: "beta", shape }] : []),
      { name: "moving_mean", shape, isFixed: true },
      { name: "moving_variance", shape, isFixed: true },
    ];
  },
  build(settings, { tf, name }) {
    const { momentum, epsilon, center, scale, trainable } = settings;
    const layer = tf.layers.batchNormalization({ name, momentum, epsilon, center, scale });
    if (!trainable) {
      // Keras's rule; tfjs would go on following the batches.
      const call = layer.call.bind(layer);
      layer.call = (inputs, options) => call(inputs, { ...options, training: false });
    }
    return layer;
  },
  instructions: ({ momentum, epsilon, center, scale, trainable }, layer, { tf, kernels }) => [
    {
      // By its running averages it does the same to each value of a channel.
      kind: trainable ? "other" : "each",
      run(input, training) {
        if (!training || !trainable) return layer.apply(input, { training }) as tf.Tensor;
        const weights = layer.weights.map((_, index) => weightOf(layer, index));
        const [movingMean, movingVariance] = weights.splice(-2);
        const channels = input.shape.at(-1)!;
        const factor = scale ? weights.shift()! : tf.ones([channels]);
        const offset = center ? weights.shift()! : tf.zeros([channels]);
        const count = input.size / channels;
        const images = tf.reshape<tf.Rank.R4>(input, imagesShape(input.shape));
        const [output, mean, variance] = kernels.fusedBatchNorm(images, factor, offset, epsilon);
        const follow = (average: tf.Variable, value: tf.Tensor) =>
          average.assign(tf.add(tf.mul(average, momentum), tf.mul(value, 1 - momentum)));
        follow(movingMean!, mean);
        // The kernel divides by n - 1; Keras averages variances that were divided by n.
        follow(movingVariance!, tf.mul(variance, Math.max(count - 1, 1) / count));
        return tf.reshape(output, input.shape);
      },
    },
  ],
};

/** [batch, height, width, channels] for the kernel, of images or of rows. */
function imagesShape(shape: readonly number[]): [number, number, number, number] {
  const [batch, height, width, channels] = shape.length === 4 ? shape : [shape[0], 1, 1, shape[1]];
  return [batch!, height!, width!, channels!];
}
