import type { PredictionRecord, Run } from "../../run/layout.ts";
import { shown } from "../label.ts";
import { html, type Markup } from "./html.ts";
import { decimal, grouped, table } from "./table.ts";

const MOST_SHOWN = 20;

/** The wrong predictions that the network was most certain of: where to look for wrong labels and odd images. */
export function mistakesSection({ predictions, data, metrics }: Run): Markup {
  const mistakes = predictions
    .filter(({ actual, predicted }) => actual !== predicted)
    .map((prediction) => ({ ...prediction, ...certainty(prediction, data.classes) }))
    .toSorted((a, b) => b.ofPredicted - a.ofPredicted || (a.file < b.file ? -1 : 1));
  if (mistakes.length === 0) {
    return html`<section>
      <h2>Mistakes</h2>
      <p>None: every ${metrics.split} image was classified rightly.</p>
    </section>`;
  }
  const summary =
    mistakes.length > MOST_SHOWN
      ? `The ${MOST_SHOWN} most certain of ${grouped(mistakes.length)} wrong predictions.`
      : "Every wrong prediction, the most certain first.";
  return html`<section>
    <h2>Mistakes</h2>
    <p>${summary}</p>
    ${table(
      [
        { title: "File" },
        { title: "Actual" },
        { title: "Predicted" },
        { title: "p(predicted)", isNumber: true },
        { title: "p(actual)", isNumber: true },
      ],
      mistakes
        .slice(0, MOST_SHOWN)
        .map(({ file, actual, predicted, ofPredicted, ofActual }) => [
          html`<span class="file">${shown(file)}</span>`,
          shown(actual),
          shown(predicted),
          decimal(ofPredicted),
          decimal(ofActual),
        ]),
    )}
  </section>`;
}

function certainty(
  { actual, predicted, probabilities }: PredictionRecord,
  classes: readonly string[],
) {
  return {
    ofPredicted: probabilities[classes.indexOf(predicted)]!,
    ofActual: probabilities[classes.indexOf(actual)]!,
  };
}
