import { TEMPLATE_ENDING } from "../charts/template.ts";
import { environmentChanges } from "../compare/environment.ts";
import { Diverged, Interrupted, UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { createRunFolder, removeRunFolder, type RunFolder } from "../run/folder.ts";
import { writeList, writeRunFile } from "../run/write-files.ts";
import { withRunLock } from "../run/lock.ts";
import { lifeOf } from "../run/alive.ts";
import { type Checkpoint, hasCheckpoint, writeCheckpoint } from "../run/checkpoints.ts";
import { requestOf } from "../run/kept.ts";
import {
  type ExtendedRecord,
  extendsFile,
  files,
  type Manifest,
  type RunFailure,
} from "../layout.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import {
  describeEnvironment,
  type Environment,
  type ManifestContext,
  openManifest,
  type RunManifest,
} from "../run/manifest.ts";
import { schemaPointer } from "../run/schema-pointer.ts";
import { sweepStrays } from "../run/strays.ts";
import type { RunSeals } from "../run/seals.ts";
import { isGpuFull } from "../shortage.ts";
import { jsonText } from "../json-text.ts";
import { dataTexts } from "../run/data-text.ts";
import { resolvedText } from "../spec/resolve.ts";
import type { Effects } from "./effects.ts";
import type { Prepared } from "./prepare.ts";

/** Where results go, a file at a time: each is whole, or not there. */
export interface Sink {
  write(name: string, content: string | Uint8Array): Promise<void>;
}

/** A numbered folder that a run fills. */
export interface OpenRun extends Sink {
  folder: RunFolder;
  manifest: Pick<RunManifest, "waited" | "trained">;
  /** Keeps the state of the training beside so many others; null where nothing goes on from it. */
  keep: ((checkpoint: Checkpoint, most: number) => Promise<void>) | null;
  /**
   * Does the work of the run and closes it: as completed with the seals of its files, otherwise as failed or interrupted,
   * with the reason.
   */
  during(work: () => Promise<RunSeals>): Promise<void>;
}

/**
 * Takes the next number for a new run.
 * @param extended the run whose training it goes on from
 * @param folder of its own in place of the next number; there is nothing in it
 */
export async function openRun(
  prepared: Prepared,
  effects: Effects,
  { extended, folder: given }: { extended?: ExtendedRecord; folder?: RunFolder } = {},
): Promise<OpenRun> {
  const environment = await environmentOf(prepared, effects.reporter.warning);
  const { folder, remove } = given
    ? { folder: given, remove: () => removeRunFolder(given) }
    : await createRunFolder(effects.runsDirectory, prepared.checked.experiment.name);
  const more = { environment, ...(extended && { extended }) };
  const manifest = await manifestOf(folder, prepared, effects, more).catch((error: unknown) => {
    remove();
    throw error;
  });
  return openFolder(folder, manifest, prepared, effects);
}

/**
 * Opens the folder of a run again that did not get to its end.
 * @throws UsageError where it goes on elsewhere, or is finished
 */
export async function reopenRun(
  folder: RunFolder,
  prepared: Prepared,
  effects: Effects,
): Promise<OpenRun> {
  const environment = await environmentOf(prepared, effects.reporter.warning);
  // Of two that would go on with it the second finds it going on.
  const manifest = await withRunLock(folder.path, async () => {
    const before = unfinishedManifest(folder);
    const changes = environmentChanges(before, environment);
    for (const change of changes) effects.reporter.warning(messages.environmentChanged(change));
    // What was half written when it was killed: once it has gone on, nothing tells that it was.
    sweepStrays([folder.path]);
    return manifestOf(folder, prepared, effects, { environment, resumed: { before, changes } });
  });
  return openFolder(folder, manifest, prepared, effects);
}

/**
 * The manifest of a run that has ended before its time.
 * @throws UsageError where the run goes on, or is finished
 */
export function unfinishedManifest({ name, path }: RunFolder): Partial<Manifest> {
  const manifest = looseManifest(path);
  if (manifest === null) throw new UsageError(messages.runNeverBegan(name));
  if (manifest.status === "completed") throw new UsageError(messages.nothingToResume(name));
  if (manifest.status === "running" && lifeOf(path, manifest).state === "going on")
    throw new UsageError(messages.runStillGoesOn(name));
  return manifest;
}

function manifestOf(
  folder: RunFolder,
  { checked, reading, base, engine }: Prepared,
  { command, now, newId }: Effects,
  more: Pick<ManifestContext, "environment" | "resumed" | "extended">,
): Promise<RunManifest> {
  const { experiment } = checked;
  const { deviceMemory } = engine;
  const about = { experiment, command, now, newId, reading, base, deviceMemory };
  return openManifest(folder, { ...about, ...more });
}

/** @param warn told why the commit is not known, where it should be */
export function environmentOf(
  { checked, engine, execution }: Prepared,
  warn?: Effects["reporter"]["warning"],
): Promise<Environment> {
  return describeEnvironment(engine, execution, checked.experiment.directory, warn);
}

function openFolder(
  folder: RunFolder,
  manifest: RunManifest,
  prepared: Prepared,
  effects: Effects,
): OpenRun {
  effects.reporter.started(folder.name);
  const write: Sink["write"] = (name, content) => writeRunFile(folder.path, name, content);
  return {
    folder,
    manifest,
    write,
    keep: (checkpoint, most) => writeCheckpoint(folder.path, checkpoint, most),
    async during(work) {
      try {
        await writeBeginning(prepared, folder, write, effects);
        await manifest.close("completed", await work());
      } catch (error) {
        const isKept = hasCheckpoint(folder.path);
        const { ending, status, reason } = endingOf(error, folder, isKept);
        const failure = failureOf(error);
        // What went wrong first is what the user needs to know.
        await manifest
          .close(status, { error: reason, ...(failure && { failure }) })
          .catch(() => undefined);
        throw ending;
      }
    },
  };
}

async function writeBeginning(
  { checked, dataset }: Prepared,
  { path }: RunFolder,
  write: Sink["write"],
  { directory, runsDirectory }: Effects,
): Promise<void> {
  const { experiment, templates } = checked;
  await write(files.experiment, experiment.text);
  const pointer = schemaPointer(experiment.text, experiment.directory, path, runsDirectory);
  // A run does not fail for what only editors need.
  if (pointer) await write(pointer.path, pointer.text).catch(() => undefined);
  const request = requestOf(experiment, directory);
  for (const [index, { text }] of experiment.extended.entries())
    await write(extendsFile(request.extends![index]!, index), text);
  await write(files.request, jsonText(request));
  await write(files.resolved, resolvedText(experiment.resolved));
  const { data, list } = dataTexts(dataset.record);
  await writeList(path, list);
  await write(files.data, data);
  for (const { name, text } of templates)
    await write(`${files.templates}/${name}${TEMPLATE_ENDING}`, text);
}

/** Why a run would fail again. */
function failureOf(error: unknown): RunFailure | undefined {
  if (error instanceof Diverged) return "diverged";
  return isGpuFull(error) ? "memory" : undefined;
}

/** What the user is told, and what the manifest says. @param isKept whether it can go on from a checkpoint */
function endingOf(error: unknown, { name }: RunFolder, isKept: boolean) {
  if (!(error instanceof Interrupted))
    return { ending: error as Error, status: "failed" as const, reason: error as Error };
  return {
    ending: new Interrupted(messages.interrupted(name, isKept), error.signal),
    status: "interrupted" as const,
    reason: new Error(messages.stoppedBy(error.signal)),
  };
}
