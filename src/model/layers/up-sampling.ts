import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { resizingLayer, savedResizing } from "./resizing.ts";
import { imageShape } from "./windows.ts";

type Settings = ResolvedLayers["upSampling"];

/** An image made larger by whole factors; channels stay. */
export const upSampling: LayerDefinition<Settings> = {
  byImage: true,
  outputShape(settings, input) {
    const [height, width, channels] = imageShape("upSampling", input);
    return [...larger(settings, [height, width]), channels];
  },
  parameters: () => 0,
  multiplyAdds: () => 0,
  build(settings, context) {
    const { size, interpolation } = settings;
    // Between pixels, tfjs's own takes the corner of one for its middle.
    return interpolation === "bilinear"
      ? resizingLayer((input) => larger(settings, input), interpolation, context)
      : context.tf.layers.upSampling2d({ name: context.name, size: [...size], interpolation });
  },
  saved(settings, layer, context) {
    if (settings.interpolation === "nearest") return layer;
    const [height, width] = imageShape("upSampling", context.input);
    return savedResizing(larger(settings, [height, width]), "bilinear", context);
  },
};

function larger({ size }: Settings, [height, width]: readonly [number, number]): [number, number] {
  return [height * size[0], width * size[1]];
}
