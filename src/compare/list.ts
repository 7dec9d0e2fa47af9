import { type Dirent, existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readRegularSync } from "../regular-file.ts";
import { figuresOf, flatten, objectsOf, type Plain, summariseLayers } from "./settings.ts";
import { RunError } from "../errors.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import {
  files,
  type Manifest,
  type Metrics,
  runStatuses,
  type RunStatus,
  SWEEP_NUMBER,
} from "../layout.ts";
import type { Experiment } from "../spec/experiment.ts";
import { resolveExperiment } from "../spec/resolve.ts";
import { isNamed, parseJson } from "../run/text.ts";
import { lift, type Step, steps, type StoredRecord } from "../run/versions.ts";
import { systemReason } from "../system-error.ts";
import { lifeOf } from "../run/alive.ts";
import { readRemarks, type Remarks } from "../run/remarks.ts";
import { isResidue } from "../run/residue.ts";
import { VERSION } from "../run/version.ts";
import { isManifestWhole } from "../run/manifest-text.ts";
import { brokenSeals, textSeal } from "../run/seals.ts";
import { foreignParts } from "../run/belongings.ts";

/** A run as a list shows it. */
export interface ListedRun {
  /** e.g. "baseline/v003" */
  name: string;
  folder: string;
  /**
   * killed: its manifest says "running", but it does not go on. damaged: a file that a list needs is missing or cannot be
   * read.
   */
  status: RunStatus | "killed" | "damaged";
  /** What is damaged, or is another run's, or why the run failed. */
  problem: string | null;
  /** Epochs that a run has in history.csv, where it is not completed, or stopped before its last one. */
  epoch: number | null;
  /** Of a run that goes on elsewhere: the machine. */
  host: string | null;
  remarks: Remarks;
  manifest: Partial<Manifest>;
  metrics: Metrics | null;
  settings: StoredRecord | null;
  /** Everything that a run can be chosen or sorted by: its metrics and settings by dotted path, and `model.layers`. */
  values: Map<string, Plain>;
}

/** runs/sweep/experiment/v001 and one more. */
const MOST_DEPTH = 4;

/**
 * Folders of runs inside a folder, or the folder itself when it is one: by their names, v010 after v009.
 * @returns absolute when the folder is
 */
export function runFolders(folder: string): string[] {
  return numberedFolders(folder).filter((run) => !isResidue(run));
}

/** Folders that hold only what git has left behind of a run, or of a trial: git leaves nothing behind a link. */
export function residues(folder: string): string[] {
  const options = { followsLinks: false, withTrials: true };
  return numberedFolders(folder, options).filter((run) => isResidue(run));
}

/** Whether a folder is that of a trial of a sweep, or of its winner. */
function isOfSweep(folder: string): boolean {
  const above = dirname(folder);
  if (basename(folder) === "winner") return SWEEP_NUMBER.test(basename(above));
  return (
    /^\d{4,}$/.test(basename(folder)) &&
    basename(above) === "trials" &&
    SWEEP_NUMBER.test(basename(dirname(above)))
  );
}

function numberedFolders(
  folder: string,
  { followsLinks = true, withTrials = false } = {},
  depth = 0,
): string[] {
  if (VERSION.test(basename(folder)) && !holdsRuns(folder)) return [folder];
  if (withTrials && isOfSweep(folder)) return [folder];
  if (depth >= (withTrials ? MOST_DEPTH + 2 : MOST_DEPTH)) return [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // One that cannot be looked into is a damaged run rather than none.
    return code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" ? [] : [folder];
  }
  return entries
    .filter((entry) => entry.isDirectory() || (followsLinks && entry.isSymbolicLink()))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("."))
    .toSorted(byNameAndNumber)
    .flatMap((name) =>
      numberedFolders(join(folder, name), { followsLinks, withTrials }, depth + 1),
    );
}

