import { join } from "node:path";
import type { CheckedExperiment } from "../check.ts";
import { previewAugmentation } from "../data/augment/preview.ts";
import type { AugmentSettings } from "../data/augment/ranges.ts";
import { sheetPage, sheetPicture } from "../data/augment/sheet.ts";
import { readImages, type ReadOptions } from "../data/read.ts";
import { UsageError } from "../errors.ts";
import { messages } from "../messages.ts";
import { writeRunFile } from "../run/folder.ts";
import { inOneLine } from "../spec/describe.ts";
import { resolveValue } from "../spec/resolve.ts";
import { schemaAt } from "../spec/schema.ts";

const IMAGES = 8;
const EPOCHS = 5;

/**
 * Shows some training images as they are and as training sees them, as a page and as a picture.
 *
 * @param runsDirectory the files go to NAME/preview in it
 * @returns the files written
 * @throws UsageError when the experiment does not augment @throws RunError as readImages does
 */
export async function writePreview(
  { experiment, source }: CheckedExperiment,
  runsDirectory: string,
  options: ReadOptions,
): Promise<string[]> {
  const { name, resolved } = experiment;
  const { augment } = resolved.data;
  if (!augment) throw new UsageError(messages.nothingToPreview());
  const training = { ...source, files: source.files.filter(({ split }) => split === "train") };
  const dataset = await readImages(training, resolved.data, options);
  try {
    const { classes, splits } = dataset;
    const preview = await previewAugmentation(splits.train!, classes, resolved, {
      images: IMAGES,
      epochs: EPOCHS,
    });
    const settings = Object.entries(differing(augment))
      .map(([key, value]) => `${key}: ${inOneLine(value)}`)
      .join("\n");
    const folder = join(runsDirectory, name, "preview");
    const files = {
      "augmentation.html": await sheetPage(preview, name, settings),
      "augmentation.png": await sheetPicture(preview),
    };
    for (const [file, content] of Object.entries(files)) await writeRunFile(folder, file, content);
    return Object.keys(files).map((file) => join(folder, file));
  } finally {
    dataset.close();
  }
}

/** The settings that do something, as an experiment would have them. */
function differing(augment: AugmentSettings): Partial<AugmentSettings> {
  const schema = schemaAt(["data", "augment"])!;
  return Object.fromEntries(
    Object.entries(augment).filter(([key, value]) => {
      const setting = schemaAt([key], schema)!;
      return !Bun.deepEquals(resolveValue(setting.default, setting), value);
    }),
  );
}
