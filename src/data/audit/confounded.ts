import type { Acquisition } from "../dicom/acquisition.ts";

/** What a file tells of an image besides its picture. */
export interface FileTraits {
  label: string;
  format: string;
  width: number;
  height: number;
  /** As stored: 1 is grey, 3 is colour. */
  channels: 1 | 3;
  /** Level of the outermost pixels, where all are of one colour. */
  border?: number;
  /** Of DICOM files. */
  acquisition?: Acquisition;
}

/** What the header of a DICOM file tells, and the picture may show. */
const ofHeaders = ["manufacturer", "intent", "view", "laterality", "modality"] as const;

export type HeaderTrait = (typeof ofHeaders)[number];

/** A trait that tells the classes apart by itself. */
export interface Confounder {
  trait: "format" | "size" | "grey or colour" | "border" | "pixel spacing" | HeaderTrait;
  /** Images whose class it tells. */
  told: number;
  images: number;
  /** Of each class its most frequent value, and how many images have it. */
  examples: { label: string; value: string; images: number; ofAll: number }[];
}

type Trait = [Confounder["trait"], (image: FileTraits) => string];

/** Share of what guessing leaves wrong that a trait has to put right. */
const LEAST_TOLD = 0.8;
/** In fewer images a trait goes with the classes by chance. */
const FEW = 20;

/**
 * Traits of files from which alone the class follows: a network can learn them instead of what is in the pictures. Each
 * image is guessed by the most frequent class of the others with its value, so that a value which only one image has
 * tells nothing; a trait counts when this puts right most of what always guessing the most frequent class gets wrong.
 */
export function confounders(images: readonly FileTraits[]): Confounder[] {
  if (images.length < FEW) return [];
  const traits: Trait[] = [
    ["format", ({ format }) => format],
    ["size", ({ width, height }) => `${width}×${height}`],
    ["grey or colour", ({ channels }) => (channels === 1 ? "grey" : "colour")],
    ["border", borderOf],
    // Where other files have no header, their format tells as much.
    ...(images.every(({ acquisition }) => acquisition)
      ? [
          ...ofHeaders.map((trait): Trait => [
            trait,
            ({ acquisition }) => acquisition![trait] ?? "not given",
          ]),
          ["pixel spacing", spacingOf] satisfies Trait,
        ]
      : []),
  ];
  const most = largest(countBy(images, ({ label }) => label));
  return traits.flatMap(([trait, valueOf]) => {
    const ofValue = Map.groupBy(images, valueOf);
    if (ofValue.size < 2) return [];
    const told = [...ofValue.values()].reduce((sum, alike) => sum + guessed(alike), 0);
    const gained = (told - most) / (images.length - most);
    if (!(gained >= LEAST_TOLD)) return [];
    const examples = [...Map.groupBy(images, ({ label }) => label)].map(([label, ofClass]) => {
      const values = [...countBy(ofClass, valueOf)].toSorted((a, b) => b[1] - a[1]);
      return { label, value: values[0]![0], images: values[0]![1], ofAll: ofClass.length };
    });
    return { trait, told, images: images.length, examples };
  });
}

/** To a hundredth of a millimetre, as a picture may show it. */
function spacingOf({ acquisition }: FileTraits): string {
  const { spacing } = acquisition!;
  return spacing ? `${spacing.map((side) => side.toFixed(2)).join("×")} mm` : "not given";
}

/** The outermost pixels in words. */
function borderOf({ border }: FileTraits): string {
  if (border === undefined) return "without";
  return border <= NEARLY ? "black" : border >= 255 - NEARLY ? "white" : "of one colour";
}

/** Levels that still count as black or white. */
const NEARLY = 12;

/** Of images with one value, how many have the most frequent class of the others. */
function guessed(alike: readonly FileTraits[]): number {
  const counts = countBy(alike, ({ label }) => label);
  const most = largest(counts);
  const isTied = [...counts.values()].filter((count) => count === most).length > 1;
  // Without the image itself, its class is no longer the most frequent where two are, or it is alone.
  return isTied || most === 1 ? 0 : most;
}

function countBy<Item>(items: readonly Item[], of: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

function largest(counts: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  return most;
}
