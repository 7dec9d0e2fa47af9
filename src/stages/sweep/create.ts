import { rmSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { maximum } from "../../arrays.ts";
import { RunError } from "../../errors.ts";
import { SWEEP_NUMBER } from "../../layout.ts";
import { makeFolders } from "../../made-folders.ts";
import type { RunFolder } from "../../run/folder.ts";
import { versionsInGit } from "../../run/git-numbers.ts";
import { messages as runMessages } from "../../run/messages.ts";
import { isSystemError, systemReason } from "../../system-error.ts";

/** Numbers that git is asked about. */
const NEXT = 4;

/**
 * Takes the next number that is free here and in git: `runs/lr/sweep-004`. Two processes never get the same one.
 * @returns `remove` undoes it, for a sweep that could not be begun @throws RunError
 */
export async function createSweepFolder(
  runsDirectory: string,
  name: string,
): Promise<{ folder: RunFolder; remove: () => void }> {
  const parent = join(runsDirectory, name);
  let undo = () => {};
  try {
    undo = await makeFolders(parent);
    const taken = (await readdir(parent)).filter((one) => SWEEP_NUMBER.test(one));
    const next = 1 + maximum([0, ...taken.map(numberOf)]);
    const asked = Array.from({ length: NEXT }, (_, at) => sweepNumber(next + at));
    const known = await versionsInGit(parent, asked);
    const all = known.length > 0 ? await versionsInGit(parent, undefined, "sweep-") : [];
    const others = all.filter((one) => SWEEP_NUMBER.test(one)).map(numberOf);
    for (let number = maximum([next, ...others.map((one) => one + 1)]); ; number++) {
      const own = sweepNumber(number);
      const path = join(parent, own);
      if (!(await made(path))) continue;
      const remove = () => {
        rmSync(path, { recursive: true, force: true });
        undo();
      };
      return { folder: { name: `${name}/${own}`, path }, remove };
    }
  } catch (error) {
    undo();
    throw new RunError(runMessages.cannotWrite(parent, systemReason(error)));
  }
}

function sweepNumber(number: number): string {
  return `sweep-${String(number).padStart(3, "0")}`;
}

function numberOf(name: string): number {
  return Number(SWEEP_NUMBER.exec(name)![1]);
}

/** @returns false where it is there already */
async function made(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === "EEXIST") return false;
    throw error;
  }
}
