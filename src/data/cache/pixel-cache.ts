import { statSync } from "node:fs";
import { freemem } from "node:os";
import { messages } from "./messages.ts";
import { checksum } from "../hash.ts";
import { packFacts, unpackFacts } from "./facts.ts";
import type { IndexedImage } from "./index-tables.ts";
import { SafeIndex } from "./safe-index.ts";
import { removeShard, ShardFile, shardPath } from "./shard-file.ts";
import { ShardRoom } from "./shard-room.ts";

export interface CacheSettings {
  /** Absolute path; made when it is missing. null: nothing is kept after the run. */
  folder: string | null;
  /** Bytes that all shards may take. */
  mostBytes: number;
  /** Of a shard, about; as many as a file is worth by default. */
  shardBytes?: number;
  now: () => Date;
  /** Told, in a line each, what is wrong with the cache: it costs time and nothing else. */
  warn: (text: string) => void;
}

/** Where the pixels of an image are. */
export interface Place {
  shard: Shard;
  /** Position in the shard. */
  row: number;
  checksum: bigint;
}

/** Images one after another: a file's path, memory, or null where there was room for neither. */
export interface Shard {
  content: string | Uint8Array | null;
}

/** An image that the cache knows; one that cannot be used has no place. */
export interface CachedImage {
  place: Place | null;
  /** What is known of it besides its pixels. */
  facts: unknown;
}

const SHARD_BYTES = 64e6;
/** Written while more is decoded. */
const PIECE_BYTES = 4e6;
/** A shard is written at the latest after so long, so that a run that is killed has not decoded for nothing. */
const SHARD_MS = 10_000;

/** A shard that is being filled. */
interface Building {
  /** Of as many images as it has room for. */
  pixels: Uint8Array;
  images: IndexedImage[];
  shard: Shard;
  startedMs: number;
  file: ShardFile;
  /** Bytes that are in the file or on their way there. */
  bytesSent: number;
}

/**
 * Decoded images of one recipe, by the content of their files. Several processes may share a folder. A shard is written
 * under another name and renamed, and it is in the index only then; it is never changed afterwards.
 */
export class PixelCache {
  readonly #index: SafeIndex;
  readonly #room: ShardRoom;
  readonly #shards = new Map<number, Shard | null>();
  readonly #hashes: { path: string; stamp: string; sha256: string }[] = [];
  readonly #unusable: IndexedImage[] = [];
  #building: Building | null = null;
  /** The last piece on its way into a file. It does not fail. */
  #writing = Promise.resolve();
  #memoryLeft = freemem() / 2;
  /** No image of the recipe was there in the beginning: none has to be asked for, as what is added here is known. */
  readonly #isNew: boolean;
  #toldOfDamage = false;
  #decoded = 0;

  /**
   * @param recipe everything that pixels and facts depend on besides the file's content
   * @param size bytes of an image's pixels
   */
  constructor(
    readonly settings: CacheSettings,
    readonly recipe: string,
    readonly size: number,
  ) {
    this.#index = new SafeIndex(settings.folder, settings.warn);
    this.#room = new ShardRoom(settings, this.#index, (id) => this.#shards.has(id));
    this.#isNew = !this.#index.ask((index) => index.hasImages(this.recipe));
  }

  /** How many images were put in. */
  get decoded(): number {
    return this.#decoded;
  }

  /** Asks much at once, in half of the time. Other runs cannot write meanwhile. */
  together(ask: () => void): void {
    this.#index.together(ask);
  }

  hashOf(path: string, stamp: string): string | undefined {
    return this.#index.ask((index) => index.hashOf(path, stamp));
  }

  rememberHash(path: string, stamp: string, sha256: string): void {
    if (this.#hashes.push({ path, stamp, sha256 }) >= 10_000) this.#flushHashes();
  }

  find(sha256: string): CachedImage | undefined {
    if (this.#isNew) return undefined;
    const found = this.#index.ask((index) => index.find(this.recipe, sha256));
    if (!found) return undefined;
    const facts = unpackFacts(found.facts);
    if (found.shard === null) return { place: null, facts };
    const shard = this.#shard(found.shard);
    return shard && { place: { shard, row: found.row, checksum: found.checksum }, facts };
  }

  /** @param facts what is known of the image besides its pixels */
  async add(sha256: string, pixels: Uint8Array, facts: object): Promise<Place> {
    while (!this.isReady) await this.makeReady();
    return this.addNow(pixels, {
      sha256,
      checksum: checksum(pixels),
      facts: packFacts(facts),
    });
  }

  /**
   * Waits until an image can be added: two shards are in memory at most, one that is filled and one that is written. Of
   * several that wait for it, one may fill the shard before the next goes on: that one looks again at `isReady`.
   */
  async makeReady(): Promise<void> {
    while (this.#building === null) {
      await this.#writing;
      this.#building ??= this.#begin();
    }
  }

  get isReady(): boolean {
    return this.#building !== null;
  }

  /** Once it is ready. @param image its checksum and its facts, packed, are known already */
  addNow(pixels: Uint8Array, image: Omit<IndexedImage, "row">): Place {
    this.#decoded++;
    const building = this.#building!;
    const { images, shard, pixels: all, startedMs } = building;
    const row = images.length;
    const place = { shard, row, checksum: image.checksum };
    all.set(pixels, row * this.size);
    images.push({ ...image, row });
    const isOld = this.settings.now().getTime() - startedMs > SHARD_MS;
    const bytes = (row + 1) * this.size;
    if (isOld || bytes + this.size > all.length) this.#publish();
    else if (bytes - building.bytesSent >= PIECE_BYTES) {
      building.bytesSent = bytes;
      this.#writing = this.#writing.then(async () => {
        await this.#room.write(building, bytes);
      });
    }
    return place;
  }

