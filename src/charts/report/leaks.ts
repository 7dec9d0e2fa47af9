import { messages as dataMessages } from "../../data/messages.ts";
import { leakKinds, type DataRecord } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import { table } from "./table.ts";
import { grouped } from "../../wording.ts";

const MOST_SHOWN = 30;

/** Images that are in two splits, or of two classes: each kind in words, and which they are. */
export function leaksPart({ leaks }: DataRecord): Markup {
  if (leaks === undefined) return html``;
  if (leaks.length === 0) return html`<p>${dataMessages.noLeaks()}</p>`;
  const more = leaks.length - MOST_SHOWN;
  return html`<h3>Leaks: ${grouped(leaks.length)}</h3>
    ${leakKinds.map((kind) => {
      const count = leaks.filter((leak) => leak.kind === kind).length;
      return count === 0 ? "" : html`<p class="warning">${dataMessages.leaks(kind, count)}</p>`;
    })}
    ${table(
      [{ title: "What" }, { title: "Splits" }, { title: "Classes" }, { title: "Files" }],
      leaks
        .slice(0, MOST_SHOWN)
        .map(({ kind, splits, labels, files, group, similarity }) => [
          group !== undefined
            ? html`${kind}<br />${shown(group)}`
            : similarity !== undefined
              ? html`${kind}<br />${similarity.toFixed(3)}`
              : kind,
          splits.join(", "),
          labels.map(shown).join(", "),
          files.map((file) => html`<span class="file">${shown(file)}</span>`),
        ]),
      "Leaks",
    )}
    ${more > 0 ? html`<p class="note">And ${grouped(more)} more, listed in data.json.</p>` : ""}`;
}
