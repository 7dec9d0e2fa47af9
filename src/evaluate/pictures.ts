import type * as tf from "@tensorflow/tfjs";
import { type DecodedSplit, pixelsOf } from "../data/dataset.ts";
import type { Engine } from "../engine/engine.ts";
import type { Network } from "../model/network.ts";
import {
  formatVersions,
  type PicturesRecord,
  type PredictionPicture,
  type PredictionRecord,
} from "../layout.ts";
import { jsonText } from "../json-text.ts";
import { gradCam } from "./grad-cam.ts";
import { mostCertain, typical, worst } from "./mistakes.ts";
import { paintFilters, paintHeat, paintImage } from "./paint.ts";

export interface PicturesContext {
  engine: Engine;
  network: Network;
  classes: readonly string[];
  split: DecodedSplit;
  predictions: readonly PredictionRecord[];
  /** In each gallery. */
  count: number;
  /** Some training images beside what training saw of them, PNG; null where it saw them as they are. */
  augmentation: { content: Uint8Array; images: number; epochs: number } | null;
}

/**
 * Small pictures of the worst mistakes and of right predictions as the network saw the images, what in each spoke for
 * the predicted class, and the filters of the first convolution.
 *
 * @returns the content of each file of the run's pictures folder by its name; nothing where `count` is 0
 */
export async function makePictures(
  context: PicturesContext,
): Promise<Map<string, string | Uint8Array>> {
  const { engine, network, classes, split, predictions, count, augmentation } = context;
  const made = new Map<string, string | Uint8Array>();
  if (count === 0) return made;
  const places = new Map(split.files.map((file, index) => [file, index]));
  const paint = async (kind: string, chosen: Iterable<PredictionRecord>) => {
    const painted: PredictionPicture[] = [];
    for (const { file, predicted } of chosen) {
      const pixels = await pixelsOf(split, Uint32Array.of(places.get(file)!));
      const name = `${kind}-${String(painted.length + 1).padStart(2, "0")}`;
      made.set(`${name}.png`, await paintImage(pixels, split.shape));
      const heat = gradCam(engine, network, pixels, classes.indexOf(predicted));
      if (heat) made.set(`${name}-grad-cam.png`, await paintHeat(pixels, split.shape, heat));
      painted.push({ file, picture: `${name}.png`, gradCam: heat && `${name}-grad-cam.png` });
    }
    return painted;
  };
  const first = (order: typeof worst) => order(predictions, classes).slice(0, count);
  const wrong = new Map([...first(mostCertain), ...first(worst)].map((one) => [one.file, one]));
  const mistakes = await paint("mistake", wrong.values());
  const right = await paint("right", first(typical));
  const filters = await firstFilters(network, made);
  const record: PicturesRecord = {
    formatVersion: formatVersions.pictures,
    mistakes,
    right,
    filters,
  };
  if (augmentation) {
    const { content, ...shown } = augmentation;
    made.set("augmentation.png", content);
    record.augmentation = { picture: "augmentation.png", ...shown };
  }
  return made.set("pictures.json", jsonText(record));
}

/** More would be too small to tell apart. */
const MOST_FILTERS = 64;

async function firstFilters(
  { model }: Network,
  made: Map<string, string | Uint8Array>,
): Promise<PicturesRecord["filters"]> {
  const layer = model.layers.find((one) => one.getClassName() === "Conv2D");
  if (!layer) return null;
  const kernel = layer.weights[0]!.read() as tf.Tensor4D;
  const [height, width, channels, total] = kernel.shape;
  // Only those of the first layer look at the image's own channels.
  if (layer !== model.layers.find((one) => one.weights.length > 0)) return null;
  const shown = Math.min(total, MOST_FILTERS);
  const values = kernel.dataSync<"float32">();
  made.set("filters.png", await paintFilters(values, [height, width, channels, total], shown));
  return { layer: layer.name, picture: "filters.png", shown, total };
}
