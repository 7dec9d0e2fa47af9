import type * as tfjs from "@tensorflow/tfjs";
import type { Shape } from "../shape.ts";
import type { BuildContext, WeightShape } from "./definition.ts";

type Run = (input: tfjs.Tensor, layer: tfjs.layers.Layer) => tfjs.Tensor;

/** A layer that tfjs has not, or otherwise than Keras. */
export interface OwnLayer {
  /** In the order of Keras. */
  weights?: readonly (WeightShape & {
    initializer: ReturnType<typeof tfjs.initializers.zeros>;
  })[];
  output: Shape;
  run: Run;
}

/** It cannot be saved: that is what a definition's `saved` is for. */
export function ownLayer(
  { tf, name }: BuildContext,
  { weights = [], output, run }: OwnLayer,
): tfjs.layers.Layer {
  class Own extends tf.layers.Layer {
    override build(inputShape: tfjs.Shape | tfjs.Shape[]): void {
      for (const { name: own, shape, initializer, isFixed } of weights)
        this.addWeight(own, [...shape], "float32", initializer, undefined, !isFixed);
      super.build(inputShape);
    }
  }
  return runBy(new Own({ name }), output, run, tf);
}

/** A layer of tfjs, with its weights, that runs by other operations. */
export function runBy(
  layer: tfjs.layers.Layer,
  output: Shape,
  run: Run,
  { tidy }: Pick<typeof tfjs, "tidy">,
): tfjs.layers.Layer {
  layer.computeOutputShape = (input) => [(input as tfjs.Shape)[0]!, ...output];
  layer.call = (inputs) => tidy(() => run(Array.isArray(inputs) ? inputs[0]! : inputs, layer));
  return layer;
}
