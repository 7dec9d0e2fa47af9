import { createRequire } from "node:module";
import { join } from "node:path";
import sharp from "sharp";
import { decodeImage } from "../data/decode/decode.ts";
import type { Target } from "../data/decode/verdict.ts";
import { targetOf } from "../data/target.ts";
import { RunError } from "../errors.ts";
import { samplesOf } from "../export/samples.ts";
import type { SavedModel } from "../export/model.ts";
import { readSavedModel } from "../export/saved-model.ts";
import { files, type Manifest, type Run } from "../layout.ts";
import { modelNames } from "../model/save.ts";
import { readRegular } from "../regular-file.ts";
import { buildScripts } from "./bundle.ts";
import { pageOf } from "./document.ts";
import { mapsLayerOf } from "./maps-layer.ts";
import { messages } from "./messages.ts";
import { mistakesOf, type SeenSample } from "./mistakes.ts";
import type { PageCheck, PageFacts } from "./page/facts.ts";
import { pattern } from "./page/pattern.ts";
import type { WorkerStart } from "./page/protocol.ts";
import { Rehearsal } from "./rehearsal.ts";
import { thresholdOf } from "./threshold.ts";

export interface AppSettings {
  /** Absolute, of the run. */
  folder: string;
  /** e.g. "baseline/v003" */
  name: string;
  /** Where the user is. */
  directory: string;
  /** Whether copies of the images that it got wrong may be in the page. */
  pictures: boolean;
  /** Called before each of the run's images that the page is held against. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

export interface App {
  /** The whole page, HTML. */
  page: string;
  /** What its worker made of the run's images, in this process; a sentence where there were none. */
  checked: { images: number; largestDifference: number } | { unchecked: string };
  /** Copies of the images that the run got wrong. */
  mistakes: number;
}

/** A page whose worker says something else is not written. */
export const TOLERANCE = 1e-4;
const CHECKED_IMAGES = 60;
/** A browser makes one text of it. */
const MOST_BYTES = 200_000_000;
const JPEG_SIDE = 32;

/**
 * Makes a page that predicts images with a finished run's network, out of the run's folder, and holds what will run in it
 * against the run's own predictions.
 *
 * @throws RunError where the run's model is not there or not whole, too large, or comes to something else
 */
export async function makeApp(
  run: Run,
  manifest: Partial<Manifest>,
  { folder, name, directory, pictures, onProgress, signal }: AppSettings,
): Promise<App> {
  const saved = await readSavedModel(folder, name, run, manifest);
  const start = await startOf(
    saved,
    (file) => readRegular(join(folder, files.model, file)),
    targetOf(run.resolved.data),
  );
  const bytes = start.weights.length + (start.whitening?.length ?? 0);
  if (bytes > MOST_BYTES) throw new RunError(messages.tooLarge(bytes, MOST_BYTES));
  const where = { directory, seals: manifest.files ?? {} };
  const samples = await samplesOf(folder, run, { ...where, most: CHECKED_IMAGES });
  const rehearsal = await Rehearsal.open(start, signal);
  try {
    const seen: SeenSample[] = [];
    for (const sample of samples) {
      onProgress(seen.length, samples.length);
      seen.push({ sample, ...(await rehearsal.see(sample.pixels)) });
    }
    const checked = check(name, seen);
    const mistakes = pictures ? await mistakesOf(folder, run, seen, rehearsal, where) : null;
    const { height, width, channels } = start.model.target;
    const { probabilities } = await rehearsal.see(pattern(height * width * channels));
    const facts: PageFacts = {
      model: start.model,
      threshold: thresholdOf(run),
      mistakes,
      check: { probabilities, jpeg: await jpegCheck() },
    };
    const page = pageOf({ run, saved, start, facts, scripts: await buildScripts() });
    return { page, checked, mistakes: mistakes?.images.length ?? 0 };
  } finally {
    rehearsal.close();
  }
}

/**
 * What a page's worker is begun with.
 * @param read a file of the run's model/ @param target what becomes of a file before the network sees it
 */
export async function startOf(
  model: SavedModel,
  read: (name: string) => Promise<Uint8Array>,
  target: Target,
): Promise<WorkerStart> {
  const { modelTopology, weightsManifest } = JSON.parse(
    new TextDecoder().decode(await read(modelNames.topology)),
  ) as { modelTopology: object; weightsManifest: { weights: object[] }[] };
  return {
    model: {
      topology: modelTopology,
      weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
      preprocessing: model.preprocessing,
      target,
      mapsLayer: mapsLayerOf(model),
    },
    weights: await read(modelNames.weights),
    whitening: model.whitening && (await read(modelNames.whitening)),
    operations: await readRegular(
      createRequire(import.meta.url).resolve(
        "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm",
      ),
    ),
  };
}

function check(run: string, images: readonly SeenSample[]): App["checked"] {
  if (images.length === 0) return { unchecked: messages.noSamples() };
  let largestDifference = 0;
  for (const { sample, probabilities } of images)
    for (const [label, expected] of sample.probabilities.entries())
      largestDifference = Math.max(largestDifference, Math.abs(probabilities[label]! - expected));
  // A difference that is no number is none that is small enough.
  if (!(largestDifference <= TOLERANCE))
    throw new RunError(messages.differs(run, images.length, largestDifference));
  return { images: images.length, largestDifference };
}

/** A small photograph-like file, with the chroma of half size that cameras store, and its pixels as Lamina decodes it. */
async function jpegCheck(): Promise<PageCheck["jpeg"]> {
  const raw = { width: JPEG_SIDE, height: JPEG_SIDE, channels: 3 as const };
  const file = await sharp(pattern(JPEG_SIDE ** 2 * 3), { raw })
    .jpeg({ quality: 90, chromaSubsampling: "4:2:0" })
    .toBuffer();
  const verdict = await decodeImage(file, { height: JPEG_SIDE, width: JPEG_SIDE, channels: 3 });
  if (!("pixels" in verdict)) throw new TypeError(verdict.detail);
  return {
    file: file.toString("base64"),
    side: JPEG_SIDE,
    pixels: Buffer.from(verdict.pixels).toString("base64"),
  };
}
