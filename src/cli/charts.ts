import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { drawCharts } from "../charts/draw.ts";
import { drawnTexts, lettersWithoutFont } from "../charts/fonts.ts";
import { readTemplate, readTemplates } from "../charts/read-templates.ts";
import { TEMPLATE_ENDING } from "../charts/template.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages } from "../messages.ts";
import { findRun } from "../run/find.ts";
import { writeRunFile } from "../run/folder.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readPictures } from "../run/pictures.ts";
import { files } from "../run/layout.ts";
import { readRun } from "../run/read.ts";
import { foreignParts } from "../run/belongings.ts";
import { sealsOf, textSeal } from "../run/seals.ts";
import { visible, visibleLines } from "../text.ts";

export const help = `Usage: exp charts RUN... [--template FILE.vl.json]...

Redraws the charts and the report of runs from their text and pictures, without TensorFlow. The same text and pictures
give the same bytes. Without pictures (they are not in git) the report has no galleries. A run that cannot be drawn is
named, the others are drawn, and the exit code is 1.

  RUN  A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.

  --template FILE  Add a chart of your own to the run: a Vega-Lite specification with "data": { "name": "history" }.
                   The names are history, predictions, probabilities, metrics, classes, confusionMatrix, images.`;

/** `exp charts RUN…`: charts/ and report.html, written anew. */
export async function charts(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { template: { type: "string", multiple: true } },
  });
  if (positionals.length === 0) throw new UsageError(messages.operandMissing("a run"));
  const directory = process.cwd();
  const folders: string[] = [];
  for (const name of positionals)
    folders.push(await findRun(name, join(directory, "runs"), directory));
  const added = await Promise.all((values.template ?? []).map((file) => readTemplate(file)));
  let allDrawn = true;
  for (const folder of folders) {
    try {
      for (const { name, text } of added)
        await writeRunFile(folder, `${files.templates}/${name}${TEMPLATE_ENDING}`, text);
      await drawAgain(folder, directory);
    } catch (error) {
      // The next run is none the worse for it.
      if (!(error instanceof RunError)) throw error;
      process.stderr.write(`${visibleLines(error.message)}\n`);
      allDrawn = false;
    }
  }
  return allDrawn ? 0 : 1;
}

/** Writes charts and report of a run anew from its text. @throws RunError */
export async function drawAgain(folder: string, directory: string): Promise<void> {
  const [run, templates] = await Promise.all([
    readRun(folder),
    readTemplates(join(folder, files.templates)),
  ]);
  const seal = textSeal(await sealsOf(folder));
  const foreign = foreignParts(folder, seal);
  if (foreign.length > 0)
    process.stderr.write(
      `${visible(messages.foreignParts(relative(directory, folder), foreign))}\n`,
    );
  const pictures = foreign.includes(files.pictures) ? null : await readPictures(folder);
  const manifest = looseManifest(folder);
  const drawn = await drawCharts(run, { pictures, templates, seal, manifest });
  const boxes = await lettersWithoutFont(drawnTexts(drawn));
  if (boxes.length > 0) process.stderr.write(`${messages.lettersWithoutFont(boxes)}\n`);
  await Promise.all(Array.from(drawn, ([file, content]) => writeRunFile(folder, file, content)));
  const lines = [...drawn.keys()].map((file) => visible(join(relative(directory, folder), file)));
  process.stdout.write(`${lines.join("\n")}\n`);
}
