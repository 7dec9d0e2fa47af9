import type * as tf from "@tensorflow/tfjs";
import { weightOf } from "../instructions.ts";
import type { BuildContext, LayerDefinition, ResolvedLayers } from "./definition.ts";
import { ownLayer } from "./own-layer.ts";
import { keepsShape } from "./shape-keeping.ts";
import { imageShape } from "./windows.ts";

/** Keeps a deviation of 0 from dividing: Keras's epsilon. */
const LEAST_DEVIATION = 1e-7;
/** Neighbouring numbers that are looked at. */
const MOST_STEPS = 4;

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
    const variance = tfjs.tensor1d(Float32Array.from(scale.dataSync(), varianceOf));
    return [tfjs.neg(tfjs.div(bias!, scale)), variance, tfjs.scalar(0)];
  },
  instructions: (_settings, layer, context) => [
    { kind: "each", run: (images) => normalised(images, layer, context) },
  ],
};

/** The variance that `scaleOf` makes this scale of, to the bit: beside 1 / scale², which is rounded. */
export function varianceOf(scale: number): number {
  const variance = new Float32Array([1 / (scale * scale)]);
  const bits = new Int32Array(variance.buffer);
  const [rounded] = bits;
  for (let away = 0; away <= MOST_STEPS; away++)
    for (const step of [away, -away]) {
      bits[0] = rounded! + step;
      const deviation = Math.max(
        Math.fround(Math.sqrt(variance[0]!)),
        Math.fround(LEAST_DEVIATION),
      );
      if (Math.fround(1 / deviation) === scale) return variance[0]!;
    }
  bits[0] = rounded!;
  return variance[0]!;
}

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
