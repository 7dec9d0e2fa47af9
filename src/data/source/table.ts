import { isUtf8 } from "node:buffer";
import { messages } from "./messages.ts";
import { drawExcerpt, type Place } from "../../spec/diagnostic.ts";

/** A line of a table, or several where a quoted cell holds line breaks. */
export interface TableRow {
  cells: string[];
  /** Where each cell begins in the text. */
  starts: number[];
}

export interface Table {
  header: TableRow;
  rows: TableRow[];
  /** The place of a cell, or of the row where it has no such cell. */
  locate(row: TableRow, column?: number): Place;
  faults: { place: Place; message: string }[];
}

/**
 * Reads a table as spreadsheets write it: cells between commas, semicolons or tabs, quoted or not, lines that end in
 * any way, a byte order mark or none. Space around cells and empty lines do not count.
 *
 * @param file as it is named in messages
 */
export function parseTable(bytes: Uint8Array, file: string): Table {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // Excel's own first line, where it writes one.
  const [told = "", given] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const separator = given ?? separatorOf(text);
  const faults: Table["faults"] = [];
  const lineStarts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(index + end.length);

  const at = (offset: number, length: number): Place => {
    let line = lineOf(lineStarts, offset);
    const start = lineStarts[line]!;
    const shown = text.slice(start, lineStarts[line + 1] ?? text.length).replace(/[\r\n]+$/, "");
    const column = offset - start;
    return {
      file,
      line: line + 1,
      column: column + 1,
      excerpt: shown === "" ? "" : drawExcerpt(line + 1, shown, column, length),
    };
  };
  const locate = ({ cells, starts }: TableRow, column?: number): Place => {
    const start = starts[column ?? 0];
    return start === undefined
      ? at(starts[0]!, 1)
      : at(start, column === undefined ? 1 : cells[column]!.length);
  };

  if (encoding === "utf-8" && !isUtf8(bytes)) {
    const place = at(Math.max(0, text.indexOf("\uFFFD")), 1);
    faults.push({ place, message: messages.tableNotUtf8() });
  }
  const rows: TableRow[] = [];
  const between = RegExp.escape(separator);
  const cell = new RegExp(
    `[^\\S\\r\\n\\t]*(?:"([^"]*(?:""[^"]*)*)"[^\\S\\r\\n\\t]*|([^${between}"\\r\\n][^${between}\\r\\n]*)?)(${between}|\\r\\n|\\r|\\n|$)`,
    "y",
  );
  let row: TableRow = { cells: [], starts: [] };
  cell.lastIndex = told.length;
  while (cell.lastIndex < text.length || row.cells.length > 0) {
    const from = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) {
      faults.push({ place: at(from, 1), message: messages.tableQuote() });
      break;
    }
    const [, quoted, plain = "", end] = match;
    const isQuoted = quoted !== undefined;
    row.starts.push(
      from + (isQuoted ? 0 : /^\s*/.exec(match[0])![0].length * Number(plain !== "")),
    );
    row.cells.push(isQuoted ? quoted.replaceAll('""', '"').trim() : plain.trim());
    if (end === separator) continue;
    if (row.cells.some((content) => content !== "")) rows.push(row);
    row = { cells: [], starts: [] };
    if (end === "") break;
  }
  const [header = { cells: [], starts: [0] }, ...others] = rows;
  return { header, rows: others, locate, faults };
}

/** A byte order mark tells UTF-16, as Excel's "Unicode text" has it. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

/** Lines that are looked at to tell what stands between cells. */
const LOOKED_AT = 20;

/** What stands as often in each line as in the first, and of several such what stands most often in it. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\r|\n/, LOOKED_AT)
    .filter((line) => line.trim() !== "")
    .map((line) => line.replaceAll(/"[^"]*"/g, ""));
  const times = (line: string, separator: string) => line.split(separator).length - 1;
  const score = (separator: string): [alike: number, most: number] => {
    const most = times(lines[0] ?? "", separator);
    return most === 0
      ? [0, 0]
      : [lines.filter((line) => times(line, separator) === most).length, most];
  };
  return [",", ";", "\t", "|"].reduce((best, other) => {
    const [[alike, most], [othersAlike, othersMost]] = [score(best), score(other)];
    return othersAlike > alike || (othersAlike === alike && othersMost > most) ? other : best;
  });
}

/** Position of the last line that starts at or before an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
