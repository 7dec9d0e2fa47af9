import { mostCertain } from "../evaluate/mistakes.ts";
import { paintImage } from "../evaluate/paint.ts";
import { type Sample, samplesOf } from "../export/samples.ts";
import type { Run } from "../layout.ts";
import { largest } from "../evaluate/confusion.ts";
import type { Seals } from "../run/seals.ts";
import type { PageMistakes } from "./page/facts.ts";
import { nearest, toDirection } from "./page/nearest.ts";
import type { Seen } from "./page/protocol.ts";
import type { Rehearsal } from "./rehearsal.ts";

/** An image of the run, and what the page makes of it. */
export interface SeenSample extends Seen {
  sample: Sample;
}

/** Each takes some kilobytes of the page. */
const MOST_MISTAKES = 40;

/**
 * The mistakes that the run was surest of, to be found again by what the network sees in an image.
 *
 * @param folder of the run
 * @param samples some of the images that it was judged on, whatever the run said of them
 * @returns null where there are none, or none of their images is here
 */
export async function mistakesOf(
  folder: string,
  run: Run,
  samples: readonly SeenSample[],
  rehearsal: Rehearsal,
  where: { directory: string; seals: Seals },
): Promise<PageMistakes | null> {
  const { classes } = run.data;
  const predictions = mostCertain(run.predictions, classes).slice(0, MOST_MISTAKES);
  if (predictions.length === 0) return null;
  const found = await samplesOf(folder, { ...run, predictions }, { ...where, most: MOST_MISTAKES });
  if (found.length === 0) return null;
  const { height, width, channels } = shapeOf(run);
  const images: PageMistakes["images"] = [];
  const directions: Int8Array[] = [];
  for (const { pixels, actual, probabilities } of found) {
    const direction = toDirection((await rehearsal.see(pixels)).features);
    const picture = Buffer.from(await paintImage(pixels, [height, width, channels]));
    const label = largest(probabilities);
    directions.push(direction);
    images.push({
      picture: `data:image/png;base64,${picture.toString("base64")}`,
      actual,
      predicted: classes[label]!,
      probability: probabilities[label]!,
      direction: Buffer.from(direction.buffer).toString("base64"),
    });
  }
  const usual: number[] = [];
  for (const { sample, features } of samples) {
    if (classes[largest(sample.probabilities)] !== sample.actual) continue;
    const [first] = nearest(features, directions);
    usual.push(Number(first!.similarity.toFixed(4)));
  }
  return { split: run.metrics.split, images, usual: usual.toSorted((a, b) => a - b) };
}

function shapeOf({ resolved: { data } }: Run) {
  const [height, width] = data.targetSize;
  return { height, width, channels: data.colour === "grey" ? 1 : 3 };
}
