import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { readRegularSync } from "../../regular-file.ts";
import { messages } from "./messages.ts";
import type { Split } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { asOnDisk, isFolder } from "./folder.ts";
import { findColumns, type Labels } from "./label-columns.ts";
import { type LabelledFile, LabelRows } from "./label-rows.ts";
import { Listing } from "./listing.ts";
import type { Patterns } from "./patterns.ts";
import { parseTable } from "./table.ts";
import { TableMistakes } from "./table-mistakes.ts";
import { systemReason } from "../../system-error.ts";

type Data = ResolvedExperiment["data"];

/** Of a table of labels. */
export const MOST_TABLE_BYTES = 256e6;

const defaults: Labels = {
  columns: { file: "file", label: "label", group: null, split: null, subgroups: [] },
  images: null,
  extension: "",
  dicom: null,
};

/** Whether what a split names is a table of labels: by its name, as no folder has one. */
export function isTable(path: string): boolean {
  if (!/\.(csv|tsv|tab|txt)$/i.test(path)) return false;
  return !isFolder(path);
}

/**
 * Reads a table with a row for each image.
 *
 * @param path absolute path of the table
 * @param directory absolute path of the experiment's folder
 */
export function readLabels(
  key: Split,
  path: string,
  data: Data,
  directory: string,
  patterns: Patterns,
): { files: LabelledFile[]; problems: Problem[] } {
  const mistakes = new TableMistakes(["data", key]);
  const labels = data.labels ?? defaults;
  const bytes = readTable(path);
  if (typeof bytes === "string") {
    mistakes.add("table", bytes);
    return { files: [], problems: mistakes.problems() };
  }
  const root = labels.images === null ? dirname(path) : asOnDisk(resolve(directory, labels.images));
  if (!isFolder(root)) {
    const message = messages.imagesFolderMissing(root, whyNot(root));
    return { files: [], problems: [{ path: ["data", "labels", "images"], message }] };
  }
  const table = parseTable(bytes, path);
  for (const { place, message } of table.faults) mistakes.add("fault", message, place);
  const columns = findColumns(table, labels, data, key);
  if (Array.isArray(columns)) return { files: [], problems: [...mistakes.problems(), ...columns] };
  const hasFrames = data.dicom.frame === "all";
  const listing = new Listing(root, data.links === "follow");
  const files = new LabelRows(table, columns, labels, listing, mistakes, key, hasFrames)
    .read()
    .filter(({ name }) => patterns.isEmpty || !patterns.skips(name));
  if (files.length === 0 && mistakes.isEmpty) mistakes.add("table", messages.tableEmpty(path));
  return { files, problems: mistakes.problems() };
}

/** Why there is no folder here; undefined where there is nothing at all. */
function whyNot(path: string): string | undefined {
  try {
    statSync(path);
    return messages.notAFolder(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? undefined : messages.folderCannotBeRead(path, systemReason(error));
  }
}

function readTable(path: string): Uint8Array | string {
  try {
    return readRegularSync(path, MOST_TABLE_BYTES);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return messages.tableMissing(path);
    if (code === "EISDIR" || code === "EFTYPE") return messages.tableNoFile(path);
    if (code === "EOVERFLOW")
      return messages.tableTooLarge(path, statSync(path).size, MOST_TABLE_BYTES);
    return messages.tableUnreadable(path, systemReason(error));
  }
}
