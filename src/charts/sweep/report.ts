import { html, type Markup } from "../../markup/html.ts";
import { shown } from "../../markup/label.ts";
import { page } from "../../markup/page.ts";
import { withContents } from "../../markup/contents.ts";
import { cautions, comparisons, figure as figureText, rangeText } from "../../sweep/words.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { turned } from "../../sweep/results.ts";
import { count } from "../../wording.ts";
import { dateOf } from "../report/date.ts";
import { figure } from "../report/figure.ts";
import { quoteForShell } from "../report/shell.ts";
import { table } from "../report/table.ts";
import type { SweepChartName } from "./charts.ts";
import { capitalised, figureOf, figureWords, pointOf, valueText } from "./drawn-sweep.ts";
import { effectTable } from "./effect-table.ts";
import { foldsMethod } from "./folds-method.ts";
import { repeatsSection } from "./repeats.ts";
import { repetitionsText } from "./spread.ts";
import { settingsSection, trialsSection } from "./trials.ts";

/** The charts of a sweep, as SVG. */
export type SweepCharts = ReadonlyMap<SweepChartName, string>;

/** A sweep on one page that needs nothing beside it: no script, no network. */
export function sweepReport(sweep: SweepText, charts: SweepCharts): string {
  const { summary, manifest } = sweep;
  const name = typeof manifest?.sweep === "string" ? manifest.sweep : summary.sweep;
  const body = html`<header>
      <h1>${shown(name)}</h1>
      <p class="headline">${headline(sweep)}</p>
      <p class="about">${about(sweep)}</p>
      ${failures(sweep)}
    </header>
    ${withContents(html`
      ${resultSection(sweep)} ${searchSection(sweep, charts)}
      ${repeatsSection(sweep, charts.get("spread"))} ${settingsSection(sweep)}
      ${trialsSection(sweep, name)} ${methodSection(sweep)} ${againSection(sweep, name)}
    `)}`;
  return page(`${name}: ${headline(sweep)}`, body, { moreStyle });
}

/** On paper a table of many keys is small, and its words are broken rather than cut. */
const moreStyle = `@media print {
  table { font-size: 8pt; }
  th, td { padding-right: 0.35rem; overflow-wrap: anywhere; }
  .number { white-space: normal; }
}
`;

function headline({ summary }: SweepText): string {
  const { settings, choice } = summary;
  const { words, name } = figureOf(summary);
  const tried = `${count(settings.length, "setting")}, ${repetitionsText(summary)} each`;
  if (!choice) return tried;
  const test = summary.winner?.figures[name] ?? null;
  return `best ${summary.split} ${words} ${figureText(choice.objective)}${test === null ? "" : `, ${summary.winner!.split} ${words} ${figureText(test)}`}; ${tried}`;
}

function about({ summary, manifest }: SweepText): string {
  const { startedAt, lamina } = manifest ?? {};
  const version = lamina?.["version"];
  const { keys, search, settings } = summary;
  const experiments = new Set(settings.map(({ experiment }) => experiment)).size;
  const what =
    keys.length > 0
      ? `Search ${search} over ${count(keys.length, "key")}`
      : count(experiments, "experiment");
  return [
    `${what}, ${count(summary.trials.planned, "trial")}.`,
    ...(typeof startedAt === "string" ? [`Begun on ${dateOf(startedAt)}`] : []),
    ...(typeof version === "string" ? [`with Lamina ${version}.`] : []),
  ].join(" ");
}

function failures({ summary: { trials } }: SweepText): Markup {
  if (trials.failed === 0) return html``;
  return html`<p class="warning">
    ${count(trials.failed, "trial")} failed: a setting with one has no figure, and is never chosen.
    The manifest of each says why.
  </p>`;
}

function resultSection(sweep: SweepText): Markup {
  const { summary, dimensions, winnerIntervals: intervals } = sweep;
  const { choice, winner, split, settings } = summary;
  const { name, words } = figureOf(summary);
  const warnings = cautions(summary).map((text) => html`<p class="warning">${shown(text)}</p>`);
  if (!choice)
    return html`<section>
      <h2>Result</h2>
      ${
        summary.objective
          ? html`<p>No setting was finished with a ${words}: none is chosen.</p>`
          : comparedResult(summary)
      }
      ${warnings}
    </section>`;
  const best = settings.find(({ setting }) => setting === choice.setting)!;
  const sd = best.figures[name]?.sd ?? null;
  const values = pointOf(dimensions, best);
  return html`<section>
    <h2>Result</h2>
    <dl class="figures">
      ${tile(`Best ${split} ${words}`, figureText(choice.objective), sd === null ? `setting ${choice.setting} of ${settings.length}` : `± ${figureText(sd)} over ${repetitionsText(summary)}, setting ${choice.setting} of ${settings.length}`)}
      ${expectedTile(sweep)}
      ${
        winner
          ? tile(
              `${capitalised(winner.split)} ${words}`,
              figureText(winner.figures[name] ?? null),
              `${intervals[name] ? `95 % interval ${rangeText(intervals[name])}; ` : ""}of the winner, trained once more and judged once`,
            )
          : ""
      }
      ${tile("Tried", String(choice.tried), `settings; ${count(summary.trials.completed, "trial")} to their end`)}
    </dl>
    ${warnings}
    <h3>The winner: setting ${choice.setting}</h3>
    ${
      values.length > 0
        ? table(
            [{ title: "Key" }, { title: "Value" }],
            dimensions.map(({ key }, index) => [
              html`<code>${shown(key)}</code>`,
              valueText(values[index]!),
            ]),
            "Values of the winner",
          )
        : ""
    }
    ${
      winner
        ? html`<h3>Its figures of the ${winner.split} images</h3>
            ${table(
              [
                { title: "Figure" },
                { title: "Value", isNumber: true },
                { title: "95 % interval", isNumber: true },
              ],
              Object.entries(winner.figures)
                .filter(([figureName, value]) => value !== null && !figureName.includes("."))
                .map(([figureName, value]) => [
                  capitalised(figureWords(figureName)),
                  figureText(value),
                  intervals[figureName] ? rangeText(intervals[figureName]) : "–",
                ]),
              "Figures of the winner",
            )}
            <p class="note">
              The winner is a run like any other, in
              <a href="${winner.folder}/report.html">${winner.folder}</a>
              beside this file. No trial saw the ${winner.split} images.
            </p>`
        : ""
    }
  </section>`;
}

