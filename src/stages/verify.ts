import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRegularSync } from "../regular-file.ts";
import { environmentChanges } from "../compare/environment.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import { damagedCheckpoints } from "../run/checkpoints.ts";
import type { RunFolder } from "../run/folder.ts";
import { files, type Manifest, type StopRecord } from "../layout.ts";
import { isManifestWhole } from "../run/manifest-text.ts";
import { brokenSeals, sealOf } from "../run/seals.ts";
import { comparingSink, Divergence } from "./compare-sink.ts";
import type { Effects } from "./effects.ts";
import { fit } from "./fit.ts";
import { judge } from "./judge.ts";
import { environmentOf, type OpenRun } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";
import { drawAll } from "./draw-all.ts";
import { publish } from "./publish.ts";
import { differences } from "./same-run.ts";

/** What came of doing a run again. */
export interface Verdict {
  /** Sentences: the first difference, and what it may come from. Empty where all bytes agree. */
  differences: string[];
  /** Files that are as they were, and files that git does not keep and that are not here. */
  same: string[];
  absent: string[];
}

/** Files of a finished run that are not what they were when it finished, as it noted itself. */
export function damagedFiles(folder: string, manifest: Partial<Manifest>): string[] {
  const read = (name: string) => {
    try {
      return readRegularSync(join(folder, name));
    } catch {
      return null;
    }
  };
  const isWhole = isManifestWhole(read(files.manifest)?.toString("utf8") ?? "");
  return [
    ...(isWhole === false ? [runMessages.changedSince(files.manifest)] : []),
    ...brokenSeals(manifest.files ?? {}, read, isByteForByte).map(({ name, isMissing }) =>
      isMissing ? messages.verifyMissing(name) : runMessages.changedSince(name),
    ),
    // What git does not keep need not be here.
    ...brokenSeals(manifest.model ?? {}, (name) => read(`${files.model}/${name}`), isByteForByte)
      .filter(({ isMissing }) => !isMissing)
      .map(({ name }) => runMessages.changedSince(`${files.model}/${name}`)),
    ...damagedCheckpoints(folder).map((name) =>
      runMessages.changedSince(`${files.checkpoints}/${name}`),
    ),
  ];
}

function isByteForByte(content: string | Uint8Array, seal: string): boolean {
  return sealOf(content) === seal;
}

/**
 * Does a run again, into nowhere, and compares every byte with its folder.
 * @param stopped what ended the run that would not end it again: its time, or other trials
 */
export async function reproduce(
  prepared: Prepared,
  folder: RunFolder,
  manifest: Partial<Manifest>,
  stopped: StopRecord | undefined,
  effects: Effects,
): Promise<Verdict> {
  const { settings, images } = await differences(prepared, folder.path);
  const world = environmentChanges(manifest, await environmentOf(prepared));
  const sink = comparingSink(folder.path);
  const verdict = (found: readonly string[]): Verdict => ({
    differences: found.length > 0 ? [...found, ...world.map(messages.verifyEnvironment)] : [],
    same: sink.same,
    absent: sink.absent,
  });
  if (settings.length > 0) return verdict(settings.map(messages.verifySetting));
  if (images.length > 0) return verdict(images);
  const again: Omit<OpenRun, "during"> = {
    folder,
    manifest: { waited: () => undefined, trained: () => undefined },
    write: sink.write,
    keep: null,
  };
  try {
    const fitted = await fit(prepared, again, effects, {
      ...(stopped && { stopped }),
    });
    if (!sink.same.includes(files.history)) {
      return verdict([messages.verifyEpoch(fitted.history.epochs.length + 1)]);
    }
    // Of a trial of a sweep nothing is, unless it was asked for.
    const isDrawn = existsSync(join(folder.path, files.charts));
    const pictures = await judge(prepared, fitted, sink, effects, { withPictures: isDrawn });
    await publish(prepared, pictures, again);
    if (isDrawn)
      await drawAll(folder.path, prepared.checked.templates, again, effects.reporter.warning);
  } catch (error) {
    if (!(error instanceof Divergence)) throw error;
    return verdict([error.message]);
  }
  return verdict([]);
}
