import { maximum, minimum } from "../arrays.ts";
import { type DataRecord, type Split, splits } from "../layout.ts";
import type { Depth } from "../pixels.ts";
import type { ImageFacts } from "./decode/facts.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { acquisitionWarnings } from "./audit/acquisitions.ts";
import { confounders } from "./audit/confounded.ts";
import { messages } from "./messages.ts";

/**
 * What the user should know of the images that can be used.
 * @param facts of each of `images`
 * @returns fault: why nothing can be learned from the images of train
 */
export function imageWarnings(
  images: DataRecord["images"],
  facts: readonly ImageFacts[],
  { range, depth, background }: ResolvedExperiment["data"],
): { fault: string | null; warnings: string[] } {
  const alike = onePicture(images, facts);
  return {
    fault: alike.find(({ split }) => split === "train")?.message ?? null,
    warnings: [
      ...(range === "full" ? darkWarnings(facts, depth) : []),
      ...(depth === 16 ? shallowWarnings(facts) : []),
      ...(background === "none" && alike.length === 0 ? clearWarnings(facts) : []),
      ...alike.flatMap(({ split, message }) => (split === "train" ? [] : message)),
      ...confounders(images.map(({ label }, index) => ({ ...facts[index]!, label }))).map(
        messages.confounded,
      ),
      ...acquisitionWarnings(facts),
    ],
  };
}

/** Values that use so small a part of what their files allow were most likely of fewer bits once. */
const LITTLE = 1 / 16;

/** What the images of more than 8 bits lose on the way to 8, or hardly use of 16. */
export function darkWarnings(
  facts: readonly Pick<ImageFacts, "used">[],
  depth: Depth = 8,
): string[] {
  const used = facts.flatMap((image) => image.used ?? []);
  if (used.length === 0) return [];
  const [low, high] = [minimum(used.map((range) => range.low)), maximum(used.map((r) => r.high))];
  const possible = minimum(used.map((range) => range.possible));
  if (high - low + 1 > possible * LITTLE) return [];
  return [messages.rangeHardlyUsed({ images: used.length, low, high, possible, depth })];
}

/** Images of which none has what 16 bits would keep. */
function shallowWarnings(facts: readonly ImageFacts[]): string[] {
  const isDeep = ({ notes }: ImageFacts) => notes.includes("16-bit") || notes.includes("own-range");
  return facts.some(isDeep) ? [] : [messages.depthGainsNothing(facts.length)];
}

/** Images that show nothing but may do so on a background. */
function clearWarnings(facts: readonly ImageFacts[]): string[] {
  const blank = facts.filter(({ notes }) => notes.includes("alpha") && notes.includes("blank"));
  return blank.length === 0 ? [] : [messages.drawnInTransparency(blank.length, facts.length)];
}

/** Splits whose images are all one picture: nothing can be learned from them, or told by them. */
function onePicture(
  images: readonly DataRecord["images"][number][],
  facts: readonly ImageFacts[],
): { split: Split; message: string }[] {
  return splits.flatMap((split) => {
    const ofSplit = facts.filter((_, index) => images[index]!.split === split);
    const [first] = ofSplit;
    if (ofSplit.length < 2 || ofSplit.some(({ pixelHash }) => pixelHash !== first!.pixelHash))
      return [];
    const isClear = ofSplit.every(({ notes }) => notes.includes("alpha"));
    const isBlank = first!.notes.includes("blank");
    return [{ split, message: messages.onePicture(split, ofSplit.length, isBlank, isClear) }];
  });
}
