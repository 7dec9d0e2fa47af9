import type * as tf from "@tensorflow/tfjs";
import type { Kernels } from "../engine/kernels.ts";

/** One operation of the network's forward pass. */
export interface Instruction {
  /** What the rearrangement needs to know of it. */
  kind: "bias" | "relu" | "maxPool" | "other";
  run(input: tf.Tensor, training: boolean): tf.Tensor;
}

/** A layer as tfjs itself runs it. */
export function asBuilt(layer: tf.layers.Layer): Instruction[] {
  return [
    { kind: "other", run: (input, training) => layer.apply(input, { training }) as tf.Tensor },
  ];
}

/** The n-th weight of a layer, as it is now and will be. */
export function weightOf(layer: tf.layers.Layer, index: number): tf.Variable {
  return layer.weights[index]!.read() as tf.Variable;
}

/** Adds a layer's second weight, its bias. */
export function biasOf(layer: tf.layers.Layer, { biasAdd }: Kernels): Instruction {
  return { kind: "bias", run: (input) => biasAdd(input, weightOf(layer, 1)) };
}

/**
 * Moves each max-pool before the bias and relu that it follows: max(x + b) = max(x) + b and max(relu(x)) = relu(max(x)),
 * since both never change an order. The values are the same to the bit, with a quarter of the work after a 2 x 2 pool.
 * The gradients are the same too, but where two different inputs of a window become equal by rounding in x + b:
 * then the larger of them gets the gradient here, and the first of them without the rearrangement.
 */
export function poolFirst(instructions: readonly Instruction[]): Instruction[] {
  const order: Instruction[] = [];
  for (const instruction of instructions) {
    let position = order.length;
    if (instruction.kind === "maxPool") {
      while (order[position - 1]?.kind === "bias" || order[position - 1]?.kind === "relu")
        position--;
    }
    order.splice(position, 0, instruction);
  }
  return order;
}
