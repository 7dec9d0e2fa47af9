import type { ResolvedLayers } from "../layers.ts";
import type { LayerDefinition, Shape } from "./definition.ts";

/** Normalises each channel (the last dimension), any shape. Scale, offset and two running averages a channel. */
export const batchNorm: LayerDefinition<ResolvedLayers["batchNorm"]> = {
  outputShape: (_settings, input) => input,
  parameters: (_settings, input) => 2 * channels(input),
  build(settings, { tf, name }) {
    return tf.layers.batchNormalization({
      name,
      momentum: settings.momentum,
      epsilon: settings.epsilon,
    });
  },
};

function channels(input: Shape): number {
  return input.length === 3 ? input[2] : input[0];
}
