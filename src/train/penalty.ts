import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { sumOfSquares } from "../engine/kernels.ts";
import { trainedWeights, type Network } from "../model/network.ts";

/**
 * What the weights of layers with `l1` or `l2` add to what is made small: l1 Σ|w| + l2 Σw², as Keras's kernel_regularizer
 * does.
 */
export function penalty({ tf, backend }: Engine, network: Network): tfjs.Tensor {
  const terms = trainedWeights(network).flatMap(({ name, variable }) => {
    const { l1 = 0, l2 = 0 } = network.penalties.get(name) ?? {};
    return [
      ...(l1 > 0 ? [tf.mul(l1, tf.sum(tf.abs(variable)))] : []),
      ...(l2 > 0 ? [tf.mul(l2, sumOfSquares(backend, variable))] : []),
    ];
  });
  return tf.addN(terms);
}

/** The gradients with that of the penalty: + l1 sign(w) + 2 l2 w. */
export function withPenalty(
  { tf }: Engine,
  network: Network,
  gradients: readonly tfjs.Tensor[],
): tfjs.Tensor[] {
  return trainedWeights(network).map(({ name, variable }, index) => {
    const { l1 = 0, l2 = 0 } = network.penalties.get(name) ?? {};
    const slopes = [
      ...(l1 > 0 ? [tf.mul(l1, tf.sign(variable))] : []),
      ...(l2 > 0 ? [tf.mul(2 * l2, variable)] : []),
    ];
    return slopes.reduce((sum: tfjs.Tensor, slope) => tf.add(sum, slope), gradients[index]!);
  });
}
