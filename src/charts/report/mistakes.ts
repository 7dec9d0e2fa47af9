import { mostCertain, typical, worst, type Judged } from "../../evaluate/mistakes.ts";
import type { Pictures, PredictionPicture, Run } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import { picture } from "./picture.ts";
import { decimal, table } from "./table.ts";
import { grouped } from "../../wording.ts";

const MOST_SHOWN = 20;

/** The wrong predictions that the network was most certain of: where to look for wrong labels and odd images. */
export function mistakesSection(run: Run, pictures: Pictures | null): Markup {
  const { predictions, data, metrics } = run;
  const mistakes = mostCertain(predictions, data.classes);
  if (mistakes.length === 0) {
    return html`<section>
      <h2>Mistakes</h2>
      <p>None: every ${metrics.split} image was classified correctly.</p>
      ${galleries(run, mistakes, pictures)}
    </section>`;
  }
  const summary =
    mistakes.length > MOST_SHOWN
      ? `The ${MOST_SHOWN} most confident of ${grouped(mistakes.length)} wrong predictions.`
      : "All wrong predictions, most confident first.";
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
    ${galleries(run, mistakes, pictures)}
  </section>`;
}

/** Each image once: of the largest losses those that are not among the most confident mistakes. */
function galleries(
  { predictions, data, resolved }: Run,
  mistakes: readonly Judged[],
  pictures: Pictures | null,
): Markup {
  if (!pictures) return html``;
  const { record } = pictures;
  const first = (judged: readonly Judged[]) => judged.slice(0, resolved.evaluate.pictures);
  const confident = first(mistakes);
  const taken = new Set(confident.map(({ file }) => file));
  const lossy = first(worst(predictions, data.classes)).filter(({ file }) => !taken.has(file));
  const right = first(typical(predictions, data.classes));
  return html`${gallery("Most confident mistakes", confident, record.mistakes, pictures)}
  ${gallery("Other mistakes of the largest losses", lossy, record.mistakes, pictures)}
  ${gallery("For comparison: the most confident right predictions of each class", right, record.right ?? [], pictures)}`;
}

/** Those of these predictions that there are pictures of. */
function gallery(
  title: string,
  judged: readonly Judged[],
  record: readonly PredictionPicture[],
  pictures: Pictures,
): Markup {
  const known = new Map(record.map((one) => [one.file, one]));
  const present = judged.filter(({ file }) => known.has(file));
  if (present.length === 0) return html``;
  const hasHeat = present.some(({ file }) => known.get(file)!.gradCam !== null);
  return html`<h3>${title}</h3>
    <p class="note">
      As the network sees
      them.${hasHeat ? " Beside each, the regions that speak for the predicted class (Grad-CAM): the brighter the gold, the more." : ""}
    </p>
    <ul class="gallery">
      ${present.map((one) => item(one, known.get(one.file)!, pictures))}
    </ul>`;
}

function item(
  { file, actual, predicted, ofPredicted, ofActual }: Judged,
  { picture: name, gradCam }: PredictionPicture,
  { content }: Pictures,
): Markup {
  return html`<li>
    <div class="pair">
      ${picture(content.get(name), `An image of ${shown(actual)}, predicted as ${shown(predicted)}`)}${gradCam === null ? "" : picture(content.get(gradCam), `What spoke for ${shown(predicted)}`)}
    </div>
    <p>predicted ${shown(predicted)} (${decimal(ofPredicted)})</p>
    ${actual === predicted ? "" : html`<p>actually ${shown(actual)} (${decimal(ofActual)})</p>`}
    <p class="file">${shown(file)}</p>
  </li>`;
}
