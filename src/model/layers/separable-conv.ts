import type * as tf from "@tensorflow/tfjs";
import { biasOf, unpaddedWindow, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { BuildContext, LayerDefinition } from "./definition.ts";
import { withHoles, withoutHoles } from "./depthwise-conv.ts";
import { kernelInitializer } from "./initializers.ts";
import { runBy } from "./own-layer.ts";
import { bothWays, imageShape, isDilated, reachOf, slide } from "./windows.ts";
import { biasShape } from "./bias-shape.ts";

type Settings = ResolvedLayers["separableConv"];

const POINT = { strides: [1, 1], padding: "valid", dilationRate: [1, 1] } as const;

/** Each channel by itself, then all of a place: [height, width, channels] to [height', width', filters]. */
export const separableConv: LayerDefinition<Settings> = {
  byImage: true,
  isConvolution: true,
  outputShape(settings, input) {
    const image = imageShape("separableConv", input);
    return [...slide("separableConv", image, bothWays(settings)), settings.filters];
  },
  weights({ kernelSize, depthMultiplier, filters, useBias }, input) {
    const [, , channels] = imageShape("separableConv", input);
    return [
      { name: "depthwise_kernel", shape: [...kernelSize, channels, depthMultiplier] },
      { name: "pointwise_kernel", shape: [1, 1, channels * depthMultiplier, filters] },
      ...biasShape(useBias, filters),
    ];
  },
  multiplyAdds(settings, input, context) {
    const { kernelSize, depthMultiplier } = settings;
    const [height, width, filters] = imageShape(
      "separableConv",
      this.outputShape(settings, input, context),
    );
    const between = imageShape("separableConv", input)[2] * depthMultiplier;
    return height * width * between * (kernelSize[0] * kernelSize[1] + filters);
  },
  build(settings, context) {
    const { tf, kernels, name, input } = context;
    const { strides, dilationRate, kernelSize, padding, filters, depthMultiplier } = settings;
    const { useBias } = settings;
    const layer = tf.layers.separableConv2d({
      name,
      filters,
      depthMultiplier,
      kernelSize: [...kernelSize],
      strides: [strides, strides],
      padding,
      dilationRate: [...dilationRate] as [number, number],
      useBias,
      depthwiseInitializer: kernelInitializer(settings.kernelInitializer, context),
      pointwiseInitializer: kernelInitializer(settings.kernelInitializer, context, 1),
    });
    // tfjs forgets this one when it saves.
    const config = layer.getConfig();
    layer.getConfig = () => ({ ...config, depthMultiplier });
    if (!isDilated(settings)) return layer;
    const run = (images: tf.Tensor) => {
      const sums = separate(settings, images, layer, context);
      return useBias ? kernels.biasAdd(sums, weightOf(layer, 2)) : sums;
    };
    return runBy(layer, separableConv.outputShape(settings, input, context), run, tf);
  },
  /** tfjs hands a dilated one to TensorFlow, which takes it with oneDNN alone: there it is the two that it is made of. */
  saved(settings, layer, context) {
    if (!isDilated(settings)) return layer;
    const { tf, name, input } = context;
    const { padding, depthMultiplier, filters, useBias, dilationRate } = settings;
    const [depthwise, ...pointwise] = layer.getWeights();
    return tf.sequential({
      name,
      layers: [
        tf.layers.depthwiseConv2d({
          name: `${name}_depthwise`,
          inputShape: [...input],
          kernelSize: [...reachOf(settings)],
          padding,
          depthMultiplier,
          useBias: false,
          weights: [withHoles(depthwise!, dilationRate, context)],
        }),
        tf.layers.conv2d({
          name: `${name}_pointwise`,
          kernelSize: 1,
          filters,
          useBias,
          weights: pointwise,
        }),
      ],
    });
  },
  restored({ dilationRate }, [depthwise, ...pointwise], context) {
    return [withoutHoles(depthwise!, dilationRate, context), ...pointwise];
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, context) {
    const { padding, strides } = bothWays(settings);
    return [
      {
        kind: "slide",
        ...unpaddedWindow(padding, { size: reachOf(settings), strides }),
        run: (input) => separate(settings, input, layer, context),
      },
      ...(settings.useBias ? [biasOf(layer, context.kernels, 2)] : []),
    ];
  },
};

/** Both convolutions, without the bias. */
function separate(
  settings: Settings,
  input: tf.Tensor,
  layer: tf.layers.Layer,
  { kernels }: BuildContext,
): tf.Tensor {
  const channels = kernels.convolveDepthwise(input, weightOf(layer, 0), bothWays(settings));
  return kernels.convolve(channels, weightOf(layer, 1), POINT);
}
