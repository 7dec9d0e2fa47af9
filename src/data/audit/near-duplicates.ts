import { THUMBNAIL_SIDE } from "../decode/facts.ts";

const SIDE = THUMBNAIL_SIDE;
const AREA = SIDE * SIDE;
/** Of a whole picture each way, so that 63 signs tell pictures apart. */
const FREQUENCIES = 8;
const CHUNKS = 4;
const CHUNK_BITS = 16;
/** Codes of two copies differ in at most so many bits: in one of four chunks they then differ in two at most. */
const MOST_BITS = 11;
/** Among so many, quarters that differ in one bit at most are looked at: an eighth of the work for nearly the same. */
const MANY = 20_000;
const MOST_BITS_OF_MANY = 8;
/** Correlation of what two thumbnails have beyond what all have in common. */
const LEAST_ALIKE = 0.95;
/** Of whole thumbnails, where there are too few to know what all have in common. */
const LEAST_ALIKE_OF_FEW = 0.99;
const FEW = 64;
/** Others that a pair is held against, to see whether images of this kind all look alike. */
const OTHERS = 2000;
/** A copy is so much nearer than the nearest of the others. */
const LEAST_NEARER = 4;
/** Grey levels of standard deviation: less is no picture to compare. */
const LEAST_CONTRAST = 2;

export interface NearPair {
  /** Positions in the list of thumbnails. */
  query: number;
  match: number;
  /** Correlation of the two thumbnails, the second turned or mirrored as fits best: at most 1. */
  similarity: number;
}

/**
 * Pairs of thumbnails of different splits that show the same picture: compressed anew, of another size, mirrored or
 * turned by quarters.
 *
 * A code of 63 bits, the signs of a thumbnail's low frequencies, finds candidates through tables of its quarters, so
 * that no image is compared with every other. What all thumbnails have in common, such as the outline of a chest, is
 * taken out first. A candidate counts when its correlation is high and far above that of images chosen at random.
 *
 * @param splitOf a small number for each thumbnail; only pairs of different ones are looked for
 * @param isSame whether two are known to be equal, and no news
 */
export function findNearDuplicates(
  thumbnails: readonly Uint8Array[],
  splitOf: readonly number[],
  isSame: (one: number, other: number) => boolean,
): NearPair[] {
  const pictures = new Pictures(thumbnails);
  const pairs: NearPair[] = [];
  const index = new Index(thumbnails.length);
  const bySplit = Map.groupBy(splitOf.keys(), (position) => splitOf[position]!);
  let isFirst = true;
  for (const [, positions] of [...bySplit].toSorted(([a], [b]) => a - b)) {
    const usable = positions.filter((position) => pictures.hasContrast(position));
    if (!isFirst) for (const query of usable) pairs.push(...pictures.matches(query, index, isSame));
    isFirst = false;
    for (const position of usable) index.add(position, pictures.code(thumbnails[position]!));
  }
  return pairs;
}

/** 63 bits as two halves. */
type Code = readonly [number, number];

class Pictures {
  readonly #mean: Float64Array;
  /** Length of each thumbnail's difference from its mean. */
  readonly #length: Float64Array;
  /** What all have in common, of length 1; null where there are too few. */
  readonly #common: Float64Array | null;
  readonly #share: Float64Array;
  readonly #others: number[];

