import { messages } from "./messages.ts";

/** How segmentations are named after the image that they belong to. */
const suffixes = ["mask", "masks", "seg", "segmentation", "gt", "label", "labels", "annotation"];
const suffixed = new RegExp(`^(.*?)[ ._-](?:${suffixes.join("|")})(?:_\\d+)?$`, "i");
/** So many, and this share of all files, are no accident. */
const FEW = 3;
const LEAST_SHARE = 0.2;

/**
 * Files that look like masks beside the images they belong to, `a_mask.png` beside `a.png`, and would be trained on as
 * images.
 *
 * @param names paths from the folder of the split
 */
export function maskWarnings(names: readonly string[]): string[] {
  const stems = new Set(names.map(stemOf));
  const masks = names.filter((name) => {
    const base = suffixed.exec(stemOf(name))?.[1];
    return base !== undefined && stems.has(base);
  });
  if (masks.length < FEW || masks.length < LEAST_SHARE * names.length) return [];
  const kinds = new Set(
    masks.map(
      (name) =>
        stemOf(name)
          .replace(/_\d+$/, "")
          .match(/[ ._-][a-z]+$/i)![0],
    ),
  );
  const patterns = [...kinds].toSorted().map((ending) => `*${ending}*`);
  return [messages.masksAmongImages(masks.length, names.length, masks[0]!, patterns)];
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]*$/, "");
}
