import { maximum } from "../arrays.ts";
import { sentence } from "../markup/markdown.ts";
import { visible } from "../text.ts";
import type { RunDiff } from "./diff.ts";
import type { Section } from "./sections.ts";

const MOST_ROWS = 100;
/** A longer table is folded away. */
const MOST_OPEN_ROWS = 25;

/** A comparison for a pull request: GitHub's Markdown, long tables folded away. */
export function markdown({ a, b }: RunDiff, parts: readonly Section[]): string {
  const head = ["### Comparison of two runs", `- A: ${text(a.run)}\n- B: ${text(b.run)}`];
  return `${[...head, ...parts.flatMap(sectionText)].join("\n\n")}\n`;
}

function sectionText({ title, lines, table }: Section): string[] {
  const paragraphs = lines.map(sentence);
  if (!table) return [`#### ${title}`, ...paragraphs];
  const drawn = drawTable(table);
  const isLong = table.rows.length > MOST_OPEN_ROWS;
  const count = `${table.rows.length} rows`;
  return [
    `#### ${title}`,
    ...paragraphs,
    isLong ? `<details><summary>${count}</summary>\n\n${drawn}\n\n</details>` : drawn,
  ];
}

function drawTable({ columns, rows }: NonNullable<Section["table"]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const more = rows.length - MOST_ROWS;
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.slice(0, MOST_ROWS).map((row) => line(row.map(text))),
    ...(more > 0 ? ["", `And ${more} more.`] : []),
  ].join("\n");
}

/**
 * A name as code where it might mean something as Markdown: a link, markup, or a person who would be called by an "@".
 * A bar is escaped in code too, where a table would end a cell at it.
 */
function text(name: string): string {
  const shown = visible(name).replaceAll("|", "\\|");
  if (/^[\p{L}\p{N} .,%+−–-]*$/u.test(shown)) return shown;
  const longest = Math.max(0, maximum((shown.match(/`+/g) ?? []).map(({ length }) => length)));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
