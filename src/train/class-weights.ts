import type { ResolvedExperiment } from "../spec/resolved.ts";

/**
 * What each class counts in what is made small; null where all count the same.
 * @param classes names in their order @param labels [images of the training split], positions in `classes`
 */
export function classWeights(
  settings: ResolvedExperiment["train"]["classWeights"],
  classes: readonly string[],
  labels: Int32Array,
): number[] | null {
  if (settings === null) return null;
  if (settings !== "balanced") {
    return classes.map((name) => (Object.hasOwn(settings, name) ? settings[name]! : 1));
  }
  const counts = Array.from(classes, () => 0);
  for (const label of labels) counts[label]! += 1;
  const present = counts.filter((count) => count > 0).length;
  // As scikit-learn has it: n / (k n_c). A class without images has no loss to weigh.
  return counts.map((count) => (count > 0 ? labels.length / (present * count) : 1));
}
