import { count } from "../../messages.ts";
import { files, type Pictures, type Run } from "../../run/layout.ts";
import type { ChartName } from "../charts.ts";
import { shown } from "../label.ts";
import type { OwnChart } from "../own-chart.ts";
import { dataSection } from "./data.ts";
import { html, Markup } from "./html.ts";
import { mistakesSection } from "./mistakes.ts";
import { networkSection } from "./network.ts";
import { page } from "./page.ts";
import { resultSection } from "./result.ts";

/** The charts of a report, as SVG. */
export type ReportCharts = ReadonlyMap<ChartName, string>;

/**
 * A run on one page that needs nothing beside it: no script, no network. Nothing in it tells when or where the run was
 * made, so that equal runs have equal reports.
 *
 * @param seal of the run's text, by which it is known where git lays another run's text beside it
 */
export function report(
  run: Run,
  charts: ReportCharts,
  pictures: Pictures | null,
  own: readonly OwnChart[] = [],
  seal = "",
): string {
  const body = html`<h1>${shown(run.name)}</h1>
    <p class="about">
      Image classification, ${run.data.classes.length} classes, ${run.history.epochs.length} of
      ${count(run.resolved.train.epochs, "epoch")}.
    </p>
    ${resultSection(run)} ${curvesSection(run, charts)}
    ${chartsSection("Classes", charts, ["confusion-matrix", "confused-pairs", "class-scores"])}
    ${chartsSection("Thresholds and probabilities", charts, ["roc", "precision-recall", "calibration"])}
    ${ownSection(own)} ${mistakesSection(run, pictures)}
    ${dataSection(run, figures(charts, ["class-distribution"]), pictures)}
    ${networkSection(run, pictures)} ${environmentSection(run)} ${reproduceSection(run)}`;
  return page(run.name, body, { pictures: true, seal });
}

function curvesSection({ history }: Run, charts: ReportCharts): Markup {
  return html`<section>
    <h2>Training</h2>
    ${figures(charts, ["accuracy", "loss", "learning-rate"])}
    <p class="note">
      train is the mean over each epoch while the weights were still changing, with dropout on;
      ${history.heldOut} is measured after the epoch, with dropout off. So the two need not agree
      even where the network does not overfit.
    </p>
  </section>`;
}

/**
 * What is the same in each run of the experiment. Host, versions, times and memory differ between equal runs; they stand
 * in the manifest beside the report.
 */
function environmentSection({ resolved }: Run): Markup {
  const { threads, recorded } = resolved.engine;
  return html`<section>
    <h2>Environment</h2>
    <p>
      Seed ${resolved.seed}; TensorFlow on
      ${threads === null ? "a thread a core" : `${threads} threads`},
      ${recorded ? "each step recorded as one function" : "operation by operation"}.
    </p>
    <p>
      When and where the run was made, with which versions, how fast and in how much memory:
      <a href="${files.manifest}">${files.manifest}</a> beside this file. It alone differs between
      two equal runs.
    </p>
  </section>`;
}

function reproduceSection({ name, resolved, experimentText }: Run): Markup {
  const experiment = name.split("/")[0]!;
  return html`<section>
    <h2>How to run it again</h2>
    <pre>bun run exp ${quoteForShell(`${experiment}.yaml`)}</pre>
    <p>
      The seed is ${resolved.seed}. The same experiment on the same machine gives the same bits.
      resolved.json holds every value that was used, data.json the hash of every image.
    </p>
    <h3>experiment.yaml</h3>
    <pre>${experimentText.split(/\r?\n/).map(shownLine)}</pre>
  </section>`;
}

/** As it stands in an editor: tabs stay. */
function shownLine(line: string): string {
  return line.split("\t").map(shown).join("\t");
}

function chartsSection(title: string, charts: ReportCharts, names: readonly ChartName[]): Markup {
  const drawn = figures(charts, names);
  if (drawn.length === 0) return html``;
  return html`<section>
    <h2>${title}</h2>
    ${drawn}
  </section>`;
}

/** Charts from the user's templates. */
function ownSection(own: readonly OwnChart[]): Markup {
  if (own.length === 0) return html``;
  return html`<section>
    <h2>Your charts</h2>
    ${own.map((chart) =>
      chart.svg === null
        ? html`<p class="warning">${shown(chart.reason)}</p>`
        : html`<figure>${new Markup(chart.svg)}</figure>`,
    )}
  </section>`;
}

/** Those that were drawn. */
export function figures(charts: ReportCharts, names: readonly ChartName[]): Markup[] {
  return names.flatMap((name) => {
    const svg = charts.get(name);
    return svg === undefined ? [] : html`<figure>${new Markup(svg)}</figure>`;
  });
}

function quoteForShell(word: string): string {
  return /^[\w.-]+$/.test(word) ? word : `'${shown(word).replaceAll("'", `'\\''`)}'`;
}
