import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../engine/engine.ts";
import { sumOfSquares } from "../engine/kernels.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";

type ClipSettings = NonNullable<ResolvedExperiment["train"]["gradientClip"]>;

export interface Clipped {
  gradients: tfjs.Tensor[];
  /** Length of all gradients together, where that was asked for. */
  norm?: tfjs.Tensor;
}

/**
 * Gradients that are too long become as long as they may be. By norm it is Keras's `global_clipnorm` and PyTorch's
 * `clip_grad_norm_` (Pascanu et al. 2013): all are multiplied by limit / max(length of all together, limit).
 */
export function clip(
  { tf, backend }: Engine,
  { norm: limit, value }: ClipSettings,
  gradients: readonly tfjs.Tensor[],
): Clipped {
  if (limit === undefined)
    return { gradients: gradients.map((one) => tf.clipByValue(one, -value!, value!)) };
  const norm = tf.sqrt(tf.addN(gradients.map((one) => sumOfSquares(backend, one))));
  const scale = tf.div(limit, tf.maximum(norm, limit));
  return { gradients: gradients.map((one) => tf.mul(one, scale)), norm };
}
