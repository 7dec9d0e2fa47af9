import { join } from "node:path";
import { messages } from "./messages.ts";
import { type Split, splits } from "../../layout.ts";
import { isClutter } from "./clutter.ts";
import { readFolder } from "./folder.ts";

/** What folders and words in tables call the splits. */
export const splitNames: Readonly<Record<string, Split>> = {
  train: "train",
  training: "train",
  train_set: "train",
  trainset: "train",
  validation: "validation",
  val: "validation",
  valid: "validation",
  dev: "validation",
  test: "test",
  testing: "test",
  test_set: "test",
  testset: "test",
};

export function splitNamed(name: string): Split | undefined {
  const word = name.toLowerCase();
  return Object.hasOwn(splitNames, word) ? splitNames[word] : undefined;
}

const fold = /^(?:cv|fold|k|part|split)[ _-]?\d+$/i;

interface Inside {
  folders: string[];
  files: number;
}

/**
 * Says of a training folder that has its classes at another level: splits above the classes or below them, folds, a
 * single folder in between, or the folder of a single class.
 *
 * @param path absolute
 * @param given as the experiment names it
 * @param names of the folders in it
 * @returns a message, where there is no doubt
 */
export async function wrongLevel(
  path: string,
  given: string,
  names: readonly string[],
): Promise<string | undefined> {
  const written = given.replace(/\/+$/, "");
  if (names.length === 0) return classFolder(path, written);
  // A folder of folders: the level below is looked at, and where it is large not all of it.
  const inside = new Map<string, Inside>();
  for (const name of names.slice(0, 100)) inside.set(name, await look(join(path, name)));
  const all = [...inside.values()];
  if (all.some(({ files, folders }) => files > 0 || folders.length === 0)) return undefined;
  if (names.length === 1) {
    const [{ folders }] = all as [Inside];
    return folders.length > 1
      ? messages.classesOneDeeper(path, `${written}/${names[0]!}`, folders)
      : undefined;
  }
  const [first, ...others] = all as [Inside, ...Inside[]];
  const shared = first.folders.filter((name) =>
    others.every(({ folders }) => folders.includes(name)),
  );
  if (shared.length === 0) return undefined;
  const bySplit = new Map(names.map((name) => [splitNamed(name), name]));
  if (bySplit.has("train") && !bySplit.has(undefined)) {
    const yaml = splits.flatMap((split) =>
      bySplit.has(split) ? `${split}: ${written}/${bySplit.get(split)!}` : [],
    );
    return messages.splitsInTrain(path, [...bySplit.values()], shared, yaml);
  }
  if (names.every((name) => fold.test(name))) return messages.foldsInTrain(path, names, shared);
  const isOfSplits = all.every(({ folders }) => folders.every((name) => splitNamed(name)));
  return isOfSplits && shared.length > 1 ? messages.splitsInClasses(path, shared) : undefined;
}

/** Of a folder that holds images and no folders: beside it may be those of other classes. */
async function classFolder(path: string, written: string): Promise<string | undefined> {
  const parts = written.split("/").filter((part) => part !== "");
  if (parts.length < 2 || parts.at(-1) === "..") return undefined;
  const { folders } = await look(join(path, ".."));
  const siblings = await Promise.all(folders.map((name) => look(join(path, "..", name))));
  const isClass = siblings.every(({ files, folders: inner }) => files > 0 && inner.length === 0);
  return folders.length > 1 && isClass
    ? messages.trainIsOneClass(path, parts.slice(0, -1).join("/"), folders)
    : undefined;
}

async function look(path: string): Promise<Inside> {
  const { entries } = await readFolder(path).catch(() => ({ entries: [] }));
  const shown = entries.filter(({ name }) => !isClutter(name));
  const folders = shown
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  return { folders, files: shown.length - folders.length };
}
