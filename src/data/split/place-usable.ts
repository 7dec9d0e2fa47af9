import { RunError } from "../../errors.ts";
import type { Split } from "../../layout.ts";
import type { Unusable } from "../decode/verdict.ts";
import { messages } from "./messages.ts";
import { placed } from "../require-images.ts";
import type { ScannedImage } from "../scan/outcome.ts";
import { type ImageFile, inOrder } from "../source/image-file.ts";
import type { ImageSource } from "../source/image-source.ts";
import { byCodeUnit } from "../source/walk.ts";
import { drawSplits } from "./take-splits.ts";

/** A file, and what it turned out to be. */
export interface Scanned {
  file: ImageFile;
  outcome: ScannedImage | Unusable;
}

/**
 * Deals out again what `data.split` deals out, now that it is known which files can be used: a file that cannot be used
 * changes the share of no class. It stays where it was listed, in train.
 *
 * @returns sorted by split, then file
 * @throws RunError when too few are left
 */
export function placeUsable(
  { classes, draw, folder }: ImageSource,
  scans: readonly Scanned[],
): Scanned[] {
  const isUnusable = ({ file, outcome }: Scanned) => file.isDrawn && "reason" in outcome;
  if (draw === null || !scans.some(isUnusable)) return [...scans];
  const dealt = scans.map(({ file, outcome }) => ({
    file: file.isDrawn ? { ...file, split: "train" as Split } : file,
    outcome,
  }));
  const drawn = dealt.filter((scan) => scan.file.isDrawn && !isUnusable(scan));
  const mistakes = drawSplits(
    drawn.map(({ file }) => file),
    classes,
    draw,
  );
  if (mistakes.length > 0) {
    const files = dealt
      .filter(isUnusable)
      .map(({ file, outcome }) => ({ file: file.file, ...(outcome as Unusable) }))
      .toSorted((a, b) => byCodeUnit(a.file, b.file));
    throw new RunError(
      messages.noSplitOfUsable(
        mistakes.map(({ message }) => message),
        placed(files, folder),
      ),
    );
  }
  return dealt.toSorted(({ file: a }, { file: b }) => inOrder(a, b));
}
