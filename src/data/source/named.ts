import { readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Glob } from "bun";
import { UsageError } from "../../errors.ts";
import { frameIn } from "../../frame-names.ts";
import { nearest } from "../../nearest.ts";
import { readRegularSync } from "../../regular-file.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { systemReason } from "../../system-error.ts";
import type { Unusable } from "../decode/verdict.ts";
import { messages } from "./messages.ts";
import type { StreamedFile } from "../stream.ts";
import { isFolder } from "./folder.ts";
import { inFrames } from "./frames.ts";
import { fileAlias } from "./label-columns.ts";
import { isTable, MOST_TABLE_BYTES } from "./labels.ts";
import { Listing } from "./listing.ts";
import { Patterns } from "./patterns.ts";
import { parseTable } from "./table.ts";
import { byCodeUnit, walk } from "./walk.ts";

/** A file that may be an image, of which nothing is known but where it is. */
export interface NamedFile extends StreamedFile {
  /** As the user may open it from where they are, with forward slashes. */
  file: string;
}

type Data = Pick<ResolvedExperiment["data"], "dicom" | "exclude" | "include" | "labels" | "links">;

/** What words may lead to more than one file. */
const GLOB = /[*?[\]{}]/;

/**
 * The files that words on a command line name: files, folders with all that is in them, patterns (`*.png`), and tables with
 * a row for each image.
 *
 * @param data of the experiment: its patterns, links and columns hold here too
 * @param directory where the user is
 * @returns in the order of the words, those of a folder or a pattern sorted, those of a table as they stand there
 * @throws UsageError naming every word that leads to nothing
 */
export async function listNamed(
  words: readonly string[],
  data: Data,
  directory: string,
): Promise<NamedFile[]> {
  const found: NamedFile[] = [];
  const wrong: string[] = [];
  for (const word of words) {
    const path = resolve(directory, word);
    const named = isFolder(path)
      ? await filesOfFolder(word, path, data)
      : isTable(path) && isThere(path)
        ? filesOfTable(word, path, data)
        : isThere(path)
          ? [{ file: asShown(word), absolutePath: realpathSync(path) }]
          : (frameNamed(word, data, directory) ??
            (GLOB.test(word) ? filesOfPattern(word, directory) : notThere(word, path)));
    if (typeof named === "string") wrong.push(named);
    else if (named.length === 0) wrong.push(messages.namesNoImage(word));
    else for (const one of named) found.push(one);
  }
  if (wrong.length > 0) throw new UsageError(wrong.join("\n"));
  return data.dicom.frame === "all" ? allFrames(found) : found;
}

/** Each frame as an image. @throws UsageError where one has the name of a file */
async function allFrames(files: readonly NamedFile[]): Promise<NamedFile[]> {
  const { files: images, absent, ambiguous } = await inFrames(files);
  if (ambiguous.length > 0) throw new UsageError(messages.frameNames(ambiguous));
  // What a file has no room for comes behind the frames that it may have.
  const missing = new Map(absent.map(({ file, why }) => [file.absolutePath, { ...file, why }]));
  return images.flatMap((image, at) => {
    const isLast = images[at + 1]?.absolutePath !== image.absolutePath;
    const end = isLast ? missing.get(image.absolutePath) : undefined;
    return end ? [image, end] : [image];
  });
}

/** A frame by its name, as the run's own predictions have it. */
export function frameNamed(
  word: string,
  data: Pick<Data, "dicom">,
  directory: string,
): NamedFile[] | undefined {
  const named = data.dicom.frame === "all" ? frameIn(word) : undefined;
  const path = named && resolve(directory, named.file);
  if (path === undefined || !isThere(path) || isFolder(path)) return undefined;
  return [{ file: asShown(word), absolutePath: realpathSync(path), frame: named!.frame }];
}

async function filesOfFolder(word: string, path: string, data: Data): Promise<NamedFile[]> {
  const rules = {
    root: { path, real: realpathSync(path) },
    followsAll: data.links === "follow",
    patterns: new Patterns(data),
  };
  const { files, excluded } = await walk(path, rules);
  const shown = (inner: string) => asShown(join(word, inner.slice(path.length + 1)));
  return [
    ...files.map((one) => ({ file: shown(one.path), absolutePath: one.real })),
    ...excluded.map(({ path: inner, ...why }) => ({
      file: shown(inner),
      absolutePath: inner,
      why,
    })),
  ].toSorted((a, b) => byCodeUnit(a.file, b.file));
}

function filesOfPattern(word: string, directory: string): NamedFile[] {
  return Array.from(new Glob(word).scanSync({ cwd: directory, onlyFiles: true }), (file) => ({
    file: asShown(file),
    absolutePath: resolve(directory, file),
  })).toSorted((a, b) => byCodeUnit(a.file, b.file));
}

/** The rows of a table; labels and whatever else it has besides files are not looked at. */
function filesOfTable(word: string, path: string, data: Data): NamedFile[] | string {
  let bytes: Uint8Array;
  try {
    bytes = readRegularSync(path, MOST_TABLE_BYTES);
  } catch (error) {
    return messages.tableUnreadable(path, systemReason(error));
  }
  const { header, rows, faults } = parseTable(bytes, path);
  if (faults.length > 0) return `${path}:${faults[0]!.place.line}: ${faults[0]!.message}`;
  const names = header.cells.map((name) => name.normalize("NFC"));
  const written = data.labels?.columns.file.normalize("NFC");
  const wanted = [written, "file"].find((name) => name !== undefined && names.includes(name));
  const column = wanted ? names.indexOf(wanted) : names.findIndex((name) => fileAlias.test(name));
  if (column === -1) return messages.tableNamesNoFiles(path, names, written ?? "file");
  const listing = new Listing(dirname(path), data.links === "follow");
  const { extension = "" } = data.labels ?? {};
  return rows.flatMap(({ cells }) => {
    const name = cells[column];
    if (!name) return [];
    const file = asShown(join(dirname(word), name + extension));
    const place = listing.find(name + extension);
    if (typeof place !== "string") return { file, absolutePath: place.real };
    const frame = data.dicom.frame === "all" ? frameIn(name) : undefined;
    const holder = frame && listing.find(frame.file + extension);
    if (holder && typeof holder !== "string")
      return { file, absolutePath: holder.real, frame: frame!.frame };
    const why: Unusable = { reason: "unreadable", detail: place };
    return { file, absolutePath: join(dirname(path), name), why };
  });
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function notThere(word: string, path: string): string {
  try {
    return messages.noSuchImage(word, nearest(basename(path), readdirSync(dirname(path))));
  } catch {
    return messages.noSuchImage(word, undefined);
  }
}

function asShown(path: string): string {
  return path.split(sep).join("/");
}
