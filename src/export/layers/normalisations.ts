import type { ResolvedLayers } from "../../model/layers/definition.ts";
import { elementsOf } from "../../model/shape.ts";
import type { NamedArray } from "../../train/values.ts";
import {
  asKeras,
  type LayerExporter,
  type OnnxPlace,
  scalar,
  type TfjsPlace,
} from "../exporter.ts";
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
  onnx: (at, settings) =>
    at.op("BatchNormalization", [at.value, ...batchNormWeights(at, settings)], {
      epsilon: new Float(settings.epsilon),
    }),
  keras: asKeras("BatchNormalization", ({ momentum, epsilon, center, scale, trainable }) => ({
    momentum,
    epsilon,
    center,
    scale,
    trainable,
  })),
  tfjs: (at, settings) =>
    at.op("FusedBatchNormV3", [at.value, ...batchNormWeights(at, settings)], {
      epsilon: { real: settings.epsilon },
      is_training: false,
    }),
};

/** @returns the names of gamma, beta, mean and variance: 1 and 0 where the layer has no scale or no center */
function batchNormWeights(
  { floats, weights, input }: Pick<OnnxPlace | TfjsPlace, "floats" | "weights" | "input">,
  { scale, center }: ResolvedLayers["batchNorm"],
): string[] {
  const left = [...weights];
  const constant = (number: number) => filled(input.at(-1)!, number);
  return [
    floats("gamma", scale ? left.shift()! : constant(1)),
    floats("beta", center ? left.shift()! : constant(0)),
    floats("moving_mean", left[0]!),
    floats("moving_variance", left[1]!),
  ];
}

function filled(length: number, value: number): NamedArray {
  return { shape: [length], values: new Float32Array(length).fill(value) };
}

/** Minus the mean over some axes, divided by the standard deviation over them. */
function standardized(
  { op, integers, floats }: TfjsPlace,
  value: string,
  axes: readonly number[],
  epsilon: number,
): string {
  const over = integers("axes", axes);
  const mean = (values: string) => op("Mean", [values, over], { keep_dims: true });
  const centred = op("Sub", [value, mean(value)]);
  const variance = op("AddV2", [mean(op("Square", [centred])), floats("epsilon", scalar(epsilon))]);
  return op("Mul", [centred, op("Rsqrt", [variance])]);
}

function scaledAndShifted({ op, floats, weights }: TfjsPlace, value: string): string {
  const scaled = op("Mul", [value, floats("gamma", weights[0]!)]);
  return op("AddV2", [scaled, floats("beta", weights[1]!)]);
}

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
  tfjs: (at, { epsilon }) => scaledAndShifted(at, standardized(at, at.value, [-1], epsilon)),
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
    const grouped = op("Reshape", [value, integers("groups", [0, groups, -1])]);
    const normalised = op(
      "InstanceNormalization",
      [grouped, floats("ones", filled(groups, 1)), floats("zeros", filled(groups, 0))],
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
  tfjs(at, { groups, epsilon }) {
    const { op, integers, value, input } = at;
    const channels = input.at(-1)!;
    const places = elementsOf(input.slice(0, -1));
    const grouped = [-1, places, groups, channels / groups];
    const images = op("Reshape", [value, integers("groups", grouped)]);
    const normalised = standardized(at, images, [1, 3], epsilon);
    return scaledAndShifted(at, op("Reshape", [normalised, integers("shape", [-1, ...input])]));
  },
};
