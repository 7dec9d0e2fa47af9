import { count, grouped } from "../../wording.ts";
import { splits, type DataRecord, type Pictures, type Run, type Split } from "../../layout.ts";
import { shown } from "../../markup/label.ts";
import { html, Markup } from "../../markup/html.ts";
import { flowPicture } from "../flow-picture.ts";
import { flowOf, flowText } from "../flow.ts";
import { groupNoun } from "../group-noun.ts";
import { leaksPart } from "./leaks.ts";
import { picture } from "./picture.ts";
import { table } from "./table.ts";

const MOST_SHOWN = 100;

/** How many images of each class there are, and which files could not be used. */
export function dataSection(
  { data, resolved }: Run,
  charts: Markup[],
  pictures: Pictures | null,
): Markup {
  const present = splits.filter((split) => data.counts[split]);
  const total = (split: Split) =>
    data.classes.reduce((sum, label) => sum + images(data, split, label), 0);
  const { ignored } = data;
  const noun = groupNoun(resolved.data);
  return html`<section>
    <h2>Data</h2>
    ${table(
      [{ title: "Class" }, ...present.map((split) => ({ title: split, isNumber: true }))],
      [
        ...data.classes.map((label) => [
          shown(label),
          ...present.map((split) => grouped(images(data, split, label))),
        ]),
        [
          html`<strong>total</strong>`,
          ...present.map((split) => html`<strong>${grouped(total(split))}</strong>`),
        ],
      ],
      "Images of each class",
    )}
    <h3>Flow of the files</h3>
    <p>${shown(flowText(flowOf(data), noun))}</p>
    <figure class="wide" tabindex="0">${new Markup(flowPicture(data, noun))}</figure>
    ${charts} ${leaksPart(data)}
    ${excluded(data.excluded)}${ignored.length === 0 ? "" : html`<p class="note">Ignored, not images by their names: ${grouped(ignored.length)} (listed in data.json).</p>`}
    ${augmented(pictures)}
  </section>`;
}

function augmented(pictures: Pictures | null): Markup {
  const sheet = pictures?.record.augmentation;
  if (!sheet) return html``;
  const { epochs, picture: name } = sheet;
  return html`<h3>Augmentation</h3>
    <p class="note">
      ${count(sheet.images, "training image")} unchanged, then as training saw them in the first
      ${count(epochs, "epoch")}. Validation and test images are never augmented.
    </p>
    <figure>${picture(pictures.content.get(name), "Training images, augmented")}</figure>`;
}

/** A class may be called "constructor". */
function images({ counts }: DataRecord, split: Split, label: string): number {
  const ofSplit = counts[split] ?? {};
  return Object.hasOwn(ofSplit, label) ? ofSplit[label]! : 0;
}

function excluded(files: DataRecord["excluded"]): Markup {
  if (files.length === 0) return html`<p>All files were usable.</p>`;
  const more = files.length - MOST_SHOWN;
  return html`<h3>Skipped: ${grouped(files.length)} ${files.length === 1 ? "file" : "files"}</h3>
    ${table(
      [{ title: "File" }, { title: "Reason" }, { title: "Detail" }],
      files
        .slice(0, MOST_SHOWN)
        .map(({ file, reason, detail }) => [
          html`<span class="file">${shown(file)}</span>`,
          reason,
          shown(detail),
        ]),
      "Skipped files",
    )}
    ${more > 0 ? html`<p class="note">And ${grouped(more)} more: data.json names each.</p>` : ""}`;
}
