import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { runBy } from "./own-layer.ts";
import { imageShape } from "./windows.ts";

/** The mean or largest value of each channel: [height, width, channels] to [channels]. */
export const globalPool: LayerDefinition<ResolvedLayers["globalPool"]> = {
  byImage: true,
  outputShape: (_settings, input) => [imageShape("globalPool", input)[2]],
  multiplyAdds: () => 0,
  build({ type }, { tf, kernels, name, input }) {
    if (type === "average") return tf.layers.globalAveragePooling2d({ name });
    // tfjs's own gives each of several largest values the whole gradient.
    const layer = tf.layers.globalMaxPooling2d({ name });
    return runBy(layer, [imageShape("globalPool", input)[2]], kernels.maximumOfImages, tf);
  },
};
