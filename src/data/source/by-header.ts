import { realpath } from "node:fs/promises";
import { append } from "../../arrays.ts";
import type { ExcludedRecord, Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import { messages } from "../messages.ts";
import { isFolder } from "./folder.ts";
import { type HeaderSettings, readHeaders, type ToldByHeader } from "./headers.ts";
import type { Patterns } from "./patterns.ts";
import { walk } from "./walk.ts";

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
  places: readonly { key: Split; path: string }[],
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
