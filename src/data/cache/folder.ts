import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../errors.ts";
import { messages } from "./messages.ts";
import { isRegular, removeRegular } from "../../regular-file.ts";
import { IndexFile } from "./index-file.ts";
import { indexPath, isIndexFile } from "./index-place.ts";
import { isShardFile } from "./shard-file.ts";

export interface FolderSize {
  /** Decoded images of all targets; null where the index cannot be read. */
  images: number | null;
  /** Of the files that are Lamina's. */
  bytes: number;
}

export function measureFolder(folder: string): FolderSize {
  const bytes = listFolder(folder).own.reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return { images: countImages(folder), bytes };
}

function countImages(folder: string): number | null {
  // An empty one would be filled by being opened.
  if (!statSync(indexPath(folder), { throwIfNoEntry: false })?.size) return 0;
  try {
    const index = new IndexFile(folder);
    try {
      return index.images();
    } finally {
      index.close();
    }
  } catch {
    return null;
  }
}

/**
 * Removes the files that Lamina made, and nothing else: what is in folders or behind links is not its own. A run that is going
 * on decodes again what it still needs.
 *
 * @returns the names of what stays. @throws UsageError where the folder is a link. @throws the system's error
 */
export function clearFolder(folder: string): string[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) throw new UsageError(messages.cacheIsLink(folder));
  const { own, others } = listFolder(folder);
  for (const name of own) removeRegular(join(folder, name));
  return others;
}

/** What a folder holds, sorted. */
function listFolder(folder: string): { own: string[]; others: string[] } {
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const isOwn = (name: string) =>
    (isIndexFile(folder, name) || isShardFile(name)) && isRegular(join(folder, name));
  return { own: names.filter(isOwn), others: names.filter((name) => !isOwn(name)) };
}
