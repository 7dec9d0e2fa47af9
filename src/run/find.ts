import { existsSync, lstatSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { messages as dataMessages } from "../data/source/messages.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import { systemReason } from "../system-error.ts";
import { files, SWEEP_NUMBER, SWEEP_TEXT, SWEEP_WINNER } from "../layout.ts";
import { isResidue } from "./residue.ts";
import { VERSION, versionsAmong } from "./version.ts";
import { isInside } from "../inside.ts";

/**
 * The folder of a run that the user named: "baseline/v003", "baseline" for its latest, or a path.
 *
 * @param directory the folder that the user is in; a relative name never leads out of it or of `runsDirectory`
 * @throws UsageError naming the nearest run there is
 */
export async function findRun(
  name: string,
  runsDirectory: string,
  directory = process.cwd(),
): Promise<string> {
  const candidates = isAbsolute(name)
    ? [name]
    : [runsDirectory, directory]
        .filter((root) => isInside(resolve(root, name), root))
        .map((root) => resolve(root, name));
  if (candidates.length === 0) throw new UsageError(messages.runLeadsOutside(name));
  for (const folder of candidates) {
    if (!(await isFolder(folder))) continue;
    const names = await readdir(folder).catch((error: unknown) => {
      throw new UsageError(dataMessages.folderCannotBeRead(folder, systemReason(error)));
    });
    const version = versionsAmong(names).findLast((one) => !isResidue(join(folder, one)));
    if (version !== undefined) return join(folder, version);
    if (VERSION.test(basename(folder)) && isResidue(folder))
      throw new UsageError(messages.runIsResidue(relative(directory, folder) || folder));
    if (isSweepFolder(folder, names)) throw isASweep(folder);
    if (!runFiles.some((file) => names.includes(file))) {
      const sweep = names.findLast((one) => isSweepFolder(join(folder, one)));
      if (sweep !== undefined) throw isASweep(join(folder, sweep));
      throw new UsageError(messages.notARun(relative(directory, folder) || folder));
    }
    return folder;
  }
  throw await runNotFound(name, runsDirectory, directory);

  function isASweep(sweep: string): UsageError {
    const one = existsSync(join(sweep, SWEEP_WINNER)) ? SWEEP_WINNER : "trials/0001";
    return new UsageError(messages.isASweep(runName(sweep, runsDirectory, directory), one));
  }
}

/**
 * The folder of a run that is to be removed: named in full, and reached from the folder of the runs by folders alone.
 * What it holds is not looked at.
 *
 * @throws UsageError where it is no such folder
 */
export async function findRemovable(
  name: string,
  runsDirectory: string,
  directory = process.cwd(),
): Promise<string> {
  const candidates = [resolve(runsDirectory, name), resolve(directory, name)];
  const folder = candidates.find((path) => lstatSync(path, { throwIfNoEntry: false }));
  if (folder === undefined) throw await runNotFound(name, runsDirectory, directory);
  const steps = relative(runsDirectory, folder).split(sep);
  if (!isInside(folder, runsDirectory)) throw new UsageError(messages.notInRuns(name));
  const isOfRun = steps.length > 2 && steps.at(-2) === files.evaluations;
  const last = isOfRun ? steps.length - 3 : steps.length - 1;
  if (steps.findIndex((step) => VERSION.test(step)) !== last)
    throw new UsageError(messages.notANumberedRun(name));
  for (const [index] of steps.entries()) {
    const path = join(runsDirectory, ...steps.slice(0, index + 1));
    if (!lstatSync(path).isDirectory())
      throw new UsageError(messages.notThroughLinks(relative(directory, path)));
  }
  return folder;
}

/** Whether a folder is that of a sweep. @param names in it */
function isSweepFolder(folder: string, names?: readonly string[]): boolean {
  if (!SWEEP_NUMBER.test(basename(folder))) return false;
  return names?.includes(SWEEP_TEXT) ?? existsSync(join(folder, SWEEP_TEXT));
}

async function runNotFound(name: string, runs: string, directory: string): Promise<UsageError> {
  const near = nearest(name, await knownRuns(runs)) ?? (await nearestStepByStep(name, runs));
  return new UsageError(messages.runNotFound(name, relative(directory, runs), near));
}

/** A folder deeper in the runs, such as lr/sweep-001/winner, whose parts are each what is called most like it. */
async function nearestStepByStep(name: string, runs: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const step of name.split(/[/\\]/).filter((one) => one !== "")) {
    const names = await readdir(join(runs, ...found)).catch((): string[] => []);
    const near = names.includes(step) ? step : nearest(step, names);
    if (near === undefined) return undefined;
    found.push(near);
  }
  return existsSync(join(runs, ...found, files.manifest)) ? found.join("/") : undefined;
}

/** What a run is called: its folder from that of the runs, or from where the user is. */
export function runName(folder: string, runsDirectory: string, directory: string): string {
  return isInside(folder, runsDirectory)
    ? relative(runsDirectory, folder)
    : relative(directory, folder);
}

/** What every folder of a run holds some of. */
const runFiles = Object.values(files) as string[];

/** v001, v002 … in the order of their numbers. */
async function versionsIn(folder: string): Promise<string[]> {
  return versionsAmong(await readdir(folder));
}

/** v010 of v009, v010 and whatever else a folder holds. */
export function latestVersion(names: readonly string[]): string | undefined {
  return versionsAmong(names).at(-1);
}

async function knownRuns(runsDirectory: string): Promise<string[]> {
  const names = await readdir(runsDirectory).catch(() => []);
  const versions = await Promise.all(
    names.map((name) => versionsIn(join(runsDirectory, name)).catch(() => [])),
  );
  return names.flatMap((name, index) => [
    name,
    ...versions[index]!.map((version) => `${name}/${version}`),
  ]);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
