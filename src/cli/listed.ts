import { existsSync, lstatSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type ListedRun, readListedRun, SharedLists } from "../compare/list.ts";
import { NewerSettings } from "../compare/listed-settings.ts";
import { runFolders } from "../compare/run-folders.ts";
import type { Plain } from "../compare/settings.ts";
import { UsageError } from "../errors.ts";
import { files } from "../layout.ts";
import { evaluationName, evaluationsOf, isEvaluation } from "../run/evaluations.ts";
import { runName } from "../run/find.ts";
import { isSweep, sweepsUnder, trialFolders } from "../sweep/read.ts";
import { systemReason } from "../system-error.ts";
import { ListedTrials } from "./listed-trials.ts";
import { messages } from "./messages.ts";

/** Runs and evaluations, each with the values that it is chosen by. */
export interface Listed {
  runs: ListedRun[];
  /** How many evaluations there are besides. */
  unshown: number;
}

/**
 * Every run that names lead to, or all of runs/; evaluations beneath their runs where these are wanted, or named themselves.
 * @throws UsageError where a name leads to none
 */
export async function findListed(
  names: readonly string[],
  directory: string,
  { withEvaluations }: { withEvaluations: boolean },
): Promise<Listed> {
  const root = join(directory, "runs");
  const fault = faultOfRuns(root);
  if (fault !== null) throw new UsageError(messages.runsNoFolder("runs", fault));
  const sweeps = new Map<string, ListedTrials>();
  const folders = names.length === 0 ? runFolders(root) : names.flatMap(runsNamed);
  const newer = new NewerSettings();
  const lists = new SharedLists();
  const all = folders.flatMap((folder) => [
    folder,
    ...(isEvaluation(folder) ? [] : evaluationsOf(folder)),
  ]);
  const shown = new Set(withEvaluations ? all : folders);
  const runs: ListedRun[] = [];
  for (const folder of shown) {
    const name = runName(folder, root, directory);
    const read = await readListedRun(folder, name, newer, lists);
    const trials = sweeps.get(folder);
    const run = trials?.standing(read) ?? read;
    const own = trials?.values(run) ?? [];
    runs.push({ ...run, values: new Map([...about(run), ...run.values, ...own]) });
  }
  return { runs, unshown: new Set(all).size - shown.size };

  function runsNamed(name: string): string[] {
    const candidates = [join(root, name), resolve(directory, name)];
    const sweep = candidates.find((folder) => isSweep(folder));
    if (sweep !== undefined) {
      const trials = trialFolders(sweep);
      const listed = new ListedTrials(sweep);
      for (const trial of trials) sweeps.set(trial, listed);
      return trials;
    }
    const found = candidates.map((folder) =>
      isEvaluation(folder) && existsSync(folder)
        ? [folder]
        : basename(folder) === files.evaluations
          ? evaluationsOf(dirname(folder))
          : runFolders(folder),
    );
    const named = found.find(({ length }) => length > 0);
    if (!named && candidates.some((folder) => sweepsUnder(folder).length > 0)) return [];
    if (!named) throw new UsageError(messages.noRunsIn(name));
    return named;
  }
}

/** Why runs/ is no folder; null where it is one, or is not there yet. */
function faultOfRuns(root: string): string | null {
  try {
    return statSync(root).isDirectory() ? null : "it is a file";
  } catch (error) {
    const isThere = lstatSync(root, { throwIfNoEntry: false }) !== undefined;
    return isThere ? systemReason(error) : null;
  }
}

function about(run: ListedRun): [string, Plain][] {
  const { name, folder, status, epoch, host, remarks, manifest } = run;
  const { startedAt, seconds } = manifest;
  const { notes, tags } = remarks;
  const evaluation = evaluationName(folder) ?? undefined;
  // baseline/v001, or baseline/v001/evaluations/NAME
  const above = evaluation === undefined ? 1 : 3;
  const values: [string, Plain | undefined][] = [
    ["run", name],
    ["experiment", name.split("/").slice(0, -above).join("/")],
    ["evaluation", evaluation],
    ["status", status],
    ["epoch", epoch ?? undefined],
    ["host", host ?? undefined],
    ["tags", tags.length > 0 ? tags : undefined],
    ["note", notes.at(-1)?.text],
    ["started", typeof startedAt === "string" ? startedAt : undefined],
    ["seconds", typeof seconds === "number" ? seconds : undefined],
  ];
  return values.filter((value): value is [string, Plain] => value[1] !== undefined);
}

/** Names of what `about` tells: also where no run has it, such as tags, they are not misspelt. */
export const aboutKeys = [
  "run",
  "experiment",
  "evaluation",
  "status",
  "epoch",
  "host",
  "tags",
  "note",
  "started",
  "seconds",
];
