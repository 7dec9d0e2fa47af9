import { bytesOf, type Depth, depthOf, pixelsIn } from "../../../pixels.ts";
import { type Address, KernelMemory } from "../../kernel-memory.ts";
import { transposed, turnOf, turnedSize } from "../orientation.ts";
import type { Samples, Size, Window } from "../samples.ts";
import { kernelsCode } from "./code.ts";
import { digitsOf, triangle, type Part, type Weights } from "./weights.ts";

/**
 * Parameters that say where the tables of weights are: starts, counts, then of 8 bits the high and the low halves and of 16
 * the digits and the errors, taps, positions.
 */
type Tables = [Address, Address, Address, Address, number, number];

/** Weights that are in the kernels' memory. */
interface Loaded {
  packed: Packed;
  address: Address;
}

/** For values of one depth. */
interface Kernels {
  across: (
    channels: number,
    from: Address,
    rows: number,
    width: number,
    ...rest: [...Tables, Address]
  ) => void;
  down: (from: Address, length: number, ...rest: [...Tables, Address]) => void;
}

/** What kernels.as.ts exports. */
interface Exports extends Kernels {
  memory: WebAssembly.Memory;
  acrossDeep: Kernels["across"];
  downDeep: Kernels["down"];
}

/** What the kernels may read behind an array, and write. */
const SLACK_BYTES = 32;
/** Rows that the kernels take across at once. */
const ROWS_AT_ONCE = 4;
/** Rows of the image that are in the kernels' memory at a time. */
const STRIP_ROWS = 16 * ROWS_AT_ONCE;
/** Rows that are made at a time of an image that lies on its side: more take more memory, fewer copy rows more often. */
const PLACES_AT_ONCE = 4;

/** Weights as the kernels read them: their tables one after another. */
interface Packed {
  bytes: Uint8Array;
  /** How many bytes a position has in each of the four. */
  strides: number[];
  weights: Weights;
}

/** Images of a set often have few sizes. */
const MOST_PACKED = 100;

/** The size of an image changed with vector instructions. Its memory is for the time of a call. */
export class VectorResizer {
  readonly #kernels: Record<Depth, Kernels>;
  readonly #memory: KernelMemory;
  /** By the depth, the lengths of the old and the new axis, and the part of it that is wanted. */
  readonly #packed = new Map<string, Packed>();

  /** @returns null where the processor has no vector instructions that WebAssembly could use */
  static open(): VectorResizer | null {
    return WebAssembly.validate(kernelsCode) ? new VectorResizer(kernelsCode) : null;
  }

