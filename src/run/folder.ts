import { readdirSync, rmdirSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { RunError } from "../errors.ts";
import { files } from "../layout.ts";
import { makeFolders } from "../made-folders.ts";
import { removeRegular } from "../regular-file.ts";
import { systemReason } from "../system-error.ts";
import { versionsInGit } from "./git-numbers.ts";
import { messages } from "./messages.ts";
import { RESERVE } from "./reserve.ts";
import { isPart, sweepStrays } from "./strays.ts";
import { numberOf, VERSION, versionOf, versionsAmong } from "./version.ts";

/** A run's folder while it is being filled. */
export interface RunFolder {
  /** e.g. "baseline/v003" */
  name: string;
  path: string;
}

/**
 * Takes the next number that is free here and in git: `runs/baseline/v004`. Two processes never get the same one.
 * @returns `remove` undoes it, as `removeRunFolder` does, folders around it included @throws RunError
 */
export async function createRunFolder(
  runsDirectory: string,
  experimentName: string,
): Promise<{ folder: RunFolder; remove: () => void }> {
  const parent = join(runsDirectory, experimentName);
  let undo = () => {};
  try {
    undo = await makeFolders(parent);
    const taken = await takenVersions(parent);
    sweepStrays(taken.map((name) => join(parent, name)));
    const version = await claimVersion(parent, taken);
    const folder = { name: `${experimentName}/${version}`, path: join(parent, version) };
    const remove = () => {
      removeRunFolder(folder);
      undo();
    };
    return { folder, remove };
  } catch (error) {
    undo();
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
