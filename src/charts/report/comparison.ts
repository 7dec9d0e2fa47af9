import type { RunDiff } from "../../compare/diff.ts";
import type { Section } from "../../compare/sections.ts";
import { shown } from "../../markup/label.ts";
import { withContents } from "../../markup/contents.ts";
import { html, Markup } from "../../markup/html.ts";
import { page } from "../../markup/page.ts";
import { table } from "./table.ts";
import { grouped } from "../../wording.ts";

/** More would make the page slow; `exp diff --json` has them all. */
const MOST_ROWS = 500;

/** Two runs held against each other on one page. @param svgs the charts of their curves */
export function comparison(
  { a, b }: RunDiff,
  parts: readonly Section[],
  svgs: readonly string[],
): string {
  const [result, ...others] = parts.map(sectionMarkup);
  const body = html`<h1>${shown(a.run)} and ${shown(b.run)}</h1>
    <p class="about">A is ${shown(a.run)}, B is ${shown(b.run)}.</p>
    ${withContents(html`
      ${result ?? ""}
      <section>
        <h2>Training</h2>
        <div class="charts">${svgs.map((svg) => html`<figure>${new Markup(svg)}</figure>`)}</div>
        ${svgs.length === 0 ? html`<p>Neither run got to the end of an epoch.</p>` : ""}
      </section>
      ${others}
    `)}`;
  return page(`${a.run} and ${b.run}`, body);
}

function sectionMarkup({ title, lines, table: rows }: Section): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${lines.map((line) => html`<p>${shown(line)}</p>`)} ${rows ? tableMarkup(title, rows) : ""}
  </section>`;
}

function tableMarkup(title: string, { columns, rows }: NonNullable<Section["table"]>): Markup {
  const more = rows.length - MOST_ROWS;
  return html`${table(
    columns,
    rows.slice(0, MOST_ROWS).map((row) => row.map(shown)),
    title,
  )}
  ${more > 0 ? html`<p class="note">And ${grouped(more)} more: exp diff --json names each.</p>` : ""}`;
}
