import { systemReason } from "../../system-error.ts";
import { messages } from "./messages.ts";
import type { SafeIndex } from "./safe-index.ts";
import { freeBytes, removeShard, removeStrays, type ShardFile, shardPath } from "./shard-file.ts";

export interface RoomSettings {
  folder: string | null;
  /** Bytes that all shards may take. */
  mostBytes: number;
  now: () => Date;
  warn: (text: string) => void;
}

/** Left free on the disk, for the run folder and for others. */
const SPARE_BYTES = 1e9;

/** Writes shards as long as there is room for them, and makes room by throwing out what was not used for the longest time. */
export class ShardRoom {
  #isFull: boolean;

  /** @param isInUse whether this run uses a shard, which then stays */
  constructor(
    readonly settings: RoomSettings,
    readonly index: SafeIndex,
    readonly isInUse: (id: number) => boolean,
  ) {
    this.#isFull = !index.mayWrite;
  }

  /**
   * Writes a shard's first so many bytes, as far as they are not written. Where that fails the run goes on without.
   * @returns whether they are there now and `then` is done
   */
  async write(
    { file, pixels }: { file: ShardFile; pixels: Uint8Array },
    bytes: number,
    then: () => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    if (!this.index.isOpen || this.#isFull) return false;
    try {
      if (!this.#make(bytes, file.bytesWritten)) return false;
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

  /** @param bytes of a shard @param written of these, which are on the disk and not in the index yet */
  #make(bytes: number, written: number): boolean {
    const { folder, mostBytes, warn, now } = this.settings;
    const shards = this.index.ask((index) => index.shards()) ?? [];
    if (written === 0) removeStrays(folder!, new Set(shards.map(({ name }) => name)), now());
    let excess = shards.reduce((sum, shard) => sum + shard.bytes, bytes) - mostBytes;
    for (const { id, name, bytes: freed } of shards) {
      if (excess <= 0) break;
      if (this.isInUse(id)) continue;
      this.index.ask((index) => index.forget(id));
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
