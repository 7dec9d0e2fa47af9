import { RunError } from "../../errors.ts";
import { blackPixels, bytesOf, type Depth, type Pixels } from "../../pixels.ts";
import { serve, tell } from "../../thread.ts";
import { openRows, type Rows, type RowsSource } from "../rows.ts";
import { buildAugmenter, type Augmenter, type ImageKey } from "../augment/augmenter.ts";
import type { AugmentSettings } from "../augment/ranges.ts";
import type { Shape } from "../augment/shape.ts";

/** What a worker is started with. */
export interface WorkerStart {
  rows: RowsSource;
  /** null: images are read ahead as they are. */
  augment: AugmentSettings | null;
  shape: Shape;
  depth: Depth;
  /** Images of the training split. */
  length: number;
  seed: number;
  /** Shared: where augmented images go, as bytes. */
  images: Uint8Array;
  /** Shared: one is added to a slot's number when an order for it is done. */
  done: Int32Array;
}

/** A worker's part of a batch. */
export interface Order {
  epoch: number;
  slot: number;
  /** Where the first image goes, in images. */
  place: number;
  /** Positions in the training split. */
  indices: Uint32Array;
  /** How often each has been in the epoch before. */
  copies: Uint32Array;
}

export interface Failure {
  message: string;
  isRunError: boolean;
}

/** A shard of the cache was found damaged; its images are decoded again meanwhile. */
export interface Damage {
  damaged: string;
}

class Filler {
  readonly #rows: Rows;
  readonly #augmenter: Augmenter | null;
  readonly #original: Pixels;
  readonly #result: Pixels;
  readonly #other: Pixels;

  constructor(private readonly start: WorkerStart) {
    const { rows, augment, shape, depth, length } = start;
    this.#rows = openRows(rows, (damaged) => tell({ damaged } satisfies Damage));
    this.#augmenter = augment && buildAugmenter(augment, shape, length, depth);
    const values = (this.#rows.size * 8) / depth;
    this.#original = blackPixels(depth, values);
    this.#result = blackPixels(depth, values);
    this.#other = blackPixels(depth, values);
  }

  close(): void {
    this.#rows.close();
  }

  async fill(order: Order): Promise<void> {
    const { images, done } = this.start;
    if (this.#augmenter) await this.#augmentImages(this.#augmenter, order);
    else await this.#rows.read(order.indices, images.subarray(order.place * this.#rows.size));
    Atomics.add(done, order.slot, 1);
    Atomics.notify(done, order.slot);
  }

  async #augmentImages(by: Augmenter, { epoch, place, indices, copies }: Order): Promise<void> {
    const { seed, images } = this.start;
    for (const [offset, image] of indices.entries()) {
      const key = { seed, epoch, image, copy: copies[offset]! };
      await this.#makeImage(by, key, this.#result);
      const mix = by.mixOf(key);
      if (mix) {
        await this.#makeImage(by, { seed, epoch, image: mix.partner }, this.#other);
        by.mix(this.#result, this.#other, mix);
      }
      images.set(bytesOf(this.#result), (place + offset) * this.#rows.size);
    }
  }

  async #makeImage(by: Augmenter, key: ImageKey, into: Pixels): Promise<void> {
    await this.#rows.read(Uint32Array.of(key.image), bytesOf(this.#original));
    by.augment(this.#original, key, into);
  }
}

serve((start: WorkerStart) => {
  const filler = new Filler(start);
  const work = (order: Order) =>
    filler.fill(order).catch((error: Error) => {
      const isRunError = error instanceof RunError;
      const message = isRunError ? error.message : (error.stack ?? String(error));
      tell({ message, isRunError } satisfies Failure);
    });
  return Object.assign(work, { rest: () => filler.close() });
});
