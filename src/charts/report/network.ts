import { kindOf } from "../../model/layers.ts";
import { inferShapes } from "../../model/shapes.ts";
import type { Run } from "../../run/layout.ts";
import type { ResolvedLayer } from "../../spec/resolved.ts";
import { html, type Markup } from "./html.ts";
import { grouped, table } from "./table.ts";

/** The layers, what comes out of each and how many weights it has. */
export function networkSection({ resolved, data }: Run): Markup {
  const { targetSize, colour, batchSize } = resolved.data;
  const input = [...targetSize, colour === "grey" ? 1 : 3] as const;
  const { rows } = inferShapes(resolved.model.layers, input, {
    classes: data.classes.length,
    batchSize,
  });
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  return html`<section>
    <h2>Network</h2>
    ${table(
      [
        { title: "Layer" },
        { title: "Settings" },
        { title: "Output", isNumber: true },
        { title: "Weights", isNumber: true },
      ],
      [
        ["image", colour, size(input), ""],
        ...rows.map(({ name, index, outputShape, parameters }) => [
          name,
          settings(resolved.model.layers[index]!),
          size(outputShape),
          grouped(parameters),
        ]),
        [html`<strong>total</strong>`, "", "", html`<strong>${grouped(total)}</strong>`],
      ],
    )}
  </section>`;
}

function settings(layer: ResolvedLayer): string {
  return Object.entries(layer[kindOf(layer)]!)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? size(value) : value}`)
    .join(", ");
}

function size(lengths: readonly number[]): string {
  return lengths.join(" × ");
}