  constructor(readonly thumbnails: readonly Uint8Array[]) {
    const count = thumbnails.length;
    this.#mean = new Float64Array(count);
    this.#length = new Float64Array(count);
    for (const [index, thumbnail] of thumbnails.entries()) {
      let [sum, squares] = [0, 0];
      for (const value of thumbnail) {
        sum += value;
        squares += value * value;
      }
      this.#mean[index] = sum / AREA;
      this.#length[index] = Math.sqrt(Math.max(0, squares - (sum * sum) / AREA));
    }
    const usable = Array.from(thumbnails.keys()).filter((index) => this.hasContrast(index));
    this.#common = usable.length < FEW ? null : this.#average(usable);
    this.#share = Float64Array.from(thumbnails, (thumbnail, index) =>
      this.#shareOf(thumbnail, index),
    );
    const step = Math.max(1, Math.floor(usable.length / OTHERS));
    this.#others = usable.filter((_, index) => index % step === 0).slice(0, OTHERS);
  }

  hasContrast(index: number): boolean {
    return this.#length[index]! >= LEAST_CONTRAST * SIDE;
  }

  matches(
    query: number,
    index: Index,
    isSame: (one: number, other: number) => boolean,
  ): NearPair[] {
    const found = new Map<number, number>();
    const least = this.#common ? LEAST_ALIKE : LEAST_ALIKE_OF_FEW;
    for (const turned of symmetries(this.thumbnails[query]!)) {
      const share = this.#shareOf(turned, query);
      let nearOthers: number | undefined;
      index.search(this.code(turned), (candidate) => {
        if (isSame(query, candidate)) return;
        const alike = this.#alike(turned, query, share, candidate);
        if (alike.beyond < least || alike.whole <= (found.get(candidate) ?? 0)) return;
        nearOthers ??= this.#distanceOfOthers(turned, query, share);
        if ((1 - alike.beyond) * LEAST_NEARER <= nearOthers) found.set(candidate, alike.whole);
      });
    }
    return [...found]
      .map(([match, similarity]) => ({ query, match, similarity }))
      .toSorted((a, b) => b.similarity - a.similarity || a.match - b.match);
  }

  /** Signs of the low frequencies (DCT-II) of what is not common to all. */
  code(thumbnail: Uint8Array): Code {
    const picture = new Float64Array(thumbnail);
    const common = this.#common;
    if (common) {
      let share = 0;
      for (let at = 0; at < AREA; at++) share += thumbnail[at]! * common[at]!;
      for (let at = 0; at < AREA; at++) picture[at] = picture[at]! - share * common[at]!;
    }
    const rows = new Float64Array(SIDE * FREQUENCIES);
    for (let row = 0; row < SIDE; row++)
      for (let u = 0; u < FREQUENCIES; u++) {
        let sum = 0;
        for (let x = 0; x < SIDE; x++) sum += picture[row * SIDE + x]! * cosines[u * SIDE + x]!;
        rows[row * FREQUENCIES + u] = sum;
      }
    const halves = [0, 0];
    for (let bit = 1; bit < FREQUENCIES * FREQUENCIES; bit++) {
      const [v, u] = [Math.floor(bit / FREQUENCIES), bit % FREQUENCIES];
      let sum = 0;
      for (let y = 0; y < SIDE; y++) sum += rows[y * FREQUENCIES + u]! * cosines[v * SIDE + y]!;
      if (sum > 0) halves[bit >> 5]! |= 1 << (bit & 31);
    }
    return [halves[0]!, halves[1]!];
  }

  /** The mean of all, each at its own contrast. */
  #average(usable: readonly number[]): Float64Array {
    const sum = new Float64Array(AREA);
    for (const index of usable) {
      const thumbnail = this.thumbnails[index]!;
      const [mean, length] = [this.#mean[index]!, this.#length[index]!];
      for (let at = 0; at < AREA; at++) sum[at]! += (thumbnail[at]! - mean) / length;
    }
    const length = Math.hypot(...sum) || 1;
    return sum.map((value) => value / length);
  }

  /** Correlation of a thumbnail, turned or not, with what all have in common. */
  #shareOf(thumbnail: Uint8Array, index: number): number {
    if (!this.#common || !this.hasContrast(index)) return 0;
    const common = this.#common;
    let sum = 0;
    for (let at = 0; at < AREA; at++) sum += thumbnail[at]! * common[at]!;
    return sum / this.#length[index]!;
  }

  #alike(turned: Uint8Array, query: number, share: number, other: number) {
    const thumbnail = this.thumbnails[other]!;
    let sum = 0;
    for (let at = 0; at < AREA; at++) sum += turned[at]! * thumbnail[at]!;
    const covariance = sum - AREA * this.#mean[query]! * this.#mean[other]!;
    const whole = covariance / (this.#length[query]! * this.#length[other]!);
    const otherShare = this.#share[other]!;
    const rest = Math.sqrt(Math.max(1e-12, (1 - share ** 2) * (1 - otherShare ** 2)));
    return { whole, beyond: (whole - share * otherShare) / rest };
  }

  /**
   * How far the nearest of other images is: where all of a kind are alike, as the digit 1 is, only what is much nearer
   * is a copy. The three nearest are left out, as they may be copies themselves.
   */
  #distanceOfOthers(turned: Uint8Array, query: number, share: number): number {
    if (this.#others.length < FEW) return Infinity;
    const nearest = [Infinity, Infinity, Infinity, Infinity];
    for (const other of this.#others) {
      const distance = 1 - this.#alike(turned, query, share, other).beyond;
      if (distance >= nearest[3]!) continue;
      nearest[3] = distance;
      nearest.sort((a, b) => a - b);
    }
    return nearest[3]!;
  }
}

