import { relative, sep } from "node:path";
import { frameIn } from "../../frame-names.ts";
import { type Split, splits } from "../../layout.ts";
import { nearest } from "../../nearest.ts";
import { messages } from "./messages.ts";
import type { Columns, Labels } from "./label-columns.ts";
import { splitNamed } from "./layouts.ts";
import type { Listing } from "./listing.ts";
import { SeenImages } from "./seen-images.ts";
import type { TableMistakes } from "./table-mistakes.ts";
import type { Table, TableRow } from "./table.ts";

/** An image as a row of a table has it. */
export interface LabelledFile {
  split: Split;
  label: string;
  group?: string;
  /** See ImageFile. */
  columns?: Record<string, string>;
  path: string;
  real: string;
  /** Path from the folder of the images, with forward slashes: of the file, whatever the frame. */
  name: string;
  /** Of a row that names one: see ImageFile. */
  frame?: number;
}

/** Makes files of the rows of a table of labels, and tells its mistakes of those that cannot be used. */
export class LabelRows {
  readonly #seen = new SeenImages<TableRow>();
  readonly #files: LabelledFile[] = [];
  /** Rows of the split column's words that are no split and are like none. */
  readonly #otherWords = new Map<string, TableRow>();

  constructor(
    readonly table: Table,
    readonly columns: Columns,
    readonly labels: Labels,
    readonly listing: Listing,
    readonly mistakes: TableMistakes,
    readonly key: Split,
    /** Whether `scan.dcm#3` is the third frame of a file. */
    readonly hasFrames: boolean,
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
    const name = row.cells[columns.file]!;
    const found = name === "" ? undefined : this.#find(name);
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
    const twin = this.#seen.add(found, row);
    if (twin) {
      const line = this.table.locate(twin).line;
      const isSame = twin.cells[columns.label]!.normalize("NFC") === label;
      const message = messages.rowTwice(line, isSame ? null : twin.cells[columns.label]!);
      return this.#report("twice", message, row, columns.file);
    }
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

  /** @returns a message where there is no such file */
  #find(name: string): { path: string; real: string; frame?: number } | string {
    const { listing, labels } = this;
    const found = listing.find(name + labels.extension);
    const named = typeof found === "string" ? frameIn(name) : undefined;
    const holder = named && listing.find(named.file + labels.extension);
    if (!named || !holder || typeof holder === "string") return found;
    return this.hasFrames ? { ...holder, frame: named.frame } : messages.rowOfFrame(named.file);
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
