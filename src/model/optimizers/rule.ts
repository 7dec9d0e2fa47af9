import type * as tf from "@tensorflow/tfjs";
import { attribute } from "../../engine/attributes.ts";
import type { ResourceVariable } from "../../engine/resource.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";

export type OptimizerSettings = ResolvedExperiment["train"]["optimizer"];
/** The settings of one optimizer. */
export type SettingsOf<Name extends keyof OptimizerSettings> = NonNullable<OptimizerSettings[Name]>;

/** An update of one weight in TensorFlow's own terms. The formulas are Keras's, so that results can be compared. */
export interface Rule {
  /** What the rule carries along beside each weight. */
  slots: readonly Slot[];
  /**
   * All that is another number at each step, worked out in double precision; as many numbers at every step.
   * @param step from 1
   */
  scalars(step: number, learningRate: number): number[];
  /** @param scalars float32, see above */
  apply(
    weight: ResourceVariable,
    slots: readonly ResourceVariable[],
    gradient: tf.Tensor,
    scalars: readonly tf.Scalar[],
  ): void;
}

export interface Slot {
  /** As Keras calls it. */
  name: string;
  /** What each of its values begins with; 0 by default. */
  initial?: number;
}

export const unlocked = attribute.bool("use_locking", false);
