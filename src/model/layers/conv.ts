import type * as tf from "@tensorflow/tfjs";
import { biasOf, unpaddedWindow, weightOf } from "../instructions.ts";
import { messages } from "../messages.ts";
import { MOST_ELEMENTS } from "../shape.ts";
import type { ResolvedLayers } from "./definition.ts";
import { type BuildContext, type LayerDefinition, ShapeError } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import { ownLayer, runBy } from "./own-layer.ts";
import { imageShape, isDilated, reachOf, slide } from "./windows.ts";
import { biasShape } from "./bias-shape.ts";

type Settings = ResolvedLayers["conv"];

/** 2-D convolution: [height, width, channels] to [height', width', filters]. */
export const conv: LayerDefinition<Settings> = {
  byImage: true,
  isConvolution: true,
  outputShape(settings, input) {
    const image = imageShape("conv", input);
    const { kernelSize, filters, groups } = settings;
    const whole = kernelSize[0] * kernelSize[1] * image[2] * filters;
    if (groups > 1 && whole > MOST_ELEMENTS)
      throw new ShapeError(messages.groupsTooLarge(whole, MOST_ELEMENTS));
    if (image[2] % groups > 0 || filters % groups > 0)
      throw new ShapeError(messages.unevenGroups(groups, image[2], filters));
    return [...slide("conv", image, settings), filters];
  },
  weights({ kernelSize, filters, groups, useBias }, input) {
    const [, , channels] = imageShape("conv", input);
    const kernel = { name: "kernel", shape: [...kernelSize, channels / groups, filters] };
    return [kernel, ...biasShape(useBias, filters)];
  },
  multiplyAdds(settings, input, context) {
    const [height, width] = this.outputShape(settings, input, context) as [number, number, number];
    const [, , channels] = imageShape("conv", input);
    const [rows, columns] = settings.kernelSize;
    return (height * width * rows * columns * channels * settings.filters) / settings.groups;
  },
  build(settings, context) {
    const { tf, kernels, input } = context;
    const { kernelSize, filters, groups, useBias } = settings;
    const output = conv.outputShape(settings, input, context);
    const initializer = kernelInitializer(settings.kernelInitializer, context);
    const run = (images: tf.Tensor, layer: tf.layers.Layer) => {
      const sums = kernels.convolve(images, weightOf(layer, 0), settings);
      return useBias ? kernels.biasAdd(sums, weightOf(layer, 1)) : sums;
    };
    if (groups === 1) {
      const config = configOf(settings, context);
      const layer = tf.layers.conv2d({ ...config, kernelInitializer: initializer });
      return isDilated(settings) ? runBy(layer, output, run, tf) : layer;
    }
    const kernel = {
      name: "kernel",
      shape: [...kernelSize, input[2]! / groups, filters],
      initializer,
    };
    const bias = { name: "bias", shape: [filters], initializer: tf.initializers.zeros() };
    return ownLayer(context, { weights: useBias ? [kernel, bias] : [kernel], output, run });
  },
  /** Plain tfjs has no groups: there the kernel is 0 between them. */
  saved(settings, layer, context) {
    if (settings.groups === 1) return layer;
    const [kernel, ...bias] = layer.getWeights();
    return context.tf.layers.conv2d({
      ...configOf(settings, context),
      weights: [ungrouped(kernel!, settings.groups, context), ...bias],
    });
  },
  restored({ groups }, [kernel, ...bias], context) {
    return [groups === 1 ? kernel! : grouped(kernel!, groups, context), ...bias];
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, { kernels }) {
    const { strides, padding, useBias } = settings;
    return [
      {
        kind: "slide",
        ...unpaddedWindow(padding, { size: reachOf(settings), strides }),
        run: (input) => kernels.convolve(input, weightOf(layer, 0), settings),
      },
      ...(useBias ? [biasOf(layer, kernels)] : []),
    ];
  },
};

function configOf(
  { filters, kernelSize, strides, padding, dilationRate, useBias }: Settings,
  { name }: BuildContext,
) {
  return {
    name,
    filters,
    kernelSize: [...kernelSize],
    strides: [...strides] as [number, number],
    padding,
    dilationRate: [...dilationRate] as [number, number],
    useBias,
  };
}

/** The kernel of a convolution that sees all channels and gives the same. */
function ungrouped(kernel: tf.Tensor, groups: number, { tf: tfjs }: BuildContext): tf.Tensor {
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  const each = Array.from({ length: groups }, (_, group) => {
    const from = (group * filters) / groups;
    const own = tfjs.slice(kernel, [0, 0, 0, from], [height, width, channels, filters / groups]);
    const beside: [number, number] = [group * channels, (groups - 1 - group) * channels];
    return tfjs.pad(own, [[0, 0], [0, 0], beside, [0, 0]]);
  });
  return tfjs.concat(each, 3);
}

/** What `ungrouped` was made from. */
function grouped(kernel: tf.Tensor, groups: number, { tf: tfjs }: BuildContext): tf.Tensor {
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  const [inside, each] = [channels / groups, filters / groups];
  const kernels = Array.from({ length: groups }, (_, group) =>
    tfjs.slice(kernel, [0, 0, group * inside, group * each], [height, width, inside, each]),
  );
  return tfjs.concat(kernels, 3);
}
