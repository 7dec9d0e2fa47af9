import { basename } from "node:path";
import { table } from "../charts/report/table.ts";
import type { ListedRun } from "../compare/list.ts";
import { listColumns, usualColumns } from "../compare/list-columns.ts";
import { filterRows, findKey, readCondition, sortRows } from "../compare/query.ts";
import { UsageError } from "../errors.ts";
import { html, type Markup } from "../markup/html.ts";
import { shown } from "../markup/label.ts";
import { livePage } from "./live-page.ts";
import { messages } from "./messages.ts";
import { COMPARISON_PATH } from "./paths.ts";
import { RUNS_PATH } from "./places.ts";
import type { ServedSweep, Site } from "./site.ts";

/** What a list of runs is asked for by the query of its URL, as `exp list` is by its options. */
interface Wish {
  where: string;
  sort: string;
  reverse: boolean;
}

/** All runs, or the trials of a sweep that has no report yet. @param sweep its name */
export async function listPage(
  site: Site,
  query: URLSearchParams,
  sweep?: string,
): Promise<string> {
  const wish: Wish = {
    where: query.get("where")?.trim() ?? "",
    sort: query.get("sort") ?? "",
    reverse: query.get("reverse") === "1",
  };
  const runs = await site.runs(sweep);
  const sweeps = sweep === undefined && wish.where === "" ? await site.sweeps() : [];
  const title =
    sweep === undefined ? messages.runs(basename(site.directory)) : messages.runsOf(sweep);
  const { chosen, mistake } = choose(runs, wish);
  const running = runs.filter(({ status }) => status === "running").length;
  const body = html`<h1>${shown(title)}</h1>
    ${sweep === undefined ? "" : html`<p class="about"><a href="/">All runs</a></p>`}
    ${runs.length > 0 ? whereForm(wish) : ""}
    <div id="live">
      <p class="about" role="status">${messages.counted(runs.length, chosen.length, running)}</p>
      ${mistake === null ? "" : html`<p class="warning">${shown(mistake)}</p>`}
      ${runs.length === 0 ? html`<p>${messages.noRuns()}</p>` : ""}
      ${chosen.length > 0 ? runsTable(chosen, wish) : ""}
      ${sweeps.length > 0 ? sweepsTable(sweeps) : ""}
    </div>`;
  return livePage(title, body, site.script);
}

function choose(
  runs: readonly ListedRun[],
  { where, sort, reverse }: Wish,
): { chosen: ListedRun[]; mistake: string | null } {
  const keys = new Set(["run", ...runs.flatMap((run) => [...run.values.keys()])]);
  try {
    const conditions = where === "" ? [] : where.split(/\s+and\s+/).map(readCondition);
    const found = filterRows(
      runs,
      conditions.map((one) => ({ ...one, key: findKey(one.key, keys) })),
    );
    if (sort !== "")
      return { chosen: sortRows(found, findKey(sort, keys), { reverse }), mistake: null };
    // Those that go on, and the latest, are what one looks for.
    const byStart = sortRows(
      found.filter(({ values }) => values.has("started")),
      "started",
      { reverse: true },
    );
    return { chosen: [...new Set([...byStart, ...found])], mistake: null };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { chosen: [], mistake: error.message };
  }
}

function whereForm({ where, sort, reverse }: Wish): Markup {
  const kept = [
    ...(sort === "" ? [] : [["sort", sort] as const]),
    ...(reverse ? [["reverse", "1"] as const] : []),
  ];
  return html`<form class="where">
    <label for="where">Only where</label>
    <input
      id="where"
      name="where"
      value="${where}"
      placeholder="accuracy>0.8 and tags=final"
      spellcheck="false"
      autocomplete="off"
    />
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button>Show</button>
  </form>`;
}

function runsTable(runs: readonly ListedRun[], wish: Wish): Markup {
  const columns = listColumns(["run", ...usualColumns(runs, false)], runs);
  const rows = runs.map((run, row) => {
    const [name, ...others] = columns.map(({ cells }) => cells[row]!);
    return [
      html`<label class="choice"
          ><input
            type="checkbox"
            name="run"
            value="${run.name}"
            aria-label="Compare ${shown(run.name)}"
        /></label>
        <a href="${addressOf(run.name)}">${shown(name!)}</a>`,
      ...others.map((cell, at) =>
        columns[at + 1]!.key === "status"
          ? html`<span class="status ${run.status}">${cell}</span>`
          : shown(cell),
      ),
    ];
  });
  const titled = columns.map(({ key, title, isNumber }) => ({
    isNumber,
    title: html`<a href="${sorted(wish, key, isNumber)}">${shown(title)}${arrow(wish, key)}</a>`,
  }));
  return html`<form action="${COMPARISON_PATH}" class="runs">
    ${table(titled, rows, "the runs")}
    <p><button>Compare the two that are checked</button></p>
  </form>`;
}

/** The list in the order of a column: numbers begin with the largest; once more turns it round. */
function sorted({ where, sort, reverse }: Wish, key: string, isNumber: boolean): string {
  const turned = sort === key ? !reverse : isNumber || key === "started";
  const query = new URLSearchParams({
    ...(where && { where }),
    sort: key,
    ...(turned && { reverse: "1" }),
  });
  return `?${query}`;
}

function arrow({ sort, reverse }: Wish, key: string): string {
  if (sort !== key) return "";
  return reverse ? " ▼" : " ▲";
}

function sweepsTable(sweeps: readonly ServedSweep[]): Markup {
  const titles = ["sweep", "status", "trials", "best", "started"].map((title) => ({ title }));
  const rows = sweeps.map(({ name, status, trials, best, started }) => [
    html`<a href="${addressOf(name)}">${shown(name)}</a>`,
    html`<span class="status ${status}">${status}</span>`,
    trials,
    shown(best),
    started,
  ]);
  return html`<h2>Sweeps</h2>
    ${table(titles, rows, "the sweeps")}`;
}

/** Where a run or a sweep is. */
export function addressOf(name: string): string {
  return `${RUNS_PATH}${name.split("/").map(encodeURIComponent).join("/")}/`;
}
