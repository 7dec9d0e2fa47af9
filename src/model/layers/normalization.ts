import type * as tf from "@tensorflow/tfjs";
import { weightOf } from "../instructions.ts";
import type { BuildContext, LayerDefinition, ResolvedLayers } from "./definition.ts";
import { ownLayer } from "./own-layer.ts";
import { keepsShape } from "./shape-keeping.ts";
import { imageShape } from "./windows.ts";

/** Keeps a deviation of 0 from dividing: Keras's epsilon. */
const LEAST_DEVIATION = 1e-7;

/** Less the mean of each channel, divided by its standard deviation: [height, width, channels] to the same. */
export const normalization: LayerDefinition<ResolvedLayers["normalization"]> = {
  ...keepsShape,
  byImage: true,
  outputShape: (_settings, input) => imageShape("normalization", input),
  weights: (_settings, input) => [
    { name: "mean", shape: [input.at(-1)!], isFixed: true },
    { name: "variance", shape: [input.at(-1)!], isFixed: true },
    { name: "count", shape: [], isFixed: true },
  ],
  build(settings, context) {
    const { tf: tfjs, input } = context;
    const { zeros, ones } = tfjs.initializers;
    const initializers = [zeros(), ones(), zeros()];
    const weights = normalization.weights!(settings, input, context);
    return ownLayer(context, {
      weights: weights.map((weight, index) => ({ ...weight, initializer: initializers[index]! })),
      output: input,
      run: (images, layer) => normalised(images, layer, context),
    });
  },
  /** A convolution of 1 x 1 of each channel by itself. */
  saved(_settings, layer, { tf: tfjs, name, input }) {
    const channels = input.at(-1)!;
    const scale = scaleOf(layer, tfjs);
    return tfjs.layers.depthwiseConv2d({
      name,
      kernelSize: 1,
      trainable: false,
      weights: [
        tfjs.reshape(scale, [1, 1, channels, 1]),
        tfjs.neg(tfjs.mul(weightOf(layer, 0), scale)),
      ],
    });
  },
  restored(_settings, [kernel, bias], { tf: tfjs }) {
    const scale = tfjs.reshape(kernel!, bias!.shape as [number]);
    const variance = tfjs.div(1, tfjs.square(scale));
    return [tfjs.neg(tfjs.div(bias!, scale)), variance, tfjs.scalar(0)];
  },
  instructions: (_settings, layer, context) => [
    { kind: "each", run: (images) => normalised(images, layer, context) },
  ],
};

function scaleOf(layer: tf.layers.Layer, tfjs: typeof tf): tf.Tensor {
  return tfjs.div(1, tfjs.maximum(tfjs.sqrt(weightOf(layer, 1)), LEAST_DEVIATION));
}

function normalised(
  images: tf.Tensor,
  layer: tf.layers.Layer,
  { tf: tfjs }: Pick<BuildContext, "tf">,
): tf.Tensor {
  return tfjs.mul(tfjs.sub(images, weightOf(layer, 0)), scaleOf(layer, tfjs));
}
