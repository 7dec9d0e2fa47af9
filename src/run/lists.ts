import { lstatSync, readdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readRegularSync, readTextSync, removeRegular } from "../regular-file.ts";
import { lifeOf } from "./alive.ts";
import { files, LISTS } from "../layout.ts";
import { looseManifest } from "./loose-manifest.ts";
import { RESERVE } from "./reserve.ts";
import { sealOf } from "./seals.ts";
import { isPart, partName } from "./strays.ts";
import { versionsAmong } from "./version.ts";

/** Of a run's data.json: where its list of images is. */
const named = new RegExp(`"list": "\\.\\./(${LISTS}/[0-9a-f]+\\.csv)"`);

/**
 * The list of images that a run names, from the folder of the runs: "images/2c26b46b68ff.csv".
 * @returns null where it names none. @throws the system's error
 */
export function listOf(run: string): string | null {
  try {
    return named.exec(readTextSync(join(run, files.data)))?.[1] ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Whether any run but some needs a list of images. @param parent folder of the runs @param but their numbers */
export function isListNeeded(parent: string, list: string, but: ReadonlySet<string>): boolean {
  return versionsAmong(readdirSync(parent))
    .filter((version) => !but.has(version))
    .some((version) => needs(join(parent, version), list));
}

function needs(run: string, list: string): boolean {
  try {
    const own = listOf(run);
    return own === null ? isBeginning(run) : own === list;
  } catch {
    // What cannot be read may name it.
    return true;
  }
}

/** So long a run may take from its folder to its manifest. */
const BEGINNING_MS = 60_000;

/** Whether a run that has no data.json, and maybe no manifest, may be about to write them. */
export function isBeginning(run: string): boolean {
  const manifest = looseManifest(run);
  if (manifest !== null)
    return manifest.status === "running" && lifeOf(run, manifest).state === "going on";
  const isEmpty = readdirSync(run).every((name) => name === RESERVE || isPart(name));
  return isEmpty && Date.now() - statSync(run).mtimeMs < BEGINNING_MS;
}

/**
 * Removes a list of images once no run needs it. A run that begins meanwhile has its folder before it looks for the list:
 * either it is seen here, or it finds no list and writes its own. A file that is not what its name says, or that a link
 * leads to, is none of Lamina's, and stays.
 *
 * @returns whether it was removed. @throws the system's error
 */
export function removeList(parent: string, list: string, but: ReadonlySet<string>): boolean {
  if (isListNeeded(parent, list, but)) return false;
  const path = join(parent, list);
  if (!isList(path)) return false;
  const aside = join(dirname(path), partName(basename(path)));
  renameSync(path, aside);
  if (isListNeeded(parent, list, but)) {
    renameSync(aside, path);
    return false;
  }
  removeRegular(aside);
  return true;
}

/** Whether a file is a list of images as Lamina wrote it: its name is the beginning of its seal. */
function isList(path: string): boolean {
  try {
    const isReal = lstatSync(dirname(path)).isDirectory() && lstatSync(path).isFile();
    return isReal && sealOf(readRegularSync(path)).startsWith(basename(path, ".csv"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
