import { html, type Content, type Markup } from "../../markup/html.ts";
import { shown } from "../../markup/label.ts";
import { figure as figureText, spreadText } from "../../sweep/words.ts";
import { valueText } from "../../sweep/value-text.ts";
import { sweepFiles, trialFolder, type SettingSummary } from "../../sweep/layout.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { shorten } from "../../text.ts";
import { grouped } from "../../wording.ts";
import { table } from "../report/table.ts";
import { capitalised, figureOf, pointOf, ranked, shortKeys } from "./drawn-sweep.ts";

/** Of a value: of a list of layers there may be no end. */
const MOST_CELL_COLUMNS = 100;

/** Rows that stand open; of more only the first do. */
const MOST_OPEN = 25;
const MOST_FIRST = 15;
/** More would make the page slow. */
const MOST_ROWS = 2000;

/** Every setting, the best first, those without a figure last. */
export function settingsSection(sweep: SweepText): Markup {
  const { summary, dimensions } = sweep;
  if (summary.settings.length < 2) return html``;
  const { name, title } = figureOf(summary);
  const best = ranked(sweep).map(({ setting }) => setting);
  const others = summary.settings.filter((setting) => !best.includes(setting));
  const keys = shortKeys(dimensions.map(({ key }) => key));
  const rows = [...best, ...others].map((setting) => [
    `${setting.setting}${setting.setting === summary.choice?.setting ? " (best)" : ""}`,
    ...pointOf(dimensions, setting).map((value) =>
      shorten(shown(valueText(value)), MOST_CELL_COLUMNS),
    ),
    figureCell(setting, name),
    trialLinks(setting),
  ]);
  return html`<section>
    <h2>Settings</h2>
    ${foldedTable(
      [
        { title: "Setting" },
        ...keys.map((key, index) => ({ title: key, isNumber: !("list" in dimensions[index]!) })),
        {
          title: capitalised(`${summary.split} ${title.charAt(0).toLowerCase()}${title.slice(1)}`),
          isNumber: true,
        },
        { title: "Trials" },
      ],
      rows,
      "settings",
    )}
  </section>`;
}

function figureCell(setting: SettingSummary, name: string): Content {
  if (setting.figures[name]) return spreadText(setting.figures[name]);
  if (setting.failed.length > 0) return "failed";
  return setting.stopped.length > 0 ? "stopped early" : "–";
}

/** Trials of a setting that are linked one by one. */
const MOST_LINKS = 10;

function trialLinks({ trials }: SettingSummary): Content {
  const links = trials
    .slice(0, MOST_LINKS)
    .map((number) => html`<a href="${trialFolder(number)}/">${number}</a>`);
  return html`${links} ${trials.length > MOST_LINKS ? `and ${trials.length - MOST_LINKS} more` : ""}`;
}

/** @param name "lr/sweep-001" */
export function trialsSection({ summary, trials }: SweepText, name: string): Markup {
  const { title } = figureOf(summary);
  const isFolded = trials.some(({ fold }) => fold !== undefined);
  const isRepeated = trials.some(({ repeat }) => (repeat ?? 1) > 1);
  const rows = trials.map((trial) => [
    html`<a href="${trialFolder(trial.number)}/">${trial.number}</a>`,
    String(trial.setting),
    String(trial.seed),
    ...(isFolded ? [String(trial.fold ?? "")] : []),
    ...(isRepeated ? [String(trial.repeat ?? "")] : []),
    trial.status === "stopped" ? "stopped early" : trial.status,
    String(trial.epochs),
    figureText(trial.figure),
  ]);
  const number = (text: string) => ({ title: text, isNumber: true });
  return html`<section>
    <h2>Trials</h2>
    <p>
      Each is a run like any other, in ${sweepFiles.trials}/.
      <code>exp charts ${shown(name)}/${trialFolder(1)}</code> draws the report of the first.
    </p>
    ${foldedTable(
      [
        { title: "Trial" },
        number("Setting"),
        number("Seed"),
        ...(isFolded ? [number("Fold")] : []),
        ...(isRepeated ? [number("Repeat")] : []),
        { title: "Status" },
        number("Epochs"),
        number(title),
      ],
      rows,
      "trials",
    )}
  </section>`;
}

/** The first rows stand open, the others are folded away. */
function foldedTable(
  columns: Parameters<typeof table>[0],
  rows: readonly (readonly Content[])[],
  what: "settings" | "trials",
): Markup {
  const title = capitalised(what);
  if (rows.length <= MOST_OPEN) return table(columns, rows, title);
  const others = rows.slice(MOST_FIRST, MOST_ROWS);
  return html`${table(columns, rows.slice(0, MOST_FIRST), title)}
    <details>
      <summary>The other ${grouped(rows.length - MOST_FIRST)} ${what}</summary>
      ${table(columns, others, `Other ${what}`)}
    </details>
    ${
      rows.length > MOST_ROWS
        ? html`<p class="note">
            And ${grouped(rows.length - MOST_ROWS)} more: ${sweepFiles.table} has each.
          </p>`
        : ""
    }`;
}
