import { transposed, turnOf, turnedSize } from "../orientation.ts";
import type { Samples, Size, Window } from "../samples.ts";
import { kernelsCode } from "./code.ts";
import { triangle, type Part, type Weights } from "./weights.ts";

type Address = number;

/** Parameters that say where the tables of weights are: starts, counts, high, low, taps, positions. */
type Tables = [Address, Address, Address, Address, number, number];

/** Weights that are in the kernels' memory. */
interface Loaded {
  weights: Weights;
  tables: Tables;
}

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
/** Rows that are made at a time of an image that lies on its side: more take more memory, fewer copy rows more often. */
const PLACES_AT_ONCE = 4;

/** Weights as the kernels read them: starts, counts, high and low halves, one after another. */
interface Packed {
  bytes: Uint8Array;
  weights: Weights;
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
    return WebAssembly.validate(kernelsCode) ? new VectorResizer(kernelsCode) : null;
  }

  private constructor(code: BufferSource) {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    this.#kernels = exports as unknown as Kernels;
  }

  /** As `resize` in ../resize.ts. */
  resize(image: Samples, size: Size, window: Window): Samples {
    const { isTransposed, mirrorsAcross, mirrorsDown } = turnOf(image);
    const from = turnedSize(image);
    this.#used = 0;
    const across = this.#load(from.width, size.width, {
      first: window.left,
      count: window.width,
      isMirrored: mirrorsAcross,
    });
    const down = this.#load(from.height, size.height, {
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
    // Rows more: of the last ones fewer may be there than are taken at once, and what has no weight is read there.
    const middle = this.#take((height + ROWS_AT_ONCE) * length);
    if (across) this.#across(image, across, middle, length);
    else this.#memory(middle, height * length).set(pixels);
    let result = middle;
    if (down) {
      result = this.#take(window.height * length);
      this.#kernels.down(middle, length, ...down.tables, result);
    }
    return this.#copied(result, { ...window, channels });
  }

  /**
   * Of an image that lies on its side.
   * @param across what changes its height as it lies, which is its upright width
   * @param window upright
   * @returns lying as `image`
   */
  #rowsFirst(image: Samples, across: Loaded | null, down: Loaded | null, window: Size): Samples {
    const { width, height, channels, pixels } = image;
    const length = width * channels;
    const middle = this.#take((window.width + ROWS_AT_ONCE) * length);
    if (across) this.#down(image, across, middle);
    else this.#memory(middle, height * length).set(pixels);
    let result = middle;
    if (down) {
      result = this.#take((window.width + ROWS_AT_ONCE) * window.height * channels);
      this.#kernels.across(channels, middle, window.width, width, ...down.tables, result);
    }
    return this.#copied(result, { width: window.height, height: window.width, channels });
  }

  #across(image: Samples, { tables }: Loaded, to: Address, length: number): void {
    const { width, height, channels, pixels } = image;
    const used = this.#used;
    const strip = this.#take(STRIP_ROWS * width * channels);
    for (let row = 0; row < height; row += STRIP_ROWS) {
      const rows = Math.min(STRIP_ROWS, height - row);
      const start = row * width * channels;
      const part = pixels.subarray(start, start + rows * width * channels);
      this.#memory(strip, part.length).set(part);
      this.#kernels.across(channels, strip, rows, width, ...tables, to + row * length);
    }
    this.#used = used;
  }

  #down(image: Samples, { tables, weights }: Loaded, to: Address): void {
    const { width, channels, pixels } = image;
    const length = width * channels;
    const used = this.#used;
    const count = weights.starts.length;
    for (let place = 0; place < count; place += PLACES_AT_ONCE) {
      const places = Math.min(PLACES_AT_ONCE, count - place);
      const { first, end } = rowsOf(weights, place, places);
      const strip = this.#take((end + 1 - first) * length);
      const part = pixels.subarray(first * length, end * length);
      this.#memory(strip, part.length).set(part);
      // Rows are counted from the first of the image, which would lie before the strip, if not before all memory.
      const from = strip - first * length;
      this.#kernels.down(from, length, ...partOf(tables, place, places), to + place * length);
      this.#used = used;
    }
  }

  #copied(from: Address, { width, height, channels }: Omit<Samples, "pixels">): Samples {
    const pixels = this.#memory(from, width * height * channels).slice();
    return { width, height, channels, pixels };
  }

  /** @returns null where the axis stays as it is */
  #load(from: number, size: number, part: Part): Loaded | null {
    if (from === size && part.count === size && !part.isMirrored) return null;
    const packed = this.#weights(from, size, part);
    const { bytes, weights } = packed;
    const { taps } = weights;
    const places = part.count;
    const starts = this.#take(bytes.length);
    this.#memory(starts, bytes.length).set(bytes);
    const counts = starts + 4 * places;
    const high = counts + 4 * places;
    return { weights, tables: [starts, counts, high, high + 2 * places * taps, taps, places] };
  }

  #weights(from: number, size: number, part: Part): Packed {
    const { first, count, isMirrored } = part;
    const key = `${from} ${size} ${first} ${count} ${isMirrored}`;
    const known = this.#packed.get(key);
    if (known) return known;
    const weights = triangle(from, size, part);
    const tables = [
      weights.starts,
      weights.counts,
      Int16Array.from(weights.weights, (weight) => weight >> 12),
      Int16Array.from(weights.weights, (weight) => weight & 4095),
    ];
    // Kept for later images, and so in memory of its own: a Buffer shares its with others.
    const bytes = new Uint8Array(tables.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const { buffer, byteLength } of tables) {
      bytes.set(new Uint8Array(buffer), at);
      at += byteLength;
    }
    const packed = { bytes, weights };
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

/** Rows that some positions one after another take part of: from `first` up to `end`. */
function rowsOf({ starts, counts }: Weights, place: number, places: number) {
  const last = place + places - 1;
  return {
    first: Math.min(starts[place]!, starts[last]!),
    end: Math.max(starts[place]! + counts[place]!, starts[last]! + counts[last]!),
  };
}

/** The tables of some of the positions. */
function partOf([starts, counts, high, low, taps]: Tables, place: number, places: number): Tables {
  const row = 2 * taps * place;
  return [starts + 4 * place, counts + 4 * place, high + row, low + row, taps, places];
}
