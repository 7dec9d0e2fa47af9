import { realpath } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { messages } from "../messages.ts";
import { type ExcludedRecord, type Split, splits } from "../run/layout.ts";
import type { Problem } from "../spec/problem.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { type ClassFolders, compareClasses, listClasses } from "./classes.ts";
import { assignSplits } from "./split.ts";
import { byCodeUnit, walk } from "./walk.ts";

/** Every file of an experiment with its place in it, before any is opened. */
export interface ImageSource {
  /** The folders of train, sorted by code unit: the order of the network's outputs, in every split. */
  classes: string[];
  /** Sorted by split (train, validation, test), then file. */
  files: ImageFile[];
  /** Hidden files, Thumbs.db and what lies beside the class folders: paths as in `files`, sorted. */
  ignored: string[];
  /** What a class folder holds that can be no image, whatever its content: sorted by file. */
  excluded: ExcludedRecord[];
}

export interface ImageFile {
  split: Split;
  /** Position in `classes`. */
  label: number;
  /** Path from the experiment's folder, with forward slashes. */
  file: string;
  /** What must stay together, e.g. a patient. */
  group?: string;
  /** Where the bytes are: a followed link is resolved. */
  absolutePath: string;
}

type Data = ResolvedExperiment["data"];

/**
 * Lists the files of an experiment: one folder per class, searched at any depth, whatever the files are called.
 *
 * @param directory absolute path of the experiment file's folder
 * @returns what was found and every mistake in it; a source with problems is not fit for a run
 */
export async function findImages(
  data: Data,
  seed: number,
  directory: string,
): Promise<{ source: ImageSource; problems: Problem[] }> {
  const folders: ClassFolders[] = [];
  const problems: Problem[] = [];
  for (const key of splits) {
    if (data[key] === null) continue;
    const path = resolve(directory, data[key]);
    const twin = folders.find((folder) => folder.path === path);
    if (twin)
      problems.push({
        path: ["data", key],
        message: messages.sameFolder(key, twin.key),
      });
    else folders.push(await listClasses(key, path));
  }
  problems.push(...folders.flatMap((folder) => folder.problems), ...compareClasses(folders));

  const classes = folders.find((folder) => folder.key === "train")?.names ?? [];
  const source: ImageSource = { classes, files: [], ignored: [], excluded: [] };
  const toFile = (absolute: string) => relative(directory, absolute).split(sep).join("/");
  for (const { key, path: root, names, ignored } of folders) {
    for (const path of ignored) source.ignored.push(toFile(path));
    for (const name of names) {
      const label = classes.indexOf(name);
      if (label === -1) continue;
      const folder = join(root, name);
      const found = await walk(folder, await realpath(root));
      if (found.files.length === 0)
        problems.push({
          path: ["data", key],
          message: messages.classEmpty(folder),
        });
      for (const { path, real } of found.files) {
        source.files.push({
          split: key,
          label,
          file: toFile(path),
          absolutePath: real,
        });
      }
      for (const { path, reason, detail } of found.excluded) {
        source.excluded.push({
          split: key,
          label: name,
          file: toFile(path),
          reason,
          detail,
        });
      }
      for (const path of found.ignored) source.ignored.push(toFile(path));
    }
  }
  if (data.split !== null) problems.push(...takeSplits(source, data, data.split, seed, directory));

  source.files.sort(
    (a, b) => splits.indexOf(a.split) - splits.indexOf(b.split) || byCodeUnit(a.file, b.file),
  );
  source.ignored.sort(byCodeUnit);
  source.excluded.sort((a, b) => byCodeUnit(a.file, b.file));
  return { source, problems };
}

/** Moves the fractions that `data.split` names from train to the other splits. */
function takeSplits(
  source: ImageSource,
  data: Data,
  { validation, test, stratify }: NonNullable<Data["split"]>,
  seed: number,
  directory: string,
): Problem[] {
  const drawn = { validation, test };
  const twice = (["validation", "test"] as const).filter(
    (key) => drawn[key] > 0 && data[key] !== null,
  );
  if (twice.length > 0) {
    return twice.map((key) => ({
      path: ["data", "split", key],
      message: messages.splitGivenTwice(key),
    }));
  }
  if (validation + test >= 1)
    return [
      {
        path: ["data", "split"],
        message: messages.splitLeavesNothing(validation, test),
      },
    ];

  const folder = resolve(directory, data.train);
  const inTrain = source.files.filter((file) => file.split === "train");
  for (const pool of Map.groupBy(inTrain, (file) => (stratify ? file.label : 0)).values()) {
    const names = pool.map(({ file }) =>
      relative(folder, resolve(directory, file)).split(sep).join("/"),
    );
    for (const [index, split] of assignSplits(names, drawn, seed).entries())
      pool[index]!.split = split;
  }

  const problems: Problem[] = [];
  const needed = 1 + Number(validation > 0) + Number(test > 0);
  for (const [label, files] of Map.groupBy(inTrain, (file) => file.label)) {
    const name = source.classes[label]!;
    if (stratify && files.length < needed) {
      problems.push({
        path: ["data", "split"],
        message: messages.tooFewToSplit(name, files.length, needed),
      });
    } else if (files.every((file) => file.split !== "train")) {
      problems.push({
        path: ["data", "split", "stratify"],
        message: messages.splitTookAll(name, files.length),
      });
    }
  }
  return problems;
}
