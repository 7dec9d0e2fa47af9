import { purposeOf } from "../charts/model-card.ts";
import { table } from "../charts/report/table.ts";
import { cautions } from "../evaluate/cautions.ts";
import type { SavedModel } from "../export/model.ts";
import { stepsInside, stepsOutside } from "../export/preparation.ts";
import { type Run, splits } from "../layout.ts";
import { html, Markup } from "../markup/html.ts";
import { shown } from "../markup/label.ts";
import { page } from "../markup/page.ts";
import { grouped } from "../wording.ts";
import type { PageScripts } from "./bundle.ts";
import { blocks, type PageFacts } from "./page/facts.ts";
import type { WorkerStart } from "./page/protocol.ts";
import { style } from "./style.ts";

interface PageContents {
  run: Run;
  saved: SavedModel;
  start: WorkerStart;
  facts: PageFacts;
  scripts: PageScripts;
}

/** Nothing of a page comes from anywhere but the page: code for WebAssembly and the worker are in it, too. */
const SOURCES = "'wasm-unsafe-eval'; worker-src blob:";
const MOST_NAMED = 5;

/** The whole page: what it says of the run, what it is tried with, and all that it needs for that. */
export function pageOf({ run, saved, start, facts, scripts }: PageContents): string {
  const { origin } = saved;
  const binary: [keyof typeof blocks, Uint8Array][] = [
    ["facts", new TextEncoder().encode(JSON.stringify(facts))],
    ["worker", new TextEncoder().encode(scripts.worker)],
    ["operations", start.operations],
    ["weights", start.weights],
    ["whitening", start.whitening ?? new Uint8Array()],
  ];
  const { classes } = run.data;
  // As it may stand in a script: nothing in it ends one.
  const script = scripts.main.replaceAll("</script", "<\\/script");
  return page(
    origin.run,
    html`<header>
        <h1>${shown(origin.run)}</h1>
        <p class="headline">
          A network that says which of ${classes.length} classes an image is of: ${named(classes)}.
        </p>
        <p class="warning">
          <strong>Not for diagnosis.</strong> This is not a medical device: try it, but base no
          decision about anyone on it.
        </p>
      </header>
      ${trial()} ${quality(run)} ${data(run)}
      <section aria-labelledby="not-for">
        <h2 id="not-for">What it is for, and what not</h2>
        <ul>
          ${purposeOf(run).map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
      ${preparation(saved)} ${about(saved)}
      ${binary.map(
        ([id, bytes]) =>
          new Markup(`<script type="text/plain" id="${blocks[id]}">${packed(bytes)}</script>`),
      )}`,
    { pictures: true, moreStyle: style, script, sources: SOURCES },
  );
}

function packed(bytes: Uint8Array): string {
  const deflated = Bun.deflateSync(new Uint8Array(bytes), { level: 9 });
  return Buffer.from(deflated).toString("base64");
}

function named(classes: readonly string[]): string {
  const names = classes.slice(0, MOST_NAMED).map(shown).join(", ");
  const more = classes.length - MOST_NAMED;
  return more > 0 ? `${names} and ${more} more` : names;
}

function trial(): Markup {
  return html`<section id="trial" aria-labelledby="try">
    <h2 id="try">Try it</h2>
    <noscript><p class="warning">This page needs scripts to predict images.</p></noscript>
    <div class="intake">
      <p>
        <button type="button" id="choose" disabled>Choose images</button>
        <button type="button" id="camera" disabled>Use the camera</button>
        <input
          type="file"
          id="files"
          accept="image/*,application/dicom,.dcm,.dicom,.dic,.ima,.tif,.tiff,.pgm,.ppm,.pbm,.pnm"
          multiple
          hidden
        />
      </p>
      <p class="note">
        Or drop image files anywhere on this page, DICOM and TIFF among them, or paste a picture.
        All is computed here, in the browser; nothing is sent anywhere.
      </p>
      <div id="camera-view" hidden>
        <video id="video" muted playsinline aria-label="What the camera sees"></video>
        <p>
          <button type="button" id="shoot">Take the picture</button>
          <button type="button" id="camera-off">Close the camera</button>
        </p>
      </div>
    </div>
    <p id="status" role="status"></p>
    <div id="actions" hidden>
      <button type="button" id="save">Save the probabilities as CSV</button>
      <button type="button" id="remove">Remove the results</button>
    </div>
    <div id="results" role="region" aria-label="Results"></div>
  </section>`;
}

function quality(run: Run): Markup {
  const { metrics } = run;
  const { low, high } = metrics.accuracyInterval;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const reached = metrics.positive?.operatingPoint?.reached;
  const decimal = (value: number | null) => (value === null ? "undefined" : percent(value));
  return html`<section aria-labelledby="good">
    <h2 id="good">How good it is</h2>
    <dl class="figures">
      <div>
        <dt>${metrics.split} accuracy</dt>
        <dd>${percent(metrics.accuracy)}</dd>
        <dd>95 % interval ${percent(low)} to ${percent(high)}</dd>
      </div>
      <div>
        <dt>${metrics.split} images</dt>
        <dd>${grouped(metrics.images)}</dd>
        <dd>always the most frequent class: ${percent(metrics.majorityClassAccuracy)}</dd>
      </div>
    </dl>
    ${
      reached
        ? html`<p>
            At the run's threshold, ${shown(metrics.positive!.label)} from
            ${reached.threshold.toFixed(4)} on, sensitivity is ${decimal(reached.sensitivity)} and
            specificity ${decimal(reached.specificity)} on the same images.
          </p>`
        : ""
    }
    ${cautions(run).map((text) => html`<p class="warning">${text}</p>`)}
  </section>`;
}

function data({ data: { classes, counts } }: Run): Markup {
  const present = splits.filter((split) => counts[split]);
  const of = (split: (typeof splits)[number], label: string) => {
    const ofSplit = counts[split]!;
    return grouped(Object.hasOwn(ofSplit, label) ? ofSplit[label]! : 0);
  };
  const rows = table(
    [{ title: "Class" }, ...present.map((split) => ({ title: split, isNumber: true }))],
    classes.map((label) => [shown(label), ...present.map((split) => of(split, label))]),
    "images of each class",
  );
  return html`<section aria-labelledby="data">
    <h2 id="data">Which images it knows</h2>
    ${
      classes.length > 20
        ? html`<details>
            <summary>${grouped(classes.length)} classes</summary>
            ${rows}
          </details>`
        : rows
    }
  </section>`;
}

function preparation(saved: SavedModel): Markup {
  return html`<section aria-labelledby="prepared">
    <h2 id="prepared">What is done to an image first</h2>
    <ol>
      ${[...stepsOutside(saved), ...stepsInside(saved)].map((step) => html`<li>${step}</li>`)}
    </ol>
    <p>
      It is done by the same code as in the run. Only JPEG, also within DICOM files, WebP and AVIF
      are decoded by the browser. Of TIFF files those compressed as JPEG, CCITT, WebP or Zstandard
      are refused. Where a file's probabilities may differ from those of exp predict, the page says
      so beside them. Of a DICOM file's header the page reads what its pixels mean, and nothing of
      the patient.
    </p>
  </section>`;
}

function about({ origin }: SavedModel): Markup {
  return html`<section aria-labelledby="about">
    <h2 id="about">This page</h2>
    <p id="check"></p>
    <p class="note">
      Made by Lamina${origin.version === "" ? "" : ` ${origin.version}`} of the run
      <code>${shown(origin.run)}</code>. SHA-256 of the run's text: <code>${origin.seal}</code>
    </p>
  </section>`;
}
