import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegularSync } from "../regular-file.ts";
import { checksum, hashesOfFiles, sha256Of } from "../data/hash.ts";
import { type CacheSettings, PixelCache, type Place } from "../data/cache/pixel-cache.ts";
import { type Dataset, type DecodedSplit, pixelsOf } from "../data/dataset.ts";
import { type Batch, cutBatch } from "../data/batches.ts";
import { openRows } from "../data/rows.ts";
import type { Engine } from "../engine/engine.ts";
import { pixelsTensor } from "../engine/kernels.ts";
import { recordable, type RecordingSettings } from "../engine/recording.ts";
import { type Network, networkBehind, throughFirst, variablesOf } from "../model/network.ts";
import type { Execution } from "../model/plan.ts";
import { elementsOf, type Shape } from "../model/shape.ts";
import { splits } from "../layout.ts";
import type { Pixels } from "../pixels.ts";
import { buildPredictor, type Predictor, predictorOf } from "./predict.ts";

export interface FeatureContext {
  engine: Engine;
  network: Network;
  dataset: Dataset;
  /** The first layers of the network, which give the features: how many, and the shape of what comes out. */
  end: number;
  shape: Shape;
  /** Everything beside the images' files that the features depend on and that is no code. */
  origin: unknown;
  cache: CacheSettings;
  recording: RecordingSettings;
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/** What images become in the first layers of a network, as images of a dataset: their bytes are float32 numbers. */
export interface Features {
  splits: Dataset["splits"];
  /** How many of the images had to go through the layers; the cache had the others. */
  computed: number;
}

/** Code that features depend on, from this folder. */
const CODE = ["../model", "../engine"];

/**
 * The features of all images. Each image goes through the layers by itself, so that they have the same bits whatever
 * other images there are and whether they come from the cache or not.
 */
export async function readFeatures(context: FeatureContext): Promise<Features> {
  const { dataset, shape, cache: settings, signal, onProgress } = context;
  const size = 4 * elementsOf(shape);
  const cache = new PixelCache(settings, recipeOf(context), size);
  const images = placesOf(dataset);
  const rows = new Map<string, Uint8Array>();
  try {
    for (const [sha256, pixels] of kept(cache, images)) rows.set(sha256, pixels);
    const missing = [...new Map(images.map((image) => [image.sha256, image])).values()].filter(
      ({ sha256 }) => !rows.has(sha256),
    );
    const compute = computer(context);
    const together = context.engine.settings.threads;
    for (let start = 0; start < missing.length; start += together) {
      signal.throwIfAborted();
      const some = missing.slice(start, start + together);
      const pixels = await Promise.all(
        some.map(({ split, row }) => pixelsOf(split, Uint32Array.of(row))),
      );
      for (const [index, features] of compute(pixels).entries()) {
        const { sha256 } = some[index]!;
        rows.set(sha256, features);
        await cache.add(sha256, features, {});
      }
      onProgress(start + some.length, missing.length);
      await new Promise(setImmediate);
    }
    return { splits: asSplits(dataset, images, rows, size), computed: missing.length };
  } finally {
    // What was computed before it was stopped is not lost.
    cache.flush();
    await cache.close();
  }
}

interface ImagePlace {
  sha256: string;
  split: DecodedSplit;
  row: number;
}

/**
 * Predicts as what is behind the first layers does of their features, for images that have not gone through them yet: to
 * the bits of a run that kept its features.
 */
export function predictorThrough(
  context: Pick<FeatureContext, "engine" | "network" | "end" | "shape" | "recording">,
  execution: Execution,
): Predictor {
  const { engine, network, end, shape } = context;
  const compute = computer(context);
  const behind = buildPredictor(engine, networkBehind(engine, network, end, shape), execution);
  const size = 4 * elementsOf(shape);
  const together = engine.settings.threads;
  async function* featuresOf(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    for await (const batch of batches) {
      const pixels = new Uint8Array(batch.length * size);
      const images = cutBatch(batch, batch.length).map((one) => one.images);
      for (let at = 0; at < images.length; at += together)
        for (const [next, features] of compute(images.slice(at, at + together)).entries())
          pixels.set(features, (at + next) * size);
      yield { ...batch, images: pixels };
    }
  }
  return predictorOf((batches) => behind.predictBatches(featuresOf(batches)));
}

/** Float32 numbers as an image of bytes. */
function featureKind(size: number): Pick<DecodedSplit, "shape" | "depth"> {
  return { shape: [1, size / 4, 4], depth: 8 };
}

/** In the order of the splits. */
function placesOf({ splits: decoded, record }: Dataset): ImagePlace[] {
  return splits.flatMap((name) => {
    const split = decoded[name];
    if (!split) return [];
    const ofSplit = record.images.filter((image) => image.split === name);
    return ofSplit.map(({ sha256 }, row) => ({ sha256, split, row }));
  });
}

/** Those that the cache has. A shard that is damaged is as good as none. */
function kept(cache: PixelCache, images: readonly ImagePlace[]): Map<string, Uint8Array> {
  const places = new Map<string, Place>();
  cache.together(() => {
    for (const { sha256 } of images) {
      const place = cache.find(sha256)?.place;
      if (place) places.set(sha256, place);
    }
  });
  const found = new Map<string, Uint8Array>();
  const contents = new Map<Place["shard"], Uint8Array>();
  for (const [sha256, { shard, row, checksum: expected }] of places) {
    const content = contents.get(shard) ?? contentOf(shard);
    contents.set(shard, content);
    const features = content.subarray(row * cache.size, (row + 1) * cache.size);
    if (checksum(features) === expected) found.set(sha256, features);
    else if (typeof shard.content === "string") cache.discard(shard.content);
  }
  return found;
}

function contentOf({ content }: Place["shard"]): Uint8Array {
  if (typeof content !== "string") return content ?? new Uint8Array();
  try {
    return readRegularSync(content);
  } catch {
    return new Uint8Array();
  }
}

/** Features of a few images side by side, as bytes. */
function computer({
  engine,
  network,
  end,
  recording,
}: Pick<FeatureContext, "engine" | "network" | "end" | "recording">) {
  const { tf, backend } = engine;
  const first = throughFirst(network, end);
  const run = recordable(
    engine,
    { variables: variablesOf(network), stored: [], ...recording },
    (images) => images.map((bytes) => first(bytes as never)),
  );
  return (pixels: readonly Pixels[]): Uint8Array[] =>
    tf.tidy(() => {
      const inputs = pixels.map((image) =>
        pixelsTensor(backend, image, [1, ...network.inputShape]),
      );
      return run(inputs).map((features) => {
        const values = features.dataSync<"float32">();
        return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
      });
    });
}

function asSplits(
  dataset: Dataset,
  images: readonly ImagePlace[],
  features: ReadonlyMap<string, Uint8Array>,
  size: number,
): Dataset["splits"] {
  return Object.fromEntries(
    Object.entries(dataset.splits).map(([name, split]) => {
      const pixels = new Uint8Array(split.length * size);
      for (const image of images)
        if (image.split === split) pixels.set(features.get(image.sha256)!, image.row * size);
      const rows = openRows({ kind: "memory", pixels, size });
      return [name, { ...split, rows, ...featureKind(size) }];
    }),
  );
}

/** Stands for everything that features depend on besides an image's file. */
function recipeOf({ engine, shape, origin }: FeatureContext): string {
  const { version, vectors, settings } = engine;
  const { threadsPerOperation, oneDnn } = settings;
  const code = CODE.map((folder) => {
    const path = join(import.meta.dir, folder);
    const files = readdirSync(path, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(".ts"))
      .toSorted();
    return hashesOfFiles(path, files);
  });
  const library = { version, vectors, threadsPerOperation, oneDnn };
  const recipe = { features: shape, origin, code, library };
  return sha256Of(new TextEncoder().encode(JSON.stringify(recipe))).slice(0, 16);
}
