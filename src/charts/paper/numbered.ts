import type { Block, PaperSection } from "./section.ts";

/** A section whose tables and figures are numbered. */
export interface Numbered {
  title: string;
  /** "" of what has no number. */
  blocks: { block: Block; caption: string }[];
}

/** "Table 1. The images by split", in the order of the sections; figures by themselves. */
export function numbered(sections: readonly PaperSection[]): Numbered[] {
  let [tables, figures] = [0, 0];
  const captionOf = (block: Block) => {
    if (block.kind === "table") return `Table ${++tables}. ${block.title}`;
    return block.kind === "figure" ? `Figure ${++figures}. ${block.title}` : "";
  };
  return sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((block) => ({ block, caption: captionOf(block) })),
  }));
}
