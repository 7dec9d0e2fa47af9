import { withContents } from "../../markup/contents.ts";
import { html, Markup } from "../../markup/html.ts";
import { shown } from "../../markup/label.ts";
import { page } from "../../markup/page.ts";
import { table } from "../report/table.ts";
import { type Numbered, numbered } from "./numbered.ts";
import type { Block, PaperSection } from "./section.ts";

const style = `
.caption { margin: 1.5rem 0 0.25rem; font-weight: 600; max-width: none; }
.caption + .scroll { margin-bottom: 0.5rem; }
td { max-width: 34rem; }
figcaption { padding: 0.5rem 0.75rem; color: var(--quiet); font-size: 0.875rem; }
@media print {
  .caption { break-after: avoid; }
  .number { white-space: normal; }
  table { font-size: 0.8rem; }
  th, td { padding-right: 0.6rem; }
  tbody th { min-width: 4rem; }
}
`;

/** The figures of a paper on one page that needs nothing beside it: no script, no network. */
export function paperPage(title: string, sections: readonly PaperSection[]): string {
  const body = html`<h1>${shown(title)}</h1>
    ${withContents(html`${numbered(sections).map(sectionMarkup)}`)}`;
  return page(title, body, { moreStyle: style });
}

function sectionMarkup({ title, blocks }: Numbered): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${together(blocks).map((run) => {
      const parts = run.map(({ block, caption }) => blockMarkup(block, caption));
      return run.length > 1 ? html`<div class="charts">${parts}</div>` : parts;
    })}
  </section>`;
}

/** Figures that follow one another stand side by side. */
function together(blocks: Numbered["blocks"]): Numbered["blocks"][] {
  const runs: Numbered["blocks"][] = [];
  for (const one of blocks) {
    const last = runs.at(-1);
    if (one.block.kind === "figure" && last?.[0]?.block.kind === "figure") last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function blockMarkup(block: Block, caption: string): Markup {
  switch (block.kind) {
    case "heading":
      return html`<h3>${shown(block.text)}</h3>`;
    case "text":
      return html`<p>${shown(block.text)}</p>`;
    case "warning":
      return html`<p class="warning">${shown(block.text)}</p>`;
    case "note":
      return html`<p class="note">${shown(block.text)}</p>`;
    case "list":
      return html`<ul>
        ${block.items.map((item) => html`<li>${shown(item)}</li>`)}
      </ul>`;
    case "figure":
      return html`<figure class="wide" tabindex="0">
        ${new Markup(block.svg)}
        <figcaption>${shown(caption)}</figcaption>
      </figure>`;
    case "table":
      return html`<p class="caption">${shown(caption)}</p>
        ${table(
          block.columns.map((column) => ({ ...column, title: shown(column.title) })),
          block.rows.map((row) => row.map(shown)),
          shown(caption),
        )}`;
  }
}
