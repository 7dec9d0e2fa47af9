import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { files } from "../layout.ts";
import { RESERVE } from "./reserve.ts";
import { isPart } from "./strays.ts";

/** What .gitignore names: git leaves it where it is when it takes a run's text away. */
const unkept = new Set<string>([
  files.model,
  files.pictures,
  files.report,
  files.checkpoints,
  "preview",
]);

/**
 * Whether a run's folder holds only what git does not keep: its text is on another branch, or deleted. It is no run, and
 * its number is not free.
 */
export function isResidue(folder: string): boolean {
  if (existsSync(join(folder, files.manifest))) return false;
  const names = list(folder);
  return (
    // Git leaves no empty folder: that is of a run which was killed as it began.
    names !== null &&
    names.length > 0 &&
    names.every(
      (name) =>
        unkept.has(name) ||
        isPart(name) ||
        (name === files.charts && hasOnlyPng(folder)) ||
        (name === files.evaluations && hasOnlyResidues(join(folder, name))),
    )
  );
}

/** Whether git is told to leave a file of a run out. @param path from the run's folder, with forward slashes */
export function isUnkept(path: string): boolean {
  const [first, ...rest] = path.split("/");
  if (first === files.evaluations && rest.length > 1) return isUnkept(rest.slice(1).join("/"));
  return (
    unkept.has(first!) ||
    path === RESERVE ||
    isPart(rest.at(-1) ?? first!) ||
    (first === files.charts && path.endsWith(".png"))
  );
}

function hasOnlyResidues(evaluations: string): boolean {
  return list(evaluations)?.every((name) => isResidue(join(evaluations, name))) ?? false;
}

function hasOnlyPng(folder: string): boolean {
  return list(join(folder, files.charts))?.every((name) => name.endsWith(".png")) ?? false;
}

function list(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}
