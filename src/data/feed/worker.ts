import { parentPort, workerData } from "node:worker_threads";
import { RunError } from "../../errors.ts";
import { openRows, type RowsSource } from "../rows.ts";
import { buildAugmenter, type Augmenter, type ImageKey } from "../augment/augmenter.ts";
import type { AugmentSettings } from "../augment/ranges.ts";
import type { Shape } from "../augment/shape.ts";

/** What a worker is started with. */
export interface WorkerStart {
  rows: RowsSource;
  /** null: images are read ahead as they are. */
  augment: AugmentSettings | null;
  shape: Shape;
  /** Images of the training split. */
  length: number;
  seed: number;
  /** Shared: where augmented images go. */
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
}

export interface Failure {
  message: string;
  isRunError: boolean;
}

/** A shard of the cache was found damaged; its images are decoded again meanwhile. */
export interface Damage {
  damaged: string;
}

const { rows: source, augment, shape, length, seed, images, done } = workerData as WorkerStart;
const rows = openRows(source, (damaged) => parentPort!.postMessage({ damaged } satisfies Damage));
const augmenter = augment && buildAugmenter(augment, shape, length);
const original = new Uint8Array(rows.size);
const result = new Uint8Array(rows.size);
const other = new Uint8Array(rows.size);

async function makeImage(by: Augmenter, key: ImageKey, into: Uint8Array): Promise<void> {
  await rows.read(Uint32Array.of(key.image), original);
  by.augment(original, key, into);
}

async function fill(order: Order): Promise<void> {
  if (augmenter) await augmentImages(augmenter, order);
  else await rows.read(order.indices, images.subarray(order.place * rows.size));
  Atomics.add(done, order.slot, 1);
  Atomics.notify(done, order.slot);
}

async function augmentImages(by: Augmenter, { epoch, place, indices }: Order): Promise<void> {
  for (const [offset, image] of indices.entries()) {
    const key = { seed, epoch, image };
    await makeImage(by, key, result);
    const mix = by.mixOf(key);
    if (mix) {
      await makeImage(by, { seed, epoch, image: mix.partner }, other);
      by.mix(result, other, mix);
    }
    images.set(result, (place + offset) * rows.size);
  }
}

/** One order after the other: they share the arrays above. */
let work = Promise.resolve();
parentPort!.on("message", (order: Order) => {
  work = work
    .then(() => fill(order))
    .catch((error: Error) => {
      const isRunError = error instanceof RunError;
      const message = isRunError ? error.message : (error.stack ?? String(error));
      parentPort!.postMessage({ message, isRunError } satisfies Failure);
    });
});
