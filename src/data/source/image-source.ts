import type { ExcludedRecord, SkippedRecord, Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Draw } from "../split/take-splits.ts";
import type { ImageFile } from "./image-file.ts";

/** Every file of an experiment with its place in it, before any is opened. */
export interface ImageSource {
  /** Folder that `file` of each file starts from, as the experiment has it: from its own folder, or absolute. */
  folder: string;
  /** The classes of train, sorted by code unit: the order of the network's outputs, in every split. */
  classes: string[];
  /** Sorted by split (train, validation, test), then file. */
  files: ImageFile[];
  /** Hidden files, Thumbs.db and what lies beside the class folders: paths as in `files`, sorted. */
  ignored: string[];
  /** What `data.exclude` and `data.include` skipped. */
  skipped: SkippedRecord[];
  /** What a class folder holds that can be no image, whatever its content: sorted by file. */
  excluded: ExcludedRecord[];
  /** What the user should know and what does not stop a run. */
  warnings: string[];
  /** How those files are dealt out that are; null where each has its place. */
  draw: Draw | null;
}

/** A source, and every mistake in it: with any it is not fit for a run. */
export interface FoundSource {
  source: ImageSource;
  problems: Problem[];
}

/** With the classes alone. */
export function emptySource(classes: string[]): ImageSource {
  return {
    folder: ".",
    classes,
    files: [],
    ignored: [],
    skipped: [],
    excluded: [],
    warnings: [],
    draw: null,
  };
}

/** Images of each class. */
export function countsOf({ classes, files }: ImageSource): number[] {
  const counts = classes.map(() => 0);
  for (const { label } of files) counts[label]!++;
  return counts;
}

export function splitsOf({ files }: ImageSource): Set<Split> {
  return new Set(files.map(({ split }) => split));
}
