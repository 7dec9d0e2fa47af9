import type * as tfjs from "@tensorflow/tfjs";
import type { ResolvedLayers } from "./definition.ts";
import type { BuildContext, LayerDefinition } from "./definition.ts";

/** Sets a random fraction of the values to 0 while training and scales the rest by 1 / (1 - rate); any shape. */
export const dropout: LayerDefinition<ResolvedLayers["dropout"]> = {
  outputShape: (_settings, input) => input,
  parameters: () => 0,
  multiplyAdds: () => 0,
  build: ({ rate }, context) => buildDropout(rate, context),
};

/**
 * tfjs's own dropout draws the same mask at every step when it is seeded, and one that cannot be repeated when it
 * is not. This one draws from the step's seed. It saves as a plain Dropout, so that any tfjs reads the model.
 */
function buildDropout(rate: number, { tf, name, stepMask }: BuildContext): tfjs.layers.Layer {
  class SeededDropout extends tf.layers.Layer {
    static className = "Dropout";

    override call(
      inputs: tfjs.Tensor | tfjs.Tensor[],
      kwargs: { training?: boolean },
    ): tfjs.Tensor {
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      if (!kwargs.training || rate === 0) return input;
      return tf.tidy(() => {
        const kept = stepMask(input.shape, rate);
        return tf.mul(input, tf.mul(kept, 1 / (1 - rate)));
      });
    }

    override getConfig() {
      return { ...super.getConfig(), rate };
    }
  }
  return new SeededDropout({ name });
}
