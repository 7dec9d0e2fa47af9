import type { ClassIntervalName } from "../layout.ts";
import { sum, type Tally } from "./scores.ts";

/** The name of a figure of one class among the intervals of all. */
export const className = (label: number, name: ClassIntervalName) => `class ${label} ${name}`;

/** Images that are hits, and images that are asked about. */
export type Share = readonly [hits: number, of: number];

/** The shares of one class against the rest. */
function sharesOf({ supports, taken, hits }: Tally, label: number) {
  const [support, answers, right] = [supports[label]!, taken[label]!, hits[label]!];
  const others = sum(supports) - support;
  return {
    precision: [right, answers],
    recall: [right, support],
    specificity: [others - (answers - right), others],
  } as const;
}

export function positiveShares(counted: Tally, positive: number) {
  const { recall, specificity } = sharesOf(counted, positive);
  return { sensitivity: recall, specificity };
}

/** By the names that classes' figures have among the intervals. */
export function classShares(counted: Tally): Record<string, Share> {
  return Object.fromEntries(
    counted.supports.flatMap((_, label) => {
      const { precision, recall, specificity } = sharesOf(counted, label);
      return [
        [className(label, "precision"), precision],
        [className(label, "recall"), recall],
        [className(label, "specificity"), specificity],
      ];
    }),
  );
}
