import { mostCertain, worst, type Mistake } from "../../evaluate/mistakes.ts";
import type { Pictures, Run } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import { picture } from "./picture.ts";
import { decimal, grouped, table } from "./table.ts";

const MOST_SHOWN = 20;

/** The wrong predictions that the network was most certain of: where to look for wrong labels and odd images. */
export function mistakesSection(
  { predictions, data, metrics }: Run,
  pictures: Pictures | null,
): Markup {
  const mistakes = mostCertain(predictions, data.classes);
  if (mistakes.length === 0) {
    return html`<section>
      <h2>Mistakes</h2>
      <p>None: every ${metrics.split} image was classified correctly.</p>
    </section>`;
  }
  const summary =
    mistakes.length > MOST_SHOWN
      ? `The ${MOST_SHOWN} most confident of ${grouped(mistakes.length)} wrong predictions.`
      : "All wrong predictions, most confident first.";
  const isPair = data.classes.length === 2;
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
      "Wrong predictions",
    )}
    ${gallery("Most confident mistakes", mistakes, pictures)}
    ${isPair ? "" : gallery("Largest losses", worst(predictions, data.classes), pictures)}
  </section>`;
}

/** The first of these mistakes that there are pictures of, as many as the run asked for. */
function gallery(title: string, mistakes: readonly Mistake[], pictures: Pictures | null): Markup {
  const known = new Map(pictures?.record.mistakes.map((one) => [one.file, one]));
  const end = mistakes.findIndex(({ file }) => !known.has(file));
  const first = mistakes.slice(0, end === -1 ? undefined : end);
  if (!pictures || first.length === 0) return html``;
  const hasHeat = first.some(({ file }) => known.get(file)!.gradCam !== null);
  return html`<h3>${title}</h3>
    <p class="note">
      As the network sees
      them.${hasHeat ? " Beside each, the regions that speak for the predicted class (Grad-CAM): the brighter the gold, the more." : ""}
    </p>
    <ul class="gallery">
      ${first.map((mistake) => item(mistake, known.get(mistake.file)!, pictures))}
    </ul>`;
}

function item(
  { file, actual, predicted, ofPredicted, ofActual }: Mistake,
  { picture: name, gradCam }: Pictures["record"]["mistakes"][number],
  { content }: Pictures,
): Markup {
  return html`<li>
    <div class="pair">
      ${picture(content.get(name), `An image of ${shown(actual)}, predicted as ${shown(predicted)}`)}${gradCam === null ? "" : picture(content.get(gradCam), `What spoke for ${shown(predicted)}`)}
    </div>
    <p>predicted ${shown(predicted)} (${decimal(ofPredicted)})</p>
    <p>actually ${shown(actual)} (${decimal(ofActual)})</p>
    <p class="file">${shown(file)}</p>
  </li>`;
}
