import { readdirSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { isInside } from "../../inside.ts";
import { type Split, splits } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import { elsewhere } from "./elsewhere.ts";
import { asOnDisk, isFolder } from "./folder.ts";
import { isTable } from "./labels.ts";

type Data = ResolvedExperiment["data"];

/** What a split names. */
export interface SplitPlace {
  key: Split;
  /** Absolute path of a folder or a table. */
  path: string;
}

/** What each split names; nothing twice, and not folders beside tables. */
export function findPlaces(
  data: Data,
  directory: string,
): { places: SplitPlace[]; problems: Problem[] } {
  const places: SplitPlace[] = [];
  const problems: Problem[] = [];
  for (const key of splits) {
    if (data[key] === null) continue;
    const path = asOnDisk(resolve(directory, data[key]));
    const report = (message: string) => problems.push({ path: ["data", key], message });
    const other = isFolder(path) ? undefined : elsewhere(data[key]);
    const [train] = places;
    const twin = places.find((place) => place.path === path);
    if (other !== undefined) report(other);
    else if (twin) report(messages.sameFolder(key, twin.key));
    else if (train && isTable(train.path) !== isTable(path))
      report(messages.mixedSources(key, isTable(path)));
    else places.push({ key, path });
    if (key === "train" && data.labels !== null && !data.labels.dicom && !isTable(path))
      report(messages.labelsWithoutTable(path, tablesIn(path)));
  }
  return { places, problems };
}

function tablesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(csv|tsv)$/i.test(name));
  } catch {
    return [];
  }
}

/** The innermost folder that all images of all splits are in. */
export function rootOf(places: readonly SplitPlace[], { labels }: Data, directory: string): string {
  const ofTables = labels?.images ? asOnDisk(resolve(directory, labels.images)) : null;
  const folders = places.map(({ path }) => (isTable(path) ? (ofTables ?? dirname(path)) : path));
  const [first = directory, ...others] = folders;
  return others.reduce((root, folder) => {
    let above = root;
    while (!isInside(folder, above)) above = dirname(above);
    return above;
  }, first);
}

/** A folder as the experiment writes its paths: from its own folder, unless one of them is absolute. */
export function writtenAs(root: string, { labels, ...data }: Data, directory: string): string {
  const written = [...splits.map((key) => data[key]), labels?.images ?? null];
  const isWhole = written.some((path) => path !== null && isAbsolute(path));
  return isWhole ? root.split(sep).join("/") : toFile(directory, root) || ".";
}

/** A path as it is told: from a folder, with forward slashes. */
export function toFile(folder: string, absolute: string): string {
  return relative(folder, absolute).split(sep).join("/");
}
