import { lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { removeRegular } from "../regular-file.ts";
import { isAlive } from "../find-process.ts";
import { files } from "../layout.ts";
import { RESERVE } from "./reserve.ts";

/** A file on its way to its name, `.history.csv.4711.part`, by the process that writes it. */
const part = /^\.(.+)\.(\d+)\.part$/;

export function partName(name: string): string {
  return `.${name}.${process.pid}.part`;
}

/** Whether a file is on its way to its name, or was when its process was killed. */
export function isPart(name: string): boolean {
  return part.test(name);
}

/** Folders in a run's own that files are written to. */
const inner = [
  "",
  files.charts,
  files.pictures,
  files.templates,
  files.extends,
  files.model,
  files.checkpoints,
];

/**
 * Removes what runs of an experiment that were killed left half written. Never a file of a process that is alive.
 * @param folders of the runs
 */
export function sweepStrays(folders: readonly string[]): void {
  for (const folder of folders) {
    const names = list(folder);
    const strays = names.filter((name) => isStray(name));
    // A run that ended by itself has no reserve, and nothing half written deeper down.
    const isKilled =
      names.includes(RESERVE) && !names.some((name) => part.test(name) && !isStray(name));
    for (const name of strays) remove(join(folder, name));
    if (!isKilled) continue;
    for (const sub of inner.slice(1))
      for (const name of list(join(folder, sub)))
        if (isStray(name)) remove(join(folder, sub, name));
  }
}

/** Removes what processes that were killed have left of files that they were writing: of these, and of no others. */
export function sweepPartsOf(paths: readonly string[]): void {
  for (const [folder, inFolder] of Map.groupBy(paths, dirname)) {
    const names = new Set(inFolder.map((path) => basename(path)));
    for (const name of list(folder))
      if (isStray(name) && names.has(part.exec(name)![1]!)) remove(join(folder, name));
  }
}

export function isStray(name: string): boolean {
  const pid = part.exec(name)?.[2];
  return pid !== undefined && !isAlive(Number(pid));
}

/** Of a link that leads elsewhere nothing. */
function list(folder: string): string[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder) : [];
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    removeRegular(path);
  } catch {
    // It takes room and does no harm.
  }
}
