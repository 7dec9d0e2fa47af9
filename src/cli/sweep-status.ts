import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { UsageError } from "../errors.ts";
import { lifeOfSweep } from "../sweep/life.ts";
import { readSweepTexts } from "../stages/sweep/begin.ts";
import { messages as stagesMessages } from "../stages/sweep/messages.ts";
import { slurmClient } from "../stages/sweep/slurm/client.ts";
import { standings, type TrialStanding, trialStates } from "../stages/sweep/status.ts";
import { findSweepFolder, sweepsIn } from "../sweep/find.ts";
import type { Plan } from "../sweep/plan.ts";
import { sweepFiles, type TrialRecord } from "../sweep/layout.ts";
import { readSweepManifest } from "../sweep/read.ts";
import { visible } from "../text.ts";
import { messages } from "./messages.ts";
import type { SweepStatusOutput } from "./outputs.ts";
import { atMostOneOperand } from "./operands.ts";
import { terminal } from "./progress.ts";
import { type Column, fitColumns } from "./table.ts";
import { valueText } from "../sweep/value-text.ts";
import { shortKeys } from "./trial-lines.ts";

/** `exp sweep status`: how the trials of a sweep stand, wherever they run. */
export async function status(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const given = atMostOneOperand(positionals, "a sweep");
  const path =
    given === undefined ? latestSweep(runs) : await findSweepFolder(given, runs, directory);
  if (path === null)
    throw new UsageError(
      given === undefined ? messages.noSweeps() : stagesMessages.sweepNotFound(given),
    );
  const name = relative(runs, path);
  const manifest = readSweepManifest(path);
  const { trials } = manifest;
  const { sweep, experiments, plan } = await readSweepTexts(
    { name, path },
    { file: manifest.file, trials },
    directory,
  );
  const { slurm } = sweep.resolved.run;
  const complaints: string[] = [];
  const client = slurm && manifest.status !== "completed" ? slurmClient(process.env) : null;
  const rows = await standings(path, client, (text) => complaints.push(text));
  const life = lifeOfSweep(path, manifest);
  const counts = Object.fromEntries(
    trialStates.map((state) => [
      state,
      rows.filter(({ record, standing }) => record && standing.state === state).length,
    ]),
  ) as Record<TrialStanding["state"], number>;
  const unbegun = plan.total - rows.filter(({ record }) => record).length;
  counts.waiting += unbegun;
  if (values.json) {
    const told = {
      sweep: name,
      status: life,
      total: plan.total,
      counts,
      trials: rows.map(({ record, standing }) => ({ ...standing, ...settingsOf(record) })),
      complaints,
    } satisfies SweepStatusOutput;
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  const output = terminal(process.stdout);
  const room = output.isTerminal ? output.columns : Infinity;
  const columns = columnsOf(rows, plan, experiments.length > 1);
  const { text: table, leftOut } = fitColumns(columns, room);
  if (rows.length > 0) output.write(table);
  const lines = [
    ...(rows.length > 0 && leftOut.length > 0 ? [messages.noRoomInStatus(leftOut)] : []),
    messages.sweepCounts(name, plan.total, counts),
    ...reasons(rows),
    ...complaints,
    ...messages.sweepAdvice({ name, life, isOnSlurm: slurm !== null, counts }),
  ];
  output.write(`${rows.length > 0 ? "\n" : ""}${lines.map(visible).join("\n")}\n`);
  return 0;
}

function settingsOf(record: TrialRecord | null) {
  if (record === null) return {};
  const { experiment, values, seed, fold } = record;
  return { experiment, values, seed, ...(fold !== undefined && { fold }) };
}

type Row = { record: TrialRecord | null; standing: TrialStanding };

function columnsOf(
  rows: readonly Row[],
  { varied: keys, each }: Pick<Plan, "varied" | "each">,
  hasSeveral: boolean,
): Column[] {
  const names = shortKeys(keys);
  const cells = (title: string, side: Column["side"], cell: (row: Row) => string): Column => ({
    title,
    side,
    cells: rows.map(cell),
  });
  const isAny = (column: Column) => column.cells.some((cell) => cell !== "");
  return [
    cells("trial", "right", ({ record, standing }) => (record ? `${standing.number}` : "winner")),
    cells("state", "left", ({ standing }) => messages.trialState(standing.state)),
    cells("epoch", "right", ({ standing: { epoch, epochs } }) =>
      epochs > 0 ? `${epoch}/${epochs}` : "",
    ),
    ...[
      cells("node", "left", ({ standing }) => standing.node ?? ""),
      cells("task", "left", ({ standing }) => standing.task ?? ""),
      cells("attempts", "right", ({ standing: { attempts } }) =>
        attempts > 1 ? `${attempts}` : "",
      ),
    ].filter(isAny),
    ...(hasSeveral ? [cells("experiment", "left", ({ record }) => record?.experiment ?? "")] : []),
    ...keys.map((key) => ({
      ...cells(names.get(key) ?? key, "left", ({ record }) =>
        record ? valueText(record.values[key]) : "",
      ),
      isValue: true,
    })),
    ...(each > 1 ? [cells("seed", "right", ({ record }) => (record ? `${record.seed}` : ""))] : []),
    ...[cells("fold", "right", ({ record }) => `${record?.fold ?? ""}`)].filter(isAny),
  ];
}

/** Reasons that are shown. */
const MOST_REASONS = 10;

/** Each reason once, with the trials that have it. */
function reasons(rows: readonly Row[]): string[] {
  const told = rows.filter(({ standing }) => standing.reason !== null);
  const groups = [...Map.groupBy(told, ({ standing }) => `${standing.state}: ${standing.reason}`)];
  const lines = groups.slice(0, MOST_REASONS).map(([, same]) => {
    const { state, reason, log } = same[0]!.standing;
    const numbers = same.map(({ standing }) => standing.number);
    return messages.trialReason(numbers, messages.trialState(state), reason!, log);
  });
  const more = groups.length - MOST_REASONS;
  return [...lines, ...(more > 0 ? [messages.andMoreReasons(more)] : [])];
}

/** The sweep that was begun or went on last; null where there is none. */
function latestSweep(runs: string): string | null {
  const names = quietly(() => readdirSync(runs));
  const sweeps = names.flatMap((name) => sweepsIn(join(runs, name)));
  const ageOf = (path: string) => statSync(join(path, sweepFiles.text)).mtimeMs;
  return sweeps.toSorted((a, b) => ageOf(a) - ageOf(b)).at(-1) ?? null;
}

function quietly(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}
