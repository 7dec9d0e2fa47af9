import { AREA, THUMBNAIL_SIDE } from "../thumbnail-side.ts";
import { Dots } from "./dots.ts";
import { symmetries, turned, undone } from "./symmetry.ts";

/** Grey levels of standard deviation: less is no picture to compare. */
const LEAST_CONTRAST = 2;
/** Fewer do not tell what all have in common. */
const FEW = 64;

/** A thumbnail, turned or not. */
export interface View {
  index: number;
  /** See `turned`. */
  symmetry: number;
  /** [16, 16], turned. */
  pixels: Uint8Array;
  /** Correlation with what all have in common. */
  share: number;
}

/** Thumbnails to be compared, beyond what all of them have in common, such as the outline of a chest. */
export class Thumbnails {
  readonly count: number;
  /** Those that show something, ascending. */
  readonly usable: Int32Array;
  /** What all have in common, of length 1, turned in each way; null where there are too few to know. */
  readonly common: readonly Float64Array[] | null;
  readonly #dots: Dots;
  readonly #mean: Float64Array;
  /** Length of each thumbnail's difference from its mean. */
  readonly #length: Float64Array;
  /** Of each as it is. */
  readonly #share: Float64Array;

  /** @param pixels [count, 16, 16] */
  constructor(readonly pixels: Uint8Array) {
    const count = pixels.length / AREA;
    this.count = count;
    this.#dots = new Dots(pixels);
    this.#mean = new Float64Array(count);
    this.#length = new Float64Array(count);
    for (let index = 0; index < count; index++) {
      let [sum, squares] = [0, 0];
      for (let at = index * AREA; at < (index + 1) * AREA; at++) {
        const value = pixels[at]!;
        sum += value;
        squares += value * value;
      }
      this.#mean[index] = sum / AREA;
      this.#length[index] = Math.sqrt(Math.max(0, squares - (sum * sum) / AREA));
    }
    this.usable = new Int32Array(count)
      .map((_, index) => index)
      .filter((index) => this.showsSomething(index));
    this.common = this.usable.length < FEW ? null : this.#average();
    this.#share = new Float64Array(count);
    for (const index of this.usable) this.#share[index] = this.share(index, 0);
  }

  showsSomething(index: number): boolean {
    return this.#length[index]! >= LEAST_CONTRAST * THUMBNAIL_SIDE;
  }

  view(index: number, symmetry: number): View {
    const pixels = turned(this.pixels, index * AREA, symmetry);
    return { index, symmetry, pixels, share: this.share(index, symmetry) };
  }

  /** Of a thumbnail's difference from its mean, in grey levels. */
  length(index: number): number {
    return this.#length[index]!;
  }

  /** Correlation of a thumbnail, turned, with what all have in common. */
  share(index: number, symmetry: number): number {
    if (!this.common) return 0;
    // Instead of the thumbnail, what is common is turned, the other way.
    const common = this.common[undone(symmetry)]!;
    const from = index * AREA;
    let sum = 0;
    for (let at = 0; at < AREA; at++) sum += this.pixels[from + at]! * common[at]!;
    return sum / this.#length[index]!;
  }

  /** @returns [others.length], correlations of whole thumbnails, at most 1 */
  correlations({ index, pixels }: View, others: Int32Array): Float64Array {
    const sums = this.#dots.of(pixels, others);
    const [mean, length] = [this.#mean[index]!, this.#length[index]!];
    const correlations = new Float64Array(others.length);
    for (let at = 0; at < others.length; at++) {
      const other = others[at]!;
      const covariance = sums[at]! - AREA * mean * this.#mean[other]!;
      correlations[at] = covariance / (length * this.#length[other]!);
    }
    return correlations;
  }

  /**
   * @param correlation of the two
   * @returns 1 less the correlation beyond what all have in common: 0 of equal ones, at most 2
   */
  distance({ share }: View, other: number, correlation: number): number {
    const otherShare = this.#share[other]!;
    const rest = Math.sqrt(Math.max(1e-12, (1 - share ** 2) * (1 - otherShare ** 2)));
    return 1 - (correlation - share * otherShare) / rest;
  }

  /** In each symmetry the mean of all, each at its own contrast. */
  #average(): Float64Array[] {
    const sum = new Float64Array(AREA);
    for (const index of this.usable) {
      const [mean, length] = [this.#mean[index]!, this.#length[index]!];
      const from = index * AREA;
      for (let at = 0; at < AREA; at++) sum[at]! += (this.pixels[from + at]! - mean) / length;
    }
    const length = Math.sqrt(sum.reduce((squares, value) => squares + value ** 2, 0)) || 1;
    const common = sum.map((value) => value / length);
    return symmetries.map((symmetry) => turned(common, 0, symmetry));
  }
}
