import * as tf from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import type { ResourceVariable } from "../engine/resource.ts";
import type { NamedVariable } from "../engine/stored.ts";
import { filled } from "../model/optimizers.ts";

/** Gradients of several batches on their way to one update. */
export interface Accumulator {
  /** Sums over images, in the order of the weights; 0 after an update. */
  state: readonly NamedVariable<ResourceVariable>[];
  /** @param gradients means over the batch @param images of the batch */
  add(gradients: readonly tf.Tensor[], images: number): void;
  /**
   * Takes out what is there, with one more batch.
   * @param total float32, images of all these batches @returns means over these images
   */
  take(gradients: readonly tf.Tensor[], images: number, total: tf.Scalar): tf.Tensor[];
  dispose(): void;
}

export function buildAccumulator(
  { backend }: Engine,
  weights: readonly NamedVariable<ResourceVariable>[],
): Accumulator {
  const state = weights.map(({ name, variable }) => ({
    name: `${name}/accumulated`,
    variable: filled(backend, variable.shape, 0),
  }));
  return {
    state,
    add: (gradients, images) =>
      state.forEach(({ variable }, index) => variable.add(tf.mul(gradients[index]!, images))),
    take: (gradients, images, total) =>
      state.map(({ variable }, index) => {
        const sum = tf.add(variable.read(), tf.mul(gradients[index]!, images));
        variable.assign(tf.zeros([...variable.shape]));
        return tf.div(sum, total);
      }),
    dispose: () => state.forEach(({ variable }) => variable.dispose()),
  };
}