  private constructor(code: BufferSource) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    const { memory, across, down, acrossDeep, downDeep } = exports as unknown as Exports;
    this.#memory = new KernelMemory(memory, SLACK_BYTES);
    this.#kernels = { 8: { across, down }, 16: { across: acrossDeep, down: downDeep } };
  }

  /** As `resize` in ../resize.ts. */
  resize(image: Samples, size: Size, window: Window): Samples {
    const { isTransposed, mirrorsAcross, mirrorsDown } = turnOf(image);
    const from = turnedSize(image);
    const depth = depthOf(image.pixels);
    this.#memory.used = 0;
    const across = this.#load(depth, from.width, size.width, {
      first: window.left,
      count: window.width,
      isMirrored: mirrorsAcross,
    });
    const down = this.#load(depth, from.height, size.height, {
      first: window.top,
      count: window.height,
      isMirrored: mirrorsDown,
    });
    return isTransposed
      ? transposed(this.#rowsFirst(image, across, down, window))
      : this.#columnsFirst(image, across, down, window);
  }

  /** @param across null where the axis stays as it is, as `down` is */
  #columnsFirst(image: Samples, across: Loaded | null, down: Loaded | null, window: Size): Samples {
    const { height, channels, pixels } = image;
    const length = window.width * channels;
    const rowBytes = length * pixels.BYTES_PER_ELEMENT;
    // Rows more: of the last ones fewer may be there than are taken at once, and what has no weight is read there.
    const middle = this.#memory.take((height + ROWS_AT_ONCE) * rowBytes);
    if (across) this.#across(image, across, middle, rowBytes);
    else this.#memory.write(middle, bytesOf(pixels));
    let result = middle;
    if (down) {
      result = this.#memory.take(window.height * rowBytes);
      this.#kernels[depthOf(pixels)].down(middle, length, ...tablesOf(down), result);
    }
    return this.#copied(result, { ...window, channels }, depthOf(pixels));
  }

  /**
   * Of an image that lies on its side.
   * @param across what changes its height as it lies, which is its upright width
   * @param window upright
   * @returns lying as `image`
   */
  #rowsFirst(image: Samples, across: Loaded | null, down: Loaded | null, window: Size): Samples {
    const { width, channels, pixels } = image;
    const pixelBytes = channels * pixels.BYTES_PER_ELEMENT;
    const middle = this.#memory.take((window.width + ROWS_AT_ONCE) * width * pixelBytes);
    if (across) this.#down(image, across, middle);
    else this.#memory.write(middle, bytesOf(pixels));
    let result = middle;
    if (down) {
      result = this.#memory.take((window.width + ROWS_AT_ONCE) * window.height * pixelBytes);
      const kernels = this.#kernels[depthOf(pixels)];
      kernels.across(channels, middle, window.width, width, ...tablesOf(down), result);
    }
    const size = { width: window.height, height: window.width, channels };
    return this.#copied(result, size, depthOf(pixels));
  }

  /** @param newRowBytes of a row of the result */
  #across(image: Samples, across: Loaded, to: Address, newRowBytes: number): void {
    const { width, height, channels, pixels } = image;
    const rowBytes = width * channels * pixels.BYTES_PER_ELEMENT;
    const used = this.#memory.used;
    const strip = this.#memory.take(STRIP_ROWS * rowBytes);
    const kernels = this.#kernels[depthOf(pixels)];
    for (let row = 0; row < height; row += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - row);
      this.#memory.write(strip, bytesOf(pixels).subarray(row * rowBytes, (row + rows) * rowBytes));
      kernels.across(channels, strip, rows, width, ...tablesOf(across), to + row * newRowBytes);
    }
    this.#memory.used = used;
  }

  #down(image: Samples, down: Loaded, to: Address): void {
    const { width, channels, pixels } = image;
    const length = width * channels;
    const rowBytes = length * pixels.BYTES_PER_ELEMENT;
    const used = this.#memory.used;
    const { weights } = down.packed;
    const count = weights.starts.length;
    const kernels = this.#kernels[depthOf(pixels)];
    for (let place = 0; place < count; place += PLACES_AT_ONCE) {
      const places = Math.min(PLACES_AT_ONCE, count - place);
      const { first, end } = rowsOf(weights, place, places);
      const strip = this.#memory.take((end + 1 - first) * rowBytes);
      this.#memory.write(strip, bytesOf(pixels).subarray(first * rowBytes, end * rowBytes));
      // Rows are counted from the first of the image, which would lie before the strip, if not before all memory.
      const from = strip - first * rowBytes;
      kernels.down(from, length, ...tablesOf(down, place, places), to + place * rowBytes);
      this.#memory.used = used;
    }
  }

  #copied(from: Address, size: Omit<Samples, "pixels">, depth: Depth): Samples {
    const { width, height, channels } = size;
    const bytes = this.#memory.bytes(from, (width * height * channels * depth) / 8).slice();
    return { width, height, channels, pixels: pixelsIn(bytes, depth) };
  }

  /** @returns null where the axis stays as it is */
  #load(depth: Depth, from: number, size: number, part: Part): Loaded | null {
    if (from === size && part.count === size && !part.isMirrored) return null;
    const packed = this.#weights(depth, from, size, part);
    return { packed, address: this.#memory.put(packed.bytes) };
  }

  #weights(depth: Depth, from: number, size: number, part: Part): Packed {
    const { first, count, isMirrored } = part;
    const key = `${depth} ${from} ${size} ${first} ${count} ${isMirrored}`;
    const known = this.#packed.get(key);
    if (known) return known;
    const packed = pack(triangle(from, size, part), depth);
    if (this.#packed.size === MOST_PACKED) this.#packed.clear();
    this.#packed.set(key, packed);
    return packed;
  }
}

/** Rows that some positions one after another take part of: from `first` up to `end`. */
function rowsOf({ starts, counts }: Weights, place: number, places: number) {
  const last = place + places - 1;
  return {
    first: Math.min(starts[place]!, starts[last]!),
    end: Math.max(starts[place]! + counts[place]!, starts[last]! + counts[last]!),
  };
}

/** The tables of some of the positions, of all by default. */
function tablesOf(
  { packed: { strides, weights }, address }: Loaded,
  place = 0,
  places = weights.starts.length,
): Tables {
  let at = address;
  const addresses = strides.map((stride) => {
    const table = at + stride * place;
    at += stride * weights.starts.length;
    return table;
  });
  return [...(addresses as [Address, Address, Address, Address]), weights.taps, places];
}

function pack(weights: Weights, depth: Depth): Packed {
  const tables = [weights.starts, weights.counts, ...factorsOf(weights, depth)];
  // Kept for later images, and so in memory of its own: a Buffer shares its with others.
  const bytes = new Uint8Array(tables.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteLength } of tables) {
    bytes.set(new Uint8Array(buffer), at);
    at += byteLength;
  }
  const places = weights.starts.length;
  return { bytes, weights, strides: tables.map(({ byteLength }) => byteLength / places) };
}

function factorsOf(weights: Weights, depth: Depth): [Int16Array, Int16Array | Int32Array] {
  if (depth === 16) {
    const { digits, errors } = digitsOf(weights);
    return [digits, errors];
  }
  return [
    Int16Array.from(weights.weights, (weight) => weight >> 12),
    Int16Array.from(weights.weights, (weight) => weight & 4095),
  ];
}
