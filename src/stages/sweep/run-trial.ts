import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { checkExperiment } from "../../check.ts";
import { RunError } from "../../errors.ts";
import { files } from "../../layout.ts";
import { resumeTrial, runTrial as runInto } from "../../pipeline.ts";
import { removeRunFolder, type RunFolder } from "../../run/folder.ts";
import { keptExperiment } from "../../run/kept.ts";
import { looseManifest } from "../../run/loose-manifest.ts";
import { readData } from "../../run/read.ts";
import { folderSource } from "../../run/source.ts";
import { dataTexts } from "../../run/data-text.ts";
import { compareData } from "../../compare/data.ts";
import type { KeptExperiment } from "../../spec/draft.ts";
import type { OverrideRecord } from "../../layout.ts";
import type { Effects } from "../effects.ts";
import type { EpochPart } from "../parts/part.ts";
import type { Prepared } from "../prepare.ts";
import { rungPart } from "./halving-part.ts";
import { messages } from "./messages.ts";
import type { TrialEvents, TrialOrder } from "./place.ts";

/**
 * Does a trial of a sweep, or goes on with it where it stood.
 * @param path of its folder, where that has another name for the time being
 * @throws whatever a run throws; ExperimentError where its settings do not go together
 */
export async function runTrial(
  order: TrialOrder,
  effects: Effects,
  rung: TrialEvents["rung"],
  path = join(order.sweep, order.folder),
): Promise<void> {
  const { sweep, name } = order;
  const { directory, signal } = effects;
  const folder: RunFolder = { name: `${name}/${order.folder}`, path };
  const kept = await trialExperiment(sweep, name, order, directory);
  const checked = await checkExperiment({ file: kept.file, overrides: [], directory, kept });
  const parts: Record<string, EpochPart> = order.rungs
    ? { halving: rungPart(order.rungs, rung, signal) }
    : {};
  const { isDrawn } = order;
  const trial = {
    folder,
    parts,
    isDrawn,
    accept: (ready: Prepared) => expectSameImages(ready, order),
  };
  const manifest = looseManifest(folder.path);
  if (manifest !== null) return resumeTrial(checked, trial, effects);
  // Of one that was killed before it could say anything.
  removeRunFolder(folder);
  await mkdir(folder.path, { recursive: true });
  return runInto(checked, trial, effects);
}

/** The experiment of a trial, as the sweep has kept it. */
export async function trialExperiment(
  sweep: string,
  name: string,
  {
    experiment,
    folder,
    overrides,
  }: { experiment: string; folder: string; overrides: readonly OverrideRecord[] },
  directory: string,
): Promise<KeptExperiment> {
  const kept = await keptExperiment(join(sweep, experiment), directory);
  const series = [name, ...folder.split("/").slice(0, -1)].join("/");
  return { ...kept, name: series, overrides: [...kept.overrides, ...overrides] };
}

/** Images that are named one by one. */
const MOST_IMAGES = 10;

/** @throws RunError where images are no longer those of another trial */
async function expectSameImages(
  { dataset }: Prepared,
  { sweep, reference }: TrialOrder,
): Promise<void> {
  if (reference === null) return;
  const other = join(sweep, reference);
  if (!existsSync(join(other, files.data))) return;
  const before = await readData(folderSource(other));
  if (dataTexts(before).list.path === dataTexts(dataset.record).list.path) return;
  // Seeds and folds deal them out anew.
  const changes = compareData(before, dataset.record).flatMap(({ kinds, a, b }) => {
    const others = kinds.filter((kind) => kind !== "re-split");
    return others.length === 0 ? [] : messages.imageIsAnother(others.join(", "), (a ?? b)!.file);
  });
  if (changes.length > 0)
    throw new RunError(
      messages.imagesChanged(reference, changes.slice(0, MOST_IMAGES), changes.length),
    );
}
