import type { ResolvedExperiment } from "../spec/resolved.ts";
import { classWeights } from "./class-weights.ts";

type TrainSettings = ResolvedExperiment["train"];

/** What a training step does, beside the optimizer. */
export interface Recipe extends Pick<
  TrainSettings,
  "loss" | "gradientClip" | "averageWeights" | "accumulate"
> {
  /** [classes]; null where all count the same. */
  classWeights: readonly number[] | null;
}

/** @param classes names in their order @param labels of the training split, positions in `classes` */
export function recipeOf(
  train: TrainSettings,
  classes: readonly string[],
  labels: Int32Array,
): Recipe {
  const { loss, gradientClip, averageWeights, accumulate } = train;
  return {
    loss,
    gradientClip,
    averageWeights,
    accumulate,
    classWeights: classWeights(train.classWeights, classes, labels),
  };
}
