import { dirname, join, resolve } from "node:path";
import sharp from "sharp";
import { decodeAgain } from "../data/decode-again.ts";
import { eachConcurrently } from "../data/concurrency.ts";
import { targetOf } from "../data/target.ts";
import { RunError, UsageError } from "../errors.ts";
import { placeOf } from "../frame-names.ts";
import { files, type PredictionRecord, type Run } from "../layout.ts";
import { inputShape } from "../model/describe.ts";
import { elementsOf } from "../model/shape.ts";
import { type Pixels, pixelsIn } from "../pixels.ts";
import { foreignParts } from "../run/belongings.ts";
import { keptExperiment } from "../run/kept.ts";
import { readPictures } from "../run/pictures.ts";
import { textSeal, type Seals } from "../run/seals.ts";

/** An image as it goes into the network, and what the run predicted of it. */
export interface Sample {
  /** As in predictions.csv. */
  file: string;
  actual: string;
  /** [height, width, channels] */
  pixels: Pixels;
  /** In the order of the classes. */
  probabilities: number[];
}

/**
 * Some of the images that a run was judged on, spread over all of them: read again where they are still what they were,
 * otherwise taken from the pictures that the run kept.
 *
 * @param folder of the run
 * @param directory where the user is
 * @param most how many
 */
export async function samplesOf(
  folder: string,
  run: Run,
  { directory, seals, most }: { directory: string; seals: Seals; most: number },
): Promise<Sample[]> {
  const found = await fromImages(folder, run, directory, most);
  if (found.length > 0) return found;
  const isOthers = foreignParts(folder, textSeal(seals)).includes(files.pictures);
  return isOthers ? [] : fromPictures(folder, run, most);
}

/** The folder that a run's paths start from; null where the run does not say. @param directory where the user is */
export async function experimentFolder(folder: string, directory: string): Promise<string | null> {
  try {
    return dirname((await keptExperiment(folder, directory)).file);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

async function fromImages(
  folder: string,
  { data, metrics, predictions, resolved }: Run,
  directory: string,
  most: number,
): Promise<Sample[]> {
  const home = await experimentFolder(folder, directory);
  if (home === null) return [];
  const images = new Map(
    data.images.filter(({ split }) => split === metrics.split).map((image) => [image.file, image]),
  );
  const target = targetOf(resolved.data);
  const samples: (Sample | null)[] = [];
  await eachConcurrently(spread(predictions, most), async (prediction, index) => {
    const image = images.get(prediction.file)!;
    const path = join(resolve(home, data.folder), placeOf(image).file);
    samples[index] = await decodeAgain({ path, sha256: image.sha256 }, target).then(
      (bytes) => sampleOf(prediction, pixelsIn(bytes, target.depth ?? 8)),
      (error: unknown) => {
        if (error instanceof RunError) return null;
        throw error;
      },
    );
  });
  return samples.filter((sample) => sample !== null);
}

/** Pictures are of 8 bits, and smaller than the images where these are large: of others they are of no use. */
async function fromPictures(
  folder: string,
  { predictions, resolved }: Run,
  most: number,
): Promise<Sample[]> {
  if (resolved.data.depth !== 8) return [];
  const pictures = await readPictures(folder).catch((error: unknown) => {
    if (error instanceof RunError) return null;
    throw error;
  });
  if (!pictures) return [];
  const { record, content } = pictures;
  const known = new Map(predictions.map((prediction) => [prediction.file, prediction]));
  const [height, width, channels] = inputShape(resolved.data);
  const samples: Sample[] = [];
  for (const { file, picture } of [...record.mistakes, ...(record.right ?? [])].slice(0, most)) {
    const prediction = known.get(file);
    const image = sharp(content.get(picture)!).toColourspace(channels === 1 ? "b-w" : "srgb");
    const drawn = await image
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(() => null);
    const isWhole =
      drawn?.info.height === height &&
      drawn.info.width === width &&
      drawn.data.length === elementsOf([height, width, channels]);
    if (prediction && isWhole) samples.push(sampleOf(prediction, drawn.data));
  }
  return samples;
}

function sampleOf({ file, actual, probabilities }: PredictionRecord, pixels: Pixels): Sample {
  return { file, actual, pixels, probabilities };
}

/** As many of some items as are wanted, at equal distances. */
export function spread<Item>(items: readonly Item[], most: number): Item[] {
  const count = Math.min(items.length, most);
  return Array.from(
    { length: count },
    (_, index) => items[Math.floor((index * items.length) / count)]!,
  );
}
