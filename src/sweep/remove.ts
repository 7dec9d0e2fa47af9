import { type Dirent, existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { append } from "../arrays.ts";
import { UsageError } from "../errors.ts";
import { LISTS, type Manifest } from "../layout.ts";
import { readTextSync } from "../regular-file.ts";
import { lifeOf } from "../run/alive.ts";
import { committedOf } from "../run/committed.ts";
import { messages as runMessages } from "../run/messages.ts";
import { LOCK, lockContents } from "../run/lock.ts";
import { contentsOf, type Removal, type RunContents } from "../run/remove.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { RESERVE } from "../run/reserve.ts";
import { isUnkept } from "../run/residue.ts";
import { isPart } from "../run/strays.ts";
import { sweepFiles, TRIAL_NUMBER } from "./layout.ts";
import { looseSweepManifest } from "./read.ts";
import { README_MARK } from "./readme.ts";
import { readAttemptFolder } from "./slurm/attempts.ts";
import { slurmFiles } from "./slurm/files.ts";

/** What Lamina makes in folders of a sweep that are no run's. */
const inFolders: Readonly<Record<string, RegExp>> = {
  [sweepFiles.pooled]: /^setting-.*\.csv$/,
  [sweepFiles.charts]: /\.(?:vl\.json|svg|png)$/,
  [LISTS]: /^[0-9a-f]+\.csv$/,
  [`${sweepFiles.trials}/${LISTS}`]: /^[0-9a-f]+\.csv$/,
  // Beside runs, for editors: see src/run/schema-pointer.ts.
  schema: /\.schema\.json$/,
  [slurmFiles.folder]: /^\d{3,}\.(?:sh|json)$/,
  [slurmFiles.logs]: /\.log$/,
  [slurmFiles.attempts]: /\.jsonl$/,
  [slurmFiles.rungs]: /\.json$/,
  [`${sweepFiles.trials}/schema`]: /\.schema\.json$/,
};

/**
 * Whether a sweep may be removed, with all its trials.
 * @param force removes what no commit has too
 * @throws UsageError where it goes on, or would be lost
 */
export async function planSweepRemoval(
  { folder, name }: { folder: string; name: string },
  force: boolean,
): Promise<Removal> {
  const manifest = looseSweepManifest(folder);
  if (manifest?.status === "running") {
    const { lamina: _, ...seen } = manifest;
    if (lifeOf(folder, seen as Partial<Manifest>).state === "going on")
      throw new UsageError(runMessages.runGoesOn(name, "stop it, or remove it"));
  }
  if (attemptFolders(folder).some((path) => isGoingOn(path)))
    throw new UsageError(runMessages.runGoesOn(name, "end its tasks with scancel, or remove it"));
  const { contents, texts } = sweepContents(folder);
  const number = basename(folder);
  const committed = await committedOf(dirname(folder), number, null);
  const changed = texts.filter((path) => !committed?.has(`${number}/${path}`));
  if (!force) {
    if (committed === null) throw new UsageError(runMessages.removesForGood(name, "sweep"));
    if (changed.length > 0) throw new UsageError(runMessages.removesChanges(name, changed));
  }
  const isKept = committed !== null && changed.length === 0;
  return { folder, name, contents, list: null, commit: isKept ? committed.commit : null };
}

/** @returns contents: what Lamina made, and what not. texts: of these what git keeps */
export function sweepContents(sweep: string): { contents: RunContents; texts: string[] } {
  const contents: RunContents = { own: [], folders: [], others: [] };
  const texts: string[] = [];
  const own = (path: string) => {
    contents.own.push(path);
    const isOfSlurm = path.startsWith(`${slurmFiles.folder}/`);
    if (!isUnkept(path) && !isOfSlurm && basename(path) !== RESERVE) texts.push(path);
  };
  const addRun = (folder: string) => {
    const run = contentsOf(join(sweep, folder));
    const isToken = (path: string) => path === slurmFiles.token;
    if (run.others.some(isToken)) contents.own.push(`${folder}/${slurmFiles.token}`);
    const inner = { ...run, others: run.others.filter((path) => !isToken(path)) };
    append(
      contents.own,
      inner.own.map((path) => `${folder}/${path}`),
    );
    append(
      texts,
      inner.own.filter((path) => !isUnkept(path)).map((path) => `${folder}/${path}`),
    );
    append(
      contents.others,
      inner.others.map((path) => `${folder}/${path}`),
    );
    append(contents.folders, [...inner.folders.map((path) => `${folder}/${path}`), folder]);
  };
  const addFolder = (folder: string, isRun: (name: string) => boolean = () => false) => {
    for (const entry of entriesOf(join(sweep, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && isRun(entry.name)) addRun(path);
      else if (entry.isDirectory() && Object.hasOwn(inFolders, path)) addFolder(path);
      else if (entry.isFile() && (inFolders[folder]?.test(entry.name) || isPart(entry.name)))
        own(path);
      else contents.others.push(path);
    }
    contents.folders.push(folder);
  };
  const names: ReadonlySet<string> = new Set(Object.values(sweepFiles));
  // The manifest goes first: without it a folder is no finished sweep.
  const entries = entriesOf(sweep).toSorted(
    (a, b) => Number(b.name === sweepFiles.manifest) - Number(a.name === sweepFiles.manifest),
  );
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isDirectory()) {
      if (name === sweepFiles.trials)
        addFolder(name, (one) => TRIAL_NUMBER.test(one) || readAttemptFolder(one) !== null);
      else if (name === sweepFiles.experiments) addFolder(name, (one) => /^\d+$/.test(one));
      else if (name === sweepFiles.winner || readAttemptFolder(name)) addRun(name);
      else if (Object.hasOwn(inFolders, name)) addFolder(name);
      else if (name === LOCK) {
        const { folders, others } = lockContents(sweep);
        append(contents.folders, folders);
        append(contents.others, others);
      } else contents.others.push(name);
    } else if (entry.isFile() && isOwnFile(sweep, name, names)) own(name);
    else contents.others.push(name);
  }
  return { contents, texts };
}

/** Folders that tasks of a cluster work in, whether or not exp sweep waits for them. */
function attemptFolders(sweep: string): string[] {
  return [sweep, join(sweep, sweepFiles.trials)].flatMap((parent) =>
    entriesOf(parent)
      .filter(({ name }) => readAttemptFolder(name))
      .map(({ name }) => join(parent, name)),
  );
}

function isGoingOn(run: string): boolean {
  const manifest = looseManifest(run);
  return manifest?.status === "running" && lifeOf(run, manifest).state === "going on";
}

function isOwnFile(sweep: string, name: string, names: ReadonlySet<string>): boolean {
  if (name === sweepFiles.readme) return readTextSync(join(sweep, name)).startsWith(README_MARK);
  return names.has(name) || name === RESERVE || isPart(name);
}

function entriesOf(folder: string): Dirent[] {
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
