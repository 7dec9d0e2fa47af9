import type * as tfjs from "@tensorflow/tfjs";
import { weightOf } from "../instructions.ts";
import type { Shape } from "../shape.ts";
import { composite, throughLayers } from "./composite.ts";
import type { ResolvedLayers } from "./definition.ts";
import type { LayerDefinition } from "./definition.ts";
import { kernelInitializer } from "./initializers.ts";
import { keepsShape } from "./shape-keeping.ts";
import { imageShape } from "./windows.ts";

type Settings = ResolvedLayers["squeezeExcite"];

/** Multiplies each channel by a number from 0 to 1 that follows from the means of all channels. */
export const squeezeExcite: LayerDefinition<Settings> = {
  ...keepsShape,
  byImage: true,
  outputShape: (_settings, input) => imageShape("squeezeExcite", input),
  weights(settings, input) {
    const { channels, units } = squeezeWidths(settings, input);
    return [
      { name: "reduce/kernel", shape: [channels, units] },
      { name: "reduce/bias", shape: [units] },
      { name: "expand/kernel", shape: [units, channels] },
      { name: "expand/bias", shape: [channels] },
    ];
  },
  multiplyAdds(settings, input) {
    const { channels, units } = squeezeWidths(settings, input);
    return 2 * channels * units;
  },
  build(settings, context) {
    const { tf, name } = context;
    const { channels, units } = squeezeWidths(settings, context.input);
    const initializer = (kernel: number) =>
      kernelInitializer(settings.kernelInitializer, context, kernel);
    return composite(context, (image) => {
      const gate = throughLayers(
        image,
        tf.layers.globalAveragePooling2d({ name: `${name}/squeeze` }),
        tf.layers.dense({
          name: `${name}/reduce`,
          units,
          activation: settings.activation,
          kernelInitializer: initializer(0),
        }),
        tf.layers.dense({
          name: `${name}/expand`,
          units: channels,
          activation: "sigmoid",
          kernelInitializer: initializer(1),
        }),
        tf.layers.reshape({ name: `${name}/gate`, targetShape: [1, 1, channels] }),
      );
      const scale = tf.layers.multiply({ name: `${name}/scale` });
      return scale.apply([image, gate]) as tfjs.SymbolicTensor;
    });
  },
  penalty: ({ l1, l2 }) => ({ l1, l2 }),
  instructions: ({ activation }, layer, { tf, kernels: { biasAdd, matMul } }) => [
    {
      kind: "slide",
      run(input) {
        const dense = (values: tfjs.Tensor, first: number) =>
          biasAdd(matMul(values, weightOf(layer, first)), weightOf(layer, first + 1));
        const means = tf.mean(input, [1, 2]);
        const reduced = dense(means, 0);
        const between =
          activation === "relu" ? tf.relu(reduced) : tf.mul(reduced, tf.sigmoid(reduced));
        const gate = tf.sigmoid(dense(between, 2));
        return tf.mul(input, tf.reshape(gate, [input.shape[0]!, 1, 1, input.shape[3]!]));
      },
    },
  ],
};

/** How many channels come in, and how many numbers they are squeezed into. */
export function squeezeWidths(
  { ratio, units }: Settings,
  input: Shape,
): { channels: number; units: number } {
  const [, , channels] = imageShape("squeezeExcite", input);
  return { channels, units: units ?? Math.max(1, Math.floor(channels / ratio)) };
}
