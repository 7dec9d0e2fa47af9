import type * as tf from "@tensorflow/tfjs";

/** Values that stay from one training step to the next, wherever they are kept. */
export interface Stored {
  readonly shape: readonly number[];
  /** The values as they are now. */
  read(): tf.Tensor;
  assign(value: tf.Tensor): void;
}

/** Stored values by a name that is the same in every run of an experiment: "conv_1/kernel", "conv_1/kernel/velocity". */
export interface NamedVariable<Kind extends Stored = Stored> {
  name: string;
  variable: Kind;
}
