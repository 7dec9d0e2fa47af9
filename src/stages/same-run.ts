import { compareData } from "../compare/data.ts";
import { flatten, isSame, printPlain } from "../compare/settings.ts";
import { messages } from "./messages.ts";
import { type BaseRecord, type DataRecord, files } from "../layout.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readData } from "../run/read.ts";
import { parseResolved } from "../run/records.ts";
import { folderSource, readOptional } from "../run/source.ts";
import { dataTexts } from "../run/data-text.ts";
import { resolvedText } from "../spec/resolve.ts";
import type { Prepared } from "./prepare.ts";

/** What is different when a run's experiment is prepared again; sentences for the user. */
export interface Differences {
  settings: string[];
  images: string[];
}

/** Images that are named one by one. */
const MOST_IMAGES = 10;

/**
 * Compares the settings and the images of a run, as its text tells them, with what they are now.
 * @param folder of the run
 * @throws RunError where the run's text is missing or damaged
 */
export async function differences(prepared: Prepared, folder: string): Promise<Differences> {
  const { checked, dataset, base } = prepared;
  const source = folderSource(folder);
  const resolved = await readOptional(source, files.resolved, parseResolved);
  // A run that was killed as it began has no more to say than its experiment.
  if (resolved === null) return { settings: [], images: [] };
  const isSameText = resolvedText(resolved) === resolvedText(checked.experiment.resolved);
  const before = flatten(resolved);
  const now = flatten(checked.experiment.resolved);
  const names = isSameText ? [] : [...new Set([...before.keys(), ...now.keys()])];
  const settings = names
    .filter((name) => !isSame(before.get(name), now.get(name)))
    .map((name) =>
      messages.settingChanged(
        name,
        printPlain(before.get(name) ?? null),
        printPlain(now.get(name) ?? null),
      ),
    );
  const hasData = (await source.read(files.data)) !== null;
  const images = hasData ? changedImages(await readData(source), dataset.record) : [];
  return { settings: [...settings, ...otherWeights(looseManifest(folder)?.base, base)], images };
}

/** A path may lead to another file than it did. */
function otherWeights(before: BaseRecord | undefined, now: BaseRecord | null): string[] {
  if (!before?.sha256 || !now || before.sha256 === now.sha256) return [];
  return [messages.settingChanged(messages.weightsOfBase(), before.sha256, now.sha256)];
}

function changedImages(before: DataRecord, now: DataRecord): string[] {
  if (dataTexts(before).data === dataTexts(now).data) return [];
  const changes = compareData(before, now).map(({ kinds, a, b }) =>
    messages.imageIsAnother(kinds.join(", "), (a ?? b)!.file),
  );
  if (changes.length === 0) return [messages.dataRecordChanged()];
  const more = changes.length - MOST_IMAGES;
  return [...changes.slice(0, MOST_IMAGES), ...(more > 0 ? [messages.andMore(more)] : [])];
}
