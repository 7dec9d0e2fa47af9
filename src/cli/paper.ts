import { basename, dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drawPaper } from "../charts/paper/draw.ts";
import { paperFigures } from "../charts/paper/figures.ts";
import { UsageError } from "../errors.ts";
import { experimentFolder } from "../export/samples.ts";
import { evaluationsOf, isEvaluation } from "../run/evaluations.ts";
import { findRun, runName } from "../run/find.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import { visible } from "../text.ts";
import { outputOf } from "./effects.ts";
import { messages } from "./messages.ts";
import { onlyOperand } from "./operands.ts";
import { imageFolders, requireOutputs, writeOutputs } from "./output-files.ts";

export const help = `Usage: exp paper RUN [--prevalence SHARE,...] [--out FOLDER] [--json]

Writes what a paper needs of a finished run, as a page and as Markdown: which files were excluded and why, the images by
split (table 1), figures of diagnostic accuracy per image and per patient with their intervals, at fixed sensitivities and
specificities, at other prevalences, the decision curve, subgroups, the methods in words, and the items of the checklist
CLAIM (2024) that the run can answer, with the others for you to fill in. All of it follows from the run's text, without
TensorFlow: the same run gives the same bytes.

  RUN               A run's name (baseline/v003), an experiment's for its latest run (baseline), a run's folder, or an
                    evaluation (baseline/v003/evaluations/NAME).
  --prevalence ...  Prevalences of the positive class, such as 0.01, for which predictive values and net benefit are
                    reported, beside evaluate.prevalence. For two classes.
  --out FOLDER      Where to. By default runs/baseline/papers, beside the run. A file that you have changed is not written
                    over.
  --json            Print the figures as JSON, with all their digits.

data.labels.columns.subgroups of an experiment names the columns that figures are reported by, evaluate.perGroup how the
predictions for a patient's images are combined.`;

/** `exp paper RUN`: the figures of a paper. */
export async function paper(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      prevalence: { type: "string", multiple: true },
      out: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const prevalences = (values.prevalence ?? []).flatMap((text) => text.split(",")).map(readShare);
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const folder = await findRun(onlyOperand(positionals, "a run"), runs, directory);
  const place = values.out === undefined ? besideRun(folder) : resolve(values.out);
  const home = await experimentFolder(folder, directory);
  const run = await readRun(folder);
  const { classes } = run.data;
  if (prevalences.length > 0 && classes.length !== 2)
    throw new UsageError(messages.prevalenceOfPair(classes.length));
  const inputs = { folders: home === null ? [] : imageFolders(run.resolved.data, home) };
  const [page, text] = ["html", "md"].map((kind) => join(place, `${fileName(folder)}.${kind}`));
  requireOutputs([page!, text!], inputs);
  const figures = paperFigures(run, prevalences);
  const evaluations = isEvaluation(folder)
    ? []
    : evaluationsOf(folder).map((path) => basename(path));
  const context = { run, figures, manifest: looseManifest(folder), evaluations };
  const { html, markdown } = await drawPaper(runName(folder, runs, directory), context);
  await writeOutputs(
    new Map([
      [page!, html],
      [text!, markdown],
    ]),
    inputs,
  );
  const json = values.json ?? false;
  if (json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  const written = [page!, text!].map((path) => visible(relative(directory, path)));
  outputOf({ json }).write(`${written.join("\n")}\n`);
  return 0;
}

/** @throws UsageError */
function readShare(text: string): number {
  const share = /^\d*\.?\d+(?:e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!(share > 0 && share < 1)) throw new UsageError(messages.notAPrevalence(text));
  return share;
}

/** A run's own folder holds what the run made. */
function besideRun(folder: string): string {
  const run = isEvaluation(folder) ? dirname(dirname(folder)) : folder;
  return join(dirname(run), "papers");
}

/** v001, or v001-elsewhere of an evaluation. */
function fileName(folder: string): string {
  const name = basename(folder);
  return isEvaluation(folder) ? `${basename(dirname(dirname(folder)))}-${name}` : name;
}
