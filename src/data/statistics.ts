import type { Engine } from "../engine/engine.ts";
import { symmetricEigen } from "../engine/eigen.ts";
import { batches } from "./batches.ts";
import type { DecodedSplit } from "./read.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

/** What `data.preprocess` has to know of the training images; null where it does not use it. */
export interface Statistics {
  /** [channels], of rescaled values. */
  mean: number[] | null;
  /** [channels], of rescaled values, divided by n. */
  std: number[] | null;
  /** A square matrix that rows of values are multiplied by from the right. */
  whitening: { size: number; matrix: Float32Array } | null;
}

/**
 * So many images per batch that sums of products of bytes stay below 2^24 (256 x 255 x 255) and are whole numbers in
 * float32: then they come out the same whatever the threads and the order.
 */
const BATCH = 256;

/**
 * The statistics of the training images, as Keras's `ImageDataGenerator.fit` has them, in one pass and in the memory
 * of a batch.
 */
export async function fitStatistics(
  engine: Engine,
  train: DecodedSplit,
  settings: ResolvedExperiment["data"]["preprocess"],
): Promise<Statistics> {
  const { rescale, featurewiseCenter, featurewiseStd, zcaWhitening } = settings;
  if (!featurewiseCenter && !featurewiseStd && !zcaWhitening)
    return { mean: null, std: null, whitening: null };
  const size = train.rows.size;
  const channels = train.shape[2];
  const sums = new Float64Array(size);
  const squares = new Float64Array(channels);
  const products = zcaWhitening ? new Float64Array(size * size) : null;
  for await (const { images, length } of batches(train, BATCH)) {
    for (let row = 0; row < length; row++) {
      for (let at = 0; at < size; at += channels) {
        for (let channel = 0; channel < channels; channel++) {
          const value = images[row * size + at + channel]!;
          sums[at + channel]! += value;
          squares[channel]! += value * value;
        }
      }
    }
    if (products) addProducts(engine, images, length, products);
  }
  const values = (train.length * size) / channels;
  const means = Array.from(
    { length: channels },
    (_, channel) =>
      sums.reduce((sum, value, at) => (at % channels === channel ? sum + value : sum), 0) / values,
  );
  const std = means.map((mean, channel) => Math.sqrt(squares[channel]! / values - mean ** 2));
  return {
    mean: means.map((mean) => mean * rescale),
    std: featurewiseStd ? std.map((value) => value * rescale) : null,
    whitening: products && whiten(engine, products, sums, means, train.length, settings),
  };
}

function addProducts(
  { tf }: Engine,
  images: Uint8Array,
  length: number,
  products: Float64Array,
): void {
  const size = images.length / length;
  const batch = tf.tidy(() => {
    const rows = tf.tensor2d(Float32Array.from(images), [length, size]);
    return tf.matMul(rows, rows, true, false).dataSync();
  });
  for (let at = 0; at < products.length; at++) products[at]! += batch[at]!;
}

/**
 * ZCA: U diag(sqrt(n) / (s + epsilon)) Uᵀ, where U and s are the left singular vectors and the singular values of the
 * centred images as columns. They are had from the matrix of products, whose eigenvalues are s². Directions that the
 * images do not reach, of which there are at least (values - images), are left out.
 */
function whiten(
  engine: Engine,
  products: Float64Array,
  sums: Float64Array,
  means: readonly number[],
  images: number,
  { rescale, zcaEpsilon }: ResolvedExperiment["data"]["preprocess"],
): NonNullable<Statistics["whitening"]> {
  const size = sums.length;
  const mean = (at: number) => means[at % means.length]!;
  const centred = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const product =
        products[row * size + column]! -
        sums[row]! * mean(column) -
        mean(row) * sums[column]! +
        images * mean(row) * mean(column);
      centred[row * size + column] = product * rescale ** 2;
    }
  }
  const { values, vectors } = symmetricEigen(engine, centred, size);
  const largest = values.at(-1)!;
  const scaled = new Float32Array(size * size);
  for (let column = 0; column < size; column++) {
    const value = values[column]!;
    const isReached = column >= size - images && value > largest * size * Number.EPSILON;
    const scale = isReached ? Math.sqrt(Math.sqrt(images) / (Math.sqrt(value) + zcaEpsilon)) : 0;
    for (let row = 0; row < size; row++)
      scaled[row * size + column] = vectors[row * size + column]! * scale;
  }
  const { tf } = engine;
  const matrix = tf.tidy(() => {
    const half = tf.tensor2d(scaled, [size, size]);
    return tf.matMul(half, half, false, true).dataSync() as Float32Array;
  });
  return { size, matrix };
}
