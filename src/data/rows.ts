import { closeSync, readSync } from "node:fs";
import { openRegularSync } from "../regular-file.ts";
import type { Target } from "./decode/verdict.ts";
import { eachConcurrently } from "./concurrency.ts";
import { decodeAgain } from "./decode-again.ts";
import { checksum } from "./hash.ts";

/** Decoded images of one shape, wherever they are kept. */
export interface Rows {
  readonly length: number;
  /** Bytes of one image: height * width * channels, twice of that where values have 16 bits. */
  readonly size: number;
  /**
   * Copies images to the beginning of `into`, one after another.
   * @param indices which ones, in the order wanted
   * @param into at least `indices.length * size` bytes
   * @throws RunError when an image has to be decoded again and its file has changed
   */
  read(indices: Uint32Array, into: Uint8Array): Promise<void>;
  /** What `openRows` opens them by, in this thread or in a worker: it can be posted to one. */
  readonly source: RowsSource;
  /** Told the path of a shard, once, when an image in it is not what was put there. */
  readonly onDamage?: (path: string) => void;
  /** Frees what `openRows` has opened. */
  close(): void;
}

export type RowsSource = MemorySource | ShardSource;

/** Images in memory, shared between threads where the buffer is a SharedArrayBuffer. */
export interface MemorySource {
  kind: "memory";
  /** [.., height, width, channels], as bytes. */
  pixels: Uint8Array;
  size: number;
  /** [length], positions in `pixels`; as they come where it is missing. */
  rowOf?: Uint32Array;
}

/** Images in files of the cache, in memory, or nowhere but in the user's own files, each with its checksum. */
export interface ShardSource {
  kind: "shards";
  /** Bytes of one image. */
  size: number;
  /** Each holds images one after another: a file or memory. */
  shards: (string | Uint8Array)[];
  /** [length], positions in `shards`; -1 where an image is kept nowhere. */
  shardOf: Int32Array;
  /** [length], positions in the shard. */
  rowOf: Uint32Array;
  /** [length], `checksum` of the pixels. */
  checksums: BigUint64Array;
  /** [length], where each can be had again. */
  files: { path: string; sha256: string }[];
  target: Target;
}

/** @param onDamage see Rows */
export function openRows(source: RowsSource, onDamage?: (path: string) => void): Rows {
  return source.kind === "memory" ? memoryRows(source) : new ShardRows(source, onDamage);
}

/** Copies all rows into memory that threads can share, where they are not there already, and closes them. */
export async function loadRows(rows: Rows): Promise<Rows> {
  const { length, size, source } = rows;
  if (source.kind === "memory") return rows;
  const [shard, ...more] = source.shards;
  const isOne = shard instanceof Uint8Array && more.length === 0 && !source.shardOf.includes(-1);
  if (isOne) return memoryRows({ kind: "memory", pixels: shard, size, rowOf: source.rowOf });
  const pixels = new Uint8Array(new SharedArrayBuffer(length * size));
  await rows.read(
    Uint32Array.from({ length }, (_, index) => index),
    pixels,
  );
  rows.close();
  return memoryRows({ kind: "memory", pixels, size });
}

function memoryRows(source: MemorySource): Rows {
  const { pixels, size, rowOf } = source;
  return {
    length: rowOf?.length ?? pixels.length / size,
    size,
    source,
    async read(indices, into) {
      for (const [place, index] of indices.entries()) {
        const row = rowOf ? rowOf[index]! : index;
        into.set(pixels.subarray(row * size, (row + 1) * size), place * size);
      }
    },
    close: () => undefined,
  };
}

/** Files that are kept open at a time. */
const MOST_OPEN = 500;

/**
 * Reads with pread, not through mapped memory: a mapped file that another program cuts short ends the process (SIGBUS),
 * and its pages count as the process's own. From the system's page cache an image of 28 x 28 takes a microsecond.
 */
class ShardRows implements Rows {
  readonly length: number;
  readonly size: number;
  /** By position in `source.shards`, the one used last at the end; null where a file cannot be opened. */
  readonly #open = new Map<number, number | null>();
  readonly #damaged = new Set<number>();

  constructor(
    readonly source: ShardSource,
    readonly onDamage: (path: string) => void = () => undefined,
  ) {
    this.length = source.shardOf.length;
    this.size = source.size;
  }

  async read(indices: Uint32Array, into: Uint8Array): Promise<void> {
    const { size } = this;
    const lost: number[] = [];
    for (let start = 0; start < indices.length;) {
      const count = this.#neighbours(indices, start);
      const run = into.subarray(start * size, (start + count) * size);
      this.#readRun(indices[start]!, run);
      for (let place = start; place < start + count; place++) {
        const pixels = into.subarray(place * size, (place + 1) * size);
        const index = indices[place]!;
        if (checksum(pixels) !== this.source.checksums[index]) lost.push(place);
      }
      start += count;
    }
    await eachConcurrently(lost, (place) =>
      this.#restore(indices[place]!, into.subarray(place * size, (place + 1) * size)),
    );
  }

  close(): void {
    for (const descriptor of this.#open.values()) if (descriptor !== null) closeSync(descriptor);
    this.#open.clear();
  }

  /** How many of the images wanted from `start` on lie one after another, so that one read fetches them. */
  #neighbours(indices: Uint32Array, start: number): number {
    const { shardOf, rowOf } = this.source;
    const first = indices[start]!;
    let count = 1;
    for (; start + count < indices.length; count++) {
      const next = indices[start + count]!;
      if (shardOf[next] !== shardOf[first] || rowOf[next] !== rowOf[first]! + count) break;
    }
    return count;
  }

  /** What cannot be read is left as it is: its checksums tell. */
  #readRun(first: number, into: Uint8Array): void {
    const shard = this.source.shardOf[first]!;
    if (shard === -1) return;
    const start = this.source.rowOf[first]! * this.size;
    const place = this.source.shards[shard]!;
    if (typeof place !== "string") {
      into.set(place.subarray(start, start + into.length));
      return;
    }
    const descriptor = this.#descriptor(shard, place);
    if (descriptor === null) return;
    try {
      for (let done = 0; done < into.length;) {
        const read = readSync(descriptor, into, done, into.length - done, start + done);
        if (read === 0) return;
        done += read;
      }
    } catch {
      // A disk that fails is a damaged file.
    }
  }

  #descriptor(shard: number, path: string): number | null {
    const known = this.#open.get(shard);
    if (known !== undefined) {
      this.#open.delete(shard);
      this.#open.set(shard, known);
      return known;
    }
    if (this.#open.size >= MOST_OPEN) {
      const [oldest, descriptor] = this.#open.entries().next().value!;
      this.#open.delete(oldest);
      if (descriptor !== null) closeSync(descriptor);
    }
    let descriptor: number | null = null;
    try {
      descriptor = openRegularSync(path);
    } catch {
      // Another run may have thrown it out of the cache, to make room.
    }
    this.#open.set(shard, descriptor);
    return descriptor;
  }

  async #restore(index: number, pixels: Uint8Array): Promise<void> {
    const shard = this.source.shardOf[index]!;
    const place = this.source.shards[shard];
    if (typeof place === "string" && !this.#damaged.has(shard)) {
      this.#damaged.add(shard);
      this.onDamage(place);
    }
    pixels.set(await decodeAgain(this.source.files[index]!, this.source.target));
  }
}
