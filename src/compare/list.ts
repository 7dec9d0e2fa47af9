import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRegularSync } from "../regular-file.ts";
import { figuresOf, type Plain } from "./settings.ts";
import { RunError } from "../errors.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import { files, type Manifest, type Metrics, runStatuses, type RunStatus } from "../layout.ts";
import { isNamed } from "../run/data-text.ts";
import { parseJson } from "../run/text.ts";
import { lift, type Step, steps, type StoredRecord } from "../run/versions.ts";
import { systemReason } from "../system-error.ts";
import { lifeOf } from "../run/alive.ts";
import { readRemarks, type Remarks } from "../run/remarks.ts";
import { isManifestWhole } from "../run/manifest-text.ts";
import { brokenSeals, textSeal } from "../run/seals.ts";
import { foreignParts } from "../run/belongings.ts";
import { type NewerSettings, settingsOf } from "./listed-settings.ts";

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
