import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../errors.ts";
import { isOwner, withLock } from "../lock.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { messages } from "./messages.ts";

/** A folder in a run's or a sweep's, for as long as a process changes what two at once would spoil. */
export const LOCK = ".lock";

/**
 * Does work while no other process does any on the same run.
 * @throws RunError where nothing can be written in the folder
 */
export async function withRunLock<Result>(
  folder: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const path = join(folder, LOCK);
  try {
    return await withLock(path, () => undefined, work);
  } catch (error) {
    if (!isSystemError(error) || error.path !== path) throw error;
    throw new RunError(messages.cannotWrite(path, systemReason(error)));
  }
}

/**
 * The lock that a process left in a folder as it was killed. Paths are from that folder.
 * @returns folders: those of the lock, inner ones first. others: what somebody else has put there
 */
export function lockContents(folder: string): { folders: string[]; others: string[] } {
  const found: { folders: string[]; others: string[] } = { folders: [], others: [] };
  for (const entry of readdirSync(join(folder, LOCK), { withFileTypes: true })) {
    const isLock = entry.isDirectory() && isOwner(entry.name);
    found[isLock ? "folders" : "others"].push(`${LOCK}/${entry.name}`);
  }
  found.folders.push(LOCK);
  return found;
}
