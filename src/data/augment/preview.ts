import type { Pixels } from "../../pixels.ts";
import type { Preview, PreviewRow } from "./sheet.ts";
import { permutation, stream } from "../../random.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { type DecodedSplit, pixelsOf } from "../dataset.ts";
import { openFeed } from "../feed/feed.ts";
import { sheetPicture } from "./sheet.ts";

/** Images and epochs that a run's report shows. */
const REPORT_IMAGES = 3;
const REPORT_EPOCHS = 4;

/** A small sheet for a run's report; null where training sees the images as they are. */
export async function reportSheet(
  split: DecodedSplit,
  classes: readonly string[],
  resolved: ResolvedExperiment,
): Promise<{ content: Uint8Array; images: number; epochs: number } | null> {
  if (!resolved.data.augment) return null;
  const epochs = Math.min(REPORT_EPOCHS, resolved.train.epochs);
  const preview = await previewAugmentation(split, classes, resolved, {
    images: REPORT_IMAGES,
    epochs,
  });
  return { content: await sheetPicture(preview), images: preview.rows.length, epochs };
}

/** As many of each class as can be, in an order drawn from the seed. */
export async function previewAugmentation(
  split: DecodedSplit,
  classes: readonly string[],
  { seed, data }: ResolvedExperiment,
  { images, epochs }: { images: number; epochs: number },
): Promise<Preview> {
  const chosen = choose(split, classes.length, seed, images);
  const originals = await pixelsOf(split, chosen);
  const size = originals.length / chosen.length;
  const rows = Array.from(chosen, (index, place) => ({
    file: split.files[index]!,
    label: classes[split.labels[index]!]!,
    original: originals.subarray(place * size, (place + 1) * size),
    augmented: [] as Pixels[],
    mixed: [] as PreviewRow["mixed"],
  }));
  const feed = openFeed(split, {
    seed,
    data: { augment: data.augment, batchSize: Math.max(1, chosen.length) },
    workers: 1,
  });
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      for await (const batch of feed.epoch(epoch, chosen)) {
        for (const [place, row] of rows.entries()) {
          row.augmented.push(batch.images.slice(place * size, (place + 1) * size));
          const { mix } = batch;
          const share = mix ? 1 - mix.weights[place]! : 0;
          row.mixed.push(share > 0 ? { label: classes[mix!.labels[place]!]!, share } : null);
        }
      }
    }
  } finally {
    feed.close();
  }
  return { shape: split.shape, epochs, rows };
}

function choose(split: DecodedSplit, classes: number, seed: number, images: number): Uint32Array {
  const order = permutation(split.length, stream(seed, "preview"));
  const ofClass = Array.from({ length: classes }, (_, label) =>
    order.filter((index) => split.labels[index] === label),
  );
  const chosen: number[] = [];
  for (let turn = 0; chosen.length < Math.min(images, split.length); turn++) {
    for (const one of ofClass) if (turn < one.length) chosen.push(one[turn]!);
  }
  return Uint32Array.from(chosen.slice(0, images)).toSorted((a, b) => a - b);
}
