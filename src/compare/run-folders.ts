import { type Dirent, existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { files, SWEEP_NUMBER } from "../layout.ts";
import { isResidue } from "../run/residue.ts";
import { VERSION } from "../run/version.ts";

/** runs/sweep/experiment/v001 and one more. */
const MOST_DEPTH = 4;

/**
 * Folders of runs inside a folder, or the folder itself when it is one: by their names, v010 after v009.
 * @returns absolute when the folder is
 */
export function runFolders(folder: string): string[] {
  return numberedFolders(folder).filter((run) => !isResidue(run));
}

/** Folders that hold only what git has left behind of a run, or of a trial: git leaves nothing behind a link. */
export function residues(folder: string): string[] {
  const options = { followsLinks: false, withTrials: true };
  return numberedFolders(folder, options).filter((run) => isResidue(run));
}

/** Whether a folder is that of a trial of a sweep, or of its winner. */
function isOfSweep(folder: string): boolean {
  const above = dirname(folder);
  if (basename(folder) === "winner") return SWEEP_NUMBER.test(basename(above));
  return (
    /^\d{4,}$/.test(basename(folder)) &&
    basename(above) === "trials" &&
    SWEEP_NUMBER.test(basename(dirname(above)))
  );
}

function numberedFolders(
  folder: string,
  { followsLinks = true, withTrials = false } = {},
  depth = 0,
): string[] {
  if (VERSION.test(basename(folder)) && !holdsRuns(folder)) return [folder];
  if (withTrials && isOfSweep(folder)) return [folder];
  if (depth >= (withTrials ? MOST_DEPTH + 2 : MOST_DEPTH)) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // One that cannot be looked into is a damaged run rather than none.
    return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" ? [] : [folder];
  }
  return entries
    .filter((entry) => entry.isDirectory() || (followsLinks && entry.isSymbolicLink()))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("."))
    .toSorted(byNameAndNumber)
    .flatMap((name) =>
      numberedFolders(join(folder, name), { followsLinks, withTrials }, depth + 1),
    );
}

/** Of an experiment that is called as runs are: v001.yaml. */
function holdsRuns(folder: string): boolean {
  if (existsSync(join(folder, files.manifest))) return false;
  try {
    return readdirSync(folder).some((name) => VERSION.test(name));
  } catch {
    return false;
  }
}

const collator = new Intl.Collator("en", { numeric: true });

export function byNameAndNumber(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
