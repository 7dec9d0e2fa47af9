import type { LayerRow } from "./shapes.ts";

/**
 * Floating-point operations of one training step, in the layers with kernels alone: a multiplication and an addition for
 * each weight of the kernel at each place where it is applied, three times over: forward, gradient of the kernel,
 * gradient of the input. The first of these layers needs no gradient of its input.
 */
export function trainingFlops(rows: readonly LayerRow[], batchSize: number): number {
  const perImage = rows.flatMap(({ multiplyAdds }) => (multiplyAdds > 0 ? [2 * multiplyAdds] : []));
  const total = perImage.reduce((sum, flops) => sum + flops, 0);
  return batchSize * (3 * total - (perImage[0] ?? 0));
}
