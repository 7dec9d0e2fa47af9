import { isDilated, reachOf } from "../../model/layers/windows.ts";
import type { ResolvedLayers } from "../../model/layers/definition.ts";
import { asKeras, type LayerExporter } from "../exporter.ts";
import { transposed } from "../weights.ts";
import {
  biasOf,
  convolution,
  convolved,
  depthwise,
  DEPTHWISE,
  depthwiseWindow,
  kerasDepthwise,
  ofAll,
  ofGroups,
  padsOf,
  withoutHoles,
} from "./convolved.ts";

export const conv: LayerExporter<ResolvedLayers["conv"]> = {
  weights({ kernelSize, filters, groups, useBias }, { name, input }, take) {
    const channels = input.at(-1)!;
    const saved = take(`${name}/kernel`, [...kernelSize, channels, filters]);
    return [ofGroups(saved, groups), ...biasOf(take, name, useBias && filters)];
  },
  onnx(at, settings) {
    const [kernel, bias] = at.weights;
    const { strides, dilationRate, padding, groups } = settings;
    return convolution(at, "kernel", transposed(kernel!, [3, 2, 0, 1]), bias, {
      strides,
      dilations: dilationRate,
      pads: padsOf(at.input, { size: reachOf(settings), strides, padding }),
      group: groups,
    });
  },
  keras: asKeras(
    "Conv2D",
    ({ filters, kernelSize, strides, padding, dilationRate, groups, useBias, trainable }) => ({
      filters,
      kernel_size: kernelSize,
      strides,
      padding,
      dilation_rate: dilationRate,
      groups,
      use_bias: useBias,
      trainable,
    }),
  ),
  tfjs(at, { groups, strides, dilationRate, padding }) {
    const [kernel, bias] = at.weights;
    const operation = { strides, dilations: dilationRate, padding };
    return convolved(at, "Conv2D", ["kernel", ofAll(kernel!, groups)], bias, operation);
  },
};

export const depthwiseConv: LayerExporter<ResolvedLayers["depthwiseConv"]> = {
  weights(settings, { name, input }, take) {
    const { depthMultiplier, useBias } = settings;
    const channels = input.at(-1)!;
    const kernel = take(`${name}/depthwise_kernel`, [
      ...reachOf(settings),
      channels,
      depthMultiplier,
    ]);
    return [
      withoutHoles(kernel, settings),
      ...biasOf(take, name, useBias && channels * depthMultiplier),
    ];
  },
  onnx(at, settings) {
    const [kernel, bias] = at.weights;
    return depthwise(at, "kernel", kernel!, bias, settings);
  },
  keras: asKeras("DepthwiseConv2D", kerasDepthwise),
  tfjs(at, settings) {
    const [kernel, bias] = at.weights;
    return convolved(at, DEPTHWISE, ["kernel", kernel!], bias, depthwiseWindow(settings));
  },
};

/** Saved as a convolution of 1 x 1. */
export const preprocessInput: LayerExporter<ResolvedLayers["preprocessInput"]> = {
  weights: (_settings, { name, input }, take) => [
    take(`${name}/kernel`, [1, 1, input.at(-1)!, 3]),
    take(`${name}/bias`, [3]),
  ],
  onnx(at) {
    const [kernel, bias] = at.weights;
    return convolution(at, "kernel", transposed(kernel!, [3, 2, 0, 1]), bias, {});
  },
  keras: asKeras("Conv2D", () => ({ filters: 3, kernel_size: [1, 1], trainable: false })),
  tfjs(at) {
    const [kernel, bias] = at.weights;
    return convolved(at, "Conv2D", ["kernel", kernel!], bias);
  },
};

/** Saved as a convolution of 1 x 1 of each channel by itself. */
export const normalization: LayerExporter<ResolvedLayers["normalization"]> = {
  weights: (_settings, { name, input }, take) => [
    take(`${name}/depthwise_kernel`, [1, 1, input.at(-1)!, 1]),
    take(`${name}/bias`, [input.at(-1)!]),
  ],
  onnx(at) {
    const [kernel, bias] = at.weights;
    const byChannel = transposed(kernel!, [2, 3, 0, 1]);
    return convolution(at, "kernel", byChannel, bias, { group: at.input.at(-1)! });
  },
  keras: asKeras("DepthwiseConv2D", () => ({ kernel_size: [1, 1], trainable: false })),
  tfjs(at) {
    const [kernel, bias] = at.weights;
    return convolved(at, DEPTHWISE, ["kernel", kernel!], bias);
  },
};

