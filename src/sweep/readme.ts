import { count } from "../wording.ts";
import type { SweepSummary } from "./layout.ts";
import { messages } from "./messages.ts";
import { cautions, comparisons, pooledRows, settingRows, spreadNote, verdict } from "./words.ts";

/** Rows of the table of settings. */
const MOST_ROWS = 20;

/** How a README.md begins that Lamina may write over. */
export const README_MARK = "<!-- Written by Lamina from summary.json. -->";

/** README.md of a sweep's folder, for a forge to show below its files. @param name "lr/sweep-001" */
export function readmeText(summary: SweepSummary, name: string): string {
  const { head, rows } = settingRows(summary, MOST_ROWS);
  const pooled = pooledRows(summary);
  const more = summary.settings.length - rows.length;
  const parts = [
    README_MARK,
    `# ${name}`,
    ...verdict(summary),
    ...cautions(summary),
    ...comparisons(summary),
    table(head, rows),
    ...spreadNote(summary),
    more > 0 ? `and ${count(more, "more setting")}` : "",
    ...(pooled.rows.length > 0 ? [messages.pooled(), table(pooled.head, pooled.rows)] : []),
    "[summary.json](summary.json) has every figure, [trials.csv](trials.csv) a row per trial, [sweep.yaml](sweep.yaml) what was asked for.",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("<", "&lt;")).join(" | ")} |`;
}
