import type * as tf from "@tensorflow/tfjs";
import { append } from "../arrays.ts";
import { batches, cutBatch, type Batch } from "../data/batches.ts";
import type { DecodedSplit } from "../data/dataset.ts";
import type { Engine } from "../engine/engine.ts";
import { pixelsTensor } from "../engine/kernels.ts";
import { recordable } from "../engine/recording.ts";
import type { Execution } from "../model/plan.ts";
import { forward, variablesOf, type Network } from "../model/network.ts";

export interface Predictor {
  /**
   * Probabilities of every image, with dropout off and batchNorm's running averages.
   * @returns one row per image, one number per class, 0 to 1
   */
  predict(split: DecodedSplit, batchSize: number): Promise<number[][]>;
  /**
   * The same of batches from anywhere. A few are begun before the first of them is read, so that TensorFlow works while
   * this thread gets the next.
   */
  predictBatches(batches: AsyncIterable<Batch>): AsyncGenerator<number[][]>;
}

/** Batches that TensorFlow has before one is waited for. */
const AHEAD = 4;

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
  const begin = (batch: Batch) =>
    tf.tidy(() =>
      probabilities(
        cutBatch(batch, execution.shards).map(({ images, length }) =>
          pixelsTensor(backend, images, [length, ...network.inputShape]),
        ),
      ),
    );
  const read = (parts: tf.Tensor[]) => {
    const values = parts.map((part) => part.dataSync<"float32">());
    tf.dispose(parts);
    return values.flatMap((some) => probabilityRows(network, some));
  };
  return predictorOf(async function* (from) {
    const begun: tf.Tensor[][] = [];
    try {
      for await (const batch of from) {
        begun.push(begin(batch));
        if (begun.length > AHEAD) yield read(begun.shift()!);
      }
      while (begun.length > 0) yield read(begun.shift()!);
    } finally {
      tf.dispose(begun);
    }
  });
}

/** A predictor of what predicts a batch at a time. */
export function predictorOf(predictBatches: Predictor["predictBatches"]): Predictor {
  return {
    async predict(split, batchSize) {
      const rows: number[][] = [];
      for await (const some of predictBatches(batches(split, batchSize))) append(rows, some);
      return rows;
    },
    predictBatches,
  };
}

function probabilityRows({ output, classes }: Network, values: Float32Array): number[][] {
  if (output === "sigmoid") return Array.from(values, (second) => [1 - second, second]);
  const rows = values.length / classes;
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * classes, (row + 1) * classes)),
  );
}
