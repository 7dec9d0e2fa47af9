import { dirname } from "node:path";
import { messages as evaluateMessages } from "../../evaluate/messages.ts";
import { count } from "../../wording.ts";
import { files, type Manifest, type Pictures, type Run } from "../../layout.ts";
import type { Remarks } from "../../run/remarks.ts";
import { overrideWords } from "../../spec/overrides.ts";
import type { ChartName } from "../charts.ts";
import { shown } from "../../markup/label.ts";
import type { OwnChart } from "../own-chart.ts";
import { confusionTable } from "./confusion-table.ts";
import { dataSection } from "./data.ts";
import { dateOf } from "./date.ts";
import { figure } from "./figure.ts";
import { withContents } from "../../markup/contents.ts";
import { html, Markup } from "../../markup/html.ts";
import { methodSection } from "./method.ts";
import { mistakesSection } from "./mistakes.ts";
import { networkSection } from "./network.ts";
import { page } from "../../markup/page.ts";
import { remarksPart } from "./remarks.ts";
import { resultSection } from "./result.ts";
import { quoteForShell } from "./shell.ts";
import { decimal } from "./table.ts";

/** The charts of a report, as SVG. */
export type ReportCharts = ReadonlyMap<ChartName, string>;

export interface ReportParts {
  run: Run;
  charts: ReportCharts;
  pictures: Pictures | null;
  own: readonly OwnChart[];
  /** Of the run's text, by which it is known where git lays another run's text beside it. */
  seal: string;
  /** null where nobody knows which run it is, and when it was made. */
  manifest: Partial<Manifest> | null;
  remarks: Remarks;
}

/** A run on one page that needs nothing beside it: no script, no network. */
export function report(parts: ReportParts): string {
  const { run, charts, pictures, own, seal, manifest, remarks } = parts;
  const name = typeof manifest?.run === "string" ? manifest.run : run.name;
  const body = html`<header>
      <h1>${shown(name)}</h1>
      <p class="headline">${headline(run)}</p>
      <p class="about">${about(run, manifest)}</p>
      ${elsewherePart(run)} ${overridesPart(run)} ${remarksPart(remarks)}
    </header>
    ${withContents(html`
      ${resultSection(run)} ${classesSection(run, charts)} ${curvesSection(run, charts)}
      ${thresholdsSection(charts)} ${ownSection(own)} ${mistakesSection(run, pictures)}
      ${dataSection(run, figures(charts, ["class-distribution"]), pictures)} ${methodSection(run)}
      ${networkSection(run, pictures)} ${environmentSection(run, manifest)}
      ${run.data.evaluation ? judgeAgainSection(manifest) : reproduceSection(run, name)}
    `)}`;
  return page(`${name}: ${headline(run)}`, body, { pictures: true, seal });
}

function headline({ metrics }: Run): string {
  const { low, high } = metrics.accuracyInterval;
  return `${metrics.split} accuracy ${decimal(metrics.accuracy)}, 95 % interval ${decimal(low)} to ${decimal(high)}, ${count(metrics.images, "image")}`;
}

function about({ data, history, resolved }: Run, manifest: Partial<Manifest> | null): string {
  const { startedAt, lamina } = manifest ?? {};
  return [
    `Image classification, ${data.classes.length} classes, ${history.epochs.length} of ${count(resolved.train.epochs, "epoch")}.`,
    ...(typeof startedAt === "string" ? [`Run on ${dateOf(startedAt)}`] : []),
    ...(typeof lamina?.version === "string" ? [`with Lamina ${lamina.version}.`] : []),
  ].join(" ");
}

/** That the figures are of other images than the run's. */
function elsewherePart({ data }: Run): Markup {
  if (!data.evaluation) return html``;
  const text = evaluateMessages.judgedElsewhere(data.folder, data.evaluation);
  return html`<p class="warning">${shown(text)}</p>`;
}

/** What the run did otherwise than its experiment.yaml says. */
function overridesPart({ request }: Run): Markup {
  if (!request || request.overrides.length === 0) return html``;
  return html`<p class="warning">
    Not as in experiment.yaml: ${setWords(request).map((word) => html`<code>${shown(word)}</code>`)}
  </p>`;
}

function curvesSection({ history }: Run, charts: ReportCharts): Markup {
  return html`<section>
    <h2>Training</h2>
    <div class="charts">${figures(charts, ["accuracy", "loss", "monitored", "learning-rate"])}</div>
    <p class="note">
      train is the mean over each epoch while the weights were still changing, with dropout on;
      ${history.heldOut} is measured after the epoch, with dropout off. So the two need not agree
      even where the network does not overfit.
    </p>
  </section>`;
}

