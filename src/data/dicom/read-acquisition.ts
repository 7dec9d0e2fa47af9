import type { Acquisition } from "./acquisition.ts";
import type { Values } from "./header.ts";
import { tags } from "./tags.ts";

const texts = {
  modality: tags.modality,
  manufacturer: tags.manufacturer,
  intent: tags.presentationIntent,
  laterality: tags.imageLaterality,
  view: tags.viewPosition,
  burnedIn: tags.burnedIn,
} as const;

export function acquisitionOf(dataset: Values): Acquisition {
  const acquisition: Acquisition = {};
  for (const [name, tag] of Object.entries(texts) as [keyof typeof texts, number][]) {
    const text = dataset.text(tag);
    if (text !== undefined) acquisition[name] = text.slice(0, MOST_LETTERS);
  }
  // Of the series, where the image does not say it.
  const ofSeries = dataset.text(tags.laterality);
  if (ofSeries !== undefined) acquisition.laterality ??= ofSeries.slice(0, MOST_LETTERS);
  const spacing = [tags.pixelSpacing, tags.imagerPixelSpacing]
    .map((tag) => dataset.numbers(tag))
    .find(([down, across]) => down! > 0 && across! > 0);
  if (spacing) acquisition.spacing = [spacing[0]!, spacing[1]!];
  return acquisition;
}

/** Of a text that is told: a file may hold any. */
const MOST_LETTERS = 64;
