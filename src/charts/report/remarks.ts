import type { Remarks } from "../../run/remarks.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";

/** What people have said about the run. */
export function remarksPart({ notes, tags }: Remarks): Markup {
  const list = html`<ul>
    ${notes.map(({ date, text }) => html`<li>${date === null ? "" : `${date}: `}${shown(text)}</li>`)}
  </ul>`;
  const words = html`<p>Tags: ${tags.map((tag) => html`<code>${shown(tag)}</code>`)}</p>`;
  if (notes.length + tags.length === 0) return html``;
  return html`<div class="remarks">
    ${tags.length > 0 ? words : ""}${notes.length > 0 ? list : ""}
  </div>`;
}
