import type * as tfjs from "@tensorflow/tfjs";
import type { ResolvedLayers } from "./definition.ts";
import type { BuildContext, LayerDefinition } from "./definition.ts";
import { keepsShape } from "./shape-keeping.ts";

/** Adds normally distributed noise while training, any shape. */
export const gaussianNoise: LayerDefinition<ResolvedLayers["gaussianNoise"]> = {
  ...keepsShape,
  role: "noise",
  build: ({ stddev }, context) => buildNoise(stddev, context),
};

/** tfjs's own noise cannot be repeated. This one is drawn from the step's seed, and saves as tfjs's own. */
function buildNoise(stddev: number, { tf, name, stepNoise }: BuildContext): tfjs.layers.Layer {
  class SeededNoise extends tf.layers.Layer {
    static className = "GaussianNoise";

    override call(
      inputs: tfjs.Tensor | tfjs.Tensor[],
      kwargs: { training?: boolean },
    ): tfjs.Tensor {
      const input = Array.isArray(inputs) ? inputs[0]! : inputs;
      if (!kwargs.training || stddev === 0) return input;
      return tf.tidy(() => tf.add(input, tf.mul(stepNoise(input.shape), stddev)));
    }

    override getConfig() {
      return { ...super.getConfig(), stddev };
    }
  }
  return new SeededNoise({ name });
}
