import { append } from "../arrays.ts";
import { type Dirent, readdirSync, rmdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { removeRegular } from "../regular-file.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages, type Worth } from "./messages.ts";
import { systemReason } from "../system-error.ts";
import { lifeOf } from "./alive.ts";
import { SEAL_FILE } from "./belongings.ts";
import { CHECKPOINT } from "./checkpoints.ts";
import { committedOf } from "./committed.ts";
import { files, MODEL_CARD } from "../layout.ts";
import { isBeginning, isListNeeded, listOf, removeList } from "./lists.ts";
import { looseManifest } from "./loose-manifest.ts";
import { isReadmeOurs } from "./readme.ts";
import { LOCK, lockContents } from "./lock.ts";
import { RESERVE } from "./reserve.ts";
import { isResidue, isUnkept } from "./residue.ts";
import { isPart } from "./strays.ts";

/** What a folder of a run holds. Paths are from it, with forward slashes. */
export interface RunContents {
  /** Files that Lamina made, in the order in which they are removed. */
  own: string[];
  /** Folders that Lamina made, inner ones first. */
  folders: string[];
  /** All else: the user's own. */
  others: string[];
}

/** What Lamina makes in the folders of a run. */
const inFolders: Readonly<Record<string, RegExp>> = {
  [files.charts]: /\.(?:vl\.json|svg|png)$/,
  [files.pictures]: /\.(?:png|json)$/,
  [files.templates]: /\.vl\.json$/,
  [files.extends]: /^\d+-/,
  [files.model]: /\.(?:json|bin)$/,
  [files.checkpoints]: CHECKPOINT,
};

/** What systems leave in folders that were looked into, which is nobody's own. */
const clutter: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** Never through a link: that, and what is of another kind than Lamina makes it, is the user's own. */
export function contentsOf(run: string): RunContents {
  const found: RunContents = { own: [], folders: [], others: [] };
  const texts: ReadonlySet<string> = new Set(Object.values(files));
  for (const entry of entriesOf(run)) {
    const { name } = entry;
    const pattern = Object.hasOwn(inFolders, name) ? inFolders[name] : undefined;
    const isText =
      texts.has(name) && name !== files.evaluations && (name !== files.readme || isReadmeOurs(run));
    const isOwn = name === RESERVE || (isText && pattern === undefined);
    if (entry.isDirectory() && pattern) look(name, pattern);
    else if (entry.isDirectory() && name === files.evaluations) lookAtEvaluations();
    else if (entry.isDirectory() && name === LOCK) lookAtLock();
    else if (entry.isFile() && (isOwn || isOurs(name))) found.own.push(name);
    else found.others.push(name);
  }
  return { ...found, own: found.own.toSorted((a, b) => turnOf(a) - turnOf(b)) };

  function look(folder: string, pattern: RegExp): void {
    for (const entry of entriesOf(join(run, folder))) {
      const path = `${folder}/${entry.name}`;
      const isCard = path === MODEL_CARD && isReadmeOurs(join(run, folder));
      const isMade = isCard || entry.name === SEAL_FILE || pattern.test(entry.name);
      if (entry.isFile() && (isMade || isOurs(entry.name))) found.own.push(path);
      else found.others.push(path);
    }
    found.folders.push(folder);
  }

  function lookAtLock(): void {
    const { folders, others } = lockContents(run);
    append(found.folders, folders);
    append(found.others, others);
  }

  function lookAtEvaluations(): void {
    for (const entry of entriesOf(join(run, files.evaluations))) {
      const path = `${files.evaluations}/${entry.name}`;
      if (!entry.isDirectory()) {
        found[isOurs(entry.name) && entry.isFile() ? "own" : "others"].push(path);
        continue;
      }
      const inner = contentsOf(join(run, path));
      const within = (name: string) => `${path}/${name}`;
      append(found.own, inner.own.map(within));
      append(found.others, inner.others.map(within));
      append(found.folders, [...inner.folders.map(within), path]);
    }
    found.folders.push(files.evaluations);
  }
}

function isOurs(name: string): boolean {
  return isPart(name) || clutter.has(name);
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/**
 * The manifest goes first: without it a folder is no finished run. What names the list of images goes last: as long as it
 * is there, the list can be found, and the folder is not taken for what git has left behind.
 */
function turnOf(path: string): number {
  return path === files.manifest ? 0 : path === files.data ? 2 : 1;
}

/** A run that may be removed. */
export interface Removal {
  folder: string;
  name: string;
  contents: RunContents;
  /** Its list of images, from the folder of the runs. */
  list: string | null;
  /** Where its text is kept, so that it can be had back; null where that is nowhere. */
  commit: string | null;
}

/**
 * Whether a run may be removed.
 *
 * @param all folders that are to be removed with it
 * @param force removes what no commit has too
 * @throws UsageError where it goes on, is no run, or would be lost
 */
export async function planRemoval(
  { folder, name }: { folder: string; name: string },
  all: readonly string[],
  force: boolean,
): Promise<Removal> {
  const manifest = looseManifest(folder);
  if (manifest?.status === "running" && lifeOf(folder, manifest).state === "going on")
    throw new UsageError(messages.runGoesOn(name, "stop it, or remove it"));
  const contents = contentsOf(folder);
  const { own, others } = contents;
  if (own.length === 0 && others.length > 0) throw new UsageError(messages.notARun(name));
  if (isBeginning(folder)) throw new UsageError(messages.runBegins(name));
  const list = listOf(folder);
  const parent = dirname(folder);
  const version = basename(folder);
  const siblings = all.filter((one) => dirname(one) === parent);
  const removed = new Set(siblings.map((one) => basename(one)));
  const isListLost = list !== null && !isListNeeded(parent, list, removed);
  const committed = await committedOf(parent, version, isListLost ? list : null);
  const texts = own.filter((path) => !isUnkept(path) && !isOurs(basename(path)));
  const paths = [...texts.map((path) => `${version}/${path}`), ...(isListLost ? [list] : [])];
  const inRun = (path: string) =>
    path.startsWith(`${version}/`) ? path.slice(version.length + 1) : path;
  const changed = committed === null ? [] : paths.filter((path) => !committed.has(path));
  if (!force) {
    if (isResidue(folder)) throw new UsageError(messages.removesResidue(name));
    if (changed.length > 0) throw new UsageError(messages.removesChanges(name, changed.map(inRun)));
    const worth = worthOf(own, manifest?.status, committed !== null);
    if (worth !== null) throw new UsageError(messages.removesForGood(name, worth));
  }
  const isKept = committed !== null && changed.length === 0;
  return { folder, name, contents, list, commit: isKept ? committed.commit : null };
}

/** What is half removed has no manifest, and may go. */
function worthOf(own: readonly string[], status: unknown, isCommitted: boolean): Worth | null {
  const hasManifest = own.includes(files.manifest);
  const isUnfinished = ["running", "failed", "interrupted"].some((one) => one === status);
  const hasCheckpoints = own.some((path) => path.startsWith("checkpoints/"));
  if (hasManifest && isUnfinished && hasCheckpoints) return "checkpoints";
  if (isCommitted) return null;
  if (hasManifest && !isUnfinished) return status === "completed" ? "finished" : "damaged";
  return own.includes(files.notes) || own.includes(files.tags) ? "remarks" : null;
}

/**
 * Removes what Lamina made of a run, its list of images where no other run names it, and its folder where nothing of the
 * user's is in it. Killed halfway, it leaves no finished run, and can be called again.
 *
 * @returns what stays in the folder, and the list where that was removed. @throws RunError
 */
export function removeRun({
  folder,
  contents,
  list,
}: Pick<Removal, "folder" | "contents" | "list">): {
  kept: string[];
  list: string | null;
} {
  const parent = dirname(folder);
  try {
    let isListGone = false;
    for (const path of contents.own) {
      // Named to the last, so that a second call finds it.
      if (path === files.data && list !== null)
        isListGone = removeList(parent, list, new Set([basename(folder)]));
      removeRegular(join(folder, path));
    }
    for (const inner of [...contents.folders, ""]) removeEmpty(join(folder, inner));
    return { kept: contents.others, list: isListGone ? list : null };
  } catch (error) {
    throw new RunError(messages.systemRefuses(folder, "removed", systemReason(error)));
  }
}

/** @throws the system's error where it is a folder without files and stays all the same */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
}
