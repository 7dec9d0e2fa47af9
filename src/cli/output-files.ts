import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { CheckedExperiment } from "../check.ts";
import { TEMPLATE_ENDING } from "../charts/template.ts";
import { asOnDisk } from "../data/source/folder.ts";
import { isTable } from "../data/source/labels.ts";
import { isInside } from "../inside.ts";
import { UsageError } from "../errors.ts";
import { files, splits } from "../layout.ts";
import { readRegularSync } from "../regular-file.ts";
import { sweepPartsOf } from "../run/strays.ts";
import { writeWhole } from "../run/write-files.ts";
import { VERSION } from "../run/version.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { isMarked, marked } from "./mark.ts";
import { messages } from "./messages.ts";

/** What a command reads, and so does not write into. Absolute paths. */
export interface Inputs {
  /** Whose every file is an image. */
  folders: readonly string[];
  /** Whose every specification is a chart of an experiment's own. */
  templates?: readonly string[];
  files?: readonly string[];
}

/** The folders of an experiment's images. @param directory absolute path of the experiment's folder */
export function imageFolders(data: ResolvedExperiment["data"], directory: string): string[] {
  return splits
    .map((split) => data[split])
    .filter((path) => path !== null)
    .map((path) => asOnDisk(resolve(directory, path)))
    .filter((path) => !isTable(path));
}

/** What an experiment is read from. */
export function experimentInputs({ experiment, source }: CheckedExperiment): Inputs {
  return {
    folders: imageFolders(experiment.resolved.data, experiment.directory),
    files: [experiment.file, ...source.files.map(({ absolutePath }) => absolutePath)],
  };
}

/**
 * Writes files that the user has named, all of them or none, each whole or not at all. A file that is there already is
 * only written over when Lamina made it and nobody has changed it since.
 *
 * @param contents by absolute paths
 * @throws UsageError where one would take the place of something else, or be taken for an image or a run's own
 * @throws RunError where the system refuses
 */
export async function writeOutputs(
  contents: ReadonlyMap<string, string | Uint8Array>,
  inputs: Inputs,
): Promise<void> {
  requireOutputs(contents.keys(), inputs);
  await writeAll(Array.from(contents, ([path, content]) => [path, marked(content)]));
}

/**
 * Writes files, all of them or none, in place of what is there of them, half written by a process that was killed included.
 *
 * @param contents by absolute paths, which `requireOutputs` has been asked about
 * @throws RunError where the system refuses
 */
export async function writeAll(
  contents: readonly (readonly [path: string, content: string | Uint8Array])[],
): Promise<void> {
  sweepPartsOf(contents.map(([path]) => path));
  await writeWhole(contents);
}

/**
 * Whether files may be written.
 * @param paths absolute
 * @param isOurs whether a file that is there may be written over
 * @throws UsageError as `writeOutputs` does
 */
export function requireOutputs(paths: Iterable<string>, inputs: Inputs, isOurs = isMade): void {
  const folders = inputs.folders.map(realPath);
  const templates = (inputs.templates ?? []).map(realPath);
  const read = new Set(inputs.files?.map(realPath));
  for (const path of paths) {
    const real = realPath(path);
    const around = inputs.folders.find((_, index) => isInside(real, folders[index]!));
    if (around !== undefined) throw new UsageError(messages.outputAmongImages(path, around));
    if (path.endsWith(TEMPLATE_ENDING) && templates.includes(dirname(real)))
      throw new UsageError(messages.outputAmongCharts(path));
    const run = runAround(real);
    if (run !== undefined) throw new UsageError(messages.outputInRun(path, run));
    if (read.has(real)) throw new UsageError(messages.outputIsInput(path));
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) throw new UsageError(messages.outputInTheWay(path));
    if (found && !isOurs(path)) throw new UsageError(messages.fileExists(path));
  }
}

/** More has no page that Lamina makes. */
const MOST_BYTES = 512e6;

/** Whether Lamina marked a file, and nobody has changed it since. */
export function isMade(path: string): boolean {
  try {
    return isMarked(readRegularSync(path, MOST_BYTES));
  } catch {
    return false;
  }
}

/** The path without links, as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}

const runFiles: ReadonlySet<string> = new Set(Object.values(files));

/** The folder of a run that a path lies in. */
function runAround(path: string): string | undefined {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder))
    if (VERSION.test(basename(folder)) && namesIn(folder).some((name) => runFiles.has(name)))
      return folder;
  return undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
