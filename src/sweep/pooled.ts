import { RunError } from "../errors.ts";
import { groupsOf } from "../evaluate/groups.ts";
import { metrics } from "../evaluate/metrics.ts";
import type { Metrics, PredictionRecord, Run } from "../layout.ts";
import { predictionsText } from "../run/text.ts";
import { messages } from "./messages.ts";

/** The predictions of all folds of a setting. */
export interface Pooled {
  /** Sorted by file. */
  text: string;
  metrics: Metrics;
}

/**
 * Puts the folds of a setting together: the networks that did not see an image judge it.
 *
 * @param folds all folds of one repeat
 * @throws RunError where an image is judged twice or not at all, or a group is cut
 */
export function pool(setting: number, folds: readonly Run[]): Pooled {
  const [first] = folds;
  const { classes } = first!.data;
  const foldOf = new Map<string, number>();
  const predictions: PredictionRecord[] = [];
  for (const [fold, { predictions: own }] of folds.entries())
    for (const prediction of own) {
      if (foldOf.has(prediction.file))
        throw new RunError(messages.notPooled(setting, messages.judgedTwice(prediction.file)));
      foldOf.set(prediction.file, fold);
      predictions.push(prediction);
    }
  // Validation images that are given, and not drawn, are none of any fold.
  const expected = new Set(
    folds.flatMap(({ data }) =>
      data.images.filter(({ split }) => split !== "validation").map(({ file }) => file),
    ),
  );
  for (const file of expected)
    if (!foldOf.has(file))
      throw new RunError(messages.notPooled(setting, messages.notJudged(file)));
  const groupOf = groupsOf(first!.data);
  const foldOfGroup = new Map<string, number>();
  for (const [file, fold] of foldOf) {
    const group = groupOf.get(file);
    if (group === undefined) continue;
    if ((foldOfGroup.get(group) ?? fold) !== fold)
      throw new RunError(messages.notPooled(setting, messages.groupCut(group)));
    foldOfGroup.set(group, fold);
  }
  const sorted = predictions.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const { evaluate, seed } = first!.resolved;
  return {
    text: predictionsText(classes, sorted),
    metrics: metrics({
      split: "test",
      classes,
      predictions: sorted,
      groupOf,
      weights: first!.metrics.weights,
      settings: { ...evaluate, sensitivity: null, specificity: null },
      seed,
    }),
  };
}
