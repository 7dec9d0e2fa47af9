import type * as tf from "@tensorflow/tfjs";
import { biasOf, unpaddedWindow, weightOf } from "../instructions.ts";
import type { Pair } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { BuildContext, LayerDefinition } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import { runBy } from "./own-layer.ts";
import { bothWays, imageShape, isDilated, reachOf, slide } from "./windows.ts";
import { biasShape } from "./bias-shape.ts";

type Settings = ResolvedLayers["depthwiseConv"];

/** Each channel by itself: [height, width, channels] to [height', width', channels * depthMultiplier]. */
export const depthwiseConv: LayerDefinition<Settings> = {
  byImage: true,
  isConvolution: true,
  outputShape(settings, input) {
    const image = imageShape("depthwiseConv", input);
    return [
      ...slide("depthwiseConv", image, bothWays(settings)),
      image[2] * settings.depthMultiplier,
    ];
  },
  weights({ kernelSize, depthMultiplier, useBias }, input) {
    const [, , channels] = imageShape("depthwiseConv", input);
    const kernel = { name: "depthwise_kernel", shape: [...kernelSize, channels, depthMultiplier] };
    return [kernel, ...biasShape(useBias, channels * depthMultiplier)];
  },
  multiplyAdds(settings, input, context) {
    const [height, width, channels] = imageShape(
      "depthwiseConv",
      this.outputShape(settings, input, context),
    );
    return height * width * channels * settings.kernelSize[0] * settings.kernelSize[1];
  },
  build(settings, context) {
    const { tf, kernels, input } = context;
    const made = tf.layers.depthwiseConv2d({
      ...configOf(settings, context),
      depthwiseInitializer: kernelInitializer(settings.kernelInitializer, context),
    });
    if (!isDilated(settings)) return made;
    const run = (images: tf.Tensor, layer: tf.layers.Layer) => {
      const sums = kernels.convolveDepthwise(images, weightOf(layer, 0), bothWays(settings));
      return settings.useBias ? kernels.biasAdd(sums, weightOf(layer, 1)) : sums;
    };
    return runBy(made, depthwiseConv.outputShape(settings, input, context), run, tf);
  },
  /** tfjs's own is never dilated: there the kernel has zeros between its places. */
  saved(settings, layer, context) {
    if (!isDilated(settings)) return layer;
    const [kernel, ...bias] = layer.getWeights();
    return context.tf.layers.depthwiseConv2d({
      ...configOf({ ...settings, kernelSize: [...reachOf(settings)] }, context),
      weights: [withHoles(kernel!, settings.dilationRate, context), ...bias],
    });
  },
  restored({ dilationRate }, [kernel, ...bias], context) {
    return [withoutHoles(kernel!, dilationRate, context), ...bias];
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, { kernels }) {
    const sliding = bothWays(settings);
    return [
      {
        kind: "slide",
        ...unpaddedWindow(sliding.padding, { size: reachOf(settings), strides: sliding.strides }),
        run: (input) => kernels.convolveDepthwise(input, weightOf(layer, 0), sliding),
      },
      ...(settings.useBias ? [biasOf(layer, kernels)] : []),
    ];
  },
};

function configOf(
  { kernelSize, strides, padding, depthMultiplier, useBias }: Settings,
  { name }: BuildContext,
) {
  return {
    name,
    kernelSize: [...kernelSize] as [number, number],
    strides: [strides, strides] as [number, number],
    padding,
    depthMultiplier,
    useBias,
  };
}

/** Zeros between the rows and columns of a kernel. */
export function withHoles(kernel: tf.Tensor, rates: Pair, { tf: tfjs }: BuildContext): tf.Tensor {
  return [0, 1].reduce((spread, axis) => {
    const rows = tfjs.split(spread, spread.shape[axis]!, axis);
    const shape = rows[0]!.shape.map((length, at) => (at === axis ? rates[axis]! - 1 : length));
    const spaced = rows.flatMap((row, index) => (index === 0 ? [row] : [tfjs.zeros(shape), row]));
    return tfjs.concat(spaced, axis);
  }, kernel);
}

/** What `withHoles` was made from. */
export function withoutHoles(
  kernel: tf.Tensor,
  [down, across]: Pair,
  { tf: tfjs }: BuildContext,
): tf.Tensor {
  return tfjs.stridedSlice(kernel, [0, 0, 0, 0], kernel.shape, [down, across, 1, 1]);
}
