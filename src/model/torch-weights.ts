import type { Weight } from "../weights/weights.ts";

/** Where torchvision's MobileNetV2 has what keras.applications calls otherwise. */

/** The module that a layer is: `features.2.conv.0.0` of `block_1_expand`. */
export function torchModule(layer: string): string {
  const [, block, part] = /^(expanded_conv|block_\d+)_(.+)$/.exec(layer) ?? [];
  if (block === undefined) return ends[layer] ?? layer;
  const isFirst = block === "expanded_conv";
  const number = isFirst ? 1 : Number(block.slice("block_".length)) + 1;
  const modules = isFirst ? firstBlock : otherBlocks;
  return `features.${number}.conv.${modules[part!] ?? part}`;
}

const ends: Readonly<Record<string, string>> = {
  Conv1: "features.0.0",
  bn_Conv1: "features.0.1",
  Conv_1: "features.18.0",
  Conv_1_bn: "features.18.1",
};

/** It does not expand. */
const firstBlock: Readonly<Record<string, string>> = {
  depthwise: "0.0",
  depthwise_BN: "0.1",
  project: "1",
  project_BN: "2",
};

const otherBlocks: Readonly<Record<string, string>> = {
  expand: "0.0",
  expand_BN: "0.1",
  depthwise: "1.0",
  depthwise_BN: "1.1",
  project: "2",
  project_BN: "3",
};

/** What PyTorch calls a weight of Keras. */
export function torchName(name: string): string {
  return names[name] ?? name;
}

const names: Readonly<Record<string, string>> = {
  kernel: "weight",
  depthwise_kernel: "weight",
  gamma: "weight",
  beta: "bias",
  moving_mean: "running_mean",
  moving_variance: "running_var",
};

/**
 * A kernel of PyTorch, [out, in, height, width], as Keras has it: [height, width, in, out], of a depthwise convolution
 * [height, width, channels, 1]. Anything else as it is.
 */
export function inKerasOrder(
  { shape, values }: Pick<Weight, "shape" | "values">,
  kind: string,
): Pick<Weight, "shape" | "values"> {
  if (shape.length !== 4) return { shape, values };
  const [outputs, inputs, height, width] = shape as [number, number, number, number];
  const ordered = new Float32Array(values.length);
  let from = 0;
  for (let output = 0; output < outputs; output++)
    for (let input = 0; input < inputs; input++)
      for (let place = 0; place < height * width; place++) {
        const channel =
          kind === "depthwiseConv" ? output * inputs + input : input * outputs + output;
        ordered[place * inputs * outputs + channel] = values[from++]!;
      }
  return {
    shape:
      kind === "depthwiseConv"
        ? [height, width, outputs, inputs]
        : [height, width, inputs, outputs],
    values: ordered,
  };
}
