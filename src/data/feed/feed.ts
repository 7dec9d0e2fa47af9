import { availableParallelism } from "node:os";
import { RunError } from "../../errors.ts";
import { errorFromText } from "../../system-error.ts";
import { KeptThreads, startThread, type ThreadEvents } from "../../thread.ts";
import { pixelsIn } from "../../pixels.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { batches, type Batch } from "../batches.ts";
import type { DecodedSplit } from "../dataset.ts";
import { buildAugmenter } from "../augment/augmenter.ts";
import type { Damage, Failure, Order, WorkerStart } from "./worker.ts";

/** The batches of training, an epoch at a time. */
export interface Feed {
  /**
   * @param epoch from 1 @param order positions in the split, in the order wanted
   * @param skipped batches that were trained on already
   * @returns batches whose arrays are overwritten by the next one
   */
  epoch(epoch: number, order: Uint32Array, skipped?: number): AsyncGenerator<Batch>;
  close(): void;
}

export interface FeedSettings {
  seed: number;
  data: Pick<ResolvedExperiment["data"], "augment" | "batchSize">;
  /** Threads that make batches, at most; one per core by default. It changes nothing but the speed. */
  workers?: number;
  /** Where these threads come from and go to, where several feeds are opened one after the other. */
  threads?: KeptThreads;
}

const script = new URL("./worker.ts", import.meta.url);

/** For the feeds of many trainings. */
export function keptFeedThreads(): KeptThreads {
  return new KeptThreads(script);
}

/** Batches in the making: one that is trained on, and two ahead. */
const SLOTS = 3;
const MOST_WORKERS = 8;
/** So often the thread that waits for a batch looks whether there is anything else to do, such as a signal. */
const BREATH_MS = 10;

/**
 * Images in memory are copied as they are asked for. Where they are augmented or read from files, threads make batches
 * ahead, since this one waits in TensorFlow most of the time: each takes its part of every batch and writes it where this
 * one reads it.
 */
export function openFeed(split: DecodedSplit, settings: FeedSettings): Feed {
  const { augment, batchSize } = settings.data;
  const isStored = split.rows.source.kind === "shards";
  if (augment || isStored) return new WorkerFeed(split, settings, augment);
  return {
    epoch: (_, order, skipped = 0) =>
      batches(split, batchSize, order.subarray(skipped * batchSize)),
    close: () => undefined,
  };
}

/** Images of a batch: positions in the split, and how often each has been in the epoch before. */
interface Chosen {
  indices: Uint32Array;
  copies: Uint32Array;
}

/** For each place in `order` how often its image stands before it. @param images of the split */
function copiesBefore(order: Uint32Array, images: number): Uint32Array {
  const counts = new Uint32Array(images);
  return order.map((image) => counts[image]!++);
}

class WorkerFeed implements Feed {
  readonly #workers: Worker[];
  readonly #images: Uint8Array;
  /** [SLOTS], workers that have done their part. */
  readonly #done = new Int32Array(new SharedArrayBuffer(4 * SLOTS));
  readonly #augmenter;
  #failure: Error | undefined;

  constructor(
    private readonly split: DecodedSplit,
    private readonly settings: FeedSettings,
    augment: WorkerStart["augment"],
  ) {
    const { seed, data } = settings;
    const { shape, depth, length } = split;
    const most = Math.min(data.batchSize, length);
    this.#augmenter = augment && buildAugmenter(augment, shape, length, depth);
    this.#images = new Uint8Array(new SharedArrayBuffer(SLOTS * most * split.rows.size));
    const start: WorkerStart = {
      rows: split.rows.source,
      augment,
      shape,
      depth,
      length,
      seed,
      images: this.#images,
      done: this.#done,
    };
    const count = Math.min(
      settings.workers ?? availableParallelism(),
      augment ? MOST_WORKERS : 1,
      most,
    );
    this.#workers = Array.from({ length: count }, () => this.#startWorker(start));
    // No slot is asked for yet.
    this.#done.fill(count);
  }

