import type * as tfjs from "@tensorflow/tfjs";
import type { BuildContext } from "./definition.ts";

/** A weight that is trained. */
export interface OwnWeight {
  name: string;
  shape: readonly number[];
  initializer: ReturnType<typeof tfjs.initializers.zeros>;
}

/** A layer that tfjs has not, or otherwise than Keras. Sizes are with the batch, as tfjs counts them. */
export interface OwnLayer {
  /** In the order of Keras. */
  weights?: (input: readonly number[]) => OwnWeight[];
  outputShape: (input: readonly number[]) => number[];
  run: (input: tfjs.Tensor, layer: tfjs.layers.Layer) => tfjs.Tensor;
}

/** It cannot be saved: that is what a definition's `saved` is for. */
export function ownLayer(
  { tf, name }: Pick<BuildContext, "tf" | "name">,
  { weights, outputShape, run }: OwnLayer,
): tfjs.layers.Layer {
  class Own extends tf.layers.Layer {
    override build(inputShape: tfjs.Shape | tfjs.Shape[]): void {
      for (const weight of weights?.(inputShape as number[]) ?? []) {
        const { name: label, shape, initializer } = weight;
        this.addWeight(label, [...shape], "float32", initializer, undefined, true);
      }
      super.build(inputShape);
    }

    override computeOutputShape(inputShape: tfjs.Shape | tfjs.Shape[]): tfjs.Shape {
      return outputShape(inputShape as number[]);
    }

    override call(inputs: tfjs.Tensor | tfjs.Tensor[]): tfjs.Tensor {
      return tf.tidy(() => run(Array.isArray(inputs) ? inputs[0]! : inputs, this));
    }
  }
  return new Own({ name });
}

/** A layer of tfjs that is saved as that, and runs by other operations. */
export function runBy(
  { tf }: Pick<BuildContext, "tf">,
  layer: tfjs.layers.Layer,
  run: (input: tfjs.Tensor) => tfjs.Tensor,
): tfjs.layers.Layer {
  layer.call = (inputs) => tf.tidy(() => run(Array.isArray(inputs) ? inputs[0]! : inputs));
  return layer;
}
