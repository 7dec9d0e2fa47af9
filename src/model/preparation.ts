import type * as tf from "@tensorflow/tfjs";
import type { Statistics } from "../data/statistics.ts";
import type { Engine } from "../engine/engine.ts";
import { scalePixels } from "../engine/kernels.ts";
import type { Depth } from "../pixels.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { standardize } from "./standardize.ts";

export type PreprocessSettings = ResolvedExperiment["data"]["preprocess"];

/** From an image's pixels to what the first layer takes: the same in training, in testing and in prediction. */
export interface Preparation {
  /** What `apply` reads. */
  variables: tf.Variable[];
  /** @param pixels uint8 or uint16 [batch, height, width, channels] @returns float32 of the shape that the first layer takes */
  apply(pixels: tf.Tensor4D): tf.Tensor;
}

export function scaling({ backend }: Engine, factor: number, depth: Depth = 8): Preparation {
  return { variables: [], apply: (pixels) => scalePixels(backend, pixels, factor, depth) };
}

/** Rescales the pixels, and does what else the settings say: see `standardize`. */
export function buildPreparation(
  engine: Engine,
  settings: PreprocessSettings,
  { mean, std, whitening }: Statistics,
  depth: Depth = 8,
): Preparation {
  const { tf } = engine;
  const matrix =
    whitening &&
    (tf.variable(
      tf.tensor2d(whitening.matrix, [whitening.size, whitening.size]),
      false,
    ) as tf.Variable<tf.Rank.R2>);
  const { apply: rescaled } = scaling(engine, settings.rescale, depth);
  return {
    variables: matrix ? [matrix] : [],
    apply: (pixels) =>
      standardize(tf, rescaled(pixels) as tf.Tensor4D, settings, { mean, std, whitening: matrix }),
  };
}
