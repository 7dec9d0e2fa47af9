import type * as core from "@tensorflow/tfjs-core";
import type { ResolvedExperiment } from "../spec/resolved.ts";

type Operations = Pick<
  typeof core,
  "add" | "div" | "matMul" | "mean" | "reshape" | "sqrt" | "square" | "sub" | "tensor1d"
>;
type Samplewise = "samplewiseCenter" | "samplewiseStd";

interface ChannelStatistics {
  mean: number[] | null;
  std: number[] | null;
  whitening: core.Tensor2D | null;
}

/** Keeps a standard deviation of 0 from dividing, as Keras does. */
const LEAST_SPREAD = 1e-6;

/**
 * Keras's `ImageDataGenerator.standardize` behind the rescaling, in its order: each image by itself, each channel by the
 * training images, whitening.
 *
 * @param tf operations of whichever tfjs there is: TensorFlow's, or that of a page in a browser
 * @param images rescaled, float32 [batch, height, width, channels]
 * @param statistics of the training images, null where the settings ask for none; the matrix is [size, size]
 */
export function standardize(
  tf: Operations,
  images: core.Tensor4D,
  { samplewiseCenter, samplewiseStd }: Pick<ResolvedExperiment["data"]["preprocess"], Samplewise>,
  { mean, std, whitening }: ChannelStatistics,
): core.Tensor4D {
  let values = images;
  if (samplewiseCenter || samplewiseStd) values = tf.sub(values, tf.mean(values, [1, 2, 3], true));
  if (samplewiseStd) {
    // The mean is 0 now.
    const spread = tf.sqrt(tf.mean(tf.square(values), [1, 2, 3], true));
    values = tf.div(values, tf.add(spread, LEAST_SPREAD));
  }
  if (mean) values = tf.sub(values, tf.tensor1d(mean));
  if (std) values = tf.div(values, tf.add(tf.tensor1d(std), LEAST_SPREAD));
  if (whitening) {
    const rows = tf.reshape(values, [values.shape[0], whitening.shape[0]]);
    values = tf.reshape(tf.matMul(rows, whitening), values.shape);
  }
  return values;
}
