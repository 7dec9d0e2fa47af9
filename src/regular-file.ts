import {
  constants,
  lstatSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { readFile, stat } from "node:fs/promises";

/**
 * The one rule for files that others may have placed. Only regular files are read, a link to one included: a pipe or a
 * device would keep the reader waiting, or change by being opened. Only regular files are written over and removed, and
 * never one that a link leads to: Lamina makes no others.
 */

/** As much as a text can hold. */
const MOST_BYTES = 2 ** 31 - 1;

/** A file that became a pipe after it was looked at is empty rather than waited for. */
const flag = constants.O_RDONLY | constants.O_NONBLOCK;

/** An error as the system's own: systemReason() knows its code. */
class Refusal extends Error {
  override name = "Refusal";
  readonly syscall = "open";

  constructor(
    readonly code: "EFTYPE" | "EISDIR" | "EOVERFLOW",
    readonly path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** The content of a regular file. @throws the system's error, or one like it, where there is none or it is too large */
export function readRegularSync(path: string, mostBytes = MOST_BYTES): Buffer {
  requireRegular(statSync(path), path, mostBytes);
  return readFileSync(path, { flag: flag as unknown as string });
}

/** The same as text. */
export function readTextSync(path: string, mostBytes = MOST_BYTES): string {
  return readRegularSync(path, mostBytes).toString("utf8");
}

export async function readRegular(path: string, mostBytes = MOST_BYTES): Promise<Buffer> {
  requireRegular(await stat(path), path, mostBytes);
  return readFile(path, { flag });
}

export async function readText(path: string, mostBytes = MOST_BYTES): Promise<string> {
  return (await readRegular(path, mostBytes)).toString("utf8");
}

/** A descriptor of a regular file of any size, to be read. @throws as readRegularSync does */
export function openRegularSync(path: string): number {
  requireRegular(statSync(path), path, Infinity);
  return openSync(path, flag);
}

function requireRegular(stats: Stats, path: string, mostBytes: number): void {
  if (stats.isDirectory()) throw new Refusal("EISDIR", path);
  if (!stats.isFile()) throw new Refusal("EFTYPE", path);
  if (stats.size > mostBytes) throw new Refusal("EOVERFLOW", path);
}

/** Whether there is a regular file here, and no link to one. */
export function isRegular(path: string): boolean {
  return lstatOf(path)?.isFile() ?? false;
}

/** @throws where there is something else than a regular file, so that nothing may be written here */
export function requirePlace(path: string): void {
  const found = lstatOf(path);
  if (found) requireRegular(found, path, Infinity);
}

/** @throws where a folder that files are to be written into is a link: they would be elsewhere */
export function requireNoLink(path: string): void {
  if (lstatOf(path)?.isSymbolicLink()) throw new Refusal("EFTYPE", path);
}

/**
 * Removes a file where it is a regular one.
 * @returns whether it is gone; what is something else stays. @throws the system's error
 */
export function removeRegular(path: string): boolean {
  const found = lstatOf(path);
  if (found && !found.isFile()) return false;
  rmSync(path, { force: true });
  return true;
}

/** undefined where there is nothing, or nothing that can be looked at. */
function lstatOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
