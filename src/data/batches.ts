import { blackPixels, bytesOf, type Pixels } from "../pixels.ts";
import type { DecodedSplit } from "./dataset.ts";

/** Some images of a split. Its arrays are overwritten by the next batch: copy what is to be kept. */
export interface Batch {
  /** [length, height, width, channels] */
  images: Pixels;
  /** [length], positions in the list of classes. */
  labels: Int32Array;
  length: number;
  /** Where each image has another one mixed in. */
  mix?: LabelMix;
}

export interface LabelMix {
  /** [length], the classes of the other images. */
  labels: Int32Array;
  /** [length], what an image's own label counts, 0 to 1; the other counts the rest. */
  weights: Float32Array;
}

/**
 * The images of a split, `batchSize` at a time; the last batch holds what is left.
 *
 * @param order positions in the split, in the order wanted; all of them as they are by default
 */
export async function* batches(
  split: DecodedSplit,
  batchSize: number,
  order?: Uint32Array,
): AsyncGenerator<Batch> {
  const size = (split.rows.size * 8) / split.depth;
  const places = order ?? Uint32Array.from({ length: split.length }, (_, index) => index);
  const total = places.length;
  const images = blackPixels(split.depth, Math.min(batchSize, total) * size);
  const labels = new Int32Array(Math.min(batchSize, total));
  for (let start = 0; start < total; start += batchSize) {
    const chosen = places.subarray(start, start + batchSize);
    const { length } = chosen;
    await split.rows.read(chosen, bytesOf(images));
    for (const [offset, index] of chosen.entries()) labels[offset] = split.labels[index]!;
    yield {
      images: images.subarray(0, length * size),
      labels: labels.subarray(0, length),
      length,
    };
  }
}

/** A batch as `count` batches of nearly equal length, or fewer where it has fewer images. They share its memory. */
export function cutBatch({ images, labels, length, mix }: Batch, count: number): Batch[] {
  const parts = Math.min(count, length);
  const size = images.length / length;
  return Array.from({ length: parts }, (_, index) => {
    const from = Math.floor((index * length) / parts);
    const to = Math.floor(((index + 1) * length) / parts);
    return {
      images: images.subarray(from * size, to * size),
      labels: labels.subarray(from, to),
      length: to - from,
      ...(mix && {
        mix: { labels: mix.labels.subarray(from, to), weights: mix.weights.subarray(from, to) },
      }),
    };
  });
}
