import { html, type Content, type Markup } from "../../markup/html.ts";

export interface Column {
  title: string;
  /** A title above those of neighbours that have the same. */
  group?: string;
  /** Numbers stand to the right, so that their digits line up. */
  isNumber?: boolean;
}

/** Its title may be a link. */
type Headed = Omit<Column, "title"> & { title: Content };

/**
 * A table that scrolls by itself where the screen is narrow. The first cell of a row is its name.
 * @param title what it is, for those who do not see it
 */
export function table(
  columns: readonly Headed[],
  rows: readonly (readonly Content[])[],
  title: string,
): Markup {
  const kind = ({ isNumber }: Headed) => (isNumber ? html` class="number"` : "");
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table: ${title}">
    <table>
      <thead>
        ${groupsRow(columns)}
        <tr>
          ${columns.map((column) => html`<th scope="col" ${kind(column)}>${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) =>
                index === 0
                  ? html`<th scope="row">${cell}</th>`
                  : html`<td${kind(columns[index]!)}>${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function groupsRow(columns: readonly Headed[]): Markup {
  if (columns.every(({ group }) => group === undefined)) return html``;
  const starts = columns.flatMap(({ group }, index) =>
    index === 0 || group !== columns[index - 1]!.group ? [index] : [],
  );
  return html`<tr>
    ${starts.map((start, index) => {
      const { group } = columns[start]!;
      const span = (starts[index + 1] ?? columns.length) - start;
      return group === undefined
        ? html`<td colspan="${String(span)}"></td>`
        : html`<th scope="colgroup" colspan="${String(span)}" class="group">${group}</th>`;
    })}
  </tr>`;
}

/** null, a figure that is undefined, is a dash. */
export function decimal(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}