  async *epoch(epoch: number, order: Uint32Array, skipped = 0): AsyncGenerator<Batch> {
    const { batchSize } = this.settings.data;
    const count = Math.ceil(order.length / batchSize);
    const copies = copiesBefore(order, this.split.length);
    const chosen = (batch: number): Chosen => ({
      indices: order.subarray(batch * batchSize, (batch + 1) * batchSize),
      copies: copies.subarray(batch * batchSize, (batch + 1) * batchSize),
    });
    let asked = skipped;
    try {
      for (let batch = skipped; batch < count; batch++) {
        for (; asked < Math.min(count, batch + SLOTS); asked++)
          this.#ask(epoch, asked % SLOTS, chosen(asked));
        await this.#finished(batch % SLOTS);
        yield this.#batch(epoch, batch % SLOTS, chosen(batch));
      }
    } finally {
      // An epoch that was left early leaves no one writing.
      for (let batch = Math.max(skipped, asked - SLOTS); batch < asked && !this.#failure; batch++)
        await this.#finished(batch % SLOTS);
    }
  }

  close(): void {
    const { threads } = this.settings;
    // A training may stand still in the middle of an epoch.
    const isWell = !this.#failure && this.#done.every((done) => done === this.#workers.length);
    for (const worker of this.#workers)
      if (threads) threads.release(worker, isWell);
      else void worker.terminate();
  }

  #startWorker(start: WorkerStart): Worker {
    const events: ThreadEvents<Failure | Damage> = {
      onMessage: (told) => {
        if ("damaged" in told) this.split.rows.onDamage?.(told.damaged);
        else
          this.#failure ??= told.isRunError
            ? new RunError(told.message)
            : errorFromText(told.message);
      },
      onError: (error) => (this.#failure ??= error),
    };
    return this.settings.threads?.start(start, events) ?? startThread(script, start, events);
  }

  #ask(epoch: number, slot: number, { indices, copies }: Chosen): void {
    Atomics.store(this.#done, slot, 0);
    const start = slot * this.#slotLength;
    for (const [part, worker] of this.#workers.entries()) {
      const from = Math.floor((part * indices.length) / this.#workers.length);
      const to = Math.floor(((part + 1) * indices.length) / this.#workers.length);
      worker.postMessage({
        epoch,
        slot,
        place: start + from,
        indices: indices.slice(from, to),
        copies: copies.slice(from, to),
      } satisfies Order);
    }
  }

  get #slotLength(): number {
    return this.#images.length / SLOTS / this.split.rows.size;
  }

  /** @throws what a worker threw */
  async #finished(slot: number): Promise<void> {
    for (;;) {
      const done = Atomics.load(this.#done, slot);
      if (done === this.#workers.length) return;
      if (this.#failure) throw this.#failure;
      Atomics.wait(this.#done, slot, done, BREATH_MS);
      await new Promise(setImmediate);
    }
  }

  #batch(epoch: number, slot: number, { indices, copies }: Chosen): Batch {
    const { seed } = this.settings;
    const { labels, rows, depth } = this.split;
    const { length } = indices;
    const start = slot * this.#slotLength * rows.size;
    const augmenter = this.#augmenter;
    const mixes = augmenter
      ? Array.from(indices, (image, at) =>
          augmenter.mixOf({ seed, epoch, image, copy: copies[at]! }),
        )
      : [];
    return {
      images: pixelsIn(this.#images.subarray(start, start + length * rows.size), depth),
      labels: Int32Array.from(indices, (index) => labels[index]!),
      length,
      ...(mixes[0] && {
        mix: {
          labels: Int32Array.from(mixes, (mix) => labels[mix!.partner]!),
          weights: Float32Array.from(mixes, (mix) => mix!.weight),
        },
      }),
    };
  }
}
