import { randomUUID } from "node:crypto";
import { readdirSync, statSync, statfsSync } from "node:fs";
import { open, rename, type FileHandle } from "node:fs/promises";
import { basename, join } from "node:path";
import { removeRegular } from "../../regular-file.ts";

const ENDING = ".pixels";
const PART_ENDING = ".part";
/** No other program names its files so. */
const NAME = new RegExp(
  `^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:${RegExp.escape(ENDING)}|${RegExp.escape(PART_ENDING)})$`,
);
/** A file that is in no index is another run's until it is this old. */
const STRAY_MS = 3_600_000;

/** Whether a file is a shard, or was to become one, by its name. */
export function isShardFile(name: string): boolean {
  return NAME.test(name);
}

/** Whether a shard may be called so: no other name becomes a path. */
export function isShardName(name: unknown): boolean {
  return typeof name === "string" && isShardFile(`${name}${ENDING}`);
}

export function shardPath(folder: string, name: string): string {
  return join(folder, name + ENDING);
}

/**
 * A shard on its way into a file, piece by piece, which is there whole or not at all. It is not forced to the disk: what a
 * power cut takes from it, checksums tell.
 */
export class ShardFile {
  readonly name = randomUUID();
  readonly #part: string;
  #file: FileHandle | undefined;
  #written = 0;

  constructor(readonly folder: string) {
    this.#part = join(folder, this.name + PART_ENDING);
  }

  get bytesWritten(): number {
    return this.#written;
  }

  /** @param pixels all from the first on; what was written before is not written again */
  async write(pixels: Uint8Array): Promise<void> {
    this.#file ??= await open(this.#part, "wx");
    while (this.#written < pixels.length)
      this.#written += (await this.#file.write(pixels, this.#written)).bytesWritten;
  }

  /** Once all is written. */
  async publish(): Promise<void> {
    await this.#file!.close();
    await rename(this.#part, shardPath(this.folder, this.name));
  }

  /** Leaves nothing behind of one that is not published, if that can be: later runs clear the rest away. */
  async abandon(): Promise<void> {
    if (this.#file === undefined) return;
    await this.#file.close().catch(() => undefined);
    removeShard(this.#part);
  }
}

/** Of what is no shard by its name nothing is removed. */
export function removeShard(path: string): void {
  try {
    if (isShardFile(basename(path))) removeRegular(path);
  } catch {
    // In a folder that cannot be written it stays, and is found damaged again.
  }
}

/** Removes what a run left behind that was killed before its shard was in the index. */
export function removeStrays(folder: string, known: ReadonlySet<string>, now: Date): void {
  for (const file of readdirSync(folder)) {
    if (!isShardFile(file) || known.has(basename(file, ENDING))) continue;
    const path = join(folder, file);
    const modifiedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (now.getTime() - modifiedMs > STRAY_MS) removeShard(path);
  }
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
