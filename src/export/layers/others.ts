import type { ResolvedLayers } from "../../model/layers/definition.ts";
import { squeezeWidths } from "../../model/layers/squeeze-excite.ts";
import type { NamedArray } from "../../train/values.ts";
import { asKeras, type LayerExporter } from "../exporter.ts";
import { reshaped, transposed } from "../weights.ts";

export const dense: LayerExporter<ResolvedLayers["dense"]> = {
  weights: ({ useBias }, { name, input, output }, take) => [
    take(`${name}/kernel`, [input[0], output[0]]),
    ...(useBias ? [take(`${name}/bias`, [output[0]])] : []),
  ],
  onnx({ op, value, floats, weights: [kernel, bias] }) {
    const inputs = [value, floats("kernel", kernel!), ...(bias ? [floats("bias", bias)] : [])];
    return op("Gemm", inputs);
  },
  keras: asKeras("Dense", ({ useBias, trainable }, { output }) => ({
    units: output[0],
    use_bias: useBias,
    trainable,
  })),
  tfjs({ op, value, floats, weights: [kernel, bias] }) {
    const product = op("MatMul", [value, floats("kernel", kernel!)]);
    return bias ? op("BiasAdd", [product, floats("bias", bias)]) : product;
  },
};

/** Of a layer that does something in training alone. */
function onlyTrains<Settings>(
  className: string,
  config: (settings: Settings) => object,
): LayerExporter<Settings> {
  const asItIs = ({ value }: { value: string }) => value;
  return { onnx: asItIs, keras: asKeras(className, config), tfjs: asItIs };
}

export const dropout = onlyTrains<ResolvedLayers["dropout"]>("Dropout", ({ rate }) => ({ rate }));
export const spatialDropout = onlyTrains<ResolvedLayers["spatialDropout"]>(
  "SpatialDropout2D",
  ({ rate }) => ({ rate }),
);
export const gaussianNoise = onlyTrains<ResolvedLayers["gaussianNoise"]>(
  "GaussianNoise",
  ({ stddev }) => ({ stddev }),
);

const kerasNames = { relu: "relu", swish: "silu" } as const;

export const squeezeExcite: LayerExporter<ResolvedLayers["squeezeExcite"]> = {
  weights(settings, { name, input }, take) {
    const { channels, units } = squeezeWidths(settings, input);
    return [
      take(`${name}/reduce/kernel`, [channels, units]),
      take(`${name}/reduce/bias`, [units]),
      take(`${name}/expand/kernel`, [units, channels]),
      take(`${name}/expand/bias`, [channels]),
    ];
  },
  onnx({ op, value, floats, weights }, { activation }) {
    const connect = (values: string, part: string, kernel: NamedArray, bias: NamedArray) => {
      const [inputs, units] = kernel.shape as [number, number];
      const ofPlace = reshaped(transposed(kernel, [1, 0]), [units, inputs, 1, 1]);
      const operands = [values, floats(`${part}/kernel`, ofPlace), floats(`${part}/bias`, bias)];
      return op("Conv", operands, { kernel_shape: [1, 1] });
    };
    const means = op("GlobalAveragePool", [value]);
    const squeezed = connect(means, "reduce", weights[0]!, weights[1]!);
    const reduced =
      activation === "relu"
        ? op("Relu", [squeezed])
        : op("Mul", [squeezed, op("Sigmoid", [squeezed])]);
    const gate = op("Sigmoid", [connect(reduced, "expand", weights[2]!, weights[3]!)]);
    return op("Mul", [value, gate]);
  },
  keras({ graph, value, name, weights, input, output }, { trainable, activation }) {
    const connect = (part: string, from: typeof value, first: number, after: string) => {
      const [kernel, bias] = weights.slice(first, first + 2) as [NamedArray, NamedArray];
      const units = kernel.shape[1]!;
      return graph.layer("Dense", {
        name: `${name}_${part}`,
        config: { units, activation: after, trainable },
        inputs: [from],
        shape: [1, 1, units],
        weights: [kernel, bias],
      });
    };
    const means = graph.layer("GlobalAveragePooling2D", {
      name: `${name}_squeeze`,
      config: { keepdims: true },
      inputs: [value],
      shape: [1, 1, input.at(-1)!],
    });
    const gate = connect(
      "expand",
      connect("reduce", means, 0, kerasNames[activation]),
      2,
      "sigmoid",
    );
    return graph.layer("Multiply", { name, config: {}, inputs: [value, gate], shape: output });
  },
  tfjs({ op, value, floats, integers, weights }, { activation }) {
    const connect = (values: string, part: string, kernel: NamedArray, bias: NamedArray) => {
      const product = op("MatMul", [values, floats(`${part}/kernel`, kernel)]);
      return op("BiasAdd", [product, floats(`${part}/bias`, bias)]);
    };
    const means = op("Mean", [value, integers("axes", [1, 2])]);
    const squeezed = connect(means, "reduce", weights[0]!, weights[1]!);
    const reduced =
      activation === "relu"
        ? op("Relu", [squeezed])
        : op("Mul", [squeezed, op("Sigmoid", [squeezed])]);
    const gate = op("Sigmoid", [connect(reduced, "expand", weights[2]!, weights[3]!)]);
    const shape = integers("shape", [-1, 1, 1, weights[3]!.shape[0]!]);
    return op("Mul", [value, op("Reshape", [gate, shape])]);
  },
};
