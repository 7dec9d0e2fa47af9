import { closeSync, readSync } from "node:fs";
import { basename, join } from "node:path";
import { openRegularSync, removeRegular, requirePlace } from "../../regular-file.ts";
import { systemReason } from "../../system-error.ts";
import { messages } from "./messages.ts";

export function indexPath(folder: string): string {
  return join(folder, "index.sqlite");
}

export function removeIndex(folder: string): void {
  for (const path of pathsOf(folder)) removeRegular(path);
}

/** Whether a file is one that SQLite keeps the index in, by its name, and not another program's. */
export function isIndexFile(folder: string, name: string): boolean {
  return pathsOf(folder).some((path) => basename(path) === name) && !isForeign(indexPath(folder));
}

/** The database, and what SQLite may put beside it. */
function pathsOf(folder: string): string[] {
  return ["", "-journal", "-wal", "-shm"].map((suffix) => indexPath(folder) + suffix);
}

/** @throws where the index cannot be here: SQLite would wait for a pipe, write through a link and add its tables to any database. */
export function requireOwn(folder: string): void {
  for (const path of pathsOf(folder)) {
    try {
      requirePlace(path);
    } catch (error) {
      throw new Error(messages.cacheFileUnfit(basename(path), systemReason(error)), {
        cause: error,
      });
    }
  }
  if (isForeign(indexPath(folder))) throw new Error(messages.cacheIndexForeign());
}

/** The most that the first page can have, where a small database names its tables. */
const FIRST_PAGE = 65_536;

/** Whether a file is a sound database with tables and without the index's. */
function isForeign(path: string): boolean {
  const page = Buffer.alloc(FIRST_PAGE);
  try {
    const file = openRegularSync(path);
    try {
      readSync(file, page, 0, FIRST_PAGE, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  const isDatabase = page.toString("latin1", 0, 16) === "SQLite format 3\0";
  return isDatabase && page.includes("CREATE TABLE") && !page.includes("CREATE TABLE files (path");
}
