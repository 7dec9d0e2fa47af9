import { mkdirSync, statSync } from "node:fs";
import { freemem } from "node:os";
import { messages } from "../messages.ts";
import { checksum } from "../hash.ts";
import { packFacts, unpackFacts } from "./facts.ts";
import { IndexFile, removeIndex, type IndexedImage } from "./index-file.ts";
import { freeBytes, removeShard, removeStrays, ShardFile, shardPath } from "./shard-file.ts";
import { systemReason } from "../../system-error.ts";

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
/** Left free on the disk, for the run folder and for others. */
const SPARE_BYTES = 1e9;

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
  #index: IndexFile | null = null;
  readonly #shards = new Map<number, Shard | null>();
  readonly #hashes: { path: string; stamp: string; sha256: string }[] = [];
  readonly #unusable: IndexedImage[] = [];
  #building: Building | null = null;
  /** The last piece on its way into a file. It does not fail. */
  #writing = Promise.resolve();
  #memoryLeft = freemem() / 2;
  #isFull = false;
  /** No image of the recipe was there in the beginning: none has to be asked for, as what is added here is known. */
  readonly #isNew: boolean;
  #toldOfDamage = false;
  #toldOfRows = false;
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
    this.#open();
    this.#isNew = !this.#try((index) => index.hasImages(this.recipe));
  }

  /** How many images were put in. */
  get decoded(): number {
    return this.#decoded;
  }

  /** Asks much at once, in half of the time. Other runs cannot write meanwhile. */
  together(ask: () => void): void {
    this.#try((index) => index.begin());
    const begun = this.#index;
    try {
      ask();
    } finally {
      // An index that failed meanwhile is closed.
      if (this.#index === begun) this.#try((index) => index.end());
    }
  }

  hashOf(path: string, stamp: string): string | undefined {
    return this.#try((index) => index.hashOf(path, stamp));
  }

  rememberHash(path: string, stamp: string, sha256: string): void {
    if (this.#hashes.push({ path, stamp, sha256 }) >= 10_000) this.#flushHashes();
  }

  find(sha256: string): CachedImage | undefined {
    if (this.#isNew) return undefined;
    const found = this.#try((index) => index.find(this.recipe, sha256));
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
        await this.#write(building, bytes);
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
    if (unusable.length > 0) this.#try((index) => index.add(this.recipe, null, unusable, nowMs));
    try {
      this.#index?.touch(this.#shards.keys(), nowMs);
    } catch {
      // A cache that can only be read is as good, and knows no better what was used.
    }
  }

  /** Waits until all that was added before the last `flush` has its place, in files or in memory. */
  written(): Promise<void> {
    return this.#writing;
  }

  /** @returns what an audit with this key has found */
  findAudit(key: string): string | undefined {
    return this.#try((index) => index.audit(key));
  }

  addAudit(key: string, result: string): void {
    try {
      this.#index?.addAudit(key, result);
    } catch {
      // As above: the next audit takes its time again.
    }
  }

  async close(): Promise<void> {
    await this.written();
    this.#closeIndex();
  }

  #closeIndex(): void {
    this.#index?.close();
    this.#index = null;
  }

  #open(): void {
    const { folder } = this.settings;
    if (folder === null) return;
    try {
      mkdirSync(folder, { recursive: true });
      this.#index = this.#openIndex(folder);
    } catch (error) {
      if (isDamage(error)) this.#startAgain(folder);
      else this.#openToRead(folder, error);
    }
  }

  /** One that cannot be written may be read: a cache that others share, or in an image of a container. */
  #openToRead(folder: string, refusal: unknown): void {
    const { warn } = this.settings;
    const reason = systemReason(refusal);
    try {
      this.#index = this.#openIndex(folder, false);
      this.#isFull = true;
      warn(messages.cacheOnlyRead(folder, reason));
    } catch {
      warn(messages.cacheUnusable(folder, reason));
    }
  }

  #openIndex(folder: string, mayWrite = true): IndexFile {
    const onDamage = () => {
      if (!this.#toldOfRows) this.settings.warn(messages.cacheRowsDamaged(folder));
      this.#toldOfRows = true;
    };
    return new IndexFile(folder, onDamage, mayWrite);
  }

  #startAgain(folder: string): void {
    const { warn } = this.settings;
    this.#closeIndex();
    try {
      removeIndex(folder);
      this.#index = this.#openIndex(folder);
      warn(messages.cacheRebuilt(folder));
    } catch (error) {
      warn(messages.cacheUnusable(folder, systemReason(error)));
    }
  }

  /** Asks the index. Where it fails the run goes on without it. */
  #try<Result>(ask: (index: IndexFile) => Result): Result | undefined {
    if (this.#index === null) return undefined;
    try {
      return ask(this.#index);
    } catch (error) {
      const folder = this.settings.folder!;
      if (isReadOnly(error)) return undefined;
      if (isDamage(error)) {
        this.#startAgain(folder);
        return undefined;
      }
      this.#closeIndex();
      this.settings.warn(messages.cacheUnusable(folder, systemReason(error)));
      return undefined;
    }
  }

  /** A shard of the index, once it is seen to be whole by its size; otherwise it is thrown away. */
  #shard(id: number): Shard | undefined {
    const known = this.#shards.get(id);
    if (known !== undefined) return known ?? undefined;
    const entry = this.#try((index) => index.shard(id));
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
    if (known !== undefined) this.#try((index) => index.forget(known));
  }

  #flushHashes(): void {
    const hashes = this.#hashes.splice(0);
    if (hashes.length > 0) this.#try((index) => index.rememberHashes(hashes));
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
    const isWritten = await this.#write(building, bytes, () => file.publish());
    if (!isWritten) {
      await file.abandon();
      return null;
    }
    const shard = { name: file.name, bytes };
    const nowMs = this.settings.now().getTime();
    const id = this.#try((index) => index.add(this.recipe, shard, images, nowMs)) ?? null;
    return { path: shardPath(file.folder, file.name), id };
  }

  /**
   * Writes a shard's first so many bytes, as far as they are not written. Where that fails the run goes on without.
   * @returns whether they are there now and `then` is done
   */
  async #write(
    { file, pixels }: Building,
    bytes: number,
    then: () => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    if (this.#index === null || this.#isFull) return false;
    try {
      if (!this.#makeRoom(bytes, file.bytesWritten)) return false;
      await file.write(pixels.subarray(0, bytes));
      await then();
      return true;
    } catch (error) {
      this.#isFull = true;
      const { code } = error as NodeJS.ErrnoException;
      const isOnlyRead = code === "EACCES" || code === "EPERM" || code === "EROFS";
      const told = isOnlyRead ? messages.cacheOnlyRead : messages.cacheUnusable;
      this.settings.warn(told(file.folder, systemReason(error)));
      return false;
    }
  }

  /**
   * Throws out what was not used for the longest time; what this run uses stays.
   * @param bytes of a shard @param written of these, which are on the disk and not in the index yet
   */
  #makeRoom(bytes: number, written: number): boolean {
    const { folder, mostBytes, warn, now } = this.settings;
    const shards = this.#try((index) => index.shards()) ?? [];
    if (written === 0) removeStrays(folder!, new Set(shards.map(({ name }) => name)), now());
    let excess = shards.reduce((sum, shard) => sum + shard.bytes, bytes) - mostBytes;
    for (const { id, name, bytes: freed } of shards) {
      if (excess <= 0) break;
      if (this.#shards.has(id)) continue;
      this.#try((index) => index.forget(id));
      removeShard(shardPath(folder!, name));
      excess -= freed;
    }
    const isTooLarge = excess > 0;
    if (!isTooLarge && freeBytes(folder!) > bytes - written + SPARE_BYTES) return true;
    this.#isFull = true;
    warn(isTooLarge ? messages.cacheFull(folder!, mostBytes) : messages.cacheDiskFull(folder!));
    return false;
  }
}

function isReadOnly(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("SQLITE_READONLY");
}

function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR|MISMATCH)/.test(code);
}
