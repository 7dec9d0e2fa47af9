import { join } from "node:path";
import { previewAugmentation } from "../data/augment/preview.ts";
import { sheetPage, sheetPicture } from "../data/augment/sheet.ts";
import type { Dataset } from "../data/dataset.ts";
import { writeRunFiles } from "../run/write-files.ts";
import { inOneLine } from "../spec/describe.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import { changedSettings } from "../spec/resolve.ts";

const IMAGES = 8;
const EPOCHS = 5;

/**
 * Shows some training images as they are and as training sees them, as a page and as a picture.
 *
 * @param runsDirectory the files go to NAME/preview in it
 * @returns the files written; none where the experiment does not augment
 */
export async function writePreview(
  { name, resolved }: LoadedExperiment,
  { classes, splits }: Dataset,
  runsDirectory: string,
): Promise<string[]> {
  const { augment } = resolved.data;
  if (!augment) return [];
  const preview = await previewAugmentation(splits.train!, classes, resolved, {
    images: IMAGES,
    epochs: EPOCHS,
  });
  const settings = Object.entries(changedSettings(["data", "augment"], augment))
    .map(([key, value]) => `${key}: ${inOneLine(value)}`)
    .join("\n");
  const folder = join(runsDirectory, name);
  const files = new Map<string, string | Uint8Array>([
    ["preview/augmentation.html", await sheetPage(preview, name, settings)],
    ["preview/augmentation.png", await sheetPicture(preview)],
  ]);
  await writeRunFiles(folder, files);
  return Array.from(files.keys(), (file) => join(folder, file));
}
