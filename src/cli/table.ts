import { visible } from "../text.ts";

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
