import { guessingLoss } from "../train/guessing.ts";
import { conclude, type RangeTest, type RateRange } from "../train/lr-range.ts";
import { testRange } from "../train/range-test.ts";
import { recipeOf } from "../train/recipe.ts";
import type { Effects } from "./effects.ts";
import type { Prepared } from "./prepare.ts";

/** Trains the network of an experiment with the learning rates of a range, and finds the one that it learns fastest with. */
export async function tryRates(
  { checked, learner: { dataset, network }, engine, execution }: Prepared,
  range: RateRange,
  { reporter, signal, cores }: Effects,
): Promise<RangeTest> {
  const { resolved } = checked.experiment;
  const { labels } = dataset.splits.train!;
  const trials = await testRange({
    engine,
    network,
    execution,
    dataset,
    experiment: resolved,
    range,
    cores,
    onTrial: reporter.tried,
    signal,
  });
  const guessing = guessingLoss(labels, {
    isBalanced: resolved.train.sampling === "balanced",
    classWeights: recipeOf(resolved.train, dataset.classes, labels).classWeights,
  });
  const test = conclude(trials, guessing);
  reporter.rangeTested(test);
  return test;
}
