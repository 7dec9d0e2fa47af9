import { readFileSync } from "node:fs";
import type { Samples } from "../resize.ts";
import type { Weights } from "./weights.ts";

type Address = number;

/** Parameters that say where the tables of weights are: starts, counts, high, low, taps, positions. */
type Tables = [Address, Address, Address, Address, number, number];

/** What kernels.as.ts exports. */
interface Kernels {
  memory: WebAssembly.Memory;
  acrossGrey: (from: Address, rows: number, width: number, ...rest: [...Tables, Address]) => void;
  acrossColour: (from: Address, rows: number, width: number, ...rest: [...Tables, Address]) => void;
  down: (from: Address, length: number, ...rest: [...Tables, Address]) => void;
}

const PAGE_BYTES = 65_536;
/** What the kernels may read behind an array, and write. */
const SLACK_BYTES = 32;
/** Rows of the image that are in the kernels' memory at a time. */
const STRIP_ROWS = 64;

/** The size of an image changed with vector instructions. Its memory is for the time of a call. */
export class VectorResizer {
  readonly #kernels: Kernels;
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

  /** @param across and down: null where an axis keeps its length */
  resize(image: Samples, across: Weights | null, down: Weights | null): Samples {
    const { width, height, channels } = image;
    const size = {
      width: across?.starts.length ?? width,
      height: down?.starts.length ?? height,
      channels,
    };
    const length = size.width * channels;
    this.#used = 0;
    const acrossTables = across && this.#tables(across);
    const downTables = down && this.#tables(down);
    const strip = this.#take(STRIP_ROWS * width * channels);
    // A row more: what has no weight is read there.
    const middle = this.#take((height + 1) * length);
    if (acrossTables) this.#across(image, acrossTables, strip, middle, length);
    else this.#memory(middle, height * length).set(image.pixels);
    let result = middle;
    if (downTables) {
      result = this.#take(size.height * length);
      this.#kernels.down(middle, length, ...downTables, result);
    }
    return { ...size, pixels: this.#memory(result, size.height * length).slice() };
  }

  #across(image: Samples, tables: Tables, strip: Address, to: Address, length: number): void {
    const { width, height, channels, pixels } = image;
    const { acrossGrey, acrossColour } = this.#kernels;
    const kernel = channels === 1 ? acrossGrey : acrossColour;
    for (let row = 0; row < height; row += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - row);
      const start = row * width * channels;
      const part = pixels.subarray(start, start + rows * width * channels);
      this.#memory(strip, part.length).set(part);
      kernel(strip, rows, width, ...tables, to + row * length);
    }
  }

  #tables({ starts, counts, weights, taps }: Weights): Tables {
    const [high, low] = [this.#take(2 * weights.length), this.#take(2 * weights.length)];
    const addresses = [starts, counts].map((table) => {
      const address = this.#take(table.byteLength);
      this.#memory(address, table.byteLength).set(new Uint8Array(table.buffer));
      return address;
    }) as [Address, Address];
    const { buffer } = this.#kernels.memory;
    const highs = new Int16Array(buffer, high, weights.length);
    const lows = new Int16Array(buffer, low, weights.length);
    for (const [index, weight] of weights.entries()) {
      highs[index] = weight >> 12;
      lows[index] = weight & 4095;
    }
    return [...addresses, high, low, taps, starts.length];
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
