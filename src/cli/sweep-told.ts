import { join } from "node:path";
import type { CheckedSweep } from "../stages/sweep/check.ts";
import { sweepFiles, type SweepSummary } from "../sweep/layout.ts";
import { messages as sweepMessages } from "../sweep/messages.ts";
import {
  cautions,
  comparisons,
  pooledRows,
  settingRows,
  spreadNote,
  verdict,
} from "../sweep/words.ts";
import { visible } from "../text.ts";
import { outputOf } from "./effects.ts";
import { messages } from "./messages.ts";
import type { PlannedOutput, SweepOutput } from "./outputs.ts";
import { type Output, terminal } from "./progress.ts";
import { fitColumns } from "./table.ts";
import { trialColumns } from "./trial-lines.ts";

/** Settings that are shown at the end, and comparisons of these. */
const MOST_SETTINGS = 10;

/** What a sweep has come to, on the terminal. */
export function tell(summary: SweepSummary, path: string, output: Output): void {
  const room = output.isTerminal ? output.columns : Infinity;
  const { head, rows, values } = settingRows(summary, MOST_SETTINGS);
  const pooled = pooledRows(summary);
  const more = summary.settings.length - rows.length;
  const lines = [
    ...verdict(summary),
    ...comparisons(summary, MOST_SETTINGS),
    ...cautions(summary),
    messages.finished(join(path, sweepFiles.report)),
  ];
  const { text: table, leftOut } = fitTable(head, rows, room, values);
  const notes = [
    ...(leftOut.length > 0 ? [messages.noRoomFor(leftOut)] : []),
    ...(more > 0 ? [messages.moreSettings(more)] : []),
    ...spreadNote(summary),
  ];
  const parts = [
    table + notes.map((note) => `${note}\n`).join(""),
    ...(pooled.rows.length > 0
      ? [`${sweepMessages.pooled()}\n${fitTable(pooled.head, pooled.rows, room).text}`]
      : []),
    `${lines.map(visible).join("\n")}\n`,
  ];
  output.write(`\n${parts.join("\n")}`);
}

/** A table of words that a terminal has room for. */
function fitTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
  { from, count } = { from: 0, count: 0 },
) {
  const columns = head.map((title, at) => ({
    title,
    side: "left" as const,
    cells: rows.map((row) => row[at] ?? ""),
    isValue: at >= from && at < from + count,
  }));
  return fitColumns(columns, room);
}

/** Shows the trials, and runs none. @returns the exit code */
export function dryRun(checked: CheckedSweep, json: boolean): number {
  const { sweep: file, plan, experiments } = checked;
  const caution = startupCaution(checked);
  if (caution !== null) outputOf({ json }).write(`${caution}\n`);
  // Of those that wait for results none is known.
  const trials = [];
  for (let number = 1; number <= plan.total && plan.awaits(number) === 0; number++)
    trials.push(plan.trial(number, plan.point(plan.settingOf(number), [])));
  if (json) {
    const told = trials.map(
      ({ number, setting, experiment, values, seed, fold, repeat }): PlannedOutput => ({
        number,
        setting,
        experiment: experiments[experiment]!.file,
        values,
        seed,
        ...(fold !== undefined && { fold, repeat: repeat! }),
      }),
    );
    print({ sweep: file.name, trials: told });
    return 0;
  }
  const output = terminal(process.stdout);
  const room = output.isTerminal ? output.columns : Infinity;
  const columns = trialColumns(trials, experiments, plan);
  const { text: table, leftOut } = fitColumns(columns, room);
  const more = plan.total - trials.length;
  const told = messages.dryTrials(file.name, plan.total, plan.each, more);
  const lines = [...(leftOut.length > 0 ? [messages.noRoomInStatus(leftOut)] : []), told];
  output.write(`${table}\n${lines.map(visible).join("\n")}\n`);
  return 0;
}

/** What to know of a search by tpe that comes to its end before it has learnt anything. */
export function startupCaution({ plan, sweep: { resolved } }: CheckedSweep): string | null {
  const startup = resolved.search.tpe?.startup;
  const settings = plan.total / plan.each;
  return startup !== undefined && settings <= startup
    ? messages.allAtRandom(settings, startup)
    : null;
}

export function print(output: SweepOutput): void {
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
}