  addUnusable(sha256: string, why: object): void {
    this.#unusable.push({ sha256, row: 0, checksum: 0n, facts: packFacts(why) });
  }

  /** Has what is not in the cache's files yet written. It is not waited for. */
  flush(): void {
    this.#publish();
    this.#flushHashes();
    const nowMs = this.settings.now().getTime();
    const unusable = this.#unusable.splice(0);
    if (unusable.length > 0)
      this.#index.ask((index) => index.add(this.recipe, null, unusable, nowMs));
    this.#index.note((index) => index.touch(this.#shards.keys(), nowMs));
  }

  /** Waits until all that was added before the last `flush` has its place, in files or in memory. */
  written(): Promise<void> {
    return this.#writing;
  }

  /** @returns what an audit with this key has found */
  findAudit(key: string): string | undefined {
    return this.#index.ask((index) => index.audit(key));
  }

  addAudit(key: string, result: string): void {
    this.#index.note((index) => index.addAudit(key, result));
  }

  async close(): Promise<void> {
    await this.written();
    this.#index.close();
  }

  /** A shard of the index, once it is seen to be whole by its size; otherwise it is thrown away. */
  #shard(id: number): Shard | undefined {
    const known = this.#shards.get(id);
    if (known !== undefined) return known ?? undefined;
    const entry = this.#index.ask((index) => index.shard(id));
    const path = entry && shardPath(this.settings.folder!, entry.name);
    const isWhole = path && statSync(path, { throwIfNoEntry: false })?.size === entry.bytes;
    const shard = isWhole ? { content: path } : null;
    this.#shards.set(id, shard);
    if (shard) return shard;
    this.#shards.delete(id);
    if (path) this.discard(path, id);
    return undefined;
  }

  /** Throws a damaged shard away: the next run decodes its images again. */
  discard(path: string, id?: number): void {
    if (!this.#toldOfDamage) this.settings.warn(messages.shardDamaged(path));
    this.#toldOfDamage = true;
    removeShard(path);
    const known = id ?? [...this.#shards].find(([, shard]) => shard?.content === path)?.[0];
    if (known !== undefined) this.#index.ask((index) => index.forget(known));
  }

  #flushHashes(): void {
    const hashes = this.#hashes.splice(0);
    if (hashes.length > 0) this.#index.ask((index) => index.rememberHashes(hashes));
  }

  #begin(): Building {
    const capacity = Math.max(1, Math.floor((this.settings.shardBytes ?? SHARD_BYTES) / this.size));
    return {
      pixels: new Uint8Array(new SharedArrayBuffer(capacity * this.size)),
      images: [],
      shard: { content: null },
      startedMs: this.settings.now().getTime(),
      file: new ShardFile(this.settings.folder ?? ""),
      bytesSent: 0,
    };
  }

  /** Until its file is there, and where there is no room for one, a shard is in memory. */
  #publish(): void {
    const building = this.#building;
    if (building === null) return;
    this.#building = null;
    const { shard, images } = building;
    const pixels = building.pixels.subarray(0, images.length * this.size);
    shard.content = pixels;
    this.#writing = this.#writing.then(async () => {
      const written = await this.#finish(building, pixels.length);
      if (written) {
        shard.content = written.path;
        if (written.id !== null) this.#shards.set(written.id, shard);
      } else if (pixels.length > this.#memoryLeft) shard.content = null;
      else this.#memoryLeft -= pixels.length;
    });
  }

  /** @returns null where the cache cannot take it; a path without an id where the index cannot */
  async #finish(building: Building, bytes: number) {
    const { file, images } = building;
    const isWritten = await this.#room.write(building, bytes, () => file.publish());
    if (!isWritten) {
      await file.abandon();
      return null;
    }
    const shard = { name: file.name, bytes };
    const nowMs = this.settings.now().getTime();
    const id = this.#index.ask((index) => index.add(this.recipe, shard, images, nowMs)) ?? null;
    return { path: shardPath(file.folder, file.name), id };
  }
}
