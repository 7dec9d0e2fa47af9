import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import { messages } from "./messages.ts";
import { nearest } from "../../nearest.ts";
import type { Split } from "../../layout.ts";
import { shareOf } from "../../spec/carried-values.ts";
import type { Problem } from "../../spec/problem.ts";
import { isClutter } from "./clutter.ts";
import { isFolder, readFolder } from "./folder.ts";
import { withMeant } from "./label-warnings.ts";
import { splitNamed, wrongLevel } from "./layouts.ts";
import { byCodeUnit } from "./walk.ts";
import { isInside } from "../../inside.ts";
import { systemReason } from "../../system-error.ts";

/** The folder of a split and the classes in it. */
export interface ClassFolders {
  key: Split;
  /** Absolute path. */
  path: string;
  /** Names of the classes, sorted by code unit: those of their folders in Unicode's NFC. */
  names: string[];
  /** The name of each class's folder as the disk has it. */
  folders: Map<string, string>;
  /** Absolute paths of what lies beside them and is no class. */
  ignored: string[];
  problems: Problem[];
}

/**
 * The class folders of one split, or the reason why there are none.
 * @param written the split's path as the experiment names it
 */
export async function listClasses(
  key: Split,
  path: string,
  { written, followsLinks }: { written: string; followsLinks: boolean },
): Promise<ClassFolders> {
  const listed: ClassFolders = {
    key,
    path,
    names: [],
    folders: new Map(),
    ignored: [],
    problems: [],
  };
  const report = (message: string) => listed.problems.push({ path: ["data", key], message });
  const share = shareOf(basename(path));
  const content = await readFolder(path).catch((error: NodeJS.ErrnoException) => error);
  if (content instanceof Error) {
    if (content.code === "ENOTDIR") report(messages.notAFolder(path));
    else if (content.code === "ENOENT" && key !== "train" && share !== undefined)
      report(messages.shareInPlaceOfFolder(key, basename(path), share));
    else if (content.code === "ENOENT") report(await missing(path, written));
    else report(messages.folderCannotBeRead(path, systemReason(content)));
    return listed;
  }
  if (content.unreadable.length > 0) report(messages.classNameNotUtf8(path, content.unreadable));
  const root = await realpath(path);
  let loose = 0;
  for (const { name, isClass, isLink, fault } of await Promise.all(
    content.entries.map((entry) => classify(entry, path)),
  )) {
    const inner = join(path, name);
    if (isClutter(name)) listed.ignored.push(inner);
    else if (fault !== undefined) report(messages.folderCannotBeRead(inner, fault));
    else if (!isClass) loose = listed.ignored.push(inner);
    else if (isLink && !followsLinks && !isInside(await realpath(inner), root))
      report(messages.classLeadsOutside(name, path));
    else {
      const normal = name.normalize("NFC");
      if (listed.folders.has(normal)) report(messages.classNamesLookEqual(name));
      else listed.names.push(normal);
      listed.folders.set(normal, name);
    }
  }
  listed.names.sort(byCodeUnit);
  const wrong =
    key === "train" && listed.problems.length === 0
      ? await wrongLevel(path, written, listed.names)
      : undefined;
  if (wrong !== undefined) {
    report(wrong);
    return listed;
  }
  if (listed.names.length === 0 && listed.problems.length === 0)
    report(
      key === "train" || loose === 0
        ? messages.noClassFolders(path, loose)
        : messages.unlabelledTest(path, loose),
    );
  else if (key === "train" && listed.names.length === 1 && listed.problems.length === 0)
    report(messages.oneClass(path, listed.names[0]!));
  return listed;
}

/**
 * What is wrong between the splits: classes that train does not have. Labels are positions in the list of train's
 * classes, so a split with other classes would be counted wrongly.
 */
export function compareClasses(folders: readonly ClassFolders[]): Problem[] {
  const problems: Problem[] = [];
  const train = folders.find((folder) => folder.key === "train")?.names ?? [];
  for (const { key, names } of folders) {
    const report = (message: string) => problems.push({ path: ["data", key], message });
    if (key === "train" || names.length === 0 || train.length === 0) continue;
    const unknown = names.filter((name) => !train.includes(name));
    if (unknown.length > 0) report(messages.classesUnknown(key, withMeant(unknown, train), train));
  }
  return problems;
}

async function classify(
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
  parent: string,
) {
  const isLink = entry.isSymbolicLink();
  const { name } = entry;
  if (!isLink) return { name, isLink, isClass: entry.isDirectory(), fault: undefined };
  try {
    return {
      name,
      isLink,
      isClass: (await stat(join(parent, name))).isDirectory(),
      fault: undefined,
    };
  } catch (error) {
    // A link to nothing is no class; one to what cannot be asked may be one.
    const isBroken = ["ENOENT", "ENOTDIR", "ELOOP"].includes(
      (error as NodeJS.ErrnoException).code!,
    );
    return { name, isLink, isClass: false, fault: isBroken ? undefined : systemReason(error) };
  }
}

/** Says what there is in place of a folder that does not exist: a similar name, in its parent or further up. */
async function missing(path: string, written: string, wanted: string = path): Promise<string> {
  const parent = dirname(wanted);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined && parent !== wanted) return missing(path, written, parent);
  const names = (entries ?? [])
    .filter((entry) => entry.isDirectory() && !isClutter(entry.name))
    .map((entry) => entry.name)
    .toSorted(byCodeUnit);
  const wantedName = basename(wanted);
  const split = splitNamed(wantedName);
  // By its meaning where there is one, valid for validation, and by its letters.
  const near = names.find((name) => split && splitNamed(name) === split);
  return messages.folderMissing(
    path,
    parent,
    near ?? nearest(wantedName, names),
    names,
    fromExperiment(path, written),
  );
}

/** The same folder from that of the experiment, where the path as it is written starts from another one. */
function fromExperiment(path: string, written: string): string | undefined {
  const inside = join(written);
  if (isAbsolute(written) || !path.endsWith(inside)) return undefined;
  const directory = path.slice(0, -inside.length);
  const parts = inside.split(sep);
  const tries = [...parts.keys()]
    .slice(1)
    .map((start) => parts.slice(start).join("/"))
    .concat(`../${parts.join("/")}`);
  return tries.find((one) => isFolder(join(directory, one)));
}
