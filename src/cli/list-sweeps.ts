import { join, resolve } from "node:path";
import { RunError, UsageError } from "../errors.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import type { SweepManifest } from "../sweep/layout.ts";
import { lifeOfSweep } from "../sweep/life.ts";
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
import { drawTable } from "./table.ts";

/** A sweep as a list shows it. */
export interface ListedSweep {
  name: string;
  status: string;
  /** "12/40" */
  trials: string;
  search: string;
  /** What the best setting is, and its objective. */
  best: string;
  started: string;
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
  const row = { name, search: "–", best: "–", trials: "–" };
  const started = (manifest?.startedAt ?? "–").slice(0, 16).replace("T", " ");
  if (!manifest) return { ...row, status: "damaged", started };
  const status = manifest.status
    ? lifeOfSweep(folder, { ...manifest, status: manifest.status })
    : "damaged";
  try {
    const summary = status === "completed" ? readSummary(folder) : null;
    if (!summary) {
      const finished = trialFolders(folder).filter(
        (trial) => looseManifest(trial)?.status === "completed",
      ).length;
      const planned = await plannedTrials(folder, name, manifest, directory);
      return { ...row, status, started, trials: `${finished}/${planned}` };
    }
    const { trials, choice, objective, settings, search } = summary;
    const best = choice && settings.find(({ setting }) => setting === choice.setting)!;
    return {
      name,
      status,
      started,
      search,
      trials: `${trials.completed + trials.stopped}/${trials.planned}`,
      best:
        choice && best && objective
          ? `${objective.figure} ${figure(choice.objective)}: ${nameOf(best, summary)}`
          : "–",
    };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { ...row, status: "damaged", started };
  }
}

/** How many trials an unfinished sweep is to have: "10", or "3…" where its own files do not tell any more. */
async function plannedTrials(
  path: string,
  name: string,
  { file, trials }: Partial<SweepManifest>,
  directory: string,
): Promise<string> {
  const begun = `${readTrialRecords(path).length}…`;
  if (file === undefined) return begun;
  // Only where it is needed: it reads the experiments.
  const { readSweepTexts } = await import("../stages/sweep/begin.ts");
  try {
    const { plan } = await readSweepTexts({ name, path }, { file, trials }, directory);
    return String(plan.total);
  } catch (error) {
    const isDamage =
      error instanceof RunError || error instanceof UsageError || error instanceof ExperimentError;
    if (!isDamage) throw error;
    return begun;
  }
}

export function sweepTable(sweeps: readonly ListedSweep[]): string {
  const rows = sweeps.map(({ name, status, trials, search, best, started }) => [
    name,
    status,
    trials,
    search,
    best,
    started,
  ]);
  const head = ["sweep", "status", "trials", "search", "best", "started"];
  return drawTable(
    [head, ...rows],
    head.map(() => "left" as const),
  );
}
