import type { Column } from "../report/table.ts";

/** A part of a paper's figures, the same as a page and as Markdown. Names in it are as they are: not yet escaped. */
export interface PaperSection {
  title: string;
  blocks: Block[];
}

export type Block =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** What a reader would otherwise take the figures for. */
  | { kind: "warning"; text: string }
  /** What is below a table, in small. */
  | { kind: "note"; text: string }
  | { kind: "list"; items: string[] }
  /** Tables are numbered in the order in which they come. */
  | { kind: "table"; title: string; columns: Column[]; rows: string[][] }
  /** Only on the page: Markdown has no pictures of its own. */
  | { kind: "figure"; title: string; svg: string };

export const text = (words: string): Block => ({ kind: "text", text: words });
export const note = (words: string): Block => ({ kind: "note", text: words });
export const heading = (words: string): Block => ({ kind: "heading", text: words });
