import type { LayerRow } from "./shapes.ts";

/**
 * Floating-point operations of one training step, in the layers with kernels alone: a multiplication and an addition for
 * each weight of the kernel at each place where it is applied, forward; as many for the gradient of the kernel, unless the
 * layer is frozen; and as many for the gradient of what comes in, where a layer before it is trained.
 */
export function trainingFlops(rows: readonly LayerRow[], batchSize: number): number {
  let perImage = 0;
  let isAfterTrained = false;
  for (const { multiplyAdds, parameters, nonTrainable } of rows) {
    const isTrained = parameters > nonTrainable;
    perImage += 2 * multiplyAdds * (1 + Number(isTrained) + Number(isAfterTrained));
    isAfterTrained ||= isTrained;
  }
  return batchSize * perImage;
}
