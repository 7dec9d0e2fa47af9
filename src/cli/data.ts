import { lstatSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { append } from "../arrays.ts";
import { checkExperiment, type CheckedExperiment } from "../check.ts";
import { contactSheets } from "../data/contact-sheet.ts";
import type { Dataset } from "../data/dataset.ts";
import { readImages } from "../data/read.ts";
import { defaultOptions } from "../engine/library.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages as dataMessages } from "../data/messages.ts";
import { messages } from "./messages.ts";
import type { DataRecord } from "../layout.ts";
import { jsonText } from "../json-text.ts";
import { visible } from "../text.ts";
import { openLibraryHere } from "./engine.ts";
import { imageCache } from "./image-cache.ts";
import { experimentInputs, requireOutputs, writeOutputs } from "./output-files.ts";
import { readRequest, requestOptions } from "./request.ts";
import { writePreview } from "./preview.ts";
import { formatDuration } from "../duration.ts";
import { ProgressLine, terminal } from "./progress.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { printed, summary } from "./data-told.ts";

export const help = `Usage: exp data FILE.yaml | --from RUN  [--set KEY=VALUE]... [--sheet FOLDER] [--preview] [--quarantine LIST]
                [--json]

Reads every image of an experiment and reports images of each class and split, their sizes and formats,
files that cannot be used and why, and leaks between splits. Nothing is trained and no image is changed.
Ends with 1 when data.damaged or data.leaks is fail and there is something to fail on.

  --sheet FOLDER     Write contact sheets to FOLDER: contact-sheet.html and a PNG for each class. Not among the images.
  --preview          Draw training images as they are and as data.augment shows them to the network in its first epochs:
                     runs/NAME/preview/augmentation.html and .png.
  --quarantine LIST  Write the paths of files that cannot be used to LIST, one per line; the files stay where they are. A name
                     with a line break in it is not in the list, but named at the end, with exit code 1.
  --from RUN         Take the experiment from a run, as the run has it.
  --set KEY=VALUE    Replace one value of the experiment.
  --json             Print all of it as JSON.`;

/** `exp data FILE.yaml`: what the images of an experiment are. */
export async function data(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...requestOptions,
      sheet: { type: "string" },
      preview: { type: "boolean" },
      quarantine: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const directory = process.cwd();
  const checked = await checkExperiment(await readRequest(values, positionals, directory));
  if (values.preview && !checked.experiment.resolved.data.augment)
    throw new UsageError(messages.nothingToPreview());
  const list = values.quarantine === undefined ? null : resolve(directory, values.quarantine);
  const sheet = values.sheet === undefined ? null : resolve(directory, values.sheet);
  // Before minutes of reading; the names of the other sheets are only known after it.
  const named = [list, sheet && join(sheet, "contact-sheet.html")];
  requireOutputs(
    named.filter((path) => path !== null),
    experimentInputs(checked),
  );
  const dataset = await read(checked);
  try {
    const { record } = dataset;
    const { resolved, name } = checked.experiment;
    const outputs = new Map<string, string | Uint8Array>();
    if (sheet !== null)
      for (const [file, content] of await contactSheets(dataset, name, resolved.seed))
        outputs.set(join(sheet, file), content);
    const quarantine = listOf(record, checked.experiment.directory);
    if (list !== null && outputs.has(list)) throw new UsageError(messages.outputTwice(list));
    if (list !== null) outputs.set(list, quarantine.text);
    await writeOutputs(outputs, experimentInputs(checked));
    const written = [...outputs.keys()];
    if (values.preview)
      append(written, await writePreview(checked.experiment, dataset, join(directory, "runs")));
    if (values.json) process.stdout.write(jsonText(summary(checked, dataset)));
    else terminal(process.stdout).write(printed(checked, dataset));
    const output = values.json ? process.stderr : process.stdout;
    for (const file of written) output.write(`${visible(relative(directory, file) || file)}\n`);
    const { damaged, leaks } = resolved.data;
    if (list !== null && quarantine.unfit.length > 0)
      throw new RunError(messages.notListed(quarantine.unfit));
    if (damaged === "fail" && record.excluded.length > 0)
      throw new RunError(dataMessages.unusableFiles(record.excluded));
    if (leaks === "fail" && record.leaks!.length > 0)
      throw new RunError(dataMessages.leaksFound(record.leaks!));
    return 0;
  } finally {
    await dataset.close();
  }
}

/** How far it is, and what else there is to say. */
export interface ReadingReport {
  onProgress: (done: number, total: number) => void;
  onCompared: (done: number, total: number) => void;
  signal: AbortSignal;
  warn: (text: string) => void;
}

/** Reads the images of an experiment. What is to fail, `data.damaged` or `data.leaks`, fails once all is told. */
export function readToReport(
  { experiment, source }: CheckedExperiment,
  { warn, ...report }: ReadingReport,
): Promise<Dataset> {
  const settings = experiment.resolved.data;
  const leaks = settings.leaks === "fail" ? "warn" : settings.leaks;
  return readImages(
    source,
    { ...settings, damaged: "exclude", leaks },
    {
      ...report,
      openLibrary: () => openLibraryHere(defaultOptions()),
      cache: { ...imageCache(process.env), now: () => new Date(), warn },
    },
  );
}

async function read(checked: CheckedExperiment): Promise<Dataset> {
  const output = terminal(process.stderr);
  const line = new ProgressLine(output, () => performance.now());
  const interrupt = listenForInterrupt(messages.dataInterrupted());
  const startedMs = performance.now();
  try {
    return await readToReport(checked, {
      onProgress(done, total) {
        const left = ((performance.now() - startedMs) / 1000 / done) * (total - done);
        line.show(done, total, `reading images ${done} of ${total}  ${formatDuration(left)} left`);
      },
      onCompared: (done, total) => line.show(done, total, `comparing images ${done} of ${total}`),
      signal: interrupt.signal,
      warn: (text) => output.write(`${visible(text)}\n`),
    });
  } finally {
    line.clear();
    interrupt.close();
  }
}

/**
 * Paths of the files that cannot be used, one a line.
 * @returns unfit: names that a line would not lead back to
 */
function listOf(
  { folder, images, excluded }: DataRecord,
  directory: string,
): { text: string; unfit: string[] } {
  const used = new Set(images.map(({ file }) => file));
  const unfit: string[] = [];
  let text = "";
  for (const { file } of excluded) {
    const path = resolve(directory, folder, file);
    // A name that is not UTF-8 is told with escapes, which may be the name of another file.
    const isPath = !used.has(file) && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    if (isPath && !/[\r\n]/.test(path)) text += `${path}\n`;
    else unfit.push(file);
  }
  return { text, unfit };
}
