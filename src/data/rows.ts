/** Decoded images of one shape, wherever they are kept. */
export interface Rows {
  readonly length: number;
  /** Bytes of one image: height * width * channels. */
  readonly size: number;
  /**
   * Copies images to the beginning of `into`, one after another.
   * @param indices which ones, in the order wanted
   * @param into at least `indices.length * size` bytes
   */
  read(indices: Uint32Array, into: Uint8Array): Promise<void>;
  /** What `openRows` opens them by, in this thread or in a worker: it can be posted to one. */
  readonly source: RowsSource;
}

/** Images in memory, shared between threads where the buffer is a SharedArrayBuffer. */
export interface RowsSource {
  kind: "memory";
  /** [length, height, width, channels], values 0 to 255. */
  pixels: Uint8Array;
  size: number;
}

export function openRows(source: RowsSource): Rows {
  const { pixels, size } = source;
  return {
    length: pixels.length / size,
    size,
    source,
    async read(indices, into) {
      for (const [place, index] of indices.entries()) {
        into.set(pixels.subarray(index * size, (index + 1) * size), place * size);
      }
    },
  };
}
