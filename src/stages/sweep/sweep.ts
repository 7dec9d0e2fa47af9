import { join } from "node:path";
import { Interrupted } from "../../errors.ts";
import { groupsOf } from "../../evaluate/groups.ts";
import { jsonText } from "../../json-text.ts";
import type { Metrics } from "../../layout.ts";
import type { RunFolder } from "../../run/folder.ts";
import { writeRunFile } from "../../run/write-files.ts";
import { readRun } from "../../run/read.ts";
import { pooledFile, sweepFiles, type SweepSummary, trialFolder } from "../../sweep/layout.ts";
import { pool } from "../../sweep/pooled.ts";
import { readmeText } from "../../sweep/readme.ts";
import type { JudgedImages } from "../../sweep/outcome.ts";
import { summarise } from "../../sweep/summary.ts";
import { tableText } from "../../sweep/table.ts";
import { type CheckedSweep } from "./check.ts";
import { drawSweepFolder } from "./draw.ts";
import type { SweepEffects } from "./effects.ts";
import { openManifest, type Session } from "./manifest.ts";
import { messages as stagesMessages } from "../messages.ts";
import { messages } from "./messages.ts";
import type { Place } from "./place.ts";
import { SweepRun } from "./run-sweep.ts";

/** What a sweep needs beside its folder. */
export interface SweepWork {
  folder: RunFolder;
  /** Undoes what has been made of a sweep that is new. */
  remove?: () => void;
  checked: Omit<CheckedSweep, "first">;
  session: Session;
  openPlace: (folder: RunFolder) => Promise<Place>;
}

/**
 * Does all that is left of a sweep, and writes what it comes to.
 * @throws Interrupted @throws RunError: the manifest then says so
 */
export async function doSweep(work: SweepWork, effects: SweepEffects): Promise<SweepSummary> {
  const { folder, checked, session } = work;
  const manifest = await openManifest(folder, session, effects).catch((error: unknown) => {
    work.remove?.();
    throw error;
  });
  effects.reporter.started(folder.name);
  let place: Place | undefined;
  let run: SweepRun | undefined;
  try {
    place = await work.openPlace(folder);
    run = await SweepRun.open(folder, checked, place, effects);
    await run.finish();
    const summary = await conclude(work, run, effects);
    await drawSweepFolder(folder.path, effects.reporter.warning, { withWinner: false });
    await place.close();
    await manifest.close("completed", { died: run.died });
    return summary;
  } catch (error) {
    await place?.close();
    const isStopped = error instanceof Interrupted;
    const isLeft = place?.outlivesSweep ?? false;
    const stopped = (signal: NodeJS.Signals | null) =>
      isLeft ? messages.leftInQueue() : stagesMessages.stoppedBy(signal);
    const reason = isStopped ? stopped(error.signal) : (error as Error).message;
    const more = { error: reason, died: run?.died ?? [] };
    // What went wrong first is what the user needs to know.
    await manifest.close(isStopped ? "interrupted" : "failed", more).catch(() => undefined);
    if (!isStopped) throw error;
    const told = isLeft ? messages.left(folder.name) : messages.interrupted(folder.name);
    throw new Interrupted(told, error.signal);
  }
}

/** Chooses, judges the winner, and writes what the trials come to. */
async function conclude(
  { folder: { path, name }, checked: { sweep, plan } }: SweepWork,
  run: SweepRun,
  effects: SweepEffects,
): Promise<SweepSummary> {
  const { resolved } = sweep;
  const results = [...run.results.values()].toSorted((a, b) => a.record.number - b.record.number);
  const pooled = new Map<number, { repeat: number; metrics: Metrics }[]>();
  const files = new Map<string, string>();
  if (resolved.vary.fold) {
    for (const [setting, trials] of Map.groupBy(results, ({ record }) => record.setting)) {
      if (trials.some(({ status }) => status !== "completed")) continue;
      const repeats = [...Map.groupBy(trials, ({ record }) => record.repeat!)];
      const own = [];
      for (const [repeat, folds] of repeats) {
        const read = folds.map(({ record }) => readRun(join(path, trialFolder(record.number))));
        const { text, metrics } = pool(setting, await Promise.all(read));
        files.set(pooledFile(setting, repeat, repeats.length), text);
        own.push({ repeat, metrics });
      }
      pooled.set(setting, own);
    }
  }
  const predictions = new Map<number, JudgedImages>();
  if (resolved.objective)
    for (const { record, status } of results) {
      if (status !== "completed") continue;
      predictions.set(record.number, await judgedImages(join(path, trialFolder(record.number))));
    }
  const outcome = { sweep: sweep.name, resolved, plan, results, pooled, predictions };
  const before = summarise({ ...outcome, winner: null });
  let summary = before;
  if (before.choice) {
    effects.reporter.winner(before.choice.setting);
    const { metrics } = await readRun(join(path, await run.winner(before.choice.setting)));
    summary = summarise({ ...outcome, winner: metrics });
  } else if (resolved.objective) effects.reporter.warning(messages.noWinner());
  for (const [file, text] of files) await writeRunFile(path, file, text);
  await writeRunFile(path, sweepFiles.table, tableText(results, plan.keys, resolved));
  await writeRunFile(path, sweepFiles.summary, jsonText(summary));
  await writeRunFile(path, sweepFiles.readme, readmeText(summary, name));
  return summary;
}

async function judgedImages(folder: string): Promise<JudgedImages> {
  const { data, metrics, predictions } = await readRun(folder);
  return {
    classes: data.classes,
    positive: metrics.positive?.label ?? null,
    predictions,
    groupOf: groupsOf(data),
  };
}
