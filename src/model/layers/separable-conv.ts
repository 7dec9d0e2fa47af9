import { biasOf, unpaddedWindow, weightOf } from "../instructions.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { bothWays, imageShape, reachOf, slide } from "./windows.ts";

const POINT = { strides: [1, 1], padding: "valid", dilationRate: [1, 1] } as const;

/** Each channel by itself, then all of a place: [height, width, channels] to [height', width', filters]. */
export const separableConv: LayerDefinition<ResolvedLayers["separableConv"]> = {
  byImage: true,
  isConvolution: true,
  outputShape(settings, input) {
    const image = imageShape("separableConv", input);
    return [...slide("separableConv", image, bothWays(settings)), settings.filters];
  },
  parameters({ kernelSize, depthMultiplier, filters, useBias }, input) {
    const [, , channels] = imageShape("separableConv", input);
    const between = channels * depthMultiplier;
    return (kernelSize[0] * kernelSize[1] + filters) * between + (useBias ? filters : 0);
  },
  build(settings, { tf, name, initialWeightsSeed }) {
    const { strides, dilationRate, kernelSize, padding, filters, depthMultiplier } = settings;
    const layer = tf.layers.separableConv2d({
      name,
      filters,
      depthMultiplier,
      kernelSize: [...kernelSize],
      strides: [strides, strides],
      padding,
      dilationRate: [...dilationRate] as [number, number],
      useBias: settings.useBias,
      depthwiseInitializer: tf.initializers.glorotUniform({ seed: initialWeightsSeed }),
      pointwiseInitializer: tf.initializers.glorotUniform({ seed: initialWeightsSeed + 1 }),
    });
    // tfjs forgets this one when it saves.
    const config = layer.getConfig();
    layer.getConfig = () => ({ ...config, depthMultiplier });
    return layer;
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions(settings, layer, { kernels }) {
    const sliding = bothWays(settings);
    return [
      {
        kind: "slide",
        ...unpaddedWindow(sliding.padding, { size: reachOf(settings), strides: sliding.strides }),
        run: (input) =>
          kernels.convolve(
            kernels.convolveDepthwise(input, weightOf(layer, 0), sliding),
            weightOf(layer, 1),
            POINT,
          ),
      },
      ...(settings.useBias ? [biasOf(layer, kernels, 2)] : []),
    ];
  },
};
