import { drawCharts } from "../charts/draw.ts";
import { drawnTexts, lettersWithoutFont } from "../charts/fonts.ts";
import { messages } from "../messages.ts";
import { modelFiles, preprocessingOf } from "../model/save.ts";
import { SEAL_FILE } from "../run/belongings.ts";
import { files, type Run } from "../run/layout.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readPictures } from "../run/pictures.ts";
import { readRun } from "../run/read.ts";
import { sealsOf, textSeal, type Seals } from "../run/seals.ts";
import type { Effects } from "./effects.ts";
import type { OpenRun } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Writes what follows from a run's text and network: pictures, the model, charts and the report.
 * @returns the run as its text tells it, and the seals of that text
 */
export async function publish(
  { checked, dataset, network, statistics }: Prepared,
  pictures: ReadonlyMap<string, string | Uint8Array>,
  { folder, write }: OpenRun,
  { reporter }: Effects,
): Promise<{ run: Run; seals: Seals }> {
  const seals = await sealsOf(folder.path);
  const seal = textSeal(seals);
  for (const [name, content] of pictures) await write(`${files.pictures}/${name}`, content);
  if (pictures.size > 0) await write(`${files.pictures}/${SEAL_FILE}`, `${seal}\n`);

  const preprocessing = preprocessingOf(
    dataset.classes,
    checked.experiment.resolved.data,
    statistics,
  );
  for (const [name, content] of await modelFiles(network, preprocessing, statistics))
    await write(`${files.model}/${name}`, content);
  await write(`${files.model}/${SEAL_FILE}`, `${seal}\n`);

  // From its text, as `exp charts` will draw it again.
  const run = await readRun(folder.path);
  const drawn = await drawCharts(run, {
    pictures: await readPictures(folder.path),
    templates: checked.templates,
    seal,
    manifest: looseManifest(folder.path),
  });
  for (const [name, content] of drawn) await write(name, content);
  const boxes = await lettersWithoutFont(drawnTexts(drawn));
  if (boxes.length > 0) reporter.warning(messages.lettersWithoutFont(boxes));
  return { run, seals };
}
