import type * as tf from "@tensorflow/tfjs";
import { biasOf, unpaddedWindow, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import { imageShape, slide } from "./windows.ts";

/** 2-D convolution: [height, width, channels] to [height', width', filters]. */
export const conv: LayerDefinition<ResolvedLayers["conv"]> = {
  byImage: true,
  outputShape(settings, input) {
    const image = imageShape("conv", input);
    const { kernelSize, strides, padding, filters } = settings;
    return [...slide("conv", image, kernelSize, strides, padding), filters];
  },
  parameters(settings, input) {
    const [, , channels] = imageShape("conv", input);
    const [height, width] = settings.kernelSize;
    return (height * width * channels + (settings.useBias ? 1 : 0)) * settings.filters;
  },
  multiplyAdds(settings, input, context) {
    const [height, width] = this.outputShape(settings, input, context) as [number, number, number];
    const [, , channels] = imageShape("conv", input);
    const [rows, columns] = settings.kernelSize;
    return height * width * rows * columns * channels * settings.filters;
  },
  build(settings, context) {
    const { tf, name } = context;
    return tf.layers.conv2d({
      name,
      filters: settings.filters,
      kernelSize: [...settings.kernelSize],
      strides: [...settings.strides],
      padding: settings.padding,
      useBias: settings.useBias,
      kernelInitializer: kernelInitializer(settings.kernelInitializer, context),
    });
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, { tf, kernels }) {
    const { kernelSize, strides, padding, useBias } = settings;
    return [
      {
        kind: "slide",
        ...unpaddedWindow(padding, { size: kernelSize, strides }),
        run: (input) =>
          tf.conv2d(input as tf.Tensor4D, weightOf(layer, 0) as tf.Tensor4D, [...strides], padding),
      },
      ...(useBias ? [biasOf(layer, kernels)] : []),
    ];
  },
};
