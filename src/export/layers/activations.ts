import type { ResolvedLayers } from "../../model/layers/definition.ts";
import {
  asKeras,
  type LayerExporter,
  type OnnxPlace,
  scalar,
  type TfjsPlace,
} from "../exporter.ts";
import { Float } from "../onnx/protobuf.ts";
import { transposed } from "../weights.ts";
import { isImage } from "./windows.ts";

/** Of a layer that is one operation of the same name elsewhere, without settings, and an activation of Keras. */
function alike(type: string, activation: string): LayerExporter<object> {
  return {
    onnx: ({ op, value }) => op(type, [value]),
    keras: asKeras("Activation", () => ({ activation })),
    tfjs: ({ op, value }) => op(type, [value]),
  };
}

export const sigmoid = alike("Sigmoid", "sigmoid");
export const tanh = alike("Tanh", "tanh");
export const elu = alike("Elu", "elu");
export const selu = alike("Selu", "selu");

/** x min(max(x + 3, 0), 6) / 6 */
export const hardSwish: LayerExporter<ResolvedLayers["hardSwish"]> = {
  ...alike("HardSwish", "hard_silu"),
  tfjs({ op, value, floats }) {
    const bent = op("Relu6", [op("AddV2", [value, floats("three", scalar(3))])]);
    return op("Mul", [value, op("Mul", [bent, floats("sixth", scalar(1 / 6))])]);
  },
};

export const relu: LayerExporter<ResolvedLayers["relu"]> = {
  onnx: ({ op, value }) => op("Relu", [value]),
  keras: asKeras("ReLU"),
  tfjs: ({ op, value }) => op("Relu", [value]),
};

export const relu6: LayerExporter<ResolvedLayers["relu6"]> = {
  onnx: ({ op, value, floats }) =>
    op("Clip", [value, floats("least", scalar(0)), floats("most", scalar(6))]),
  keras: asKeras("ReLU", () => ({ max_value: 6 })),
  tfjs: ({ op, value }) => op("Relu6", [value]),
};

export const leakyRelu: LayerExporter<ResolvedLayers["leakyRelu"]> = {
  onnx: ({ op, value }, { negativeSlope }) =>
    op("LeakyRelu", [value], { alpha: new Float(negativeSlope) }),
  keras: asKeras("LeakyReLU", ({ negativeSlope }) => ({ negative_slope: negativeSlope })),
  tfjs: ({ op, value }, { negativeSlope }) =>
    op("LeakyRelu", [value], { alpha: { real: negativeSlope } }),
};

export const prelu: LayerExporter<ResolvedLayers["prelu"]> = {
  weights: ({ sharedAxes }, { name, input }, take) => [
    take(
      `${name}/alpha`,
      input.map((length, index) => (sharedAxes?.includes(index + 1) ? 1 : length)),
    ),
  ],
  onnx({ op, value, floats, weights, input }) {
    const [slopes] = weights;
    const ofImage = isImage(input) ? transposed(slopes!, [2, 0, 1]) : slopes!;
    return op("PRelu", [value, floats("alpha", ofImage)]);
  },
  keras: asKeras("PReLU", ({ sharedAxes, trainable }) => ({ shared_axes: sharedAxes, trainable })),
  tfjs: ({ op, value, floats, weights }) => op("Prelu", [value, floats("alpha", weights[0]!)]),
};

export const swish: LayerExporter<ResolvedLayers["swish"]> = {
  onnx: ({ op, value }) => op("Mul", [value, op("Sigmoid", [value])]),
  keras: asKeras("Activation", () => ({ activation: "silu" })),
  tfjs: ({ op, value }) => op("Mul", [value, op("Sigmoid", [value])]),
};

/** x (1 + erf(x / √2)) / 2 */
export const gelu: LayerExporter<ResolvedLayers["gelu"]> = {
  onnx: (at) => halfAndError(at, "Add"),
  keras: asKeras("Activation", () => ({ activation: "gelu" })),
  tfjs: (at) => halfAndError(at, "AddV2"),
};

/** @param add what addition is called */
function halfAndError(
  { op, value, floats }: Pick<OnnxPlace | TfjsPlace, "op" | "value" | "floats">,
  add: string,
): string {
  const error = op("Erf", [op("Mul", [value, floats("half_root", scalar(Math.SQRT1_2))])]);
  const share = op(add, [error, floats("one", scalar(1))]);
  return op("Mul", [op("Mul", [value, share]), floats("half", scalar(0.5))]);
}

export const softmax: LayerExporter<ResolvedLayers["softmax"]> = {
  onnx: ({ op, value }) => op("Softmax", [value], { axis: 1 }),
  keras: asKeras("Softmax"),
  tfjs: ({ op, value }) => op("Softmax", [value]),
};
