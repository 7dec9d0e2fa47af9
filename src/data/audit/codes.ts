import { THUMBNAIL_SIDE } from "../thumbnail-side.ts";
import { type Kernels, openKernels } from "./open-kernels.ts";

const SIDE = THUMBNAIL_SIDE;
/** Of a whole picture each way, so that 63 signs tell pictures apart. */
const FREQUENCIES = 8;
const CODE_BITS = FREQUENCIES * FREQUENCIES;
const CHUNKS = 4;
const CHUNK_BITS = 16;
const VALUES = 1 << CHUNK_BITS;
/** Codes of two copies differ in at most so many bits: in one of four chunks they then differ in two at most. */
const MOST_BITS = 11;
/** Among so many, quarters that differ in one bit at most are looked at: an eighth of the work for nearly the same. */
const MANY = 20_000;
const MOST_BITS_OF_MANY = 8;

/** 63 bits as two halves. */
export type Code = readonly [number, number];

/** The low frequencies of pictures (DCT-II), one after another. */
export class Frequencies {
  /** Horizontal ones, [8, 16]: rows are frequencies. */
  readonly #ofRows = new Float64Array(FREQUENCIES * SIDE);
  readonly #plus = new Float64Array(SIDE / 2);
  readonly #minus = new Float64Array(SIDE / 2);

  /**
   * @param pictures [.., 16, 16]
   * @param at where the picture begins
   * @param into [8, 8], rows are vertical frequencies
   */
  of(pictures: Uint8Array | Float64Array, at: number, into = new Float64Array(CODE_BITS)) {
    for (let y = 0; y < SIDE; y++) this.#transform(pictures, at + y * SIDE, this.#ofRows, y, SIDE);
    for (let u = 0; u < FREQUENCIES; u++)
      this.#transform(this.#ofRows, u * SIDE, into, u, FREQUENCIES);
    return into;
  }

  /** 16 values beside each other become 8 frequencies, `step` apart. */
  #transform(
    values: Uint8Array | Float64Array,
    at: number,
    into: Float64Array,
    to: number,
    step: number,
  ): void {
    // About the middle each cosine is even or odd, so that values opposite each other share a product.
    for (let x = 0; x < SIDE / 2; x++) {
      this.#plus[x] = values[at + x]! + values[at + SIDE - 1 - x]!;
      this.#minus[x] = values[at + x]! - values[at + SIDE - 1 - x]!;
    }
    for (let u = 0; u < FREQUENCIES; u++) {
      const folded = u & 1 ? this.#minus : this.#plus;
      let sum = 0;
      for (let x = 0; x < SIDE / 2; x++) sum += folded[x]! * cosines[u * SIDE + x]!;
      into[to + u * step] = sum;
    }
  }
}

/**
 * Signs of the frequencies of a picture, turned, less so much of another. Mirroring changes the sign of each odd
 * frequency, and a reflection in the diagonal exchanges the two directions, so that no picture has to be turned.
 *
 * @param symmetry see `turned`
 * @param common frequencies of what is taken out, as it is
 */
