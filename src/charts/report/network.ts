import { describeShape, inputShape } from "../../model/describe.ts";
import { allLayers } from "../../model/joints.ts";
import { type Line, lineOf, linesOf } from "../../model/lines.ts";
import type { Shape } from "../../model/shape.ts";
import { inferShapes, type LayerRow } from "../../model/shapes.ts";
import type { Pictures, Run } from "../../layout.ts";
import { html, Markup, type Content } from "../../markup/html.ts";
import { shown } from "../../markup/label.ts";
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
  const lines = linesOf(rows, resolved.model);
  const untrained = rows.reduce((sum, { nonTrainable }) => sum + nonTrainable, 0);
  const [base] = lines;
  return html`<section>
    <h2>Network</h2>
    ${layersTable(
      [
        ["image", colour, describeShape(input), ""],
        ...lines.map(cellsOf),
        [
          html`<strong>total</strong>`,
          "",
          "",
          html`<strong>${grouped(parametersOf(rows))}</strong>`,
        ],
        ...(untrained > 0 ? [["non-trainable", "", "", grouped(untrained)]] : []),
      ],
      "Layers",
    )}
    ${
      base && base.rows.length > 1
        ? html`<details>
            <summary>The layers of ${shown(base.name)}</summary>
            ${layersTable(
              base.rows.map((row) => cellsOf(lineOf(row))),
              `Layers of ${shown(base.name)}`,
            )}
          </details>`
        : ""
    }
    ${pictureOf(rows, input, resolved.model)} ${filtersOf(pictures)}
  </section>`;
}

function layersTable(rows: readonly Content[][], title: string): Markup {
  const columns = [
    { title: "Layer" },
    { title: "Settings" },
    { title: "Output", isNumber: true },
    { title: "Parameters", isNumber: true },
  ];
  return table(columns, rows, title);
}

function cellsOf({ name, depth, settings, outputShape, rows }: Line): Content[] {
  return [
    `${"\u2003".repeat(depth)}${shown(name)}`,
    settings,
    describeShape(outputShape),
    grouped(parametersOf(rows)),
  ];
}

function parametersOf(rows: readonly LayerRow[]): number {
  return rows.reduce((sum, { parameters }) => sum + parameters, 0);
}

/** A stack is told by its table; lists of layers side by side are not. */
function pictureOf(
  rows: readonly LayerRow[],
  input: Shape,
  model: Run["resolved"]["model"],
): Markup {
  if (rows.every(({ depth }) => depth === 0)) return html``;
  const { svg, description } = networkPicture(rows, input, model);
  return html`<details>
    <summary>As a picture</summary>
    <figure class="network" tabindex="0">${new Markup(describedSvg(svg, description))}</figure>
  </details>`;
}

function filtersOf(pictures: Pictures | null): Markup {
  const filters = pictures?.record.filters;
  if (!filters) return html``;
  const { layer, shown: some, total, picture: name } = filters;
  const count = some < total ? `The first ${some} of the ${total} filters` : `The ${total} filters`;
  return html`<h3>${count} of ${layer}</h3>
    <p class="note">All on one scale; middle grey is 0.</p>
    <div class="filters">${picture(pictures.content.get(name), `${count} of ${layer}`)}</div>`;
}
