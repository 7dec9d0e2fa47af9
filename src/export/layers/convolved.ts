import { bothWays, reachOf } from "../../model/layers/windows.ts";
import type { ResolvedLayers } from "../../model/layers/definition.ts";
import type { Padding, Pair } from "../../model/shape.ts";
import type { NamedArray } from "../../train/values.ts";
import { type OnnxPlace, type TfjsPlace } from "../exporter.ts";
import type { Attributes } from "../onnx/graph.ts";
import { reshaped, sliced, transposed, type TakeWeight } from "../weights.ts";

/** @param length of the bias; false where there is none */
export function biasOf(take: TakeWeight, layer: string, length: number | false): NamedArray[] {
  return length === false ? [] : [take(`${layer}/bias`, [length])];
}

/** @param kernel with zeros between the groups, as it is saved */
export function ofGroups(kernel: NamedArray, groups: number): NamedArray {
  if (groups === 1) return kernel;
  const [height, width, all, filters] = kernel.shape as [number, number, number, number];
  const channels = all / groups;
  const each = filters / groups;
  const parts = Array.from({ length: groups }, (_, group) =>
    transposed(
      sliced(kernel, [
        { size: height },
        { size: width },
        { start: group * channels, size: channels },
        { start: group * each, size: each },
      ]),
      [3, 0, 1, 2],
    ),
  );
  const values = new Float32Array(filters * height * width * channels);
  parts.forEach((part, group) => values.set(part.values, group * part.values.length));
  return transposed({ shape: [filters, height, width, channels], values }, [1, 2, 3, 0]);
}

/** @param kernel with zeros between its rows and columns, as it is saved */
export function withoutHoles(
  kernel: NamedArray,
  { kernelSize, dilationRate }: { kernelSize: Pair; dilationRate: Pair },
): NamedArray {
  const [, , channels, multiplier] = kernel.shape as [number, number, number, number];
  return sliced(kernel, [
    { size: kernelSize[0], step: dilationRate[0] },
    { size: kernelSize[1], step: dilationRate[1] },
    { size: channels },
    { size: multiplier },
  ]);
}

/** @param kernel [filters, channels of a group, height, width] */
export function convolution(
  at: OnnxPlace,
  label: string,
  kernel: NamedArray,
  bias: NamedArray | undefined,
  attributes: Attributes,
): string {
  const inputs = [at.value, at.floats(label, kernel)];
  if (bias) inputs.push(at.floats("bias", bias));
  return at.op("Conv", inputs, { kernel_shape: kernel.shape.slice(2), ...attributes });
}

/** @param kernel [height, width, channels, multiplier] */
export function depthwise(
  at: OnnxPlace,
  label: string,
  kernel: NamedArray,
  bias: NamedArray | undefined,
  settings: { kernelSize: Pair; dilationRate: Pair; strides: number; padding: Padding },
): string {
  const [height, width, channels, multiplier] = kernel.shape as [number, number, number, number];
  const { strides, padding } = bothWays(settings);
  const byChannel = transposed(kernel, [2, 3, 0, 1]);
  return convolution(
    at,
    label,
    reshaped(byChannel, [channels * multiplier, 1, height, width]),
    bias,
    {
      strides,
      dilations: settings.dilationRate,
      pads: padsOf(at.input, { size: reachOf(settings), strides, padding }),
      group: channels,
    },
  );
}

export const DEPTHWISE = "DepthwiseConv2dNative";

/** A convolution of TensorFlow's. @param kernel its name in the layer, and [height, width, …] */
export function convolved(
  { op, floats, value }: TfjsPlace,
  type: "Conv2D" | typeof DEPTHWISE,
  kernel: readonly [label: string, NamedArray],
  bias: NamedArray | undefined,
  { strides = [1, 1], dilations = [1, 1], padding = "valid" }: Window = {},
): string {
  const images = op(type, [value, floats(...kernel)], {
    strides: [1, ...strides, 1],
    dilations: [1, ...dilations, 1],
    padding: padding.toUpperCase(),
    data_format: "NHWC",
  });
  return bias ? op("BiasAdd", [images, floats("bias", bias)]) : images;
}

interface Window {
  strides?: Pair;
  dilations?: Pair;
  padding?: Padding;
}

/** Settings of Keras's layers that have kernels for each channel. */
export function kerasDepthwise(
  settings: ResolvedLayers["depthwiseConv"] | ResolvedLayers["separableConv"],
) {
  const { kernelSize, strides, padding, depthMultiplier, dilationRate, useBias, trainable } =
    settings;
  return {
    kernel_size: kernelSize,
    strides: [strides, strides],
    padding,
    depth_multiplier: depthMultiplier,
    dilation_rate: dilationRate,
    use_bias: useBias,
    trainable,
  };
}

export function depthwiseWindow(settings: {
  strides: number;
  dilationRate: Pair;
  padding: Padding;
}) {
  return { ...bothWays(settings), dilations: settings.dilationRate };
}

/** The kernel of a convolution in groups with zeros between them, for what knows no groups. */
export function ofAll(kernel: NamedArray, groups: number): NamedArray {
  if (groups === 1) return kernel;
  const [height, width, channels, filters] = kernel.shape as [number, number, number, number];
  const each = filters / groups;
  const all = channels * groups;
  const values = new Float32Array(height * width * all * filters);
  for (let place = 0; place < height * width; place++)
    for (let channel = 0; channel < channels; channel++)
      for (let filter = 0; filter < filters; filter++) {
        const own = Math.floor(filter / each) * channels + channel;
        values[(place * all + own) * filters + filter] =
          kernel.values[(place * channels + channel) * filters + filter]!;
      }
  return { shape: [height, width, all, filters], values };
}

/**
 * Rows and columns of padding as ONNX lists them: top, left, bottom, right. TensorFlow's `same`: as much as the windows
 * reach over the image, the smaller half first.
 */
export function padsOf(
  input: readonly number[],
  { size, strides, padding }: { size: Pair; strides: Pair; padding: Padding },
): number[] {
  if (padding === "valid") return [0, 0, 0, 0];
  const sides = ([0, 1] as const).map((axis) => {
    const places = Math.ceil(input[axis]! / strides[axis]);
    const over = Math.max((places - 1) * strides[axis] + size[axis] - input[axis]!, 0);
    return { begin: Math.floor(over / 2), end: Math.ceil(over / 2) };
  });
  return [...sides.map(({ begin }) => begin), ...sides.map(({ end }) => end)];
}
