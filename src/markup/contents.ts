import { html, Markup } from "./html.ts";

/** Only markup itself has such tags: what is put into it is text, and has none. */
const heading = /<section>(\s*)<h2>([^<]*)<\/h2>/g;

/** The sections of a long page, named by their headings, below their contents as links. */
export function withContents(sections: Markup): Markup {
  const titles = [...sections.text.matchAll(heading)].map(([, , title]) => title!);
  const named = sections.text.replaceAll(
    heading,
    (_, space, title) =>
      `<section aria-labelledby="${idOf(title)}">${space}<h2 id="${idOf(title)}">${title}</h2>`,
  );
  return html`<nav aria-label="Contents">
      <ul>
        ${titles.map((title) => html`<li><a href="#${idOf(title)}">${new Markup(title)}</a></li>`)}
      </ul>
    </nav>
    ${new Markup(named)}`;
}

/** "How to run it again" → "how-to-run-it-again" */
function idOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
