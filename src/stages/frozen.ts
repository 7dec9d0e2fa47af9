import type { FittedBase } from "../base.ts";
import type { CheckedExperiment } from "../check.ts";
import { recipeOf } from "../data/cache/recipe.ts";
import type { Dataset } from "../data/dataset.ts";
import { targetOf } from "../data/target.ts";
import type { Engine } from "../engine/engine.ts";
import type { RecordingSettings } from "../engine/recording.ts";
import { readFeatures } from "../evaluate/features.ts";
import type { BaseRecord } from "../layout.ts";
import { allLayers, frozenLength } from "../model/joints.ts";
import { type Network, networkBehind } from "../model/network.ts";
import { elementsOf } from "../model/shape.ts";
import { type LayerRow, outputOf, splitRows } from "../model/shapes.ts";
import { byteSize, byteSizeBeside } from "../wording.ts";
import type { Effects } from "./effects.ts";
import { messages } from "./messages.ts";

/** What became of the images in the layers that nothing changes any more. */
export interface Frozen {
  dataset: Dataset;
  /** Of the layers behind them. */
  rows: LayerRow[];
  /** Those layers as a network of their own. */
  behind(network: Network): Network;
  told: Pick<BaseRecord, "features">;
}

export interface FrozenContext {
  engine: Engine;
  network: Network;
  dataset: Dataset;
  base: FittedBase | null;
}

/** Features that are held in memory. */
const MOST_BYTES = 500e6;

/**
 * Sends every image once through the first layers, where these give the same at every step.
 * @returns null where there are none; the reason alone where they are sent at every step
 */
export async function throughFrozen(
  { experiment: { resolved }, layers }: CheckedExperiment,
  { engine, network, dataset, base }: FrozenContext,
  recording: RecordingSettings,
  { cache, now, reporter, signal }: Effects,
): Promise<Frozen | { told: Pick<BaseRecord, "everyStep"> } | null> {
  const { model, data } = resolved;
  const end = frozenLength(model);
  if (!base || end === 0) return null;
  const [first, rows] = splitRows(layers, end);
  const shape = outputOf(first);
  const images = dataset.record.images.length;
  const bytes = 4 * elementsOf(shape) * images;
  const why = data.augment
    ? messages.everyStepAugmented()
    : bytes > MOST_BYTES
      ? messages.everyStepTooLarge(byteSizeBeside(bytes, MOST_BYTES), byteSize(MOST_BYTES))
      : null;
  if (why !== null) {
    reporter.warning(why);
    return { told: { everyStep: why } };
  }
  const { splits, computed } = await readFeatures({
    engine,
    network,
    dataset,
    end,
    shape,
    origin: {
      images: recipeOf(targetOf(data)),
      preprocess: data.preprocess,
      weights: base.record.sha256,
      layers: allLayers(model).slice(0, end),
    },
    cache: { ...cache, now, warn: reporter.warning },
    recording,
    signal,
    onProgress: reporter.featuresMade,
  });
  return {
    dataset: { ...dataset, splits },
    rows,
    behind: (whole) => networkBehind(engine, whole, end, shape),
    told: { features: { images, computed } },
  };
}