function environmentSection({ resolved }: Run, manifest: Partial<Manifest> | null): Markup {
  const { threads, recorded } = resolved.engine;
  return html`<section>
    <h2>Environment</h2>
    <p>
      TensorFlow on ${threads === null ? "one thread per core" : `${threads} threads`},
      ${recorded ? "each step recorded as one function" : "operation by operation"}.
      ${manifest ? versions(manifest) : ""}
    </p>
    <p class="note">
      Host, speed and memory: <a href="${files.manifest}">${files.manifest}</a> beside this file.
    </p>
  </section>`;
}

/** What a run was made with, in a sentence. */
export function versions({ lamina, engine, versions: others, host }: Partial<Manifest>): string {
  const known: [string, unknown][] = [
    ["Lamina", lamina?.version],
    ["TensorFlow", engine?.["tensorflow"]],
    ...Object.entries(others ?? {}),
  ];
  const named = known.flatMap(([name, version]) =>
    typeof version === "string" ? [`${name} ${version}`] : [],
  );
  const gpu = engine?.["gpu"] as { name?: unknown } | undefined;
  const machine = [gpu?.name, host?.["processor"]].filter((name) => typeof name === "string");
  return shown(`${named.join(", ")}${machine.length > 0 ? `, on ${machine.join(" and ")}` : ""}.`);
}

function judgeAgainSection(manifest: Partial<Manifest> | null): Markup {
  const command = manifest?.command;
  if (!Array.isArray(command)) return html``;
  return html`<section>
    <h2>How to judge it again</h2>
    <pre tabindex="0">bun run exp evaluate ${command.map(String).map(quoteForShell).join(" ")}</pre>
  </section>`;
}

function reproduceSection(run: Run, name: string): Markup {
  const { request, resolved, experimentText } = run;
  const file = request?.file ?? `${run.name}.yaml`;
  const words = request ? setWords(request).flatMap((word) => ["--set", word]) : [];
  const command = [
    "bun run exp",
    ...[file.replace(/^experiments\//, ""), ...words].map(quoteForShell),
  ];
  return html`<section>
    <h2>How to run it again</h2>
    <pre tabindex="0">bun run exp run --from ${quoteForShell(name)}</pre>
    <p>takes the experiment as this run has kept it, below. From its file, as that is now:</p>
    <pre tabindex="0">${command.join(" ")}</pre>
    <p>
      The seed is ${resolved.seed}. The same experiment on the same machine gives the same bits.
      resolved.json holds every value that was used, data.json names the list of images with their
      hashes.
    </p>
    <h3>experiment.yaml</h3>
    <pre tabindex="0">${experimentText.split(/\r?\n/).map(shownLine)}</pre>
    ${(run.extended ?? []).map(
      ({ name: kept, text }) =>
        html`<h3>${shown(kept)}, which it extends</h3>
          <pre tabindex="0">${text.split(/\r?\n/).map(shownLine)}</pre>`,
    )}
  </section>`;
}

function setWords({ file, overrides }: NonNullable<Run["request"]>): string[] {
  return overrideWords(overrides, dirname(file));
}

/** As it stands in an editor: tabs stay. */
function shownLine(line: string): string {
  return line.split("\t").map(shown).join("\t");
}

function classesSection(run: Run, charts: ReportCharts): Markup {
  return html`<section>
    <h2>Classes</h2>
    <div class="charts">
      ${figures(charts, ["confusion-matrix", "confused-pairs", "class-scores"])}
    </div>
    ${confusionTable(run)}
  </section>`;
}

function thresholdsSection(charts: ReportCharts): Markup {
  const drawn = figures(charts, ["roc", "precision-recall", "calibration"]);
  if (drawn.length === 0) return html``;
  return html`<section>
    <h2>Thresholds and probabilities</h2>
    <div class="charts">${drawn}</div>
  </section>`;
}

/** Charts from templates beside the experiment. */
function ownSection(own: readonly OwnChart[]): Markup {
  if (own.length === 0) return html``;
  return html`<section>
    <h2>Charts from templates</h2>
    <div class="charts">
      ${own.map((chart) =>
        chart.svg === null
          ? html`<p class="warning">${shown(chart.reason)}</p>`
          : html`<figure>${new Markup(chart.svg)}</figure>`,
      )}
    </div>
    ${own.map((chart) =>
      chart.svg === null
        ? ""
        : chart.warnings.map((text) => html`<p class="warning">${shown(text)}</p>`),
    )}
  </section>`;
}

/** Those that were drawn. */
export function figures(charts: ReportCharts, names: readonly ChartName[]): Markup[] {
  return names.flatMap((name) => {
    const svg = charts.get(name);
    return svg === undefined ? [] : figure(svg);
  });
}
