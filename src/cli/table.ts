import { shorten, visible } from "../text.ts";

/**
 * Rows as aligned columns, two spaces apart.
 *
 * @param sides one a column: where its text stands
 */
export function drawTable(
  rows: readonly (readonly string[])[],
  sides: readonly ("left" | "right")[],
): string {
  const cells = rows.map((row) => row.map(visible));
  const widths = sides.map((_, column) =>
    Math.max(...cells.map((row) => Bun.stringWidth(row[column] ?? ""))),
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
}

/** Widest that a cell may be: a path or a list of layers would leave no room for anything else. */
const MOST_CELL_COLUMNS = 32;

/**
 * A table of as many columns as there is room for, in their order; the first is always there.
 *
 * @param room in characters of a terminal
 * @returns the titles of the columns that were left out, too
 */
export function fitColumns(
  columns: readonly Column[],
  room: number,
): { text: string; leftOut: string[] } {
  const cut = columns.map(({ title, side, cells }) => {
    const texts = [title, ...cells].map((cell) => shorten(visible(cell), MOST_CELL_COLUMNS));
    return { title, side, texts, width: Math.max(...texts.map((text) => Bun.stringWidth(text))) };
  });
  const [first, ...others] = cut;
  if (!first) return { text: "", leftOut: [] };
  let left = room - first.width;
  const shown = [first];
  for (const column of others) {
    left -= column.width + 2;
    if (left < 0) break;
    shown.push(column);
  }
  const rows = first.texts.map((_, row) => shown.map(({ texts }) => texts[row]!));
  return {
    text: drawTable(
      rows,
      shown.map(({ side }) => side),
    ),
    leftOut: cut.slice(shown.length).map(({ title }) => title),
  };
}
