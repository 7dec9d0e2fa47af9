import type * as tf from "@tensorflow/tfjs";
import { biasOf, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import { imageShape } from "./windows.ts";
import { biasShape } from "./bias-shape.ts";

/** Transposed 2-D convolution: [height, width, channels] to [height', width', filters]. */
export const convTranspose: LayerDefinition<ResolvedLayers["convTranspose"]> = {
  byImage: true,
  isConvolution: true,
  outputShape({ filters, kernelSize, strides, padding }, input) {
    const [height, width] = imageShape("convTranspose", input);
    const length = (size: number, axis: 0 | 1) =>
      size * strides[axis] +
      (padding === "valid" ? Math.max(kernelSize[axis] - strides[axis], 0) : 0);
    return [length(height, 0), length(width, 1), filters];
  },
  weights({ filters, kernelSize, useBias }, input) {
    const [, , channels] = imageShape("convTranspose", input);
    const kernel = { name: "kernel", shape: [...kernelSize, filters, channels] };
    return [kernel, ...biasShape(useBias, filters)];
  },
  /** At each place that comes in. */
  multiplyAdds({ filters, kernelSize }, input) {
    const [height, width, channels] = imageShape("convTranspose", input);
    return height * width * channels * kernelSize[0] * kernelSize[1] * filters;
  },
  build(settings, context) {
    const { tf, name } = context;
    const { filters, kernelSize, strides, padding, useBias } = settings;
    return tf.layers.conv2dTranspose({
      name,
      filters,
      kernelSize: [...kernelSize],
      strides: [...strides],
      padding,
      useBias,
      kernelInitializer: kernelInitializer(settings.kernelInitializer, context),
    });
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, context) {
    const { strides, padding, useBias } = settings;
    return [
      {
        kind: "slide",
        run(input) {
          const [batch, ...image] = input.shape as [number, number, number, number];
          const shape = [batch, ...convTranspose.outputShape(settings, image, context)];
          return context.tf.conv2dTranspose(
            input as tf.Tensor4D,
            weightOf(layer, 0) as tf.Tensor4D,
            shape as [number, number, number, number],
            [...strides],
            padding,
          );
        },
      },
      ...(useBias ? [biasOf(layer, context.kernels)] : []),
    ];
  },
};
