import type { ImageSource } from "../data/source/image-source.ts";
import { type Split, splits } from "../layout.ts";

export type SplitCounts = Record<Split, number>;

/** Images of each class in each split, by their places: whether a file can be read is not known yet. */
export function imageCounts({ classes, files }: ImageSource): {
  /** In the order of the classes, which an object would not keep: its keys that are numbers come first. */
  classes: Map<string, SplitCounts>;
  total: SplitCounts;
  /** How many groups, e.g. patients, are in each split, where the experiment has groups. */
  groups?: SplitCounts;
} {
  const byClass = classes.map((): SplitCounts => ({ train: 0, validation: 0, test: 0 }));
  const total: SplitCounts = { train: 0, validation: 0, test: 0 };
  for (const { label, split } of files) {
    byClass[label]![split]++;
    total[split]++;
  }
  const groups = groupCounts(files);
  return {
    classes: new Map(classes.map((name, label) => [name, byClass[label]!])),
    total,
    ...(splits.some((split) => groups[split] > 0) ? { groups } : {}),
  };
}

/** How many groups, e.g. patients, each split has images of. */
export function groupCounts(
  images: readonly { split: Split; group?: string | undefined }[],
): SplitCounts {
  const groups: Record<Split, Set<string>> = {
    train: new Set(),
    validation: new Set(),
    test: new Set(),
  };
  for (const { split, group } of images) if (group !== undefined) groups[split].add(group);
  const { train, validation, test } = groups;
  return { train: train.size, validation: validation.size, test: test.size };
}
