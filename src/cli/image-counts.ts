import type { ImageSource } from "../data/source/source.ts";
import type { Split } from "../run/layout.ts";

export type SplitCounts = Record<Split, number>;

/** Images of each class in each split, by their places: whether a file can be read is not known yet. */
export function imageCounts({ classes, files }: ImageSource): {
  classes: Record<string, SplitCounts>;
  total: SplitCounts;
  /** How many groups, e.g. patients, are in each split, where the experiment has groups. */
  groups?: SplitCounts;
} {
  const byClass = classes.map((): SplitCounts => ({ train: 0, validation: 0, test: 0 }));
  const total: SplitCounts = { train: 0, validation: 0, test: 0 };
  const groups = new Set<string>();
  const inGroups: SplitCounts = { train: 0, validation: 0, test: 0 };
  for (const { label, split, group } of files) {
    byClass[label]![split]++;
    total[split]++;
    const key = `${split} ${group}`;
    if (group === undefined || groups.has(key)) continue;
    groups.add(key);
    inGroups[split]++;
  }
  return {
    classes: Object.fromEntries(classes.map((name, label) => [name, byClass[label]!])),
    total,
    ...(groups.size > 0 ? { groups: inGroups } : {}),
  };
}
