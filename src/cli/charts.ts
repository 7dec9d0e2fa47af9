import { existsSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { append } from "../arrays.ts";
import { datasets } from "../charts/datasets.ts";
import { readTemplate, readTemplates, TemplateError } from "../charts/read-templates.ts";
import { placeOf, type Template } from "../charts/template.ts";
import { fieldWarnings } from "../charts/template-fields.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages as compareMessages } from "../compare/messages.ts";
import { messages as stagesMessages } from "../stages/messages.ts";
import { messages } from "./messages.ts";
import { findRun } from "../run/find.ts";
import { writeRunFiles } from "../run/write-files.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { sealOf } from "../run/seals.ts";
import { files, SWEEP_NUMBER } from "../layout.ts";
import { drawRun } from "../stages/draw-run.ts";
import { drawSweepFolder } from "../stages/sweep/draw.ts";
import { findSweepFolder } from "../sweep/find.ts";
import { isSweep } from "../sweep/read.ts";
import { visible, visibleLines } from "../text.ts";
import type { ChartsOutput } from "./outputs.ts";

export const help = `Usage: exp charts RUN... [--template FILE.vl.json]... [--json]

Redraws the charts, the report and the README.md of runs from their text and pictures, without TensorFlow. The same
text and pictures give the same bytes. Without pictures (they are not in git) the report has no galleries. A README.md
that you wrote stays. A run that cannot be drawn is named, as is a chart of your own, the others are drawn, and the exit
code is 1.

  RUN  A run's name (baseline/v003), an experiment's for its latest run (baseline), a run's folder, an evaluation
       (baseline/v003/evaluations/NAME), a sweep (lr/sweep-001) or a trial of one (lr/sweep-001/trials/0003).

  --template FILE  Add a chart of your own to the run: a Vega-Lite specification with "data": { "name": "history" }.
                   The names are ${Object.keys(datasets).join(", ")}.
                   src/charts/README.md lists their fields.
  --json           Print what was drawn, and what could not be, as JSON.`;

/** `exp charts RUN…`: charts/ and report.html, written anew. */
export async function charts(words: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { template: { type: "string", multiple: true }, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError(messages.operandMissing("a run"));
  const directory = process.cwd();
  const folders: string[] = [];
  for (const name of positionals) folders.push(await findDrawable(name, directory));
  if (values.template && folders.some(isSweep)) throw new UsageError(messages.templateOfSweep());
  const added = await Promise.all((values.template ?? []).map((file) => readTemplate(file)));
  const output: ChartsOutput = { files: [], problems: [] };
  for (const folder of folders) {
    try {
      for (const template of added) expectNoOther(folder, template);
      const { paths, undrawn } = await drawAgain(folder, directory, added);
      if (!values.json) showDrawn(paths);
      append(output.files, paths);
      append(output.problems, undrawn);
    } catch (error) {
      // The next run is none the worse for it.
      if (!(error instanceof RunError)) throw error;
      process.stderr.write(`${visibleLines(error.message)}\n`);
      output.problems.push(error.message);
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
  return output.problems.length === 0 ? 0 : 1;
}

/** A run, or a sweep: one that is named so, or the latest of a name that has no runs. @throws UsageError */
async function findDrawable(name: string, directory: string): Promise<string> {
  const runs = join(directory, "runs");
  const sweep = await findSweepFolder(name, runs, directory);
  if (sweep !== null && SWEEP_NUMBER.test(basename(name))) return sweep;
  return findRun(name, runs, directory).catch((error: unknown) => {
    if (sweep === null) throw error;
    return sweep;
  });
}

/** @throws RunError where the run was made with another chart of this name, which it keeps */
function expectNoOther(folder: string, { name, text }: Template): void {
  const file = placeOf({ name });
  const seal = looseManifest(folder)?.files?.[file];
  if (seal !== undefined && seal !== sealOf(text))
    throw new RunError(messages.templateKept(join(folder, file)));
}

/** The templates of a run with others, each in place of the one of its name, in the order of their files. */
function withAdded(
  kept: readonly (Template | TemplateError)[],
  added: readonly Template[],
): (Template | TemplateError)[] {
  const fileOf = (read: Template | TemplateError) =>
    basename(read instanceof TemplateError ? read.file : placeOf(read));
  const byFile = new Map([...kept, ...added].map((read) => [fileOf(read), read]));
  return [...byFile].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, read]) => read);
}

/** @param paths of the files that were drawn */
export function showDrawn(paths: readonly string[]): void {
  process.stdout.write(`${paths.map(visible).join("\n")}\n`);
}

/**
 * Writes charts and report of a run anew from its text, and tells what could not be drawn.
 * @param added templates that the run has from now on @returns the paths of the files, from where the user is, and why a chart is not among them. @throws RunError
 */
export async function drawAgain(
  folder: string,
  directory: string,
  added: readonly Template[] = [],
): Promise<{ paths: string[]; undrawn: string[] }> {
  if (isSweep(folder)) return drawSweepAgain(folder, directory);
  const templates = withAdded(await readTemplates(join(folder, files.templates)), added);
  const { drawn, undrawn, boxes, foreign } = await drawRun(folder, templates);
  for (const text of templates.flatMap((read) =>
    read instanceof TemplateError ? [] : fieldWarnings(read),
  ))
    process.stderr.write(`${visible(join(relative(directory, folder), text))}\n`);
  if (foreign.length > 0)
    process.stderr.write(
      `${visible(compareMessages.foreignParts(relative(directory, folder), foreign))}\n`,
    );
  const place = relative(directory, folder);
  const reasons = undrawn.map((reason) => join(place, reason));
  for (const reason of reasons) process.stderr.write(`${visible(reason)}\n`);
  if (boxes.length > 0) process.stderr.write(`${stagesMessages.lettersWithoutFont(boxes)}\n`);
  const texts = added.map((template) => [placeOf(template), template.text] as const);
  await writeRunFiles(folder, new Map([...texts, ...drawn]));
  return {
    paths: [...drawn.keys()].map((file) => join(place, file)),
    undrawn: reasons,
  };
}

async function drawSweepAgain(folder: string, directory: string) {
  const place = relative(directory, folder);
  const undrawn: string[] = [];
  const drawn = await drawSweepFolder(folder, (text) => {
    undrawn.push(text);
    process.stderr.write(`${visible(text)}\n`);
  });
  return { paths: drawn.map((file) => join(place, file)), undrawn };
}

/** After a change that the report of a run tells: draws it anew where there is one and its text allows it. */
export async function refreshReport(folder: string, directory: string): Promise<string[]> {
  if (!existsSync(join(folder, files.report))) return [];
  try {
    return (await drawAgain(folder, directory)).paths;
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return [];
  }
}