/** Of an experiment that is called as runs are: v001.yaml. */
function holdsRuns(folder: string): boolean {
  if (existsSync(join(folder, files.manifest))) return false;
  try {
    return readdirSync(folder).some((name) => VERSION.test(name));
  } catch {
    return false;
  }
}

const collator = new Intl.Collator("en", { numeric: true });

export function byNameAndNumber(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

/**
 * What a list tells of a run. It reads three small files and holds them against no schema: with thousands of runs
 * that would take longer than all the rest. The others are only seen to be what they were. Never throws: a damaged run is
 * a line of the list.
 */
export async function readListedRun(
  folder: string,
  name: string,
  newer: NewerSettings,
  lists = new SharedLists(),
): Promise<ListedRun> {
  const run: ListedRun = {
    name,
    folder,
    status: "damaged",
    problem: null,
    epoch: null,
    host: null,
    remarks: { notes: [], tags: [] },
    manifest: {},
    metrics: null,
    settings: null,
    values: new Map(),
  };
  try {
    run.manifest = readManifest(folder);
    const status = statusOf(run.manifest, join(folder, files.manifest));
    const read = (file: string, path: readonly Step[]) =>
      readRecord(folder, file, path, status === "completed");
    run.settings = read(files.resolved, steps.resolved);
    run.values = settingsOf(run.settings, newer);
    const metrics = read(files.metrics, steps.metrics) as Metrics | null;
    run.problem = run.manifest.error || null;
    if (status === "completed") await checkWhole(folder, run.manifest, lists);
    // Figures of a run that is damaged, or has not written all that they follow from, are none.
    if (status === "completed" || (metrics && (await isEvaluated(folder)))) run.metrics = metrics;
    run.values = new Map([...figuresOf(run.metrics), ...run.values]);
    run.epoch =
      status === "completed" ? (run.metrics?.weights?.stopped?.epoch ?? null) : epochsOf(folder);
    const life = status === "running" ? lifeOf(folder, run.manifest) : null;
    run.status = life?.state === "killed" ? "killed" : status;
    if (life?.state === "killed") run.problem = messages.lastSign(life.lastSign);
    if (life?.state === "going on") run.host = life.host;
    run.remarks = readRemarks(folder);
    if (status === "completed" && run.manifest.files) {
      const foreign = foreignParts(folder, textSeal(run.manifest.files));
      if (foreign.length > 0) run.problem = messages.foreignParts(name, foreign);
    }
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    run.problem = error.message;
  }
  return run;
}

/**
 * Holds a completed run's text against what the manifest says that it was. Where a file is another, it is read: the error
 * then says where it is damaged. A run of before manifests said so is read whole.
 */
async function checkWhole(
  folder: string,
  { files: seals }: Partial<Manifest>,
  lists: SharedLists,
): Promise<void> {
  if (seals === undefined) return readWhole(folder);
  const [broken] = brokenSeals(seals, (file) => readBytes(join(folder, file)));
  if (!broken) return lists.check(folder);
  const file = join(folder, broken.name);
  if (broken.isMissing) throw new RunError(runMessages.runFileMissing(file));
  await readWhole(folder);
  throw new RunError(runMessages.changedSince(file));
}

/** @throws RunError where a run's files are damaged or disagree */
async function readWhole(folder: string): Promise<void> {
  // Loaded where it is needed: it takes longer than to list hundreds of runs.
  const { readRun } = await import("../run/read.ts");
  await readRun(folder);
}

/** Whether a run that did not get to its end has all that its figures follow from. @throws RunError as `readWhole` */
async function isEvaluated(folder: string): Promise<boolean> {
  const needed = [files.predictions, files.confusionMatrix];
  if (needed.some((name) => !existsSync(join(folder, name)))) return false;
  await readWhole(folder);
  return true;
}

/** Lists of images that several runs share: each is looked at once. */
export class SharedLists {
  /** By path: whether it is what its name says, or null where it is not there. */
  private readonly known = new Map<string, boolean | null>();

  /** @throws RunError where the list that a run names is missing, or is no longer what its name says */
  check(folder: string): void {
    const text = readBytes(join(folder, files.data))?.toString() ?? "";
    const list = /^ {2}"list": "([^"]+)"/m.exec(text)?.[1];
    if (list === undefined) return;
    const path = join(folder, list);
    let isWhole = this.known.get(path);
    if (isWhole === undefined) {
      const content = readBytes(path);
      isWhole = content && isNamed(path, content.toString());
      this.known.set(path, isWhole);
    }
    if (isWhole === null) throw new RunError(runMessages.listMissing(path));
    if (!isWhole) throw new RunError(runMessages.changedSince(path));
  }
}

