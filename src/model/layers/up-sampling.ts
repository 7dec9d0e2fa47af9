import type { Shape } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { resizingLayer, savedResizing } from "./resizing.ts";
import { imageShape } from "./windows.ts";

type Settings = ResolvedLayers["upSampling"];

/** An image made larger by whole factors; channels stay. */
export const upSampling: LayerDefinition<Settings> = {
  byImage: true,
  outputShape: (settings, input) => [
    ...larger(settings, input),
    imageShape("upSampling", input)[2],
  ],
  multiplyAdds: () => 0,
  build(settings, context) {
    const { size, interpolation } = settings;
    // Between pixels, tfjs's own takes the corner of one for its middle.
    return interpolation === "bilinear"
      ? resizingLayer(larger(settings, context.input), interpolation, context)
      : context.tf.layers.upSampling2d({ name: context.name, size: [...size], interpolation });
  },
  saved: (settings, layer, context) =>
    settings.interpolation === "bilinear"
      ? savedResizing(larger(settings, context.input), "bilinear", context)
      : layer,
};

function larger({ size }: Settings, input: Shape): [number, number] {
  const [height, width] = imageShape("upSampling", input);
  return [height * size[0], width * size[1]];
}
