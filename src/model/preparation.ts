import type * as tf from "@tensorflow/tfjs";
import type { Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import { scaleBytes } from "../engine/kernels.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

export type PreprocessSettings = ResolvedExperiment["data"]["preprocess"];

/** From an image's bytes to what the first layer takes: the same in training, in testing and in prediction. */
export interface Preparation {
  /** What `apply` reads. */
  variables: tf.Variable[];
  /** @param bytes uint8 [batch, height, width, channels] @returns float32 of the shape that the first layer takes */
  apply(bytes: tf.Tensor4D): tf.Tensor;
}

/** Keeps a standard deviation of 0 from dividing, as Keras does. */
const LEAST_SPREAD = 1e-6;

export function scaling({ backend }: Engine, factor: number): Preparation {
  return { variables: [], apply: (bytes) => scaleBytes(backend, bytes, factor) };
}

/**
 * Keras's `ImageDataGenerator.standardize`, in its order: rescale, each image by itself, each channel by the training
 * images, whitening.
 */
export function buildPreparation(
  engine: Engine,
  settings: PreprocessSettings,
  { mean, std, whitening }: Statistics,
): Preparation {
  const { tf } = engine;
  const matrix =
    whitening &&
    tf.variable(tf.tensor2d(whitening.matrix, [whitening.size, whitening.size]), false);
  const { samplewiseStd, samplewiseCenter } = settings;
  const { apply: rescaled } = scaling(engine, settings.rescale);
  return {
    variables: matrix ? [matrix] : [],
    apply: (bytes) => {
      let images = rescaled(bytes) as tf.Tensor4D;
      if (samplewiseCenter || samplewiseStd)
        images = tf.sub(images, tf.mean(images, [1, 2, 3], true));
      if (samplewiseStd) {
        // The mean is 0 now.
        const spread = tf.sqrt(tf.mean(tf.square(images), [1, 2, 3], true));
        images = tf.div(images, tf.add(spread, LEAST_SPREAD));
      }
      if (mean) images = tf.sub(images, tf.tensor1d(mean));
      if (std) images = tf.div(images, tf.add(tf.tensor1d(std), LEAST_SPREAD));
      if (matrix) {
        const [count, ...shape] = images.shape;
        const rows = tf.reshape(images, [count, matrix.size / matrix.shape[0]!]);
        images = tf.reshape(tf.matMul(rows as tf.Tensor2D, matrix as never), [count, ...shape]);
      }
      return images;
    },
  };
}
