import { statSync } from "node:fs";
import { join } from "node:path";
import { drawLive } from "../charts/draw-live.ts";
import { figure } from "../charts/report/figure.ts";
import { decimal, table } from "../charts/report/table.ts";
import { type ListedRun, readListedRun } from "../compare/list.ts";
import { NewerSettings } from "../compare/listed-settings.ts";
import { readSide, type Side } from "../compare/side.ts";
import { formatDuration } from "../duration.ts";
import { RunError } from "../errors.ts";
import { type EpochRecord, files, type History } from "../layout.ts";
import { html, type Markup } from "../markup/html.ts";
import { shown } from "../markup/label.ts";
import { folderSource } from "../run/source.ts";
import { livePage } from "./live-page.ts";
import { messages } from "./messages.ts";
import type { Site } from "./site.ts";

/** Epochs that the table has, the latest first. */
const MOST_EPOCHS = 500;

/** A run that has no report yet: how far it has got, or how it ended. */
export async function runPage(
  site: Site,
  { name, folder }: { name: string; folder: string },
): Promise<string> {
  const listed = await readListedRun(folder, name, new NewerSettings());
  const side = await sideOf(folder, name);
  const history = typeof side === "string" ? null : side.history;
  const problem = listed.problem ?? (typeof side === "string" ? side : null);
  const epochs = history?.epochs ?? [];
  const isRunning = listed.status === "running";
  const planned = Number(listed.values.get("train.epochs") ?? Number.NaN);
  const body = html`<h1>${shown(name)}</h1>
    <p class="about"><a href="/">All runs</a></p>
    <div id="live">
      <p class="headline ${listed.status}" role="status">${statusOf(site, listed, planned)}</p>
      ${
        isRunning && planned > 0
          ? html`<progress
              value="${epochs.length}"
              max="${planned}"
              aria-label="Epochs that are over"
            ></progress>`
          : ""
      }
      ${problem === null ? "" : html`<p class="warning">${shown(problem)}</p>`} ${adviceOf(listed)}
      ${history && epochs.length > 0 ? await trainingPart(side as Side, history) : html`<p>${messages.noEpoch()}</p>`}
      ${filesPart(folder)}
    </div>`;
  return livePage(name, body, site.script);
}

/** @returns what is damaged, where it cannot be read */
async function sideOf(folder: string, name: string): Promise<Side | string> {
  try {
    return await readSide(folderSource(folder, name));
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return error.message;
  }
}

function statusOf(site: Site, listed: ListedRun, planned: number): string {
  const { status, folder, host, manifest } = listed;
  const epoch = listed.epoch ?? 0;
  const epochs = Number.isFinite(planned) ? planned : null;
  if (status === "completed") return messages.finished();
  if (status !== "running") return messages.ended(status, epoch, epochs);
  // Of one that was interrupted in between, the time says nothing.
  const startedMs = manifest.resumed ? Number.NaN : Date.parse(String(manifest.startedAt));
  const lastMs = statSync(join(folder, files.history), { throwIfNoEntry: false })?.mtimeMs;
  const perEpochMs = ((lastMs ?? Number.NaN) - startedMs) / epoch;
  const leftMs =
    ((epochs ?? Number.NaN) - epoch) * perEpochMs - (site.now().getTime() - (lastMs ?? 0));
  const left = Number.isFinite(leftMs) ? formatDuration(Math.max(0, leftMs) / 1000) : null;
  return messages.running(epoch, epochs, left, host);
}

function adviceOf({ status, name }: ListedRun): Markup | string {
  if (status === "completed") return html`<p>${messages.reportMissing(name)}</p>`;
  if (status === "interrupted" || status === "killed") return html`<p>${messages.goesOn(name)}</p>`;
  return "";
}

async function trainingPart(side: Side, history: History): Promise<Markup> {
  const { heldOut, epochs } = history;
  const svgs = side.data ? await drawLive({ name: side.name, history, data: side.data }) : [];
  const last = epochs.at(-1)!;
  const figures: [string, number][] = [
    ["train accuracy", last.trainAccuracy],
    [`${heldOut} accuracy`, last.heldOutAccuracy],
    ["train loss", last.trainLoss],
    [`${heldOut} loss`, last.heldOutLoss],
  ];
  return html`<dl class="figures">
      ${figures.map(
        ([title, value]) =>
          html`<div>
            <dt>${title}</dt>
            <dd>${decimal(value)}</dd>
          </div>`,
      )}
    </dl>
    <div class="charts">${svgs.map(figure)}</div>
    ${epochTable(heldOut, epochs)}`;
}

function epochTable(heldOut: History["heldOut"], epochs: readonly EpochRecord[]): Markup {
  const columns = [
    "epoch",
    "train loss",
    "train accuracy",
    `${heldOut} loss`,
    `${heldOut} accuracy`,
    "learning rate",
  ].map((title) => ({ title, isNumber: true }));
  const rows = epochs
    .slice(-MOST_EPOCHS)
    .toReversed()
    .map((one) => [
      one.epoch,
      one.trainLoss.toFixed(4),
      one.trainAccuracy.toFixed(4),
      one.heldOutLoss.toFixed(4),
      one.heldOutAccuracy.toFixed(4),
      String(one.learningRate),
    ]);
  return html`<details>
    <summary>Every epoch</summary>
    ${table(columns, rows, "epochs, the latest first")}
  </details>`;
}

/** Those that are there so far. */
function filesPart(folder: string): Markup {
  const names = [
    files.experiment,
    files.resolved,
    files.data,
    files.history,
    files.manifest,
  ].filter((name) => statSync(join(folder, name), { throwIfNoEntry: false }));
  return html`<nav aria-label="Files">
    <ul>
      ${names.map((name) => html`<li><a href="${name}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
