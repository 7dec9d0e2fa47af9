import { type Kernels, openKernels } from "./open-kernels.ts";
import { AREA } from "../thumbnail-side.ts";

/** Sums of products of a thumbnail with others: with vector instructions where the processor has them. */
export class Dots {
  readonly #kernels: Kernels | null;
  readonly #positionsAt: number;
  readonly #resultsAt: number;

  /** @param pixels [count, 16, 16]; what they are must not change */
  constructor(
    readonly pixels: Uint8Array,
    { vectors = true } = {},
  ) {
    const count = pixels.length / AREA;
    this.#positionsAt = pixels.length + 2 * AREA;
    this.#resultsAt = this.#positionsAt + 4 * count;
    this.#kernels = vectors ? openKernels(this.#resultsAt + 4 * count) : null;
    if (this.#kernels) new Uint8Array(this.#kernels.memory.buffer).set(pixels);
  }

  /**
   * @param view [16, 16]
   * @param positions which of the thumbnails
   * @returns [positions.length], to be read before the next call
   */
  of(view: Uint8Array, positions: Int32Array): Int32Array {
    const { length } = positions;
    if (!this.#kernels) return this.#plainly(view, positions);
    const { memory, dots } = this.#kernels;
    const { pixels } = this;
    new Int16Array(memory.buffer, pixels.length, AREA).set(view);
    new Int32Array(memory.buffer, this.#positionsAt, length).set(positions);
    dots(pixels.length, 0, this.#positionsAt, length, this.#resultsAt);
    return new Int32Array(memory.buffer, this.#resultsAt, length);
  }

  #plainly(view: Uint8Array, positions: Int32Array): Int32Array {
    return positions.map((position) => {
      let sum = 0;
      for (let at = 0; at < AREA; at++)
        sum = (sum + Math.imul(view[at]!, this.pixels[position * AREA + at]!)) | 0;
      return sum;
    });
  }
}
