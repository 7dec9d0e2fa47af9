import { append } from "../../arrays.ts";
import type { Layer } from "../experiment.ts";

/** Blocks of one width: how many, their filters, and the stride of the first. */
const stages = [
  { blocks: 1, filters: 16, strides: 1 },
  { blocks: 2, filters: 24, strides: 2 },
  { blocks: 3, filters: 32, strides: 2 },
  { blocks: 4, filters: 64, strides: 2 },
  { blocks: 3, filters: 96, strides: 1 },
  { blocks: 3, filters: 160, strides: 2 },
  { blocks: 1, filters: 320, strides: 1 },
];
/** Channels inside a block for each that comes in; none are added in the first. */
const EXPANSION = 6;

/**
 * MobileNetV2 (Sandler et al., 2018) up to its last convolution, by the names of keras.applications.
 * @param isTorch torchvision's: zeros on all four sides before a stride of 2, which Keras puts below and to the right, and
 * another epsilon
 */
export function mobilenetV2(isTorch: boolean): Layer[] {
  const batchNorm = (name: string): Layer => ({
    batchNorm: isTorch
      ? { name, momentum: 0.9, epsilon: 1e-5 }
      : { name, momentum: 0.999, epsilon: 0.001 },
  });
  const conv = (name: string, filters: number): Layer => ({
    conv: { name, filters, kernelSize: 1, useBias: false },
  });
  const sliding = (pad: string, strides: number): [Layer[], "same" | "valid"] =>
    isTorch && strides > 1 ? [[{ zeroPadding: { sides: 1, name: pad } }], "valid"] : [[], "same"];
  const [stemPad, stemPadding] = sliding("Conv1_pad", 2);
  const layers: Layer[] = [
    ...stemPad,
    {
      conv: {
        name: "Conv1",
        filters: 32,
        kernelSize: 3,
        strides: 2,
        padding: stemPadding,
        useBias: false,
      },
    },
    batchNorm("bn_Conv1"),
    { relu6: { name: "Conv1_relu" } },
  ];
  let channels = 32;
  let number = 0;
  for (const { blocks, filters, strides } of stages) {
    for (let index = 0; index < blocks; index++) {
      const name = number === 0 ? "expanded_conv" : `block_${number}`;
      const stride = index === 0 ? strides : 1;
      const [pad, padding] = sliding(`${name}_pad`, stride);
      const expand = [
        conv(`${name}_expand`, EXPANSION * channels),
        batchNorm(`${name}_expand_BN`),
        { relu6: { name: `${name}_expand_relu` } },
      ];
      const block: Layer[] = [
        ...(number === 0 ? [] : expand),
        ...pad,
        {
          depthwiseConv: {
            name: `${name}_depthwise`,
            kernelSize: 3,
            strides: stride,
            padding,
            useBias: false,
          },
        },
        batchNorm(`${name}_depthwise_BN`),
        { relu6: { name: `${name}_depthwise_relu` } },
        conv(`${name}_project`, filters),
        batchNorm(`${name}_project_BN`),
      ];
      const isResidual = stride === 1 && filters === channels;
      append(layers, isResidual ? [{ residual: { layers: block, name: `${name}_add` } }] : block);
      channels = filters;
      number += 1;
    }
  }
  return [...layers, conv("Conv_1", 1280), batchNorm("Conv_1_bn"), { relu6: { name: "out_relu" } }];
}
