import type * as tf from "@tensorflow/tfjs";
import type { Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import { scaleBytes } from "../engine/kernels.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { standardize } from "./standardize.ts";

export type PreprocessSettings = ResolvedExperiment["data"]["preprocess"];

/** From an image's bytes to what the first layer takes: the same in training, in testing and in prediction. */
export interface Preparation {
  /** What `apply` reads. */
  variables: tf.Variable[];
  /** @param bytes uint8 [batch, height, width, channels] @returns float32 of the shape that the first layer takes */
  apply(bytes: tf.Tensor4D): tf.Tensor;
}

export function scaling({ backend }: Engine, factor: number): Preparation {
  return { variables: [], apply: (bytes) => scaleBytes(backend, bytes, factor) };
}

/** Rescales the bytes, and does what else the settings say: see `standardize`. */
export function buildPreparation(
  engine: Engine,
  settings: PreprocessSettings,
  { mean, std, whitening }: Statistics,
): Preparation {
  const { tf } = engine;
  const matrix =
    whitening &&
    (tf.variable(
      tf.tensor2d(whitening.matrix, [whitening.size, whitening.size]),
      false,
    ) as tf.Variable<tf.Rank.R2>);
  const { apply: rescaled } = scaling(engine, settings.rescale);
  return {
    variables: matrix ? [matrix] : [],
    apply: (bytes) =>
      standardize(tf, rescaled(bytes) as tf.Tensor4D, settings, { mean, std, whitening: matrix }),
  };
}
