import { elementsOf } from "./shape.ts";
import type { LayerRow } from "./shapes.ts";

/**
 * Measured on the networks of test/bench, with Adam and TensorFlow 2.21 on two cores: right within a tenth of what training
 * steps take from 28 x 28 to 200 x 200 pixels and from 0.1 to 11 million parameters. What a run does besides, such as
 * saving the network, comes on top: nothing to speak of for small networks, as much again for resnet18.
 */
const BASE_BYTES = 550e6;
/** Outputs that are made anew for their gradients are freed before the last ones are made. */
const PER_OUTPUT = 0.9;
/** The weight, the optimizer's two averages, and gradients of parts of a batch and in other orders. */
const PER_PARAMETER = 6.5;

const FLOAT_BYTES = 4;

/** The memory that training steps take at most, bytes, about: a run takes as much at least. */
export function stepMemory(rows: readonly LayerRow[], batchSize: number): number {
  const sum = (count: (row: LayerRow) => number) =>
    FLOAT_BYTES * rows.reduce((total, row) => total + count(row), 0);
  const outputs = batchSize * sum(({ outputShape }) => elementsOf(outputShape));
  return BASE_BYTES + PER_OUTPUT * outputs + PER_PARAMETER * sum(({ parameters }) => parameters);
}
