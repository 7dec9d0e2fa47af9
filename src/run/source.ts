import { basename, dirname, join, resolve } from "node:path";
import { readText } from "../regular-file.ts";
import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";
import { systemReason } from "../system-error.ts";

/** Where the text files of a run are read from: a folder, or a revision of a git repository. */
export interface RunSource {
  /** What the run is called when it is shown. */
  label: string;
  /** e.g. "baseline", without the number */
  name: string;
  /** What one of the files is called in messages. */
  place(file: string): string;
  /** @returns null where there is no such file. @throws RunError where it cannot be read */
  read(file: string): Promise<string | null>;
}

export function folderSource(folder: string, label = folder): RunSource {
  return {
    label,
    name: basename(dirname(resolve(folder))),
    place: (file) => join(folder, file),
    async read(file) {
      try {
        return await readText(join(folder, file));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw new RunError(messages.runFileUnreadable(join(folder, file), systemReason(error)));
      }
    },
  };
}

/** A file that has to be there, read by its parser. @throws RunError */
export async function readRecord<Item>(
  source: RunSource,
  file: string,
  parse: (text: string, place: string) => Item,
): Promise<Item> {
  const item = await readOptional(source, file, parse);
  if (item === null) throw new RunError(messages.runFileMissing(source.place(file)));
  return item;
}

/** @returns null where there is no such file */
export async function readOptional<Item>(
  source: RunSource,
  file: string,
  parse: (text: string, place: string) => Item,
): Promise<Item | null> {
  const text = await source.read(file);
  return text === null ? null : parse(text, source.place(file));
}
