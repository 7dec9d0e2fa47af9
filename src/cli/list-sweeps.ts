import { join, resolve } from "node:path";
import { RunError } from "../errors.ts";
import type { Manifest } from "../layout.ts";
import { lifeOf } from "../run/alive.ts";
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
export function listedSweeps(names: readonly string[], directory: string): ListedSweep[] {
  const root = join(directory, "runs");
  const folders =
    names.length === 0
      ? sweepsUnder(root)
      : names.flatMap((name) => {
          const places = [join(root, name), resolve(directory, name)];
          const found = places.map((place) => sweepsUnder(place).filter((one) => one !== place));
          return found.find(({ length }) => length > 0) ?? [];
        });
  return [...new Set(folders)].map((folder) => listed(folder, runName(folder, root, directory)));
}

function listed(folder: string, name: string): ListedSweep {
  const manifest = looseSweepManifest(folder);
  const row = { name, search: "–", best: "–", trials: "–" };
  const started = (manifest?.startedAt ?? "–").slice(0, 16).replace("T", " ");
  if (!manifest) return { ...row, status: "damaged", started };
  const { lamina: _, ...seen } = manifest;
  const isKilled =
    manifest.status === "running" && lifeOf(folder, seen as Partial<Manifest>).state === "killed";
  const status = isKilled ? "killed" : (manifest.status ?? "damaged");
  try {
    const summary = status === "completed" ? readSummary(folder) : null;
    if (!summary) {
      const finished = trialFolders(folder).filter(
        (trial) => looseManifest(trial)?.status === "completed",
      ).length;
      return { ...row, status, started, trials: `${finished}/${readTrialRecords(folder).length}…` };
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
