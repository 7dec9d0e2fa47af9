import { readFileSync } from "node:fs";
import type { Samples, Window } from "../samples.ts";
import { triangle } from "./weights.ts";

type Address = number;

/** Parameters that say where the tables of weights are: starts, counts, high, low, taps, positions. */
type Tables = [Address, Address, Address, Address, number, number];

/** What kernels.as.ts exports. */
interface Kernels {
  memory: WebAssembly.Memory;
  across: (
    channels: number,
    from: Address,
    rows: number,
    width: number,
    ...rest: [...Tables, Address]
  ) => void;
  down: (from: Address, length: number, ...rest: [...Tables, Address]) => void;
}

const PAGE_BYTES = 65_536;
/** What the kernels may read behind an array, and write. */
const SLACK_BYTES = 32;
/** Rows that the kernels take across at once. */
const ROWS_AT_ONCE = 4;
/** Rows of the image that are in the kernels' memory at a time. */
const STRIP_ROWS = 16 * ROWS_AT_ONCE;

/** Weights as the kernels read them: starts, counts, high and low halves, one after another. */
interface Packed {
  bytes: Uint8Array;
  taps: number;
  places: number;
}

/** Images of a set often have few sizes. */
const MOST_PACKED = 100;

/** The size of an image changed with vector instructions. Its memory is for the time of a call. */
export class VectorResizer {
  readonly #kernels: Kernels;
  /** By the lengths of the old and the new axis, and the part of it that is wanted. */
  readonly #packed = new Map<string, Packed>();
  #used = 0;

  /** @returns null where the processor has no vector instructions that WebAssembly could use */
  static open(): VectorResizer | null {
    const code = readFileSync(new URL("./kernels.wasm", import.meta.url));
    return WebAssembly.validate(code) ? new VectorResizer(code) : null;
  }

  private constructor(code: BufferSource) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    this.#kernels = exports as unknown as Kernels;
  }

  /** As `resize` in ../resize.ts. */
  resize(image: Samples, size: { height: number; width: number }, window: Window): Samples {
    const { width, height, channels } = image;
    const length = window.width * channels;
    this.#used = 0;
    const acrossTables = this.#tables(width, size.width, window.left, window.width);
    const downTables = this.#tables(height, size.height, window.top, window.height);
    const strip = this.#take(STRIP_ROWS * width * channels);
    // Rows more: of the last ones fewer may be there than are taken at once, and what has no weight is read there.
    const middle = this.#take((height + ROWS_AT_ONCE) * length);
    if (acrossTables) this.#across(image, acrossTables, strip, middle, length);
    else this.#memory(middle, height * length).set(image.pixels);
    let result = middle;
    if (downTables) {
      result = this.#take(window.height * length);
      this.#kernels.down(middle, length, ...downTables, result);
    }
    const pixels = this.#memory(result, window.height * length).slice();
    return { width: window.width, height: window.height, channels, pixels };
  }

  #across(image: Samples, tables: Tables, strip: Address, to: Address, length: number): void {
    const { width, height, channels, pixels } = image;
    for (let row = 0; row < height; row += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - row);
      const start = row * width * channels;
      const part = pixels.subarray(start, start + rows * width * channels);
      this.#memory(strip, part.length).set(part);
      this.#kernels.across(channels, strip, rows, width, ...tables, to + row * length);
    }
  }

  /** @returns null where the axis stays as it is */
  #tables(from: number, size: number, first: number, count: number): Tables | null {
    if (from === size && count === size) return null;
    const { bytes, taps, places } = this.#weights(from, size, first, count);
    const starts = this.#take(bytes.length);
    this.#memory(starts, bytes.length).set(bytes);
    const counts = starts + 4 * places;
    const high = counts + 4 * places;
    return [starts, counts, high, high + 2 * places * taps, taps, places];
  }

  #weights(from: number, size: number, first: number, count: number): Packed {
    const key = `${from} ${size} ${first} ${count}`;
    const known = this.#packed.get(key);
    if (known) return known;
    const { starts, counts, weights, taps } = triangle(from, size, { first, count });
    const tables = [
      starts,
      counts,
      Int16Array.from(weights, (weight) => weight >> 12),
      Int16Array.from(weights, (weight) => weight & 4095),
    ];
    const bytes = Buffer.concat(tables.map(({ buffer }) => new Uint8Array(buffer)));
    const packed = { bytes, taps, places: count };
    if (this.#packed.size === MOST_PACKED) this.#packed.clear();
    this.#packed.set(key, packed);
    return packed;
  }

  #take(bytes: number): Address {
    const address = this.#used;
    this.#used = Math.ceil((address + bytes + SLACK_BYTES) / 16) * 16;
    const missing = this.#used - this.#kernels.memory.buffer.byteLength;
    if (missing > 0) this.#kernels.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return address;
  }

  #memory(address: Address, length: number): Uint8Array {
    return new Uint8Array(this.#kernels.memory.buffer, address, length);
  }
}
