import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { RunError, UsageError } from "../errors.ts";
import { files } from "../layout.ts";
import { makeFolders } from "../made-folders.ts";
import { requireNoLink } from "../regular-file.ts";
import { systemReason } from "../system-error.ts";
import type { RunFolder } from "./folder.ts";
import { messages } from "./messages.ts";
import { isPart, isStray, partName } from "./strays.ts";
import { VERSION } from "./version.ts";

/** Whether a folder is where evaluations of a run are. */
export function isEvaluation(folder: string): boolean {
  return basename(dirname(folder)) === files.evaluations;
}

/** What an evaluation is called; null where a folder is none. */
export function evaluationName(folder: string): string | null {
  return isEvaluation(folder) ? basename(folder) : null;
}

/** A name that an evaluation may have: of a folder on any system, and not one that a run has. */
export function isEvaluationName(name: string): boolean {
  return /^[\p{L}\d][\p{L}\d._-]{0,99}$/u.test(name) && !name.endsWith(".") && !VERSION.test(name);
}

/** Evaluations of a run, by name. @returns paths of their folders */
export function evaluationsOf(run: string): string[] {
  try {
    return readdirSync(join(run, files.evaluations), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !isPart(entry.name))
      .map(({ name }) => join(run, files.evaluations, name))
      .toSorted();
  } catch {
    return [];
  }
}

/**
 * Fills the folder of an evaluation beside its place, and puts it there once it is whole: it is there then, or nothing is.
 *
 * @param fill given the folder to write into
 * @throws UsageError where there is one of this name. @throws RunError
 */
export async function makeEvaluation<Result>(
  run: RunFolder,
  name: string,
  fill: (folder: string) => Promise<Result>,
): Promise<{ folder: RunFolder; result: Result }> {
  const parent = join(run.path, files.evaluations);
  const folder = { name: `${run.name}/${files.evaluations}/${name}`, path: join(parent, name) };
  requireNoEvaluation(run, name);
  const part = join(parent, partName(name));
  let undo: () => void;
  try {
    requireNoLink(parent);
    sweep(parent, part);
    undo = await makeFolders(part);
  } catch (error) {
    throw new RunError(messages.cannotWrite(part, systemReason(error)));
  }
  try {
    const result = await fill(part);
    requireNoEvaluation(run, name);
    renameSync(part, folder.path);
    return { folder, result };
  } finally {
    rmSync(part, { recursive: true, force: true });
    undo();
  }
}

/** Removes what evaluations that were killed left behind. @param own may be of a process whose number this one has */
function sweep(parent: string, own: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (isStray(name) || path === own) rmSync(path, { recursive: true, force: true });
  }
}

/** @throws UsageError where there is an evaluation of this name, of whatever letter case */
export function requireNoEvaluation(run: RunFolder, name: string): void {
  const twin = evaluationsOf(run.path).find(
    (folder) => basename(folder).toLowerCase() === name.toLowerCase(),
  );
  if (twin !== undefined)
    throw new UsageError(
      messages.evaluationThere(`${run.name}/${files.evaluations}/${basename(twin)}`),
    );
}
