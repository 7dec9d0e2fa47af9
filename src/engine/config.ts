/** The few settings of tensorflow.ConfigProto that Lamina makes, in protobuf's bytes. */
type Field = [number: number, value: number | string | Uint8Array];

/**
 * @param threads operations that run side by side, at most
 * @param threadsPerOperation threads that one operation may take
 */
export function threadConfig(threads: number, threadsPerOperation: number): Uint8Array {
  // intra_op_parallelism_threads and inter_op_parallelism_threads
  return message([2, threadsPerOperation], [5, threads]);
}

/**
 * Has TensorFlow fuse neighbours in a function before it first runs, as convolution, bias and relu. That is one of the
 * rewrites (Grappler) that Python's tf.function always has; the others gain nothing here and take 50 ms.
 */
export const fuseNeighbours: Uint8Array = (() => {
  const meta_optimizer_iterations: Field = [12, 1];
  const optimizers: Field = [100, "remap"];
  const rewrite_options: Field = [10, message(meta_optimizer_iterations, optimizers)];
  const graph_options: Field = [10, message(rewrite_options)];
  return message(graph_options);
})();

function message(...fields: Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([number, value]) => {
      if (typeof value === "number") return [...varint(number << 3), ...varint(value)];
      const bytes = typeof value === "string" ? Buffer.from(value) : value;
      return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
    }),
  );
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
