import type * as tf from "@tensorflow/tfjs";
import { batches } from "../data/batches.ts";
import type { DecodedSplit } from "../data/read.ts";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor, scaleBytes } from "../engine/kernels.ts";
import { recordable, type RecordingSettings } from "../engine/recording.ts";
import { allWeights, forward, type Network } from "../model/network.ts";

export interface Predictor {
  /**
   * Probabilities of every image, with dropout off and batchNorm's running averages.
   * @returns one row an image, one number a class, 0 to 1
   */
  predict(split: DecodedSplit, batchSize: number): number[][];
}

/** A predictor follows the network's weights as they change. */
export function buildPredictor(
  engine: Engine,
  network: Network,
  recording: RecordingSettings,
): Predictor {
  const { tf, backend } = engine;
  const squash = network.output === "softmax" ? tf.softmax : tf.sigmoid;
  const probabilities = recordable(
    engine,
    { variables: allWeights(network), ...recording },
    ([bytes]) => [squash(forward(network, scaleBytes(backend, bytes as tf.Tensor4D), false))],
  );
  const predictBatch = (images: Uint8Array, length: number) =>
    tf.tidy(() => {
      const [output] = probabilities([
        bytesTensor(backend, images, [length, ...network.inputShape]),
      ]);
      return probabilityRows(network, output!.dataSync() as Float32Array);
    });
  return {
    predict: (split, batchSize) =>
      Array.from(batches(split, batchSize), ({ images, length }) =>
        predictBatch(images, length),
      ).flat(),
  };
}

function probabilityRows({ output, classes }: Network, values: Float32Array): number[][] {
  if (output === "sigmoid") return Array.from(values, (second) => [1 - second, second]);
  const rows = values.length / classes;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * classes, (row + 1) * classes)),
  );
}
