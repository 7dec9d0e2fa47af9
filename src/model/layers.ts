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
import { flatten } from "./layers/flatten.ts";
import { globalPool } from "./layers/global-pool.ts";
import { pool } from "./layers/pool.ts";
import { relu } from "./layers/relu.ts";
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
  flatten,
  globalPool,
  pool,
  relu,
  resize,
  separableConv,
  softmax,
  upSampling,
  zeroPadding,
};

/** The one key of a layer that holds no others. */
export function kindOf(layer: ResolvedLayer): LayerKind {
  return Object.keys(layer)[0] as LayerKind;
}

/** Names layers in the order in which they are asked for: conv, relu, conv → conv_1, relu_1, conv_2 */
export function namer(): (kind: string) => string {
  const counts = new Map<string, number>();
  return (kind) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}_${count}`;
  };
}
