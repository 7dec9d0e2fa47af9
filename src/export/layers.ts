import type { LayerKind, ResolvedLayers } from "../model/layers/definition.ts";
import type { LayerExporter } from "./exporter.ts";
import {
  elu,
  gelu,
  hardSwish,
  leakyRelu,
  prelu,
  relu,
  relu6,
  selu,
  sigmoid,
  softmax,
  swish,
  tanh,
} from "./layers/activations.ts";
import {
  conv,
  convTranspose,
  depthwiseConv,
  normalization,
  preprocessInput,
  separableConv,
} from "./layers/convolutions.ts";
import { batchNorm, groupNorm, layerNorm } from "./layers/normalisations.ts";
import { dense, dropout, gaussianNoise, spatialDropout, squeezeExcite } from "./layers/others.ts";
import {
  cropping,
  flatten,
  globalPool,
  pool,
  resize,
  upSampling,
  zeroPadding,
} from "./layers/windows.ts";
import type { Place } from "./walk.ts";
import type { TakeWeight } from "./weights.ts";

/** Exhaustive: a layer in the schema that other formats are not told of is a type error. */
export const layerExporters: { [Kind in LayerKind]: LayerExporter<ResolvedLayers[Kind]> } = {
  batchNorm,
  conv,
  convTranspose,
  cropping,
  dense,
  depthwiseConv,
  dropout,
  elu,
  flatten,
  gaussianNoise,
  gelu,
  globalPool,
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
  resize,
  selu,
  separableConv,
  sigmoid,
  softmax,
  spatialDropout,
  squeezeExcite,
  swish,
  tanh,
  upSampling,
  zeroPadding,
};

/** How other formats say a layer, with its weights. */
export function exporterOf<Kind extends LayerKind>(
  kind: Kind,
  settings: ResolvedLayers[Kind],
  place: Place,
  take: TakeWeight,
) {
  // As in `walkLayers`: TypeScript cannot pair a variable kind with its settings.
  const exporter = layerExporters[kind] as LayerExporter<ResolvedLayers[LayerKind]>;
  return { exporter, weights: exporter.weights?.(settings, place, take) ?? [] };
}
