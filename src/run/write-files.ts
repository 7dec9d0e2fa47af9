import { closeSync, constants, existsSync, fsyncSync, ftruncateSync, openSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RunError } from "../errors.ts";
import { makeFolders } from "../made-folders.ts";
import { readText, removeRegular, requireNoLink, requirePlace } from "../regular-file.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { messages } from "./messages.ts";
import { partName } from "./strays.ts";

type Content = string | Uint8Array;

/**
 * Writes a file of the run, making its folder: whole and on disk, or not at all. Not where something else than a file is
 * in its place, nor through a link that stands for a folder of the run.
 *
 * @param name from the folder, with forward slashes
 * @throws RunError, and no folder stays that was not there
 */
export function writeRunFile(folder: string, name: string, content: Content): Promise<void> {
  return writeRunFiles(folder, new Map([[name, content]]));
}

/**
 * Writes files of a run as `writeRunFile` does: all of them, or none. They get their names only once all are on the disk,
 * so that a full disk leaves what was there.
 */
export async function writeRunFiles(
  folder: string,
  contents: ReadonlyMap<string, Content>,
): Promise<void> {
  const written = Array.from(contents, ([name, content]) => {
    if (dirname(name) !== ".") refuseLink(dirname(join(folder, name)));
    return [join(folder, name), content] as const;
  });
  await writeWhole(written);
}

function refuseLink(folder: string): void {
  try {
    requireNoLink(folder);
  } catch (error) {
    throw refusal(folder, error);
  }
}

/** Writes a list of images that runs share, unless it is there already. */
export async function writeList(
  folder: string,
  { path, text }: { path: string; text: string },
): Promise<void> {
  const known = await readText(join(folder, path)).catch(() => null);
  if (known !== text) await writeRunFile(folder, path, text);
}

/**
 * Writes files, making their folders: all of them, each whole and on disk, or none. Where one cannot be written, neither a
 * file nor a folder stays that was not there before.
 *
 * @param contents by their paths, which are absolute
 * @throws RunError
 */
export async function writeWhole(
  contents: readonly (readonly [path: string, content: Content])[],
): Promise<void> {
  const undo: (() => void)[] = [];
  try {
    for (const [path] of contents) {
      undo.push(await attempt(path, () => makeFolders(dirname(path))));
      await attempt(path, async () => requirePlace(path));
    }
    for (const [path, content] of contents)
      undo.push(await attempt(path, () => writePart(path, content)));
    for (const [path] of contents) undo.push(await attempt(path, () => nameWhole(path)));
    for (const folder of new Set(contents.map(([path]) => dirname(path))))
      await attempt(folder, () => syncFolder(folder));
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
}

/** Does a step, and tells what the system refuses as of a file. @throws RunError */
async function attempt<Result>(path: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    throw refusal(path, error);
  }
}

function refusal(path: string, error: unknown): RunError {
  const place = isSystemError(error) && error.code === "EFTYPE" ? error.path! : path;
  return new RunError(messages.cannotWrite(place, systemReason(error)));
}

/** Writes a file's content beside it, and on the disk. @returns removes it again */
async function writePart(path: string, content: Content): Promise<() => void> {
  const part = join(dirname(path), partName(basename(path)));
  // Of a process that was killed, whose number this one has. Never through a link.
  removeRegular(part);
  const handle = await open(part, "wx");
  const undo = () => void removeRegular(part);
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

/** Gives what was written beside a file the file's name. @returns removes it again where it is new */
async function nameWhole(path: string): Promise<() => void> {
  const isNew = !existsSync(path);
  await rename(join(dirname(path), partName(basename(path))), path);
  return () => void (isNew && removeRegular(path));
}

/** A name is only on the disk when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder; it has their names on the disk by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes over a file where it is, for a disk that has no room for a second one. Not whole or not at all: the last way.
 * @throws the system's error
 */
export function writeInPlace(folder: string, name: string, content: string): void {
  const path = join(folder, name);
  requirePlace(path);
  const file = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  try {
    writeFileSync(file, content);
    ftruncateSync(file, Buffer.byteLength(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