export const separableConv: LayerExporter<ResolvedLayers["separableConv"]> = {
  weights(settings, { name, input }, take) {
    const { depthMultiplier, filters, useBias } = settings;
    const channels = input.at(-1)!;
    // Saved as two layers where it is dilated.
    const [first, second, last] = isDilated(settings)
      ? ([`${name}_depthwise/depthwise_kernel`, "kernel", `${name}_pointwise`] as const)
      : ([`${name}/depthwise_kernel`, "pointwise_kernel", name] as const);
    const kernel = take(first, [...reachOf(settings), channels, depthMultiplier]);
    const point = take(`${last}/${second}`, [1, 1, channels * depthMultiplier, filters]);
    return [withoutHoles(kernel, settings), point, ...biasOf(take, last, useBias && filters)];
  },
  onnx(at, settings) {
    const [kernel, point, bias] = at.weights;
    const value = depthwise(at, "depthwise_kernel", kernel!, undefined, settings);
    return convolution(
      { ...at, value },
      "pointwise_kernel",
      transposed(point!, [3, 2, 0, 1]),
      bias,
      {},
    );
  },
  keras: asKeras("SeparableConv2D", (settings) => ({
    filters: settings.filters,
    ...kerasDepthwise(settings),
  })),
  tfjs(at, settings) {
    const [kernel, point, bias] = at.weights;
    const named = ["depthwise_kernel", kernel!] as const;
    const value = convolved(at, DEPTHWISE, named, undefined, depthwiseWindow(settings));
    return convolved({ ...at, value }, "Conv2D", ["pointwise_kernel", point!], bias);
  },
};

export const convTranspose: LayerExporter<ResolvedLayers["convTranspose"]> = {
  weights: ({ kernelSize, filters, useBias }, { name, input }, take) => [
    take(`${name}/kernel`, [...kernelSize, filters, input.at(-1)!]),
    ...biasOf(take, name, useBias && filters),
  ],
  onnx(at, { kernelSize, strides }) {
    const [kernel, bias] = at.weights;
    const sides = ([0, 1] as const).map((axis) => {
      // What the windows reach over more, or less, than there is in the output.
      const over = (at.input[axis]! - 1) * strides[axis] + kernelSize[axis] - at.output[axis]!;
      const begin = Math.floor(Math.max(over, 0) / 2);
      return { begin, end: Math.max(over, 0) - begin, missing: Math.max(-over, 0) };
    });
    const inputs = [at.value, at.floats("kernel", transposed(kernel!, [3, 2, 0, 1]))];
    if (bias) inputs.push(at.floats("bias", bias));
    return at.op("ConvTranspose", inputs, {
      strides,
      pads: [...sides.map(({ begin }) => begin), ...sides.map(({ end }) => end)],
      output_padding: sides.map(({ missing }) => missing),
    });
  },
  keras: asKeras(
    "Conv2DTranspose",
    ({ filters, kernelSize, strides, padding, useBias, trainable }) => ({
      filters,
      kernel_size: kernelSize,
      strides,
      padding,
      use_bias: useBias,
      trainable,
    }),
  ),
  tfjs({ op, floats, integers, integer, value, weights: [kernel, bias], output }, settings) {
    const images = op("Slice", [
      op("Shape", [value]),
      integers("begin", [0]),
      integers("size", [1]),
    ]);
    const shape = op("ConcatV2", [images, integers("shape", output), integer("axis", 0)], {
      N: 2,
    });
    const spread = op("Conv2DBackpropInput", [shape, floats("kernel", kernel!), value], {
      strides: [1, ...settings.strides, 1],
      padding: settings.padding.toUpperCase(),
    });
    return bias ? op("BiasAdd", [spread, floats("bias", bias)]) : spread;
  },
};
