import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { diffRuns, type RunDiff } from "../compare/diff.ts";
import { markdown } from "../compare/markdown.ts";
import { type Section, sections } from "../compare/sections.ts";
import { experimentSide, readSide, type Side } from "../compare/side.ts";
import { UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { files } from "../layout.ts";
import { findRun, runName } from "../run/find.ts";
import { revisionSource } from "../run/revision.ts";
import { folderSource, type RunSource } from "../run/source.ts";
import { loadExperiment } from "../spec/load.ts";
import { visible } from "../text.ts";
import { imageFolders, type Inputs, writeOutputs } from "./output-files.ts";
import { terminal } from "./progress.ts";
import { readRequest } from "./request.ts";
import { drawTable, fitColumns, wrap } from "./table.ts";

export const help = `Usage: exp diff A B [--html FILE] [--charts FOLDER] [--markdown | --json] [--allow-different-images]

Shows how two runs differ: settings with their lines in experiment.yaml, images, figures with a paired test, images that
the two classify differently, and environments.

  A, B              A run's name (baseline/v003), an experiment's for its latest run (baseline), a run's folder, or a
                    run in git: REVISION:PATH (main:runs/baseline/v003, HEAD~1:baseline). Nothing is checked out.
                    Or an evaluation of a run (baseline/v003/evaluations/NAME), or an experiment as it is now,
                    FILE.yaml: its settings are compared.
  --html FILE       Also write a page with everything and the curves of both runs; it opens offline.
  --charts FOLDER   Also write the curves of both runs: accuracy and loss, as .vl.json (Vega-Lite) and .svg.
  --markdown        Print Markdown, for a pull request.
  --json            Print everything as JSON.
  --allow-different-images
                    Compare runs that were evaluated on different images. Without it they are refused with 2.

The tests are paired, on the images that both runs evaluated: McNemar's exact test of the accuracy, and DeLong's of the
area under the ROC curve, or where images have groups (patients) the bootstrap of whole groups.`;

/** Rows of a table that are printed; --html and --json have all. */
const MOST_ROWS = 25;

/** `exp diff A B`: in what two runs differ. */
export async function diff(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      html: { type: "string" },
      charts: { type: "string" },
      markdown: { type: "boolean" },
      json: { type: "boolean" },
      "allow-different-images": { type: "boolean" },
    },
  });
  if (values.json && values.markdown)
    throw new UsageError(messages.oneFormat(["--markdown", "--json"]));
  const [first, second, ...rest] = positionals;
  if (first === undefined || second === undefined)
    throw new UsageError(messages.operandMissing("two runs"));
  if (rest.length > 0) throw new UsageError(messages.operandTooMuch("two runs", rest));
  const directory = process.cwd();
  const a = await findSide(first, directory);
  const b = await findSide(second, directory);
  const difference = diffRuns(a, b, {
    allowDifferentImages: values["allow-different-images"] ?? false,
  });
  const parts = sections(difference);
  if (values.html !== undefined || values.charts !== undefined)
    await draw({ a, b, difference, parts }, values, directory);
  if (values.json) process.stdout.write(`${JSON.stringify(difference, null, 2)}\n`);
  else if (values.markdown) process.stdout.write(markdown(difference, parts));
  else process.stdout.write(screen(difference, parts));
  return 0;
}

/** A file of YAML is an experiment, all else a run. */
export async function findSide(word: string, directory: string): Promise<Side> {
  if (!/\.ya?ml$/i.test(word)) return readSide(await findSource(word, directory));
  const request = await readRequest({}, [word], directory);
  return experimentSide(await loadExperiment(request), directory);
}

/** REVISION:PATH is a run in git, unless there is a folder of that name. */
async function findSource(word: string, directory: string): Promise<RunSource> {
  const runs = join(directory, "runs");
  const [, revision, path] = /^([^:]+):(.+)$/s.exec(word) ?? [];
  const isFolder = existsSync(resolve(directory, word)) || existsSync(join(runs, word));
  if (revision !== undefined && path !== undefined && !isFolder)
    return revisionSource(revision, path, directory);
  const folder = await findRun(word, runs, directory);
  return folderSource(folder, runName(folder, runs, directory));
}

interface Drawing {
  a: Side;
  b: Side;
  difference: RunDiff;
  parts: Section[];
}

/** Vega is loaded only here: most calls want no picture. */
async function draw(
  { a, b, difference, parts }: Drawing,
  to: { html?: string | undefined; charts?: string | undefined },
  directory: string,
): Promise<void> {
  const { drawComparison } = await import("../charts/draw-comparison.ts");
  const drawn = await drawComparison(a, b);
  const contents = new Map<string, string>();
  const put = (path: string, text: string) => {
    const whole = resolve(directory, path);
    if (contents.has(whole)) throw new UsageError(messages.outputTwice(path));
    contents.set(whole, text);
  };
  if (to.charts !== undefined)
    for (const [name, text] of drawn.files) put(join(to.charts, name), text);
  if (to.html !== undefined) {
    const { comparison } = await import("../charts/report/comparison.ts");
    put(to.html, comparison(difference, parts, drawn.svgs));
  }
  await writeOutputs(contents, inputsOf([a, b], directory));
  for (const path of contents.keys())
    process.stderr.write(`${visible(relative(directory, path))}\n`);
}

/** Images and templates of the experiments, as far as it is known where they are. */
function inputsOf(sides: readonly Side[], directory: string): Inputs {
  const known = sides.flatMap(({ request, resolved }) =>
    request ? { home: dirname(resolve(directory, request.file)), data: resolved.data } : [],
  );
  return {
    folders: known.flatMap(({ data, home }) => imageFolders(data, home)),
    templates: known.map(({ home }) => join(home, files.charts)),
  };
}

function screen({ a, b }: RunDiff, parts: readonly Section[]): string {
  const { isTerminal, columns } = terminal(process.stdout);
  const room = isTerminal ? columns : Number.POSITIVE_INFINITY;
  const head = drawTable(
    [
      ["A", a.run, a.status ?? ""],
      ["B", b.run, b.status ?? ""],
    ],
    ["left", "left", "left"],
  );
  return [head, ...parts.map((part) => sectionText(part, room))].join("\n");
}

function sectionText({ title, lines, table }: Section, room: number): string {
  const text = lines.map((line) => `${wrap(visible(line), Math.min(room, 100))}\n`);
  if (!table) return `${title}\n${text.join("")}`;
  const rows = table.rows.slice(0, MOST_ROWS);
  const drawn = fitColumns(
    table.columns.map(({ title: column, isNumber, isExtra = false }, index) => ({
      title: column,
      side: isNumber ? ("right" as const) : ("left" as const),
      cells: rows.map((row) => row[index]!),
      isExtra,
    })),
    room,
  );
  const more = table.rows.length - rows.length;
  const gap = text.length > 0 ? "\n" : "";
  return [`${title}\n`, ...text, gap, drawn.text, ...(more > 0 ? [`and ${more} more\n`] : [])].join(
    "",
  );
}
