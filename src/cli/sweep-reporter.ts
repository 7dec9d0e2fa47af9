import type { TrialRecord } from "../sweep/layout.ts";
import { objectiveOf, type TrialResult, turned } from "../sweep/results.ts";
import { objectiveRecord } from "../sweep/summary.ts";
import { figure } from "../sweep/words.ts";
import { valueText } from "../sweep/value-text.ts";
import type { CheckedSweep } from "../stages/sweep/check.ts";
import type { SweepReporter } from "../stages/sweep/effects.ts";
import { shorten, visible } from "../text.ts";
import { messages } from "./messages.ts";
import { formatDuration } from "../duration.ts";
import { type Output } from "./progress.ts";
import { shortKeys } from "./trial-lines.ts";

/** Lines at the bottom of a terminal are drawn anew so often at most. */
const DRAW_MS = 100;
/** Trials that are going on have so many lines at most: of a cluster there may be hundreds. */
const MOST_LINES = 12;
/** Of a value in the line of a trial: of a list of layers there may be no end. */
const MOST_VALUE_COLUMNS = 24;

/** Trials, or a part of one, after which it can be told how long the others take. */
const LEAST_DONE = 0.25;

/** Trials that are going on, as they are shown. */
interface Going {
  record: TrialRecord | null;
  epoch: number;
  epochs: number;
}

/** Shows a sweep as it goes: a line for each trial that ended, and on a terminal one for each that is going on. */
export function sweepReporter(
  output: Output,
  { sweep, plan }: Pick<CheckedSweep, "sweep" | "plan">,
  nowMs: () => number,
  waits = "reading images",
): SweepReporter & { close(): void } {
  const objective = objectiveRecord(sweep.resolved);
  const names = shortKeys(plan.varied);
  const going = new Map<number, Going>();
  const warned = new Set<string>();
  const begunMs = nowMs();
  let drawn = 0;
  let drawnMs = -DRAW_MS;
  let [done, before] = [0, 0];
  let isBegun = false;
  let best: { value: number; number: number } | null = null;

  const clear = () => {
    if (drawn > 0) output.write(`\r\x1b[2K${"\x1b[1A\x1b[2K".repeat(drawn - 1)}`);
    drawn = 0;
  };
  const draw = (isDue = false) => {
    if (!output.isTerminal || (!isDue && nowMs() - drawnMs < DRAW_MS)) return;
    drawnMs = nowMs();
    clear();
    const first = [...going.values()].toSorted((a, b) => Math.sign(b.epochs) - Math.sign(a.epochs));
    const more = first.length - MOST_LINES;
    const shown = first.slice(0, MOST_LINES).map(line);
    const lines = [overview(), ...shown, ...(more > 0 ? [messages.andMore(more)] : [])];
    const room = output.columns - 1;
    output.write(lines.map((text) => shorten(visible(text), room)).join("\n"));
    drawn = lines.length;
  };
  const print = (text: string) => {
    clear();
    output.write(`${visible(text)}\n`);
    draw(true);
  };
  /** From how long what was done took, trials that are half done among it. */
  const timeLeft = () => {
    const halves = [...going.values()].map(({ epoch, epochs }) =>
      epochs > 0 ? epoch / epochs : 0,
    );
    const reached = done + halves.reduce((sum, share) => sum + share, 0);
    if (reached - before < LEAST_DONE) return "";
    const msEach = (nowMs() - begunMs) / (reached - before);
    return `  ${formatDuration((msEach * (plan.total - reached)) / 1000)} left`;
  };
  const overview = () => {
    const told =
      best && objective
        ? `  best ${objective.figure} ${figure(best.value)} (trial ${best.number})`
        : "";
    return `${done} of ${plan.total} trials${told}${timeLeft()}`;
  };
  const settings = ({ experiment, values, seed, fold }: TrialRecord) =>
    [
      ...(sweep.resolved.experiment.length > 1 ? [experiment] : []),
      ...plan.varied.map(
        (key) => `${names.get(key) ?? key} ${shorten(valueText(values[key]), MOST_VALUE_COLUMNS)}`,
      ),
      ...(plan.each > 1 ? [`seed ${seed}`] : []),
      ...(fold === undefined ? [] : [`fold ${fold}`]),
    ].join("  ");
  const line = ({ record, epoch, epochs }: Going) =>
    `  ${record ? `trial ${record.number}` : "winner"}  ${epochs > 0 ? `epoch ${epoch}/${epochs}` : waits}${record ? `  ${settings(record)}` : ""}`;

  return {
    started: (name) => print(messages.sweepStarted(name, plan.total)),
    found(finished) {
      before = finished;
      isBegun = true;
      if (finished > 0) print(messages.sweepFound(finished, plan.total));
    },
    trialStarted(record) {
      going.set(record.number, { record, epoch: 0, epochs: 0 });
      draw(true);
    },
    epoch(trial, epoch, epochs) {
      going.set(trial, { record: going.get(trial)?.record ?? null, epoch, epochs });
      draw();
    },
    trialEnded(result, reason) {
      const { number } = result.record;
      done += 1;
      going.delete(number);
      noteBest(result);
      // What was finished before is told in one line.
      if (isBegun)
        print(`${ended(result)}${reason === undefined ? "" : `: ${reason.split("\n")[0]}`}`);
    },
    died(record, reason, isTriedAgain) {
      going.delete(record.number);
      print(messages.workerDied(record.number, reason, isTriedAgain));
    },
    winner(setting) {
      going.clear();
      going.set(0, { record: null, epoch: 0, epochs: 0 });
      print(messages.judgesWinner(setting));
    },
    warning(text) {
      if (warned.has(text)) return;
      warned.add(text);
      print(text);
    },
    close: clear,
  };

  function noteBest(result: TrialResult): void {
    const value = objective && objectiveOf(result, objective);
    if (value === null || !objective) return;
    const shown = turned(value, objective.figure);
    if (best === null || value < turned(best.value, objective.figure))
      best = { value: shown, number: result.record.number };
  }

  function ended({ record, status, figures, epochs }: TrialResult): string {
    const shown = objective ? [objective.figure] : ["accuracy", "auc"];
    const told = shown.flatMap((name) =>
      figures[name] == null ? [] : [`${name} ${figure(figures[name])}`],
    );
    const how =
      status === "completed"
        ? told
        : status === "stopped"
          ? [`ended after epoch ${epochs}`, ...told]
          : ["failed"];
    const width = String(plan.total).length;
    return `trial ${String(record.number).padStart(width)}/${plan.total}  ${[settings(record), ...how].filter(Boolean).join("  ")}`;
  }
}
