import { TEMPLATE_ENDING } from "../charts/template.ts";
import { Interrupted } from "../errors.ts";
import { messages } from "../messages.ts";
import {
  createRunFolder,
  removeRunFolder,
  writeList,
  writeRunFile,
  type RunFolder,
} from "../run/folder.ts";
import { requestOf } from "../run/kept.ts";
import { files } from "../run/layout.ts";
import { openManifest, type RunManifest } from "../run/manifest.ts";
import type { Seals } from "../run/seals.ts";
import { dataTexts, jsonText } from "../run/text.ts";
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
  manifest: RunManifest;
  /**
   * Does the work of the run and closes it: as completed with the seals of its text, otherwise as failed or interrupted,
   * with the reason.
   */
  during(work: () => Promise<Seals>): Promise<void>;
}

/** Takes the next number, and writes what is known before training. */
export async function openRun(prepared: Prepared, effects: Effects): Promise<OpenRun> {
  const { experiment } = prepared.checked;
  const folder = await createRunFolder(effects.runsDirectory, experiment.name);
  const manifest = await openManifest(folder, {
    experiment,
    engine: prepared.engine,
    shards: prepared.shards,
    command: effects.command,
    now: effects.now,
    newId: effects.newId,
    reading: prepared.reading,
  }).catch(async (error: unknown) => {
    await removeRunFolder(folder);
    throw error;
  });
  effects.reporter.started(folder.name);
  const write: Sink["write"] = (name, content) => writeRunFile(folder.path, name, content);
  return {
    folder,
    manifest,
    write,
    async during(work) {
      try {
        await writeBeginning(prepared, folder, write, effects);
        await manifest.close("completed", { files: await work() });
      } catch (error) {
        const { ending, status, reason } = endingOf(error, folder);
        // What went wrong first is what the user needs to know.
        await manifest.close(status, { error: reason }).catch(() => undefined);
        throw ending;
      }
    },
  };
}

async function writeBeginning(
  { checked, dataset }: Prepared,
  { path }: RunFolder,
  write: Sink["write"],
  { directory }: Effects,
): Promise<void> {
  const { experiment, templates } = checked;
  await write(files.experiment, experiment.text);
  await write(files.request, jsonText(requestOf(experiment, directory)));
  await write(files.resolved, resolvedText(experiment.resolved));
  const { data, list } = dataTexts(dataset.record);
  await writeList(path, list);
  await write(files.data, data);
  for (const { name, text } of templates)
    await write(`${files.templates}/${name}${TEMPLATE_ENDING}`, text);
}

/** What the user is told, and what the manifest says. */
function endingOf(error: unknown, { name }: RunFolder) {
  if (!(error instanceof Interrupted))
    return { ending: error as Error, status: "failed" as const, reason: error as Error };
  return {
    ending: new Interrupted(messages.interrupted(name), error.signal),
    status: "interrupted" as const,
    reason: new Error(messages.stoppedBy(error.signal)),
  };
}