export function codeOf(
  frequencies: Float64Array,
  symmetry: number,
  common: Float64Array,
  share: number,
): Code {
  let low = 0;
  let high = 0;
  for (let bit = 1; bit < CODE_BITS; bit++) {
    const v = bit >> 3;
    const u = bit & 7;
    const sign = ((symmetry & u) ^ ((symmetry >> 1) & v)) & 1 ? -1 : 1;
    const value = sign * frequencies[symmetry & 4 ? u * FREQUENCIES + v : bit]!;
    if (value <= share * common[bit]!) continue;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return [low, high];
}

/** Codes by their quarters: of each quarter, by its value, where pictures of that value begin. */
export class CodeIndex {
  readonly #kernels: Kernels | null;
  readonly #starts: Int32Array[] = [];
  readonly #positions: Int32Array[] = [];
  /** The codes in the order of `#positions`, so that they are read one after another. */
  readonly #codes: Int32Array[] = [];
  readonly #flips: Int32Array;
  readonly #mostBits: number;
  /** What a search finds. */
  readonly #found: Int32Array;

  /** @param codes [positions.length, 2] */
  constructor(positions: Int32Array, codes: Int32Array, { vectors = true } = {}) {
    const { length } = positions;
    const isMany = length > MANY;
    this.#mostBits = isMany ? MOST_BITS_OF_MANY : MOST_BITS;
    const flips = isMany ? oneFlip : twoFlips;
    const words = CHUNKS * (2 * length + length + VALUES + 1 + length) + flips.length;
    this.#kernels = vectors ? openKernels(4 * words) : null;
    const memory = this.#kernels?.memory.buffer ?? new ArrayBuffer(4 * words);
    let used = 0;
    const take = (count: number) => new Int32Array(memory, 4 * (used += count) - 4 * count, count);
    // In pairs, and so first: they are read eight bytes at a time.
    for (let chunk = 0; chunk < CHUNKS; chunk++) this.#codes.push(take(2 * length));
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const starts = take(VALUES + 1);
      const valueAt = (at: number) => chunkOf(codes[2 * at]!, codes[2 * at + 1]!, chunk);
      for (let at = 0; at < length; at++) starts[valueAt(at)]!++;
      for (let value = 1; value < starts.length; value++) starts[value]! += starts[value - 1]!;
      const sorted = take(length);
      const sortedCodes = this.#codes[chunk]!;
      for (let at = length - 1; at >= 0; at--) {
        const to = --starts[valueAt(at)]!;
        sorted[to] = positions[at]!;
        sortedCodes[2 * to] = codes[2 * at]!;
        sortedCodes[2 * to + 1] = codes[2 * at + 1]!;
      }
      this.#starts.push(starts);
      this.#positions.push(sorted);
    }
    this.#flips = take(flips.length);
    this.#flips.set(flips);
    this.#found = take(CHUNKS * length);
  }

  /**
   * Every position whose code differs in few bits; one may come more than once.
   * @returns to be read before the next call
   */
  search([low, high]: Code): Int32Array {
    let count = 0;
    for (let chunk = 0; chunk < CHUNKS; chunk++)
      count += this.#searchChunk(chunk, low, high, this.#found.subarray(count));
    return this.#found.subarray(0, count);
  }

  #searchChunk(chunk: number, low: number, high: number, found: Int32Array): number {
    const value = chunkOf(low, high, chunk);
    const [starts, positions, codes, flips, most] = [
      this.#starts[chunk]!,
      this.#positions[chunk]!,
      this.#codes[chunk]!,
      this.#flips,
      this.#mostBits,
    ];
    if (this.#kernels)
      return this.#kernels.near(
        starts.byteOffset,
        positions.byteOffset,
        codes.byteOffset,
        flips.byteOffset,
        flips.length,
        value,
        low,
        high,
        most,
        found.byteOffset,
      );
    let count = 0;
    for (const flip of flips) {
      const end = starts[(value ^ flip) + 1]!;
      for (let at = starts[value ^ flip]!; at < end; at++) {
        const bits = ones(codes[2 * at]! ^ low) + ones(codes[2 * at + 1]! ^ high);
        if (bits <= most) found[count++] = positions[at]!;
      }
    }
    return count;
  }
}

function chunkOf(low: number, high: number, chunk: number): number {
  return ((chunk < 2 ? low : high) >>> ((chunk & 1) * CHUNK_BITS)) & 0xffff;
}

/** How many bits are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Every change of at most two bits of a chunk, and of at most one. */
const twoFlips: readonly number[] = Array.from({ length: VALUES }, (_, flips) => flips).filter(
  (flips) => ones(flips) <= 2,
);
const oneFlip = twoFlips.filter((flips) => ones(flips) <= 1);

/** cosines[u * SIDE + x], of the DCT-II. */
const cosines = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, index) => {
  const [u, x] = [Math.floor(index / SIDE), index % SIDE];
  return Math.cos((Math.PI * (x + 0.5) * u) / SIDE);
});
