import { readdir, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../errors.ts";
import { RUN_NUMBER } from "../layout.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";

/** Where a bare name is looked for. */
const FOLDER = "experiments";
const endings = ["", ".yaml", ".yml"];

/**
 * The absolute path of an experiment that the user named: as given, or by its bare name in `experiments/`.
 *
 * @param directory the folder that the user is in
 * @throws UsageError naming the nearest experiment there is
 */
export async function findExperiment(given: string, directory: string): Promise<string> {
  const bases = [
    resolve(directory, given),
    ...(isAbsolute(given) ? [] : [resolve(directory, FOLDER, given)]),
  ];
  const paths = bases.flatMap((base) => endings.map((ending) => base + ending));
  const kinds = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  const file = paths.find((_, index) => kinds[index] && !kinds[index].isDirectory());
  const found = file ?? paths.find((_, index) => kinds[index]);
  if (found !== undefined) return found;
  if (await isSweepName(given, directory)) throw new UsageError(messages.sweepNotExperiment(given));
  const known = await knownExperiments(directory);
  throw new UsageError(
    messages.experimentNotFound(
      given,
      nearest(basename(given).replace(/\.ya?ml$/, ""), known)?.concat(
        /\.ya?ml$/.exec(given)?.[0] ?? "",
      ),
      known,
    ),
  );
}

/** Whether there is a sweep of a bare name, lr.sweep.yaml of lr. */
export async function isSweepName(given: string, directory: string): Promise<boolean> {
  const kinds = [directory, join(directory, FOLDER)].flatMap((folder) =>
    endings.slice(1).map((ending) =>
      stat(resolve(folder, `${given}.sweep${ending}`)).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return (await Promise.all(kinds)).includes(true);
}

/**
 * The name that an experiment gives its runs: that of its file without the ending, after the folders of `experiments/`
 * that it is in, with forward slashes.
 *
 * @param directory the folder that the user is in
 */
export function experimentName(file: string, directory: string): string {
  const inside = relative(join(directory, FOLDER), resolve(directory, file));
  const isInside = !isAbsolute(inside) && inside.split(sep)[0] !== "..";
  const name = isInside ? inside.split(sep).join("/") : basename(file);
  return name.replace(/\.ya?ml$/, "");
}

/** Runs are kept in a folder of the experiment's name, or in one inside others. */
export function isSeriesName(name: string): boolean {
  return name
    .split("/")
    .every(
      (part) => /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,99}$/u.test(part) && !part.endsWith("."),
    );
}

/** Whether a part of an experiment's name is what a run in its folder could be called. */
export function isNamedAsRun(name: string): boolean {
  return name.split("/").some((part) => RUN_NUMBER.test(part));
}

/** Whether a folder or a file could not be called so on Windows, where these are devices. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i.test(name);
}

/** What an experiment's path is called when it is shown. */
export function shownPath(path: string, directory: string): string {
  const inside = relative(directory, path);
  return inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside) || inside === ""
    ? path
    : inside;
}

async function knownExperiments(directory: string): Promise<string[]> {
  const names = await readdir(join(directory, FOLDER)).catch(() => []);
  return names
    .filter((name) => /\.ya?ml$/.test(name) && !/\.sweep\.ya?ml$/.test(name))
    .map((name) => experimentName(join(FOLDER, name), directory))
    .toSorted();
}
