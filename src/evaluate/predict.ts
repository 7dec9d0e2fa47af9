import type * as tf from "@tensorflow/tfjs";
import { append } from "../arrays.ts";
import { batches, cutBatch, type Batch } from "../data/batches.ts";
import type { DecodedSplit } from "../data/read.ts";
import type { Engine } from "../engine/engine.ts";
import { bytesTensor } from "../engine/kernels.ts";
import { recordable } from "../engine/recording.ts";
import type { Execution } from "../model/plan.ts";
import { forward, variablesOf, type Network } from "../model/network.ts";

export interface Predictor {
  /**
   * Probabilities of every image, with dropout off and batchNorm's running averages.
   * @returns one row per image, one number per class, 0 to 1
   */
  predict(split: DecodedSplit, batchSize: number): Promise<number[][]>;
  /** The same a batch at a time. */
  batches(split: DecodedSplit, batchSize: number): AsyncGenerator<number[][]>;
}

/** A predictor follows the network's weights as they change. */
export function buildPredictor(engine: Engine, network: Network, execution: Execution): Predictor {
  const { tf, backend } = engine;
  const squash = network.output === "softmax" ? tf.softmax : tf.sigmoid;
  const probabilities = recordable(
    engine,
    { variables: variablesOf(network), stored: [], ...execution },
    (parts) =>
      parts.map((bytes) =>
        squash(forward(network, [network.preparation.apply(bytes as tf.Tensor4D)], false)),
      ),
  );
  const predictBatch = (batch: Batch) =>
    tf.tidy(() => {
      const parts = cutBatch(batch, execution.shards).map(({ images, length }) =>
        bytesTensor(backend, images, [length, ...network.inputShape]),
      );
      return probabilities(parts).flatMap((part) =>
        probabilityRows(network, part.dataSync() as Float32Array),
      );
    });
  async function* predictBatches(split: DecodedSplit, batchSize: number) {
    for await (const batch of batches(split, batchSize)) yield predictBatch(batch);
  }
  return predictorOf(predictBatches);
}

/** A predictor of what predicts a batch at a time. */
export function predictorOf(inBatches: Predictor["batches"]): Predictor {
  return {
    async predict(split, batchSize) {
      const rows: number[][] = [];
      for await (const batch of inBatches(split, batchSize)) append(rows, batch);
      return rows;
    },
    batches: inBatches,
  };
}

function probabilityRows({ output, classes }: Network, values: Float32Array): number[][] {
  if (output === "sigmoid") return Array.from(values, (second) => [1 - second, second]);
  const rows = values.length / classes;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * classes, (row + 1) * classes)),
  );
}
