import { join } from "node:path";
import { RunError } from "../errors.ts";
import { files, type History, type Metrics } from "../layout.ts";
import { parseCsv } from "../run/csv.ts";
import { parseHistory, parseJson } from "../run/text.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import { dimensionsOf, isVaried } from "./dimensions.ts";
import {
  type PooledFigures,
  sweepFiles,
  type SweepManifest,
  type SweepSummary,
  trialFolder,
  type TrialStatus,
} from "./layout.ts";
import { messages } from "./messages.ts";
import { looseSweepManifest, readSummary, readTextOr, readTrialRecords } from "./read.ts";
import type { Dimension } from "./types.ts";

/** A sweep as its text tells it: all that its charts and its report are drawn from. */
export interface SweepText {
  summary: SweepSummary;
  /** What is varied but for seeds and folds: the experiment first, where there are several. */
  dimensions: readonly Dimension[];
  /** In the order of their numbers. */
  trials: readonly TrialText[];
  /** sweep.yaml */
  text: string;
  /** 95 % intervals of the winner's figures, by their names; none where its metrics.json is gone. */
  winnerIntervals: PooledFigures["intervals"];
  /** Settings of the first trial; null where its folder is gone. */
  firstTrial: Pick<ResolvedExperiment, "data" | "evaluate"> | null;
  /** Which sweep it is, when and where it was made: for the report alone; null where that cannot be read. */
  manifest: Partial<SweepManifest> | null;
}

export interface TrialText {
  number: number;
  setting: number;
  seed: number;
  fold?: number;
  repeat?: number;
  status: TrialStatus;
  epochs: number;
  /** The objective, or the accuracy where nothing is chosen by one; null where there is none. */
  figure: number | null;
  /** That figure after each epoch, where halving may have stopped the trial. */
  curve?: readonly CurvePoint[];
}

export interface CurvePoint {
  epoch: number;
  value: number;
}

/** The figure that charts of a sweep show. */
export function shownFigure({ objective }: Pick<SweepSummary, "objective">): string {
  return objective?.figure ?? "accuracy";
}

/** Of a finished sweep's folder. @throws RunError where it is not finished, or one of its files is damaged */
export function readSweepText(folder: string): SweepText {
  const summary = readSummary(folder);
  if (summary === null) throw new RunError(messages.noSummary(folder));
  const resolved = read(folder, sweepFiles.resolved);
  const sweep = parseJson(resolved, join(folder, sweepFiles.resolved)) as unknown as ResolvedSweep;
  return {
    summary,
    dimensions: dimensionsOf(sweep).filter(isVaried),
    trials: readTrials(folder, summary),
    text: read(folder, sweepFiles.text),
    winnerIntervals: readIntervals(folder, summary),
    firstTrial: readSettings(join(folder, trialFolder(1), files.resolved)),
    manifest: looseSweepManifest(folder),
  };
}

function readSettings(file: string): SweepText["firstTrial"] {
  const text = readTextOr(file);
  return text === null ? null : (parseJson(text, file) as unknown as ResolvedExperiment);
}

function readIntervals(folder: string, { winner }: SweepSummary): SweepText["winnerIntervals"] {
  if (!winner) return {};
  const file = join(folder, winner.folder, files.metrics);
  const text = readTextOr(file);
  return text === null ? {} : ((parseJson(text, file) as Partial<Metrics>).intervals ?? {});
}

function readTrials(folder: string, summary: SweepSummary): TrialText[] {
  const file = join(folder, sweepFiles.table);
  const [head, ...rows] = parseCsv(read(folder, sweepFiles.table), file);
  const column = (name: string) => {
    const index = head!.cells.indexOf(name);
    if (index === -1) throw new RunError(messages.noColumn(file, name));
    return index;
  };
  const [trial, status, epochs] = ["trial", "status", "epochs"].map(column) as [
    number,
    number,
    number,
  ];
  const name = shownFigure(summary);
  const figure = column(name);
  const byNumber = new Map(rows.map(({ cells }) => [Number(cells[trial]), cells]));
  return readTrialRecords(folder).flatMap((record) => {
    const cells = byNumber.get(record.number);
    if (!cells) return [];
    const value = cells[figure]!;
    const curve = summary.search === "halving" ? readCurve(folder, record.number, name) : null;
    return {
      number: record.number,
      setting: record.setting,
      seed: record.seed,
      ...(record.fold !== undefined && { fold: record.fold }),
      ...(record.repeat !== undefined && { repeat: record.repeat }),
      status: cells[status] as TrialStatus,
      epochs: Number(cells[epochs]),
      figure: value === "" ? null : Number(value),
      ...(curve && { curve }),
    };
  });
}

/** null where the trial's folder has no history, as of one that failed or was removed. */
function readCurve(folder: string, number: number, figure: string): CurvePoint[] | null {
  const file = join(folder, trialFolder(number), files.history);
  const text = readTextOr(file);
  return text === null ? null : curveOf(parseHistory(text, file), figure);
}

function curveOf({ monitor, epochs }: History, figure: string): CurvePoint[] | null {
  const keys = { loss: "heldOutLoss", accuracy: "heldOutAccuracy" } as const;
  const key =
    figure in keys ? keys[figure as keyof typeof keys] : figure === monitor ? "monitored" : null;
  if (key === null) return null;
  return epochs.flatMap((record) => {
    const value = record[key];
    return value !== undefined && Number.isFinite(value) ? { epoch: record.epoch, value } : [];
  });
}

function read(folder: string, name: string): string {
  const text = readTextOr(join(folder, name));
  if (text === null) throw new RunError(messages.fileMissing(join(folder, name)));
  return text;
}
