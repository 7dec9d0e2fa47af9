import type { LayerKind, ResolvedLayers } from "./layers/definition.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import type { LayerDefinition } from "./layers/definition.ts";
import { batchNorm } from "./layers/batch-norm.ts";
import { conv } from "./layers/conv.ts";
import { convTranspose } from "./layers/conv-transpose.ts";
import { cropping } from "./layers/cropping.ts";
import { dense } from "./layers/dense.ts";
import { depthwiseConv } from "./layers/depthwise-conv.ts";
import { dropout } from "./layers/dropout.ts";
import { elu } from "./layers/elu.ts";
import { flatten } from "./layers/flatten.ts";
import { globalPool } from "./layers/global-pool.ts";
import { gaussianNoise } from "./layers/gaussian-noise.ts";
import { gelu } from "./layers/gelu.ts";
import { groupNorm } from "./layers/group-norm.ts";
import { hardSwish } from "./layers/hard-swish.ts";
import { layerNorm } from "./layers/layer-norm.ts";
import { leakyRelu } from "./layers/leaky-relu.ts";
import { normalization } from "./layers/normalization.ts";
import { pool } from "./layers/pool.ts";
import { preprocessInput } from "./layers/preprocess-input.ts";
import { prelu } from "./layers/prelu.ts";
import { relu } from "./layers/relu.ts";
import { relu6 } from "./layers/relu6.ts";
import { selu } from "./layers/selu.ts";
import { sigmoid } from "./layers/sigmoid.ts";
import { spatialDropout } from "./layers/spatial-dropout.ts";
import { squeezeExcite } from "./layers/squeeze-excite.ts";
import { swish } from "./layers/swish.ts";
import { tanh } from "./layers/tanh.ts";
import { resize } from "./layers/resize.ts";
import { separableConv } from "./layers/separable-conv.ts";
import { softmax } from "./layers/softmax.ts";
import { upSampling } from "./layers/up-sampling.ts";
import { zeroPadding } from "./layers/zero-padding.ts";

/** Exhaustive: a layer in the schema without a definition here is a type error. */
export const layerDefinitions: {
  [Kind in LayerKind]: LayerDefinition<ResolvedLayers[Kind]>;
} = {
  batchNorm,
  conv,
  convTranspose,
  cropping,
  dense,
  depthwiseConv,
  dropout,
  elu,
  flatten,
  globalPool,
  gaussianNoise,
  gelu,
  groupNorm,
  hardSwish,
  layerNorm,
  leakyRelu,
  normalization,
  pool,
  prelu,
  preprocessInput,
  relu,
  relu6,
  selu,
  sigmoid,
  softmax,
  spatialDropout,
  squeezeExcite,
  swish,
  tanh,
  resize,
  separableConv,
  upSampling,
  zeroPadding,
};

/** The one key of a layer that holds no others. */
export function kindOf(layer: ResolvedLayer): LayerKind {
  return Object.keys(layer)[0] as LayerKind;
}

/** Of a layer that holds no others. */
export function nameOf(layer: ResolvedLayer): string | undefined {
  const settings: { name?: string } = layer[kindOf(layer)]!;
  return settings.name;
}

/** Whether training moves the weights of a layer that holds no others, where it has some. */
export function isTrained(layer: ResolvedLayer): boolean {
  const settings = layer[kindOf(layer)]!;
  return !("trainable" in settings) || settings.trainable;
}

/**
 * Names layers in the order in which they are asked for: conv, relu, conv → conv_1, relu_1, conv_2. One with a name of its
 * own counts all the same, so that to name a layer changes the name of no other.
 */
export function namer(): (kind: string, own?: string) => string {
  const counts = new Map<string, number>();
  return (kind, own) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return own ?? `${kind}_${count}`;
  };
}
