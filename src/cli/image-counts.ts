import type { ImageSource } from "../data/source.ts";
import type { Split } from "../run/layout.ts";

export type SplitCounts = Record<Split, number>;

/** Images of each class in each split, by their places: whether a file can be read is not known yet. */
export function imageCounts({ classes, files }: ImageSource): {
  classes: Record<string, SplitCounts>;
  total: SplitCounts;
} {
  const byClass = classes.map((): SplitCounts => ({ train: 0, validation: 0, test: 0 }));
  const total: SplitCounts = { train: 0, validation: 0, test: 0 };
  for (const { label, split } of files) {
    byClass[label]![split]++;
    total[split]++;
  }
  return {
    classes: Object.fromEntries(classes.map((name, label) => [name, byClass[label]!])),
    total,
  };
}
