import type { Values } from "./header.ts";
import { tags } from "./tags.ts";

/** What a file says of how its image was made, and nothing of whom it shows. */
export interface Acquisition {
  /** MG, CT, US … */
  modality?: string;
  manufacturer?: string;
  /** FOR PROCESSING or FOR PRESENTATION. */
  intent?: string;
  /** L, R or B. */
  laterality?: string;
  /** CC, MLO, AP … */
  view?: string;
  /** Of words within the picture, a name perhaps: YES or NO. */
  burnedIn?: string;
  /** Millimetres from one row to the next, and from one column. */
  spacing?: readonly [number, number];
}

const texts = {
  modality: tags.modality,
  manufacturer: tags.manufacturer,
  intent: tags.presentationIntent,
  laterality: tags.imageLaterality,
  view: tags.viewPosition,
  burnedIn: tags.burnedIn,
} as const;

export const acquisitionTags: readonly number[] = Object.values(texts);

export function acquisitionOf(dataset: Values): Acquisition {
  const acquisition: Acquisition = {};
  for (const [name, tag] of Object.entries(texts) as [keyof typeof texts, number][]) {
    const text = dataset.text(tag);
    if (text !== undefined) acquisition[name] = text.slice(0, MOST_LETTERS);
  }
  const spacing = [tags.pixelSpacing, tags.imagerPixelSpacing]
    .map((tag) => dataset.numbers(tag))
    .find(([down, across]) => down! > 0 && across! > 0);
  if (spacing) acquisition.spacing = [spacing[0]!, spacing[1]!];
  return acquisition;
}

/** Of a text that is told: a file may hold any. */
const MOST_LETTERS = 64;
