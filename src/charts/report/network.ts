import { describeRow, describeShape, inputShape } from "../../model/describe.ts";
import { allLayers } from "../../model/joints.ts";
import type { Shape } from "../../model/shape.ts";
import { inferShapes, type LayerRow } from "../../model/shapes.ts";
import type { Pictures, Run } from "../../layout.ts";
import { html, Markup } from "../../markup/html.ts";
import { networkPicture } from "../network-picture.ts";
import { describedSvg } from "../render.ts";
import { picture } from "./picture.ts";
import { table } from "./table.ts";
import { grouped } from "../../wording.ts";

/** The layers, what comes out of each and how many parameters it has. */
export function networkSection({ resolved, data }: Run, pictures: Pictures | null): Markup {
  const { colour, batchSize } = resolved.data;
  const input = inputShape(resolved.data);
  const { rows } = inferShapes(allLayers(resolved.model), input, {
    classes: data.classes.length,
    batchSize,
  });
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  const untrained = rows.reduce((sum, { nonTrainable }) => sum + nonTrainable, 0);
  return html`<section>
    <h2>Network</h2>
    ${table(
      [
        { title: "Layer" },
        { title: "Settings" },
        { title: "Output", isNumber: true },
        { title: "Parameters", isNumber: true },
      ],
      [
        ["image", colour, describeShape(input), ""],
        ...rows.map((row) => [
          `${"\u2003".repeat(row.depth)}${row.name}`,
          describeRow(row),
          describeShape(row.outputShape),
          grouped(row.parameters),
        ]),
        [html`<strong>total</strong>`, "", "", html`<strong>${grouped(total)}</strong>`],
        ...(untrained > 0 ? [["non-trainable", "", "", grouped(untrained)]] : []),
      ],
      "Layers",
    )}
    ${pictureOf(rows, input)} ${filtersOf(pictures)}
  </section>`;
}

/** A stack is told by its table; lists of layers side by side are not. */
function pictureOf(rows: readonly LayerRow[], input: Shape): Markup {
  if (rows.every(({ depth }) => depth === 0)) return html``;
  const { svg, description } = networkPicture(rows, input);
  return html`<details>
    <summary>As a picture</summary>
    <figure class="wide">${new Markup(describedSvg(svg, description))}</figure>
  </details>`;
}

function filtersOf(pictures: Pictures | null): Markup {
  const filters = pictures?.record.filters;
  if (!filters) return html``;
  const { layer, shown, total, picture: name } = filters;
  const count =
    shown < total ? `The first ${shown} of the ${total} filters` : `The ${total} filters`;
  return html`<h3>${count} of ${layer}</h3>
    <p class="note">All on one scale; middle grey is 0.</p>
    <div class="filters">${picture(pictures.content.get(name), `${count} of ${layer}`)}</div>`;
}
