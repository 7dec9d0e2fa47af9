import { attribute, DataType } from "./attributes.ts";
import type { Engine } from "./engine.ts";

/** Eigenvalues from the smallest to the largest, and the vectors that go with them. */
export interface Eigen {
  /** [size] */
  values: Float64Array;
  /** [size, size], row by row; each column is a vector of length 1. */
  vectors: Float64Array;
}

/**
 * Of a symmetric matrix, in double precision, which tfjs does not know: TensorFlow's SelfAdjointEigV2.
 * @param matrix [size, size]
 */
export function symmetricEigen({ binding }: Engine, matrix: Float64Array, size: number): Eigen {
  const input = binding.createTensor([size, size], DataType.float64, matrix);
  const attributes = [attribute.type("T", DataType.float64), attribute.bool("compute_v", true)];
  const outputs = binding.executeOp("SelfAdjointEigV2", attributes, [input], 2);
  const [values, vectors] = outputs.map(({ id }) => binding.doubles(id));
  for (const id of [input, ...outputs.map((output) => output.id)]) binding.deleteTensor(id);
  return { values: values!, vectors: vectors! };
}