function readBytes(file: string): Buffer | null {
  try {
    return readRegularSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new RunError(runMessages.runFileUnreadable(file, systemReason(error)));
  }
}

function statusOf({ status }: Partial<Manifest>, file: string): RunStatus {
  if (!runStatuses.some((known) => known === status))
    throw new RunError(
      runMessages.wrongRecord(file, "/status", `must be ${runStatuses.join(", ")}`),
    );
  return status!;
}

/** The last epoch of history.csv, which is not there before the first is over. */
function epochsOf(folder: string): number {
  const text = readBytes(join(folder, files.history))?.toString() ?? "";
  return Number(/\n(\d+),[^\n]*\n$/.exec(text)?.[1] ?? 0);
}

/** @throws RunError where it is not as it was written, too */
function readManifest(folder: string): Partial<Manifest> {
  const file = join(folder, files.manifest);
  const text = readText(file);
  const manifest = lift(parseJson(text, file), file, steps.manifest) as Partial<Manifest>;
  if (isManifestWhole(text) === false) throw new RunError(runMessages.manifestChanged(file));
  return manifest;
}

/** @returns null where there is no such file and it need not be there */
function readRecord(
  folder: string,
  name: string,
  path: readonly Step[],
  isNeeded: boolean,
): StoredRecord | null {
  const file = join(folder, name);
  if (!isNeeded && !existsSync(file)) return null;
  return lift(parseJson(readText(file), file), file, path);
}

function readText(file: string): string {
  const bytes = readBytes(file);
  if (bytes === null) throw new RunError(runMessages.runFileMissing(file));
  return bytes.toString();
}

function settingsOf(settings: StoredRecord | null, newer: NewerSettings): Map<string, Plain> {
  if (!settings) return new Map();
  const { layers, base } = (settings["model"] ?? {}) as { layers?: unknown; base?: object };
  const written = flatten(withoutTrunk(settings, base));
  const stack = summariseLayers(objectsOf(layers));
  return new Map([
    ...written,
    ...newer.of(settings, [stack, ...written.keys()].join("\n")),
    ["model.layers", stack],
  ]);
}

/** The layers of a base are told by its settings. */
function withoutTrunk(settings: StoredRecord, base: object | undefined): object {
  if (base === undefined) return settings;
  return {
    ...settings,
    model: { ...(settings["model"] as object), base: { ...base, trunk: undefined } },
  };
}

/**
 * Settings that are newer than a run, which has them by default. Runs that have the same settings, whatever their
 * values, lack the same ones: they are worked out once, not for each of thousands.
 */
export class NewerSettings {
  private readonly known = new Map<string, readonly [string, Plain][]>();

  /** @param shape the names of the run's settings, and its layers */
  of(settings: StoredRecord, shape: string): readonly [string, Plain][] {
    const known = this.known.get(shape);
    if (known) return known;
    const written = flatten(settings);
    const added = [...flatten(resolved(settings))].filter(([key]) => !written.has(key));
    this.known.set(shape, added);
    return added;
  }
}

function resolved(settings: StoredRecord): object {
  try {
    return resolveExperiment(settings as unknown as Experiment);
  } catch {
    // No schema has looked at these settings: what is no experiment has no defaults.
    return {};
  }
}
