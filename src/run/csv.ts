import { RunError } from "../errors.ts";
import { messages } from "./messages.ts";

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  cells: string[];
}

/** Rows as RFC 4180 has them, but with a line feed after each, so that git and diff read them as text. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoteCell).join(",")}\n`).join("");
}

/** @throws RunError with the line, where a quote is not closed or the last line is torn */
export function parseCsv(text: string, file: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n)/y;
  let line = 1;
  let row: CsvRow = { line, cells: [] };
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match)
      throw new RunError(
        text.endsWith("\n") ? messages.quoteMisplaced(file, line) : messages.torn(file, line),
      );
    const [whole, quoted, plain, separator] = match;
    row.cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    line += whole.split("\n").length - 1;
    if (separator === ",") continue;
    rows.push(row);
    row = { line, cells: [] };
  }
  if (row.cells.length > 0 || rows.length === 0) throw new RunError(messages.torn(file, row.line));
  return rows;
}

/**
 * A name as a spreadsheet may open it: one that would begin a formula gets an apostrophe in front. So does one that
 * has an apostrophe of its own there, so that `unguard` always finds the name again.
 */
export function guard(name: string): string {
  return /^['=+\-@\t\r\n＝＋－＠]/u.test(name) ? `'${name}` : name;
}

export function unguard(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
