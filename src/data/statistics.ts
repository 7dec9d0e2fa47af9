import type { Engine } from "../engine/engine.ts";
import { depthOf, levelOf, type Pixels } from "../pixels.ts";
import { symmetricEigen } from "../engine/eigen.ts";
import { batches } from "./batches.ts";
import type { DecodedSplit } from "./dataset.ts";
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
  const size = train.shape.reduce((product, length) => product * length, 1);
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
  const level = levelOf(train.depth);
  inLevels(sums, level);
  for (const values of [squares, products ?? []]) inLevels(values, level ** 2);
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

/** From sums of values as they are to sums of levels of 8 bits: exact where the values are such levels, widened. */
function inLevels(values: { [at: number]: number; length: number }, level: number): void {
  if (level > 1) for (let at = 0; at < values.length; at++) values[at]! /= level;
}

function addProducts({ tf }: Engine, images: Pixels, length: number, products: Float64Array): void {
  const size = images.length / length;
  const digits = digitsOf(images);
  for (const [place, digit] of digits.entries())
    for (const [otherPlace, other] of digits.entries()) {
      const batch = tf.tidy(() => {
        const [rows, others] = [digit, other].map((one) => tf.tensor2d(one, [length, size]));
        return tf.matMul(rows!, others!, true, false).dataSync();
      });
      const worth = 256 ** (place + otherPlace);
      for (let at = 0; at < products.length; at++) products[at]! += worth * batch[at]!;
    }
}

/** Values as bytes, the lowest first: products of more than that would not be whole numbers in float32. */
function digitsOf(images: Pixels): Float32Array[] {
  if (depthOf(images) === 8) return [Float32Array.from(images)];
  const places = [0, 8] as const;
  return places.map((place) => Float32Array.from(images, (value) => (value >> place) & 255));
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
