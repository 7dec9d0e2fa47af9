import { parseArgs } from "node:util";
import { splitNames } from "../compare/names.ts";
import type { Plain } from "../compare/settings.ts";
import { intervalOf, listColumns, printed, usualColumns } from "../compare/list-columns.ts";
import { filterRows, findKey, readCondition, sortRows } from "../compare/query.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { csvText, guard } from "../run/csv.ts";
import { evaluationName } from "../run/evaluations.ts";
import type { ListedRun } from "../compare/list.ts";
import { aboutKeys, findListed } from "./listed.ts";
import type { ListedOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";
import { listedSweepOutput, listedSweeps, sweepTable } from "./list-sweeps.ts";
import { visible } from "../text.ts";
import { type Column, fitColumns, wrap } from "./table.ts";

export const help = `Usage: exp list [NAME...] [--evaluations] [--where CONDITION]... [--sort COLUMN] [--reverse] [--columns COLUMN,...]
                [--json | --csv]

Shows the runs, their figures and the settings that vary within an experiment. Damaged runs are named.

  NAME               An experiment (baseline), a run or a folder of runs. Without one: everything in runs/. Sweeps have a
                     line each; lr/sweep-001 shows the trials of one.
  --evaluations      Show what exp evaluate found, too: each evaluation beneath its run.
  --where CONDITION  Only runs of which this is true: 'accuracy>0.8', train.epochs=10, 'status!=completed', tags=final.
                     The operators are = != < <= > >=. Given several times, all have to be true.
  --sort COLUMN      Sort by a column, ascending.
  --reverse          Reverse the order.
  --columns COLUMNS  Show these, separated by commas: accuracy,recall.normal,train.optimizer.adam.learningRate
  --csv              Print the table as CSV, with whole names and nothing cut.
  --json             Print every metric and setting of each run as JSON, and behind the runs what each sweep has come to.

A column is run, experiment, evaluation (the name of one), status, epoch (the last of an unfinished run), host (where a
run is running elsewhere), tags, note (the last one), started, seconds, a metric of metrics.json, or a setting as --set
names it; the end of its name is enough where it is unambiguous: learningRate. A name with a comma or a comparison in it
goes in quotes: 'recall["a, b"]'.

A status is completed, running, killed (it no longer runs and did not say why), interrupted, failed or damaged.`;

/** `exp list`: the runs as a table. */
export async function list(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      evaluations: { type: "boolean" },
      where: { type: "string", multiple: true },
      sort: { type: "string" },
      reverse: { type: "boolean" },
      columns: { type: "string" },
      json: { type: "boolean" },
      csv: { type: "boolean" },
    },
  });
  if (values.json && values.csv) throw new UsageError(messages.oneFormat(["--json", "--csv"]));
  const directory = process.cwd();
  const { runs, unshown } = await findListed(positionals, directory, {
    withEvaluations: values.evaluations ?? false,
  });
  const sweeps = await listedSweeps(positionals, directory);
  const keys = new Set([...aboutKeys, ...runs.flatMap((run) => [...run.values.keys()])]);
  // Nothing can be misspelt where there is nothing yet.
  const key = (given: string) => (runs.length > 0 ? findKey(given.trim(), keys) : given);
  const conditions = (values.where ?? []).map(readCondition);
  const chosen = filterRows(
    runs,
    conditions.map((condition) => ({ ...condition, key: key(condition.key) })),
  );
  const sorted = values.sort
    ? sortRows(chosen, key(values.sort), { reverse: values.reverse ?? false })
    : values.reverse
      ? chosen.toReversed()
      : chosen;
  const columns =
    (values.columns === undefined ? undefined : splitNames(values.columns).map(key)) ??
    usualColumns(sorted, values.csv ?? false);
  const shown = ["run", ...columns.filter((column) => column !== "run")];
  const shownSweeps = conditions.length === 0 ? sweeps : [];
  if (values.json) {
    const items = [...sorted.map(listedOutput), ...shownSweeps.map(listedSweepOutput)];
    process.stdout.write(`${JSON.stringify(items, null, 2)}\n`);
  } else if (values.csv) process.stdout.write(asCsv(sorted, shown));
  else {
    if (runs.length > 0 || sweeps.length === 0)
      printTable(sorted, shown, { ofAll: runs.length, unshown });
    if (shownSweeps.length > 0)
      process.stdout.write(`${runs.length > 0 ? "\n" : ""}${sweepTable(shownSweeps)}`);
  }
  return 0;
}

/** A run as `--json` has it. */
export function listedOutput(listed: ListedRun): ListedOutput {
  const { name: run, folder, status, problem, epoch, host, manifest, metrics, settings } = listed;
  const { startedAt = null, seconds = null } = manifest;
  const { tags, notes } = listed.remarks;
  const evaluation = evaluationName(folder);
  const found = { run, evaluation, sweep: null, folder, status, problem, epoch, host, tags, notes };
  return { ...found, startedAt, seconds, metrics, settings };
}

/** Numbers in full and whole names. What would be a formula in a spreadsheet is kept from being one. */
function asCsv(runs: readonly ListedRun[], columns: readonly string[]): string {
  const whole = columns.flatMap((column) => {
    const interval = intervalOf(column, runs);
    return interval === undefined ? column : [column, `${interval}.low`, `${interval}.high`];
  });
  const cell = (column: string, value: Plain | undefined) =>
    typeof value === "number" ? String(value) : guard(value == null ? "" : printed(column, value));
  const rows = runs.map(({ values }) => whole.map((column) => cell(column, values.get(column))));
  return csvText([whole.map(guard), ...rows]);
}

function printTable(
  runs: readonly ListedRun[],
  keys: readonly string[],
  { ofAll, unshown }: { ofAll: number; unshown: number },
): void {
  const { isTerminal, columns: width } = terminal(process.stdout);
  const room = isTerminal ? width : Number.POSITIVE_INFINITY;
  if (ofAll === 0) {
    process.stdout.write(`${messages.noRuns()}\n`);
    return;
  }
  const columns = listColumns(keys, runs).map(({ isNumber, ...column }): Column => ({
    ...column,
    side: isNumber ? "right" : "left",
  }));
  const { text, leftOut } = fitColumns(columns, room);
  process.stdout.write(runs.length === 0 ? "" : text);
  const notes = [
    ...(runs.length < ofAll ? [messages.someRuns(runs.length, ofAll)] : []),
    ...(unshown > 0 ? [messages.evaluationsUnshown(unshown)] : []),
    ...(runs.length > 0 && leftOut.length > 0 ? [messages.columnsLeftOut(leftOut)] : []),
  ];
  if (notes.length > 0)
    process.stdout.write(`\n${notes.map((note) => wrap(note, room)).join("\n")}\n`);
  const problems = runs.flatMap(({ name, status, problem }) =>
    problem === null ? [] : [visible(messages.runProblem(name, status, problem.split("\n")[0]!))],
  );
  if (problems.length > 0) process.stderr.write(`\n${messages.firstOf(problems)}\n`);
}
