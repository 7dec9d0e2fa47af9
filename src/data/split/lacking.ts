import { messages } from "./messages.ts";
import { type Split, splits } from "../../layout.ts";

interface Placed {
  split: Split;
  /** Position in the list of classes. */
  label: number;
}

/** The classes that a split has no image of, in their order, for each split that has images but not of every class. */
export function lackedClasses(
  classes: readonly string[],
  images: readonly Placed[],
): { split: Split; lacked: string[] }[] {
  const present = new Map<Split, Set<number>>();
  for (const { split, label } of images) {
    const labels = present.get(split) ?? new Set();
    present.set(split, labels.add(label));
  }
  return splits.flatMap((split) => {
    const labels = present.get(split);
    const lacked = labels ? classes.filter((_, label) => !labels.has(label)) : [];
    return lacked.length > 0 ? { split, lacked } : [];
  });
}

/**
 * What the splits that judge the network cannot tell, however the images got there: from folders, from a table or drawn.
 * Train is not among them: without an image of a class there is nothing to learn, which is a mistake.
 */
export function lackWarnings(classes: readonly string[], images: readonly Placed[]): string[] {
  return lackedClasses(classes, images).flatMap(({ split, lacked }) =>
    split === "train" ? [] : messages.classesNotInSplit(split, lacked, classes),
  );
}
