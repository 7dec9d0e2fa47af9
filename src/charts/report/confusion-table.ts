import type { Run } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import { table } from "./table.ts";
import { grouped } from "../../wording.ts";

/** A table of more classes is folded, and of still more left out: nobody reads a million cells. */
const MOST_UNFOLDED = 10;
const MOST_IN_TABLE = 100;

/** The counts of the confusion matrix, the same way round as its chart. */
export function confusionTable({ confusionMatrix, resolved }: Run): Markup {
  const { classes, counts, split } = confusionMatrix;
  if (classes.length > MOST_IN_TABLE)
    return html`<p class="note">The counts of all classes are in confusion-matrix.json.</p>`;
  const isActual = resolved.evaluate.confusionMatrix.rows === "actual";
  const rows = classes.map((name, row) => [
    shown(name),
    ...classes.map((_, column) =>
      grouped(isActual ? counts[row]![column]! : counts[column]![row]!),
    ),
  ]);
  const [ofRows, ofColumns] = isActual ? ["Actual", "Predicted"] : ["Predicted", "Actual"];
  const matrix = table(
    [
      { title: `${ofRows} class` },
      ...classes.map((name) => ({
        title: shown(name),
        group: `${ofColumns} class`,
        isNumber: true,
      })),
    ],
    rows,
    `Confusion matrix of the ${split} images`,
  );
  return classes.length <= MOST_UNFOLDED
    ? html`<h3>Counts of the confusion matrix</h3>
        ${matrix}`
    : html`<details>
        <summary>Counts of the confusion matrix</summary>
        ${matrix}
      </details>`;
}
