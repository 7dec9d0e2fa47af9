import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isInside } from "../inside.ts";
import { SWEEP_NUMBER } from "../layout.ts";
import { isSweep } from "./read.ts";

/**
 * The folder of a sweep that the user named: "lr/sweep-001", a path, or "lr" for its latest.
 * @param runsDirectory absolute
 * @returns null where there is none. A name that leads out of the runs is none
 */
export async function findSweepFolder(
  name: string,
  runsDirectory: string,
  directory = process.cwd(),
): Promise<string | null> {
  const candidates = [resolve(runsDirectory, name), resolve(directory, name)];
  for (const folder of candidates) {
    if (!isInside(folder, runsDirectory) || relative(runsDirectory, folder) === "") continue;
    if (isSweep(folder)) return folder;
    const latest = sweepsIn(folder).at(-1);
    if (latest !== undefined) return latest;
  }
  return null;
}

/** Sweeps in a folder, in the order of their numbers. */
export function sweepsIn(folder: string): string[] {
  const number = (name: string) => Number(SWEEP_NUMBER.exec(name)![1]);
  return listed(folder)
    .filter((name) => SWEEP_NUMBER.test(name) && isSweep(join(folder, name)))
    .toSorted((a, b) => number(a) - number(b))
    .map((name) => join(folder, name));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
