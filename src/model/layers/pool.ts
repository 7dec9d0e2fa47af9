import type * as tf from "@tensorflow/tfjs";
import { asBuilt, unpaddedWindow } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { imageShape, slide } from "./windows.ts";

/** The largest or mean value of each window: [height, width, channels] to [height', width', channels]. */
export const pool: LayerDefinition<ResolvedLayers["pool"]> = {
  byImage: true,
  outputShape(settings, input) {
    const image = imageShape("pool", input);
    const { size, strides, padding } = settings;
    const sliding = {
      kernelSize: size,
      strides: strides ?? size,
      padding,
      dilationRate: [1, 1],
    } as const;
    return [...slide("pool", image, sliding), image[2]];
  },
  multiplyAdds: () => 0,
  build(settings, { tf, name }) {
    const config = {
      name,
      poolSize: [...settings.size] as [number, number],
      strides: [...(settings.strides ?? settings.size)] as [number, number],
      padding: settings.padding,
    };
    return settings.type === "max"
      ? tf.layers.maxPooling2d(config)
      : tf.layers.averagePooling2d(config);
  },
  instructions({ type, size, strides, padding }, layer, { tf }) {
    const places = { size, strides: strides ?? size, padding };
    const window = unpaddedWindow(padding, places);
    if (type === "average") {
      return asBuilt(layer).map(({ run }) => ({ kind: "slide", ...window, isPool: true, run }));
    }
    const run = (input: tf.Tensor) =>
      tf.maxPool(input as tf.Tensor4D, [...places.size], [...places.strides], padding);
    return [{ kind: "maxPool", pool: places, ...window, isPool: true, run }];
  },
};
