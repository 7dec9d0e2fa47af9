import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runFolders } from "../compare/run-folders.ts";
import { files } from "../layout.ts";
import { evaluationsOf } from "../run/evaluations.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { runName } from "../run/find.ts";
import { sealedFiles } from "../run/seals.ts";
import { sweepFiles } from "../sweep/layout.ts";
import { sweepsUnder, trialFolders } from "../sweep/read.ts";

/** Where the pages of runs are: /runs/baseline/v003/, as their folders lie, so that links between their files lead there. */
export const RUNS_PATH = "/runs/";

/** A run (an evaluation, a trial) or a sweep that a path leads to. */
export interface Place {
  kind: "run" | "sweep";
  name: string;
  folder: string;
  /** What of it is asked for: "history.csv"; "" for all. */
  rest: string;
}

/**
 * What of the runs a path names. A run is found by its name among those that there are: nothing of the path leads anywhere by
 * itself.
 *
 * @param pathname of a URL, e.g. "/runs/baseline/v003/"
 * @param directory holds runs/
 * @returns null where there is no such run
 */
export function findPlace(pathname: string, directory: string): Place | null {
  const asked = decoded(pathname);
  if (asked === null || !asked.startsWith(RUNS_PATH)) return null;
  const root = join(directory, "runs");
  const words = asked.slice(RUNS_PATH.length).split("/");
  for (const { folder, kind } of candidates(root)) {
    const name = runName(folder, root, directory).replaceAll("\\", "/");
    const own = name.split("/");
    if (own.every((word, index) => word === words[index]))
      return { kind, name, folder, rest: words.slice(own.length).join("/") };
  }
  return null;
}

/**
 * The file that a place is shown by: one of those that a run has, by its name; or its report. That of a run that did not get
 * to its end is of an earlier try.
 *
 * @returns null where there is none
 */
export function fileOf({ folder, rest }: Place): { path: string; type: string } | null {
  const name = rest === "" ? files.report : rest;
  const path = join(folder, name);
  if (!isKnown(folder, name) || !isFile(path)) return null;
  const { status } = looseManifest(folder) ?? {};
  if (name === files.report && status !== undefined && status !== "completed") return null;
  return { path, type: types[/\.[^.]+$/.exec(name)?.[0] ?? ""] ?? "text/plain; charset=utf-8" };
}

/** Evaluations come before their runs, and trials before their sweeps: the longest name first. */
function* candidates(root: string): Generator<{ folder: string; kind: "run" | "sweep" }> {
  for (const folder of runFolders(root)) {
    for (const evaluation of evaluationsOf(folder)) yield { folder: evaluation, kind: "run" };
    yield { folder, kind: "run" };
  }
  for (const sweep of sweepsUnder(root)) {
    for (const folder of trialFolders(sweep)) yield { folder, kind: "run" };
    yield { folder: sweep, kind: "sweep" };
  }
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
};

/** Texts that reports lead to, and that people read: what is not here is not shown. */
const texts = new Set<string>([
  ...sealedFiles,
  files.readme,
  files.manifest,
  files.notes,
  files.report,
  sweepFiles.text,
  sweepFiles.summary,
  sweepFiles.table,
  sweepFiles.manifest,
]);

const CHART = new RegExp(`^${files.charts}/([^/\\\\]+\\.(?:svg|png|vl\\.json))$`);

function isKnown(folder: string, name: string): boolean {
  const chart = CHART.exec(name)?.[1];
  return (
    texts.has(name) || (chart !== undefined && namesIn(join(folder, files.charts)).includes(chart))
  );
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A link may lead to what is nobody's business. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
