/** The few settings of tensorflow.ConfigProto that Lamina makes, in protobuf's bytes. */
type Field = [number: number, value: number | string | Uint8Array];

interface Session {
  /** Operations that run side by side, at most. */
  threads: number;
  /** Threads that one operation may take. */
  threadsPerOperation: number;
  /** Whether the first GPU that may be seen is used, or none. */
  onGpu: boolean;
}

/** What TensorFlow is started with. */
export function sessionConfig({ threads, threadsPerOperation, onGpu }: Session): Uint8Array {
  const intra_op_parallelism_threads: Field = [2, threadsPerOperation];
  const inter_op_parallelism_threads: Field = [5, threads];
  const device_count: Field = [1, message([1, "GPU"], [2, onGpu ? 1 : 0])];
  // Otherwise it takes the whole of its memory at once.
  const allow_growth: Field = [4, 1];
  const visible_device_list: Field = [5, "0"];
  const gpu_options: Field = [6, message(allow_growth, visible_device_list)];
  return message(
    device_count,
    intra_op_parallelism_threads,
    inter_op_parallelism_threads,
    ...(onGpu ? [gpu_options, softly] : []),
  );
}

/** allow_soft_placement: what a GPU has no kernel for is computed on the CPU. */
const softly: Field = [7, 1];

/**
 * Has TensorFlow fuse neighbours in a function before it first runs, as convolution, bias and relu. That is one of the
 * rewrites (Grappler) that Python's tf.function always has; the others gain nothing here and take 50 ms.
 */
export const fuseNeighbours = functionConfig(false);
export const fuseNeighboursOnGpu = functionConfig(true);

function functionConfig(onGpu: boolean): Uint8Array {
  const meta_optimizer_iterations: Field = [12, 1];
  const optimizers: Field = [100, "remap"];
  const rewrite_options: Field = [10, message(meta_optimizer_iterations, optimizers)];
  const graph_options: Field = [10, message(rewrite_options)];
  return message(graph_options, ...(onGpu ? [softly] : []));
}

export function message(...fields: Field[]): Uint8Array {
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
