import type { Layer } from "../experiment.ts";

/** Stages of residual blocks: how many, and the filters of the first two convolutions of each. */
const stages = [
  { blocks: 3, filters: 64 },
  { blocks: 4, filters: 128 },
  { blocks: 6, filters: 256 },
  { blocks: 3, filters: 512 },
];

/** ResNet-50 (He et al., 2015) up to its last block, by the names of keras.applications. */
export function resnet50(): Layer[] {
  return [
    { zeroPadding: { sides: 3, name: "conv1_pad" } },
    { conv: { name: "conv1_conv", filters: 64, kernelSize: 7, strides: 2 } },
    batchNorm("conv1_bn"),
    { relu: { name: "conv1_relu" } },
    { zeroPadding: { sides: 1, name: "pool1_pad" } },
    { pool: { size: 3, strides: 2, name: "pool1_pool" } },
    ...stages.flatMap(({ blocks, filters }, stage) =>
      Array.from({ length: blocks }, (_, index) =>
        block(`conv${stage + 2}_block${index + 1}`, filters, {
          isFirst: index === 0,
          strides: stage > 0 && index === 0 ? 2 : 1,
        }),
      ).flat(),
    ),
  ];
}

function block(
  name: string,
  filters: number,
  { isFirst, strides }: { isFirst: boolean; strides: number },
): Layer[] {
  const shortcut = [
    { conv: { name: `${name}_0_conv`, filters: 4 * filters, kernelSize: 1, strides } },
    batchNorm(`${name}_0_bn`),
  ];
  const layers: Layer[] = [
    { conv: { name: `${name}_1_conv`, filters, kernelSize: 1, strides } },
    batchNorm(`${name}_1_bn`),
    { relu: { name: `${name}_1_relu` } },
    { conv: { name: `${name}_2_conv`, filters, kernelSize: 3, padding: "same" } },
    batchNorm(`${name}_2_bn`),
    { relu: { name: `${name}_2_relu` } },
    { conv: { name: `${name}_3_conv`, filters: 4 * filters, kernelSize: 1 } },
    batchNorm(`${name}_3_bn`),
  ];
  return [
    { add: { branches: [isFirst ? shortcut : [], layers], name: `${name}_add` } },
    { relu: { name: `${name}_out` } },
  ];
}

function batchNorm(name: string): Layer {
  return { batchNorm: { name, epsilon: 1.001e-5 } };
}
