import { join, resolve } from "node:path";
import { RunError, UsageError } from "../errors.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import type { SweepManifest } from "../sweep/layout.ts";
import { type SweepLife, lifeOfSweep } from "../sweep/life.ts";
import { runName } from "../run/find.ts";
import {
  looseSweepManifest,
  readSummary,
  readTrialRecords,
  sweepsUnder,
  trialFolders,
} from "../sweep/read.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { figure, nameOf } from "../sweep/words.ts";
import type { ListedOutput, ListedSweepOutput } from "./outputs.ts";
import { drawTable } from "./table.ts";

/** A sweep as a list shows it. */
export interface ListedSweep extends Omit<ListedSweepOutput, "best"> {
  name: string;
  folder: string;
  status: SweepLife | "damaged";
  /** Trials that it has begun: at least so many are planned. */
  begun: number;
  /** With the setting in words. */
  best: (NonNullable<ListedSweepOutput["best"]> & { words: string }) | null;
  startedAt: string | null;
  seconds: number | null;
}

/** Sweeps in the folders that the user named; all of them where none is. Those that are named themselves are left out. */
export async function listedSweeps(
  names: readonly string[],
  directory: string,
): Promise<ListedSweep[]> {
  const root = join(directory, "runs");
  const folders =
    names.length === 0
      ? sweepsUnder(root)
      : names.flatMap((name) => {
          const places = [join(root, name), resolve(directory, name)];
          const found = places.map((place) => sweepsUnder(place).filter((one) => one !== place));
          return found.find(({ length }) => length > 0) ?? [];
        });
  const sweeps = [...new Set(folders)];
  return Promise.all(
    sweeps.map((folder) => listed(folder, runName(folder, root, directory), directory)),
  );
}

async function listed(folder: string, name: string, directory: string): Promise<ListedSweep> {
  const manifest = looseSweepManifest(folder);
  const { startedAt = null, seconds = null } = manifest ?? {};
  const own = { name, folder, startedAt, seconds, search: null, best: null };
  const damaged = {
    ...own,
    status: "damaged" as const,
    begun: 0,
    trials: { finished: 0, planned: null },
  };
  if (!manifest) return damaged;
  const status = manifest.status
    ? lifeOfSweep(folder, { ...manifest, status: manifest.status })
    : "damaged";
  try {
    const summary = status === "completed" ? readSummary(folder) : null;
    if (!summary) {
      const finished = trialFolders(folder).filter(
        (trial) => looseManifest(trial)?.status === "completed",
      ).length;
      const begun = readTrialRecords(folder).length;
      const planned = await plannedTrials(folder, name, manifest, directory);
      return { ...own, status, begun, trials: { finished, planned } };
    }
    const { trials, choice, objective, settings, search } = summary;
    const best = choice && settings.find(({ setting }) => setting === choice.setting)!;
    const { planned } = trials;
    return {
      ...own,
      status,
      begun: planned,
      search,
      trials: { finished: trials.completed + trials.stopped, planned },
      best:
        choice && best && objective
          ? {
              setting: best.setting,
              values: best.values,
              figure: objective.figure,
              value: choice.objective,
              words: nameOf(best, summary),
            }
          : null,
    };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return damaged;
  }
}

/** How many trials an unfinished sweep is to have; null where its own files do not tell any more. */
async function plannedTrials(
  path: string,
  name: string,
  { file, trials }: Partial<SweepManifest>,
  directory: string,
): Promise<number | null> {
  if (file === undefined) return null;
  // Only where it is needed: it reads the experiments.
  const { readSweepTexts } = await import("../stages/sweep/begin.ts");
  try {
    const { plan } = await readSweepTexts({ name, path }, { file, trials }, directory);
    return plan.total;
  } catch (error) {
    const isDamage =
      error instanceof RunError || error instanceof UsageError || error instanceof ExperimentError;
    if (!isDamage) throw error;
    return null;
  }
}

/** A sweep in words. */
export function sweepLine({ name, status, trials, begun, search, best, startedAt }: ListedSweep) {
  return {
    name,
    status,
    trials: status === "damaged" ? "–" : `${trials.finished}/${trials.planned ?? `${begun}…`}`,
    search: search ?? "–",
    best: best ? `${best.figure} ${figure(best.value)}: ${best.words}` : "–",
    started: (startedAt ?? "–").slice(0, 16).replace("T", " "),
  };
}

export function sweepTable(sweeps: readonly ListedSweep[]): string {
  const rows = sweeps.map((sweep) => Object.values(sweepLine(sweep)));
  const head = ["sweep", "status", "trials", "search", "best", "started"];
  return drawTable(
    [head, ...rows],
    head.map(() => "left" as const),
  );
}

/** A sweep as `--json` has it. */
export function listedSweepOutput(sweep: ListedSweep): ListedOutput {
  const { name: run, folder, status, trials, search, startedAt, seconds } = sweep;
  const best = sweep.best && {
    setting: sweep.best.setting,
    values: sweep.best.values,
    figure: sweep.best.figure,
    value: sweep.best.value,
  };
  return {
    run,
    evaluation: null,
    sweep: { trials, search, best },
    folder,
    status,
    problem: null,
    epoch: null,
    host: null,
    tags: [],
    notes: [],
    startedAt,
    seconds,
    metrics: null,
    settings: null,
  };
}