/** Without an objective: settings against each other, or the figures of the only one. */
function comparedResult(summary: SweepText["summary"]): Markup {
  const { settings, split } = summary;
  if (settings.length === 1)
    return html`<dl class="figures">
      ${["accuracy", "auc"].map((name) => figureTile(summary, name))}
    </dl>`;
  return html`${comparisons(summary).map((text) => html`<p>${shown(text)}</p>`)}
    <p class="note">
      Without an objective no setting is chosen: the tables below compare them by the figures of the
      ${split} images.
    </p>`;
}

/** Of all folds together where there are some: each image is judged once. */
function figureTile(summary: SweepText["summary"], name: string): Markup {
  const { figures, pooled } = summary.settings[0]!;
  const title = `${capitalised(summary.split)} ${figureWords(name)}`;
  const first = pooled?.[0];
  const value = first?.figures[name] ?? null;
  if (first && value !== null) {
    const interval = first.intervals[name];
    const range = interval ? `95 % interval ${rangeText(interval)}; ` : "";
    const which = pooled.length > 1 ? "of the first repeat" : "of all folds together";
    const majority = name === "accuracy" ? first.majorityClassAccuracy : undefined;
    const guess =
      majority === undefined ? "" : `; always the most frequent class: ${figureText(majority)}`;
    return tile(
      title,
      figureText(value),
      `${range}${which}, ${count(first.images, "image")}${guess}`,
    );
  }
  const spread = figures[name];
  if (!spread) return html``;
  const sd = spread.sd === null ? "" : `± ${figureText(spread.sd)} (standard deviation) over `;
  return tile(title, figureText(spread.mean), `${sd}${repetitionsText(summary)}`);
}

function tile(title: string, value: string, note: string): Markup {
  return html`<div>
    <dt>${title}</dt>
    <dd>${value}</dd>
    <dd>${note}</dd>
  </div>`;
}

/** What the best can be expected to come to on other images than those that it was chosen by. */
function expectedTile({ summary: { choice, objective } }: SweepText): Markup {
  if (!choice || !objective || choice.optimism === null) return html``;
  const { figure: name } = objective;
  const expected = turned(turned(choice.objective, name) + choice.optimism, name);
  return tile(
    "Expected on other validation images",
    figureText(expected),
    `choosing among ${choice.tried} flatters by ${figureText(choice.optimism)}`,
  );
}

function searchSection(sweep: SweepText, charts: SweepCharts): Markup {
  const drawn = (["best-so-far", "halving", "parallel", "effects"] as const).flatMap((name) => {
    const svg = charts.get(name);
    return svg === undefined ? [] : figure(svg);
  });
  if (drawn.length === 0) return html``;
  return html`<section>
    <h2>Search</h2>
    <div class="charts">${drawn}</div>
    ${charts.has("effects") ? effectTable(sweep) : ""}
  </section>`;
}

function methodSection(sweep: SweepText): Markup {
  const paragraphs = foldsMethod(sweep);
  if (paragraphs.length === 0) return html``;
  return html`<section>
    <h2>Method</h2>
    ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  </section>`;
}

function againSection({ manifest, summary, text }: SweepText, name: string): Markup {
  const file = typeof manifest?.file === "string" ? manifest.file : null;
  return html`<section>
    <h2>How to run it again</h2>
    ${file === null ? "" : html`<pre tabindex="0">bun run exp sweep ${quoteForShell(file.replace(/^experiments\//, ""))}</pre>`}
    <p>
      The same file on the same machine gives the same trials and the same figures, whatever the
      number of workers.${summary.search === "grid" ? "" : " More trials of this sweep:"}
    </p>
    ${
      summary.search === "grid"
        ? ""
        : html`<pre tabindex="0">
bun run exp sweep ${quoteForShell(name)} --resume --trials NUMBER</pre>`
    }
    <p>
      <a href="summary.json">summary.json</a> holds every figure,
      <a href="trials.csv">trials.csv</a> a row for each trial.
    </p>
    <h3>sweep.yaml</h3>
    <pre tabindex="0">
${text.split(/\r?\n/).map((line) => line.split("\t").map(shown).join("\t"))}</pre>
  </section>`;
}
