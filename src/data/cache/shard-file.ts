import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync, statfsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const ENDING = ".pixels";
const PART_ENDING = ".part";
/** A file that is in no index is another run's until it is this old. */
const STRAY_MS = 3_600_000;

export function shardPath(folder: string, name: string): string {
  return join(folder, name + ENDING);
}

/**
 * Writes a shard whole or not at all. It is not forced to the disk: what a power cut takes from it, checksums tell.
 * @returns its name
 */
export async function writeShard(folder: string, pixels: Uint8Array): Promise<string> {
  const name = randomUUID();
  const part = join(folder, name + PART_ENDING);
  try {
    await using file = await open(part, "wx");
    for (let done = 0; done < pixels.length;) done += (await file.write(pixels, done)).bytesWritten;
    await rename(part, shardPath(folder, name));
    return name;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

export function removeShard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // In a folder that cannot be written it stays, and is found damaged again.
  }
}

/** Removes what a run left behind that was killed before its shard was in the index. */
export function removeStrays(folder: string, known: ReadonlySet<string>, now: Date): void {
  for (const file of readdirSync(folder)) {
    const isPart = file.endsWith(PART_ENDING);
    if (!isPart && !(file.endsWith(ENDING) && !known.has(file.slice(0, -ENDING.length)))) continue;
    const path = join(folder, file);
    const modifiedMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (now.getTime() - modifiedMs > STRAY_MS) removeShard(path);
  }
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
