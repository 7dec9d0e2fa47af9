import {
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { mkdir, open, readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { RunError } from "../errors.ts";
import { readText, removeRegular, requireNoLink, requirePlace } from "../regular-file.ts";
import { messages } from "./messages.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { versionsInGit } from "./git-numbers.ts";
import { numberOf, VERSION, versionOf, versionsAmong } from "./version.ts";
import { isPart, partName, sweepStrays } from "./strays.ts";
import { RESERVE } from "./reserve.ts";
import { files } from "../layout.ts";

/** A run's folder while it is being filled. */
export interface RunFolder {
  /** e.g. "baseline/v003" */
  name: string;
  path: string;
}

/**
 * Takes the next number that is free here and in git: `runs/baseline/v004`. Two processes never get the same one.
 * @throws RunError
 */
export async function createRunFolder(
  runsDirectory: string,
  experimentName: string,
): Promise<RunFolder> {
  const parent = join(runsDirectory, experimentName);
  try {
    await mkdir(parent, { recursive: true });
    const taken = await takenVersions(parent);
    sweepStrays(taken.map((name) => join(parent, name)));
    const version = await claimVersion(parent, taken);
    return { name: `${experimentName}/${version}`, path: join(parent, version) };
  } catch (error) {
    throw new RunError(messages.cannotWrite(parent, systemReason(error)));
  }
}

/** Numbers that git is asked about before it is asked for all that it knows. */
const NEXT = 4;

/**
 * Numbers of an experiment's runs that are there, or that git knows and that matter: given again, they would meet in a
 * merge.
 *
 * @param parent folder of the runs
 * @param wanted the number that is to be given; the next where it is missing
 */
export async function takenVersions(parent: string, wanted?: string): Promise<string[]> {
  const names = (await readdir(parent)).filter((name) => VERSION.test(name));
  const next = 1n + highest(names);
  const asked = wanted
    ? [wanted]
    : Array.from({ length: NEXT }, (_, at) => versionOf(next + BigInt(at)));
  const known = await versionsInGit(parent, asked);
  const all = known.length > 0 && !wanted ? await versionsInGit(parent) : known;
  return [...new Set([...names, ...all])].filter((name) => VERSION.test(name));
}

function highest(versions: readonly string[]): bigint {
  const last = versionsAmong(versions).at(-1);
  return last === undefined ? 0n : numberOf(last);
}

/**
 * Makes the folder of a run, empty.
 * @param wanted its number; the next that is free where it is missing
 * @returns the number; null where the wanted one is taken
 */
export async function claimVersion(parent: string, taken: readonly string[]): Promise<string>;
export async function claimVersion(
  parent: string,
  taken: readonly string[],
  wanted: string | undefined,
): Promise<string | null>;
export async function claimVersion(
  parent: string,
  taken: readonly string[],
  wanted?: string,
): Promise<string | null> {
  if (wanted !== undefined) return (await makeDirectory(join(parent, wanted))) ? wanted : null;
  for (let number = highest(taken) + 1n; ; number++) {
    const version = versionOf(number);
    if (await makeDirectory(join(parent, version))) return version;
  }
}

/** @returns false when it is there already */
async function makeDirectory(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Writes a file of the run, making its folder: whole and on disk, or not at all. Not where something else than a file is
 * in its place, nor through a link that stands for a folder of the run.
 *
 * @param name from the folder, with forward slashes
 * @throws RunError
 */
export async function writeRunFile(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  const path = join(folder, name);
  try {
    if (dirname(name) !== ".") requireNoLink(dirname(path));
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(path, content);
  } catch (error) {
    const place = isSystemError(error) && error.code === "EFTYPE" ? error.path! : path;
    throw new RunError(messages.cannotWrite(place, systemReason(error)));
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

/** Removes a folder of a run that could not be begun: as far as Lamina has filled it. */
export function removeRunFolder({ path }: RunFolder): void {
  try {
    for (const name of readdirSync(path))
      if (name === RESERVE || name === files.manifest || isPart(name))
        removeRegular(join(path, name));
    rmdirSync(path);
  } catch {
    // What is left is seen to be no run.
  }
}

/** Temporary file beside the target, synced, then renamed over it, then the folder synced. */
async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, partName(basename(path)));
  requirePlace(path);
  // Of a process that was killed, whose number this one has. Never through a link.
  removeRegular(temporary);
  const handle = await open(temporary, "wx");
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    removeRegular(temporary);
    throw error;
  }
  // Windows opens no folder; it has their names on the disk by itself.
  if (process.platform === "win32") return;
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
