import { elementsOf } from "./shape.ts";
import type { LayerRow } from "./shapes.ts";

const FLOAT_BYTES = 4;
/** A weight, its gradient, two values of the optimizer's and an average. */
const VALUES_A_WEIGHT = 5;
/** What the libraries take for themselves and for their convolutions. */
const WORKSPACE_BYTES = 6e8;
/** Of a GPU's memory: the rest is lost between what is taken and given back. */
const USABLE_SHARE = 0.85;

/** About how many bytes a training step takes where no operation waits for another: on a GPU. */
export function trainingBytes(rows: readonly LayerRow[], batchSize: number): number {
  const outputs = rows.map(({ outputShape }) => elementsOf(outputShape));
  const kept = outputs.reduce((sum, output) => sum + output, 0);
  // The gradients of a layer's output and input are there side by side, and no longer than that.
  const largest = outputs.toSorted((a, b) => b - a).slice(0, 2);
  const values = kept + largest.reduce((sum, output) => sum + output, 0);
  const weights = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  return FLOAT_BYTES * (batchSize * values + VALUES_A_WEIGHT * weights) + WORKSPACE_BYTES;
}

/** The layer whose output is the largest. */
export function largestLayer(rows: readonly LayerRow[]): { row: LayerRow; bytesAnImage: number } {
  const bytesOf = ({ outputShape }: LayerRow) => FLOAT_BYTES * elementsOf(outputShape);
  const row = rows.reduce((most, one) => (bytesOf(one) > bytesOf(most) ? one : most));
  return { row, bytesAnImage: bytesOf(row) };
}

/**
 * The largest power of two that is at most half of a batch that did not fit, and fits by trainingBytes.
 * @returns null where not even one image does
 */
export function batchThatFits(
  rows: readonly LayerRow[],
  { batchSize, memoryBytes }: { batchSize: number; memoryBytes: number },
): number | null {
  for (let images = 2 ** Math.floor(Math.log2(batchSize / 2)); images >= 1; images /= 2)
    if (trainingBytes(rows, images) <= USABLE_SHARE * memoryBytes) return images;
  return null;
}