/** Codes by their quarters. */
class Index {
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #first = Array.from({ length: CHUNKS }, () => new Int32Array(1 << CHUNK_BITS).fill(-1));
  readonly #next: Int32Array[];
  #size = 0;

  constructor(count: number) {
    this.#low = new Int32Array(count);
    this.#high = new Int32Array(count);
    this.#next = Array.from({ length: CHUNKS }, () => new Int32Array(count));
  }

  add(position: number, code: Code): void {
    this.#size++;
    this.#low[position] = code[0];
    this.#high[position] = code[1];
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const value = chunkOf(code, chunk);
      this.#next[chunk]![position] = this.#first[chunk]![value]!;
      this.#first[chunk]![value] = position;
    }
  }

  /** Every position whose code differs in few bits; one may come more than once. */
  search(code: Code, visit: (position: number) => void): void {
    const isMany = this.#size > MANY;
    const most = isMany ? MOST_BITS_OF_MANY : MOST_BITS;
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const value = chunkOf(code, chunk);
      const [first, next] = [this.#first[chunk]!, this.#next[chunk]!];
      for (const flips of isMany ? oneFlip : twoFlips) {
        for (let at = first[value ^ flips]!; at !== -1; at = next[at]!) {
          const bits = ones(this.#low[at]! ^ code[0]) + ones(this.#high[at]! ^ code[1]);
          if (bits <= most) visit(at);
        }
      }
    }
  }
}

function chunkOf([low, high]: Code, chunk: number): number {
  return ((chunk < 2 ? low : high) >>> ((chunk & 1) * CHUNK_BITS)) & 0xffff;
}

/** How many bits are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Every change of at most two bits of a chunk, and of at most one. */
const twoFlips: readonly number[] = Array.from(
  { length: 1 << CHUNK_BITS },
  (_, flips) => flips,
).filter((flips) => ones(flips) <= 2);
const oneFlip = twoFlips.filter((flips) => ones(flips) <= 1);

/** cosines[u * SIDE + x], of the DCT-II. */
const cosines = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, index) => {
  const [u, x] = [Math.floor(index / SIDE), index % SIDE];
  return Math.cos((Math.PI * (x + 0.5) * u) / SIDE);
});

/** A square picture as it is, turned by quarters, and all that mirrored. */
export function symmetries(picture: Uint8Array): Uint8Array[] {
  const last = SIDE - 1;
  const map = (from: (x: number, y: number) => number) =>
    Uint8Array.from({ length: AREA }, (_, at) => picture[from(at % SIDE, Math.floor(at / SIDE))]!);
  return [
    picture,
    map((x, y) => y * SIDE + last - x),
    map((x, y) => (last - y) * SIDE + x),
    map((x, y) => (last - y) * SIDE + last - x),
    map((x, y) => x * SIDE + y),
    map((x, y) => x * SIDE + last - y),
    map((x, y) => (last - x) * SIDE + y),
    map((x, y) => (last - x) * SIDE + last - y),
  ];
}
