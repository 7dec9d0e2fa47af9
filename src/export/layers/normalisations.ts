import type { ResolvedLayers } from "../../model/layers/definition.ts";
import { asKeras, type LayerExporter } from "../exporter.ts";
import { Float } from "../onnx/protobuf.ts";
import { reshaped } from "../weights.ts";
import { isImage } from "./windows.ts";

export const batchNorm: LayerExporter<ResolvedLayers["batchNorm"]> = {
  weights({ scale, center }, { name, input }, take) {
    const shape = [input.at(-1)!];
    const names = [
      ...(scale ? ["gamma"] : []),
      ...(center ? ["beta"] : []),
      "moving_mean",
      "moving_variance",
    ];
    return names.map((own) => take(`${name}/${own}`, shape));
  },
  onnx({ op, value, floats, weights, input }, { scale, center, epsilon }) {
    const left = [...weights];
    const shape = [input.at(-1)!];
    const constant = (number: number) => ({
      shape,
      values: new Float32Array(shape[0]!).fill(number),
    });
    const gamma = scale ? left.shift()! : constant(1);
    const beta = center ? left.shift()! : constant(0);
    return op(
      "BatchNormalization",
      [
        value,
        floats("gamma", gamma),
        floats("beta", beta),
        floats("moving_mean", left[0]!),
        floats("moving_variance", left[1]!),
      ],
      { epsilon: new Float(epsilon) },
    );
  },
  keras: asKeras("BatchNormalization", ({ momentum, epsilon, center, scale, trainable }) => ({
    momentum,
    epsilon,
    center,
    scale,
    trainable,
  })),
};

export const layerNorm: LayerExporter<ResolvedLayers["layerNorm"]> = {
  weights: (_settings, { name, input }, take) =>
    ["gamma", "beta"].map((own) => take(`${name}/${own}`, [input.at(-1)!])),
  onnx({ op, value, floats, weights, input }, { epsilon }) {
    const normalise = (values: string) =>
      op(
        "LayerNormalization",
        [values, floats("gamma", weights[0]!), floats("beta", weights[1]!)],
        {
          axis: -1,
          epsilon: new Float(epsilon),
        },
      );
    if (!isImage(input)) return normalise(value);
    const normalised = normalise(op("Transpose", [value], { perm: [0, 2, 3, 1] }));
    return op("Transpose", [normalised], { perm: [0, 3, 1, 2] });
  },
  keras: asKeras("LayerNormalization", ({ epsilon, trainable }) => ({ epsilon, trainable })),
};

export const groupNorm: LayerExporter<ResolvedLayers["groupNorm"]> = {
  // Scale and offset are saved as a convolution of 1 x 1.
  weights(_settings, { name, input }, take) {
    const channels = input.at(-1)!;
    return [
      reshaped(take(`${name}/scale/depthwise_kernel`, [1, 1, channels, 1]), [channels]),
      take(`${name}/scale/bias`, [channels]),
    ];
  },
  onnx({ op, value, floats, integers, weights, input }, { groups, epsilon }) {
    const channels = input.at(-1)!;
    const [shape, perChannel] = isImage(input)
      ? [
          [0, channels, ...input.slice(0, 2)],
          [channels, 1, 1],
        ]
      : [[0, channels], [channels]];
    const constant = (number: number) => ({
      shape: [groups],
      values: new Float32Array(groups).fill(number),
    });
    const grouped = op("Reshape", [value, integers("groups", [0, groups, -1])]);
    const normalised = op(
      "InstanceNormalization",
      [grouped, floats("ones", constant(1)), floats("zeros", constant(0))],
      { epsilon: new Float(epsilon) },
    );
    const images = op("Reshape", [normalised, integers("shape", shape)]);
    const [scale, offset] = weights.map((array) => reshaped(array, perChannel));
    return op("Add", [op("Mul", [images, floats("gamma", scale!)]), floats("beta", offset!)]);
  },
  keras: asKeras("GroupNormalization", ({ groups, epsilon, trainable }) => ({
    groups,
    epsilon,
    trainable,
  })),
};
