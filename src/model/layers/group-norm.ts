import type * as tfjs from "@tensorflow/tfjs";
import { messages } from "../messages.ts";
import { biasOf, weightOf } from "../instructions.ts";
import { composite, throughLayers } from "./composite.ts";
import type { BuildContext, ResolvedLayers } from "./definition.ts";
import { ShapeError, type LayerDefinition } from "./definition.ts";
import { normalise } from "./normalise.ts";
import { keepsShape } from "./shape-keeping.ts";

type Settings = ResolvedLayers["groupNorm"];

/** Normalises neighbouring channels of an image together, any shape. Scale and offset per channel. */
export const groupNorm: LayerDefinition<Settings> = {
  ...keepsShape,
  byImage: true,
  role: "normalisation",
  outputShape({ groups }, input) {
    const channels = input.at(-1)!;
    if (channels % groups !== 0) throw new ShapeError(messages.unequalGroups(groups, channels));
    return input;
  },
  weights: (_settings, input) => [
    { name: "scale/depthwise_kernel", shape: [1, 1, input.at(-1)!, 1] },
    { name: "scale/bias", shape: [input.at(-1)!] },
  ],
  build(settings, context) {
    const layer = ofTfjs(settings, context);
    // tfjs has no gradient of a normalisation without scale and offset.
    layer.call = (input) => {
      const [values] = [input].flat() as [tfjs.Tensor];
      return context.tf.tidy(() => run(values, settings, layer, context));
    };
    return layer;
  },
  instructions: (settings, layer, context) => [
    { kind: "slide", run: (input) => normalised(input, settings, layer, context) },
    biasOf(layer, context.kernels),
  ],
};

function run(
  input: tfjs.Tensor,
  settings: Settings,
  layer: tfjs.layers.Layer,
  context: BuildContext,
): tfjs.Tensor {
  return context.kernels.biasAdd(normalised(input, settings, layer, context), weightOf(layer, 1));
}

function normalised(
  input: tfjs.Tensor,
  { groups, epsilon }: Settings,
  layer: tfjs.layers.Layer,
  { tf }: BuildContext,
): tfjs.Tensor {
  const [images] = input.shape as [number];
  const channels = input.shape.at(-1)!;
  const places = input.size / images / channels;
  const grouped = tf.reshape(input, [images, places, groups, channels / groups]);
  const values = tf.reshape(normalise(tf, grouped, [1, 3], epsilon), input.shape);
  return tf.mul(values, tf.reshape(weightOf(layer, 0), [channels]));
}

/** A normalisation of groups as layers of tfjs; scale and offset are a convolution of 1 x 1 that has one of each a channel. */
function ofTfjs({ groups, epsilon }: Settings, context: BuildContext): tfjs.LayersModel {
  const { input: shape } = context;
  const { layers } = context.tf;
  const channels = shape.at(-1)!;
  const [height, width] = shape.length === 3 ? shape : [1, 1];
  const named = (name: string) => `${context.name}/${name}`;
  return composite(context, (input) =>
    throughLayers(
      input,
      layers.reshape({
        name: named("groups"),
        targetShape: [height * width, groups, channels / groups],
      }),
      layers.layerNormalization({
        name: named("normalise"),
        axis: [1, 3],
        epsilon,
        center: false,
        scale: false,
      }),
      layers.reshape({ name: named("channels"), targetShape: [height, width, channels] }),
      layers.depthwiseConv2d({
        name: named("scale"),
        kernelSize: 1,
        depthwiseInitializer: "ones",
      }),
      layers.reshape({ name: named("output"), targetShape: [...shape] }),
    ),
  );
}
