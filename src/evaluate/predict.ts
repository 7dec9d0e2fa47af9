import type * as tf from "@tensorflow/tfjs";
import { batches } from "../data/batches.ts";
import type { DecodedSplit } from "../data/read.ts";
import type { Engine } from "../engine/engine.ts";
import { imagesFromBytes } from "../engine/kernels.ts";
import type { Network } from "../model/network.ts";

/**
 * Probabilities of every image of a split, with dropout off.
 * @returns one row an image, one number a class, 0 to 1
 */
export function predict(
  engine: Engine,
  network: Network,
  split: DecodedSplit,
  batchSize: number,
): number[][] {
  const rows: number[][] = [];
  for (const batch of batches(split, batchSize)) {
    rows.push(...predictBatch(engine, network, batch.images, batch.length));
  }
  return rows;
}

function predictBatch(
  { tf, backend }: Engine,
  network: Network,
  images: Uint8Array,
  length: number,
): number[][] {
  return tf.tidy(() => {
    const input = imagesFromBytes(backend, images, [
      length,
      ...network.inputShape,
    ]);
    const output = network.model.apply(input, {
      training: false,
    }) as tf.Tensor2D;
    const values = output.dataSync() as Float32Array;
    if (network.output === "sigmoid")
      return Array.from(values, (second) => [1 - second, second]);
    const { classes } = network;
    return Array.from({ length }, (_, row) =>
      Array.from(values.subarray(row * classes, (row + 1) * classes)),
    );
  });
}
