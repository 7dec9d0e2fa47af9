import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { IndexFile, indexPath } from "./index-file.ts";

export interface FolderSize {
  /** Decoded images of all targets; null where the index cannot be read. */
  images: number | null;
  /** Of everything in the folder. */
  bytes: number;
}

export function measureFolder(folder: string): FolderSize {
  const bytes = listFolder(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return { images: countImages(folder), bytes };
}

function countImages(folder: string): number | null {
  if (!existsSync(indexPath(folder))) return 0;
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

/** Removes everything. A run that is going on decodes again what it still needs. */
export function clearFolder(folder: string): void {
  for (const name of listFolder(folder))
    rmSync(join(folder, name), { force: true, recursive: true });
}

function listFolder(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
