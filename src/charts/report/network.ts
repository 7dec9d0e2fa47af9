import { describeSettings, describeShape, inputShape } from "../../model/describe.ts";
import { inferShapes } from "../../model/shapes.ts";
import type { Run } from "../../run/layout.ts";
import { html, type Markup } from "./html.ts";
import { grouped, table } from "./table.ts";

/** The layers, what comes out of each and how many weights it has. */
export function networkSection({ resolved, data }: Run): Markup {
  const { colour, batchSize } = resolved.data;
  const input = inputShape(resolved.data);
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
        ["image", colour, describeShape(input), ""],
        ...rows.map(({ name, index, outputShape, parameters }) => [
          name,
          describeSettings(resolved.model.layers[index]!),
          describeShape(outputShape),
          grouped(parameters),
        ]),
        [html`<strong>total</strong>`, "", "", html`<strong>${grouped(total)}</strong>`],
      ],
    )}
  </section>`;
}
