import { isUtf8 } from "node:buffer";
import { constants, type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { access, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface FolderContent {
  entries: Dirent[];
  /** Names that are not UTF-8, by which nothing can be opened: their other bytes as `\xe9`. */
  unreadable: string[];
}

/** What decoding puts in the place of bytes that are not UTF-8. A name may hold it itself. */
const REPLACEMENT = "\ufffd";

/** Whether there is a folder that can be asked. Why one cannot is told by what reads it. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** @throws the system's error, also where a folder can be listed and nothing in it opened */
export async function readFolder(path: string): Promise<FolderContent> {
  const entries = await readdir(path, { withFileTypes: true });
  await access(path, constants.X_OK);
  if (!isDoubtful(entries)) return { entries, unreadable: [] };
  return sort(entries, await readdir(path, { encoding: "buffer" }));
}

/** @throws the system's error */
export function readFolderSync(path: string): FolderContent {
  const entries = readdirSync(path, { withFileTypes: true });
  if (!isDoubtful(entries)) return { entries, unreadable: [] };
  return sort(entries, readdirSync(path, { encoding: "buffer" }));
}

/**
 * A path as the disk has it, where its folders are there in another Unicode form only (macOS writes é as two characters);
 * as it is where there is nothing of either form.
 */
export function asOnDisk(path: string): string {
  if (existsSync(path) || path.normalize("NFD") === path.normalize("NFC")) return path;
  const above = dirname(path);
  if (above === path) return path;
  const parent = asOnDisk(above);
  const wanted = basename(path).normalize("NFC");
  const names = namesIn(parent);
  return join(parent, names.find((name) => name.normalize("NFC") === wanted) ?? basename(path));
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function isDoubtful(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => name.includes(REPLACEMENT));
}

function sort(entries: readonly Dirent[], names: readonly Buffer[]): FolderContent {
  const readable = new Set(names.filter((name) => isUtf8(name)).map(String));
  const unique = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    entries: [...unique.values()].filter(({ name }) => readable.has(name)),
    unreadable: names.filter((name) => !isUtf8(name)).map(escaped),
  };
}

/** "café" in Latin-1 → `caf\xe9` */
function escaped(name: Buffer): string {
  return [...name]
    .map((byte) =>
      byte >= 0x20 && byte < 0x7f
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, "0")}`,
    )
    .join("");
}
