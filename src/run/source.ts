import { basename, dirname, join, resolve } from "node:path";
import { readText } from "../regular-file.ts";
import { RunError } from "../errors.ts";
import { files, type Manifest } from "../layout.ts";
import { isManifestWhole } from "./manifest-text.ts";
import { messages } from "./messages.ts";
import { isSealed, type Seals } from "./seals.ts";
import { parseJson } from "./text.ts";
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
  /** What its files have to be: see `withSeals`. */
  seals?: Seals;
}

export function folderSource(folder: string, label = folder): RunSource {
  return {
    label,
    name: seriesName(resolve(folder)),
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

/** An evaluation is called as the run that it is of. */
function seriesName(folder: string): string {
  const above = dirname(folder);
  return basename(above) === files.evaluations
    ? basename(dirname(dirname(above)))
    : basename(above);
}

/**
 * The same run, its files held against what its manifest says they were when it finished. A run that is not finished, or
 * is of before manifests said so, is as it was.
 *
 * @throws RunError where the manifest is damaged, or is no longer what it was
 */
export async function withSeals(source: RunSource): Promise<RunSource> {
  if (source.seals) return source;
  const text = await source.read(files.manifest);
  if (text === null) return source;
  const place = source.place(files.manifest);
  const { status, files: seals } = (parseJson(text, place) ?? {}) as Partial<Manifest>;
  if (isManifestWhole(text) === false) throw new RunError(messages.manifestChanged(place));
  return { ...source, seals: (status === "completed" && seals) || {} };
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

/**
 * @returns null where there is no such file
 * @throws RunError, of the parser where it is damaged, or because it is not what it was
 */
export async function readOptional<Item>(
  source: RunSource,
  file: string,
  parse: (text: string, place: string) => Item,
): Promise<Item | null> {
  const text = await source.read(file);
  const seal = source.seals?.[file];
  if (text === null && seal !== undefined)
    throw new RunError(messages.runFileMissing(source.place(file)));
  if (text === null) return null;
  const item = parse(text, source.place(file));
  if (seal !== undefined && !isSealed(text, seal))
    throw new RunError(messages.changedSince(source.place(file)));
  return item;
}
