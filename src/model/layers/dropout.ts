import type * as tfjs from "@tensorflow/tfjs";
import type { ResolvedLayers } from "./definition.ts";
import type { BuildContext, LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** Sets a random fraction of the values to 0 while training and scales the rest by 1 / (1 - rate); any shape. */
export const dropout: LayerDefinition<ResolvedLayers["dropout"]> = {
  ...keepsShape,
  role: "noise",
  build: ({ rate }, context) => buildDropout({ rate }, context),
};

/**
 * tfjs's own dropout draws the same mask at every step when it is seeded, and one that cannot be repeated when it
 * is not. This one draws from the step's seed. It saves as a plain Dropout, so that any tfjs reads the model.
 * @param noiseShape 1 where all values along an axis have one fate, null where each has its own; by default each has
 */
export function buildDropout(
  { rate, noiseShape }: { rate: number; noiseShape?: (1 | null)[] },
  { tf, name, stepMask }: BuildContext,
): tfjs.layers.Layer {
  class SeededDropout extends tf.layers.Layer {
    static className = "Dropout";

    override call(
      inputs: tfjs.Tensor | tfjs.Tensor[],
      kwargs: { training?: boolean },
    ): tfjs.Tensor {
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      if (!kwargs.training || rate === 0) return input;
      return tf.tidy(() => {
        const shape = noiseShape?.map((length, axis) => length ?? input.shape[axis]!);
        const kept = stepMask(shape ?? input.shape, rate);
        return tf.mul(input, tf.mul(kept, 1 / (1 - rate)));
      });
    }

    override getConfig() {
      return { ...super.getConfig(), rate, ...(noiseShape && { noiseShape }) };
    }
  }
  return new SeededDropout({ name });
}
