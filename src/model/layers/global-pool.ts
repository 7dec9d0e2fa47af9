import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { runBy } from "./own-layer.ts";
import { imageShape } from "./windows.ts";

/** The mean or largest value of each channel: [height, width, channels] to [channels]. */
export const globalPool: LayerDefinition<ResolvedLayers["globalPool"]> = {
  byImage: true,
  outputShape: (_settings, input) => [imageShape("globalPool", input)[2]],
  parameters: () => 0,
  multiplyAdds: () => 0,
  build({ type }, context) {
    const { tf, kernels, name } = context;
    if (type === "average") return tf.layers.globalAveragePooling2d({ name });
    // tfjs's own gives each of several largest values the whole gradient.
    return runBy(context, tf.layers.globalMaxPooling2d({ name }), kernels.maximumOfImages);
  },
};
