import { elementsOf } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";

/** [height, width, channels] to [height * width * channels], channels fastest. */
export const flatten: LayerDefinition<ResolvedLayers["flatten"]> = {
  outputShape: (_settings, input) => [elementsOf(input)],
  multiplyAdds: () => 0,
  build: (_settings, { tf, name }) => tf.layers.flatten({ name }),
};
