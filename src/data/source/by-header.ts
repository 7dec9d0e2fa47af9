import { realpath } from "node:fs/promises";
import { append } from "../../arrays.ts";
import type { ExcludedRecord, Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { messages } from "./messages.ts";
import { isFolder } from "./folder.ts";
import { type HeaderSettings, readHeaders, type ToldByHeader } from "./headers.ts";
import { emptySource, type FoundSource } from "./image-source.ts";
import { withMeant } from "./label-warnings.ts";
import type { Patterns } from "./patterns.ts";
import { type SplitPlace, toFile } from "./places.ts";
import { byCodeUnit, walk } from "./walk.ts";

type Data = ResolvedExperiment["data"];

/** A file of a folder without classes. */
interface FoundFile {
  split: Split;
  /** Absolute path, and where it leads. */
  path: string;
  absolutePath: string;
  /** The folder of its split. */
  folder: string;
  /** As it is told. */
  file: string;
}

export interface FoundByHeader {
  files: (FoundFile & ToldByHeader & { label: string })[];
  /** Without a class, which a damaged header does not tell. */
  excluded: (Omit<ExcludedRecord, "label" | "file"> & { path: string })[];
  ignored: string[];
  problems: Problem[];
  warnings: string[];
}

/** Lists the files of folders at any depth, with what their headers tell: the class among it. */
export async function searchByHeader(
  places: readonly SplitPlace[],
  settings: HeaderSettings,
  {
    followsAll,
    patterns,
    shown,
  }: { followsAll: boolean; patterns: Patterns; shown: (path: string) => string },
): Promise<FoundByHeader> {
  const found: FoundByHeader = { files: [], excluded: [], ignored: [], problems: [], warnings: [] };
  const files: FoundFile[] = [];
  for (const { key, path: folder } of places) {
    if (!isFolder(folder)) {
      const message = messages.imagesFolderMissing(folder, undefined);
      found.problems.push({ path: ["data", key], message });
      continue;
    }
    const root = { path: folder, real: await realpath(folder) };
    const findings = await walk(folder, { root, followsAll, patterns });
    for (const { path, real } of findings.files)
      files.push({ split: key, path, absolutePath: real, folder, file: shown(path) });
    append(
      found.excluded,
      findings.excluded.map((one) => ({ split: key, ...one })),
    );
    append(found.ignored, findings.ignored);
    if (findings.files.length === 0)
      found.problems.push({ path: ["data", key], message: messages.folderWithoutFiles(folder) });
  }
  if (files.length === 0) return found;
  const { told, damaged, problems, warnings } = await readHeaders(files, settings);
  append(found.problems, problems);
  append(found.warnings, warnings);
  append(
    found.excluded,
    damaged.map(({ file, why }) => ({ split: file.split, path: file.path, ...why })),
  );
  for (const { file, header } of told)
    if (header.label !== undefined) found.files.push({ ...file, ...header, label: header.label });
  return found;
}

/** Images of folders whose files say themselves what class they are of. */
export async function findByHeader(
  places: readonly SplitPlace[],
  { links }: Data,
  { root, patterns, headers }: { root: string; patterns: Patterns; headers: HeaderSettings },
): Promise<FoundSource> {
  const shown = (path: string) => toFile(root, path);
  const followsAll = links === "follow";
  const found = await searchByHeader(places, headers, { followsAll, patterns, shown });
  const { problems } = found;
  const labelsOf = (key: Split) =>
    [...new Set(found.files.flatMap(({ split, label }) => (split === key ? label : [])))].toSorted(
      byCodeUnit,
    );
  const source = emptySource(labelsOf("train"));
  const { classes } = source;
  const report = (key: Split, message: string) => problems.push({ path: ["data", key], message });
  if (classes.length === 1 && problems.length === 0)
    report("train", messages.oneLabel(places[0]!.path, classes[0]!));
  for (const { key } of places) {
    const unknown = labelsOf(key).filter((label) => !classes.includes(label));
    if (unknown.length > 0 && classes.length > 0)
      report(key, messages.labelsUnknown(key, withMeant(unknown, classes), classes));
  }
  for (const { label, path, folder, ...rest } of found.files) {
    const position = classes.indexOf(label);
    if (position !== -1)
      source.files.push({ ...rest, label: position, name: toFile(folder, path) });
  }
  source.ignored = found.ignored.map(shown);
  source.excluded = found.excluded.map(({ path, ...why }) => ({
    ...why,
    label: "",
    file: shown(path),
  }));
  append(source.warnings, found.warnings);
  return { source, problems };
}
