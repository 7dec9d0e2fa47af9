import { sentence } from "../../markup/markdown.ts";
import { type Numbered, numbered } from "./numbered.ts";
import type { Block, PaperSection } from "./section.ts";

/** The same figures as Markdown, for a forge or to be pasted: tables as GitHub and pandoc read them, no markup besides. */
export function paperText(title: string, sections: readonly PaperSection[]): string {
  const parts = [
    // By its first character, a file that was written again is known for one of Lamina's.
    "<!-- Written by exp paper -->",
    `# ${sentence(title)}`,
    ...numbered(sections).flatMap(sectionText),
  ];
  return `${parts.join("\n\n")}\n`;
}

function sectionText({ title, blocks }: Numbered): string[] {
  return [`## ${title}`, ...blocks.flatMap(({ block, caption }) => blockText(block, caption))];
}

function blockText(block: Block, caption: string): string[] {
  switch (block.kind) {
    case "heading":
      return [`### ${sentence(block.text)}`];
    case "text":
    case "note":
      return [sentence(block.text)];
    case "warning":
      return [`> ${sentence(block.text)}`];
    case "list":
      return [block.items.map((item) => `- ${sentence(item)}`).join("\n")];
    case "figure":
      return [`${sentence(caption)}: on the page beside this text.`];
    case "table":
      return [`**${sentence(caption)}**`, tableText(block)];
  }
}

function tableText({ columns, rows }: Extract<Block, { kind: "table" }>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const cell = (words: string) => sentence(words.replaceAll(/\s+/g, " "));
  return [
    line(columns.map(({ title }) => cell(title))),
    line(columns.map(({ isNumber }) => (isNumber ? "---:" : "---"))),
    ...rows.map((row) => line(row.map(cell))),
  ].join("\n");
}
