import { statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { readRegularSync } from "../../regular-file.ts";
import { messages } from "../messages.ts";
import { nearest } from "../../nearest.ts";
import { type Split, splits } from "../../layout.ts";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { asOnDisk, isFolder } from "./folder.ts";
import { splitNamed } from "./layouts.ts";
import { Listing } from "./listing.ts";
import type { Patterns } from "./patterns.ts";
import { parseTable, type Table, type TableRow } from "./table.ts";
import { systemReason } from "../../system-error.ts";

type Data = ResolvedExperiment["data"];
type Labels = NonNullable<Data["labels"]>;

/** An image as a row of a table has it. */
export interface LabelledFile {
  split: Split;
  label: string;
  group?: string;
  /** See ImageFile. */
  columns?: Record<string, string>;
  path: string;
  real: string;
  /** Path from the folder of the images, with forward slashes. */
  name: string;
}

/** Of a table of labels. */
export const MOST_TABLE_BYTES = 256e6;
/** Mistakes of one kind that are shown one by one. */
const MOST_SHOWN = 5;

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
  const mistakes = new Mistakes(["data", key]);
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
  const listing = new Listing(root, data.links === "follow");
  const files = new Rows(table, columns, labels, listing, mistakes, key)
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

interface Columns {
  file: number;
  label: number;
  group: number | null;
  split: number | null;
  subgroups: number[];
}

function findColumns(table: Table, labels: Labels, data: Data, key: Split): Columns | Problem[] {
  const problems: Problem[] = [];
  const names = table.header.cells.map((name) => name.normalize("NFC"));
  const find = (role: keyof Columns, wanted: string, index?: number): number => {
    const found = names.indexOf(wanted.normalize("NFC"));
    const message =
      found === -1
        ? messages.columnMissing(role, wanted, names, nearest(wanted, names))
        : names.indexOf(names[found]!, found + 1) !== -1
          ? messages.columnTwice(wanted)
          : undefined;
    const isWritten = data.labels !== null;
    const path = isWritten ? ["data", "labels", "columns", role] : ["data", key];
    if (message) problems.push({ path: index === undefined ? path : [...path, index], message });
    return found;
  };
  if (data.labels === null) {
    const problem = unnamed(table, names, key);
    if (problem) return [problem];
  }
  const { file, label, group, split, subgroups } = labels.columns;
  const columns = {
    file: find("file", file),
    label: find("label", label),
    group: group === null ? null : find("group", group),
    split: split === null ? null : find("split", split),
    subgroups: subgroups.map((name, index) => find("subgroups", name, index)),
  };
  return problems.length > 0 ? problems : columns;
}

/** What other tools call the columns. */
export const fileAlias =
  /^(?:file_?names?|files|images?|image_?(?:file|id|name|path)|img|paths?|file_?paths?|id)$/i;
const aliases: Readonly<Record<"file" | "label", RegExp>> = {
  file: fileAlias,
  label: /^(?:labels|class|classes|class_?(?:id|name)|categor(?:y|ies)|target|y|diagnosis)$/i,
};
const looksLikeFile = /\.(?:jpe?g|png|webp|tiff?|gif|avif|bmp|p[gpbn]m|dcm)\b/i;

/** One message for a table whose columns have not the usual names, and about which the experiment says nothing. */
function unnamed(table: Table, names: readonly string[], key: Split): Problem | undefined {
  const roles = ["file", "label"] as const;
  const missing = roles.filter((role) => !names.includes(role));
  if (missing.length === 0) return undefined;
  const path = ["data", key];
  if (names.some((name) => looksLikeFile.test(name)))
    return { path, message: messages.tableHasNoHeader(table.header.cells) };
  const meant: Partial<Record<(typeof roles)[number], string>> = {};
  for (const role of missing) {
    const found = names.find((name) => aliases[role].test(name)) ?? nearest(role, names);
    if (found !== undefined) meant[role] = found;
  }
  return { path, message: messages.tableColumns(missing, names, meant) };
}

class Rows {
  readonly #seen = new Map<string, TableRow>();
  readonly #files: LabelledFile[] = [];
  /** Rows of the split column's words that are no split and are like none. */
  readonly #otherWords = new Map<string, TableRow>();

  constructor(
    readonly table: Table,
    readonly columns: Columns,
    readonly labels: Labels,
    readonly listing: Listing,
    readonly mistakes: Mistakes,
    readonly key: Split,
  ) {}

  read(): LabelledFile[] {
    const width = this.table.header.cells.length;
    for (const row of this.table.rows) {
      if (row.cells.length === width) this.#read(row);
      else this.#report("width", messages.rowWidth(row.cells.length, width), row);
    }
    const [first] = this.#otherWords.values();
    if (first) {
      const column = this.columns.split!;
      const words = [...this.#otherWords.values()].map(({ cells }) => cells[column]!);
      const message = messages.splitsUnknown(words, this.table.header.cells[column]!);
      this.#report("splits", message, first, column);
    }
    return this.#files;
  }

  #read(row: TableRow): void {
    const { columns } = this;
    const cell = (column: number) => row.cells[column]!.normalize("NFC");
    const needed = { file: columns.file, label: columns.label, ...this.#optional() };
    let isWhole = true;
    for (const [role, column] of Object.entries(needed)) {
      if (row.cells[column] !== "") continue;
      isWhole = false;
      this.#report(
        `empty ${role}`,
        messages.cellEmpty(this.table.header.cells[column]!),
        row,
        column,
      );
    }
    const name = row.cells[columns.file]! + this.labels.extension;
    const found = row.cells[columns.file] === "" ? undefined : this.listing.find(name);
    if (typeof found === "string") this.#report(found.slice(0, 12), found, row, columns.file);
    let split: Split | undefined = this.key;
    if (columns.split !== null && row.cells[columns.split] !== "") {
      const word = cell(columns.split).toLowerCase();
      split = splitNamed(word);
      const meant = split ? undefined : nearest(word, splits);
      if (meant) {
        const message = messages.splitMisspelt(cell(columns.split), meant);
        this.#report(`split ${word}`, message, row, columns.split);
      } else if (!split && !this.#otherWords.has(word)) this.#otherWords.set(word, row);
    }
    if (!isWhole || found === undefined || typeof found === "string" || !split) return;
    const label = cell(columns.label);
    const twin = this.#seen.get(found.path);
    if (twin) {
      const line = this.table.locate(twin).line;
      const isSame = twin.cells[columns.label]!.normalize("NFC") === label;
      const message = messages.rowTwice(line, isSame ? null : twin.cells[columns.label]!);
      return this.#report("twice", message, row, columns.file);
    }
    this.#seen.set(found.path, row);
    this.#files.push({
      split,
      label,
      ...(columns.group === null ? {} : { group: cell(columns.group) }),
      ...(columns.subgroups.length > 0 && {
        columns: Object.fromEntries(columns.subgroups.map((at) => [this.#name(at), cell(at)])),
      }),
      ...found,
      name: relative(this.listing.root, found.path).split(sep).join("/"),
    });
  }

  #name(column: number): string {
    return this.table.header.cells[column]!.normalize("NFC");
  }

  #optional(): Record<string, number> {
    const { group, split } = this.columns;
    return { ...(group === null ? {} : { group }), ...(split === null ? {} : { split }) };
  }

  #report(kind: string, message: string, row: TableRow, column?: number): void {
    this.mistakes.add(kind, message, () => this.table.locate(row, column));
  }
}

type Place = NonNullable<Problem["place"]>;

/** Mistakes by kind: of each the first few, and how many more there are. */
class Mistakes {
  readonly #kinds = new Map<string, { shown: Problem[]; more: number }>();

  constructor(readonly path: readonly string[]) {}

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  add(kind: string, message: string, place?: Place | (() => Place)): void {
    const known = this.#kinds.get(kind) ?? { shown: [], more: 0 };
    this.#kinds.set(kind, known);
    if (known.shown.length === MOST_SHOWN) known.more++;
    else {
      const at = typeof place === "function" ? place() : place;
      known.shown.push({ path: this.path, message, ...(at ? { place: at } : {}) });
    }
  }

  problems(): Problem[] {
    return this.#kinds
      .values()
      .toArray()
      .flatMap(({ shown, more }) =>
        shown.map((problem, index) =>
          more > 0 && index === MOST_SHOWN - 1
            ? { ...problem, message: messages.moreRows(problem.message, more) }
            : problem,
        ),
      );
  }
}
