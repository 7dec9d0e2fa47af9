import { append } from "../../arrays.ts";
import type { Layer } from "../experiment.ts";

/** Blocks of one width: how many, their filters, the kernel, the stride of the first, and channels inside for each that comes in. */
const stages = [
  { blocks: 1, filters: 16, kernelSize: 3, strides: 1, expansion: 1 },
  { blocks: 2, filters: 24, kernelSize: 3, strides: 2, expansion: 6 },
  { blocks: 2, filters: 40, kernelSize: 5, strides: 2, expansion: 6 },
  { blocks: 3, filters: 80, kernelSize: 3, strides: 2, expansion: 6 },
  { blocks: 3, filters: 112, kernelSize: 5, strides: 1, expansion: 6 },
  { blocks: 4, filters: 192, kernelSize: 5, strides: 2, expansion: 6 },
  { blocks: 1, filters: 320, kernelSize: 3, strides: 1, expansion: 6 },
];
/** Units of a block's squeezing layer for each channel that comes into the block. */
const SQUEEZE = 0.25;

/**
 * EfficientNet-B0 (Tan and Le, 2019) up to its last convolution, by the names of keras.applications; without the dropout
 * of whole blocks, which has no part where a trunk is taken over.
 */
export function efficientnetB0(): Layer[] {
  const layers: Layer[] = [
    { normalization: { name: "normalization" } },
    {
      conv: {
        name: "stem_conv",
        filters: 32,
        kernelSize: 3,
        strides: 2,
        padding: "same",
        useBias: false,
      },
    },
    { batchNorm: { name: "stem_bn" } },
    { swish: { name: "stem_activation" } },
  ];
  let channels = 32;
  for (const [stage, { blocks, filters, kernelSize, strides, expansion }] of stages.entries()) {
    for (let index = 0; index < blocks; index++) {
      const name = `block${stage + 1}${String.fromCharCode("a".charCodeAt(0) + index)}`;
      const stride = index === 0 ? strides : 1;
      const expand = [
        conv(`${name}_expand_conv`, expansion * channels),
        { batchNorm: { name: `${name}_expand_bn` } },
        { swish: { name: `${name}_expand_activation` } },
      ];
      const block: Layer[] = [
        ...(expansion === 1 ? [] : expand),
        {
          depthwiseConv: {
            name: `${name}_dwconv`,
            kernelSize,
            strides: stride,
            padding: "same",
            useBias: false,
          },
        },
        { batchNorm: { name: `${name}_bn` } },
        { swish: { name: `${name}_activation` } },
        {
          squeezeExcite: { name: `${name}_se`, units: SQUEEZE * channels, activation: "swish" },
        },
        conv(`${name}_project_conv`, filters),
        { batchNorm: { name: `${name}_project_bn` } },
      ];
      const isResidual = stride === 1 && filters === channels;
      append(layers, isResidual ? [{ residual: { layers: block, name: `${name}_add` } }] : block);
      channels = filters;
    }
  }
  return [
    ...layers,
    conv("top_conv", 1280),
    { batchNorm: { name: "top_bn" } },
    { swish: { name: "top_activation" } },
  ];
}

function conv(name: string, filters: number): Layer {
  return { conv: { name, filters, kernelSize: 1, useBias: false } };
}
