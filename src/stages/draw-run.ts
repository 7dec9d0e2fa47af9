import { existsSync } from "node:fs";
import { join } from "node:path";
import { drawCharts } from "../charts/draw.ts";
import { drawTemplates } from "../charts/own-chart.ts";
import { drawnTexts, lettersWithoutFont } from "../charts/fonts.ts";
import type { TemplateError } from "../charts/read-templates.ts";
import type { Template } from "../charts/template.ts";
import { foreignParts } from "../run/belongings.ts";
import { files, MODEL_CARD, type Run } from "../layout.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { modelNames } from "../model/save.ts";
import { isReadmeOurs } from "../run/readme.ts";
import { readPictures } from "../run/pictures.ts";
import { readRun } from "../run/read.ts";
import { readRemarks } from "../run/remarks.ts";
import { sealsOf, type Seals, textSeal } from "../run/seals.ts";

/** Charts and report of a run. */
export interface DrawnRun {
  run: Run;
  seals: Seals;
  /** The content of each file by its path in the run's folder. */
  drawn: ReadonlyMap<string, string | Uint8Array>;
  /** Why a chart of the user's own is not among them, for each. */
  undrawn: string[];
  /** Letters that no font of this machine has. */
  boxes: string[];
  /** Parts of the folder that belong to another run's text, and were not drawn. */
  foreign: string[];
}

/** Draws a run from its text and its pictures, as they are in its folder. @throws RunError */
export async function drawRun(
  folder: string,
  templates: readonly (Template | TemplateError)[],
): Promise<DrawnRun> {
  const run = await readRun(folder);
  const own = drawTemplates(templates, run);
  const manifest = looseManifest(folder);
  // Those of a finished run hold as it was read; what is there may have other line ends.
  const seals = (manifest?.status === "completed" && manifest.files) || (await sealsOf(folder));
  const seal = textSeal(seals);
  const foreign = foreignParts(folder, seal);
  const drawn = await drawCharts(run, {
    pictures: foreign.includes(files.pictures) ? null : await readPictures(folder),
    own,
    seal,
    manifest,
    remarks: readRemarks(folder),
  });
  if (!isReadmeOurs(folder)) drawn.delete(files.readme);
  const model = join(folder, files.model);
  // A card without its model is of no use.
  if (
    !existsSync(join(model, modelNames.topology)) ||
    foreign.includes(files.model) ||
    !isReadmeOurs(model)
  )
    drawn.delete(MODEL_CARD);
  const undrawn = (await own).flatMap((chart) => (chart.svg === null ? chart.reason : []));
  const boxes = await lettersWithoutFont(drawnTexts(drawn));
  return { run, seals, drawn, undrawn, boxes, foreign };
}
