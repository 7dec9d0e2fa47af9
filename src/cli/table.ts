import { maximum } from "../arrays.ts";
import { shorten, visibleName } from "../text.ts";

/**
 * Rows as aligned columns, two spaces apart.
 *
 * @param sides one a column: where its text stands
 */
export function drawTable(
  rows: readonly (readonly string[])[],
  sides: readonly ("left" | "right")[],
): string {
  const cells = rows.map((row) => row.map(visibleName));
  const widths = sides.map((_, column) =>
    maximum(cells.map((row) => Bun.stringWidth(row[column] ?? ""))),
  );
  const drawRow = (row: readonly string[]) =>
    row.map((cell, column) => {
      const space = " ".repeat(widths[column]! - Bun.stringWidth(cell));
      return sides[column] === "left" ? cell + space : space + cell;
    });
  return cells.map((row) => `${drawRow(row).join("  ").trimEnd()}\n`).join("");
}

export interface Column {
  title: string;
  side: "left" | "right";
  /** One a row. */
  cells: readonly string[];
  /** Whether it goes before any other where there is little room. */
  isExtra?: boolean;
  /** Whether it holds values of a setting: these are cut shorter before a column goes. */
  isValue?: boolean;
}

/** Of a value, where there is little room. */
const LEAST_VALUE_COLUMNS = 12;

/** Of the name of a class in a table that is not cut otherwise. */
export const MOST_NAME_COLUMNS = 40;

/** A path or a list of layers would leave no room for anything else. Where there is no end of room nothing is cut. */
function mostCellColumns(room: number): number {
  return Number.isFinite(room) ? Math.max(16, Math.min(40, Math.floor(room / 3))) : room;
}

/**
 * A table of as many columns as there is room for: extra ones go first, then the last; the first is always there.
 *
 * @param room in characters of a terminal; cells are cut where it is narrow
 * @returns the titles of the columns that were left out, too
 */
export function fitColumns(
  columns: readonly Column[],
  room: number,
): { text: string; leftOut: string[] } {
  const most = mostCellColumns(room);
  let drawn = columns.map((column) => cutColumn(column, most));
  for (let cut = most; cut > LEAST_VALUE_COLUMNS && tableWidth(drawn) > room; cut--)
    drawn = drawn.map((column, at) =>
      columns[at]!.isValue && column.width >= cut ? cutColumn(columns[at]!, cut - 1) : column,
    );
  let shown = drawn;
  while (shown.length > 1 && tableWidth(shown) > room) {
    const last = shown.findLastIndex(({ isExtra }) => isExtra);
    shown = shown.toSpliced(last > 0 ? last : -1, 1);
  }
  const rows = (shown[0]?.texts ?? []).map((_, row) => shown.map(({ texts }) => texts[row]!));
  return {
    text: drawTable(
      rows,
      shown.map(({ side }) => side),
    ),
    leftOut: drawn.filter((column) => !shown.includes(column)).map(({ title }) => title),
  };
}

function cutColumn({ title, side, cells, isExtra }: Column, columns: number) {
  const texts = [title, ...cells].map((cell) => shorten(visibleName(cell), columns));
  const width = maximum(texts.map((text) => Bun.stringWidth(text)));
  return { title, side, texts, width, isExtra };
}

function tableWidth(columns: readonly { width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width + 2, -2);
}

/** Broken between words, so that no line is longer than there is room for where the words allow it. */
export function wrap(text: string, room: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && Bun.stringWidth(longer) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("\n");
}

/** Each line that is longer than there is room for, broken between words; what follows is indented beneath it. */
export function folded(text: string, room: number): string {
  const fold = (line: string) => {
    if (Bun.stringWidth(line) <= room) return line;
    const words = line.trimStart();
    const indent = `${" ".repeat(line.length - words.length)}  `;
    return `${indent.slice(2)}${wrap(words, room - indent.length).replaceAll("\n", `\n${indent}`)}`;
  };
  return text.split("\n").map(fold).join("\n");
}
