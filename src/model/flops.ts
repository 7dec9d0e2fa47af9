import type { LayerRow } from "./shapes.ts";

/**
 * Floating-point operations of one training step, in the convolutions and dense layers alone: a multiplication and
 * an addition for each weight of the kernel at each place where it is applied, three times over: forward, gradient of
 * the kernel, gradient of the input. The first of these layers needs no gradient of its input.
 */
export function trainingFlops(rows: readonly LayerRow[], batchSize: number): number {
  const perImage = rows.flatMap(({ layer, outputShape, parameters }) => {
    const settings = layer.conv ?? layer.dense;
    if (!settings) return [];
    const biases = settings.useBias ? outputShape.at(-1)! : 0;
    const places = layer.conv ? outputShape[0]! * outputShape[1]! : 1;
    return [2 * (parameters - biases) * places];
  });
  const total = perImage.reduce((sum, flops) => sum + flops, 0);
  return batchSize * (3 * total - (perImage[0] ?? 0));
}
