import { lstatSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { append } from "../arrays.ts";
import { checkExperiment, type CheckedExperiment } from "../check.ts";
import { contactSheets } from "../data/contact-sheet.ts";
import { type Dataset, readImages } from "../data/read.ts";
import { defaultOptions } from "../engine/library.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages as dataMessages } from "../data/messages.ts";
import { messages } from "./messages.ts";
import { imageNotes, splits, type DataRecord, type ImageNote } from "../layout.ts";
import { jsonText } from "../json-text.ts";
import { orderedCounts } from "../run/text.ts";
import { shorten, visible, visibleName } from "../text.ts";
import { openLibraryHere } from "./engine.ts";
import { imageCache } from "./image-cache.ts";
import { groupCounts } from "./image-counts.ts";
import { experimentInputs, requireOutputs, writeOutputs } from "./output-files.ts";
import { readRequest, requestOptions } from "./request.ts";
import { writePreview } from "./preview.ts";
import type { DataOutput } from "./outputs.ts";
import { formatDuration, ProgressLine, terminal } from "./progress.ts";
import { excludedLines, leakLines, skippedLine } from "./run-reporter.ts";
import { drawTable, MOST_NAME_COLUMNS } from "./table.ts";
import { listenForInterrupt } from "./interrupt.ts";

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

/** Files of a note that are named. */
const MOST_NAMED = 3;

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

/** Names and how often each is there, the most frequent first. */
function tally(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** With the classes in their order. */
type Summary = Omit<DataOutput, "counts" | "notes"> & {
  counts: ReturnType<typeof orderedCounts>;
  notes: Partial<Record<ImageNote, string[]>>;
};

/** What `--json` prints. */
export function summary(
  { source }: CheckedExperiment,
  { record, originals, fault, warnings }: Dataset,
): Summary {
  const { classes, images, excluded, ignored, leaks } = record;
  const notes = Map.groupBy(
    images.flatMap(({ file, notes: ofImage = [] }) => ofImage.map((note) => ({ note, file }))),
    ({ note }) => note,
  );
  return {
    folder: record.folder,
    classes,
    counts: orderedCounts(record),
    groups: Object.fromEntries(
      Object.entries(groupCounts(images)).filter(([, count]) => count > 0),
    ),
    sizes: Object.fromEntries(tally(originals.map(({ width, height }) => `${width}x${height}`))),
    formats: Object.fromEntries(tally(originals.map(({ format }) => format))),
    notes: Object.fromEntries(
      [...notes].map(([note, files]) => [note, files.map(({ file }) => file)]),
    ) as Partial<Record<ImageNote, string[]>>,
    excluded,
    ignored,
    skipped: record.skipped ?? [],
    leaks: leaks ?? null,
    warnings: [...(fault === null ? [] : [fault]), ...source.warnings, ...warnings],
  };
}

function printed(checked: CheckedExperiment, dataset: Dataset): string {
  const { record, originals } = dataset;
  const found = summary(checked, dataset);
  const notes = imageNotes.flatMap((note) => {
    const files = found.notes[note] ?? [];
    if (files.length === 0) return [];
    const more = files.length - MOST_NAMED;
    const named = `${files.slice(0, MOST_NAMED).map(visible).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
    return `note    ${files.length} ${note} (${messages.imageNote(note)}): ${named}\n`;
  });
  const formats = Object.entries(found.formats).map(([name, count]) => `${count} ${name}`);
  const audit =
    record.leaks?.length === 0 ? `leaks   ${dataMessages.noLeaks()}\n` : leakLines(record, 10);
  return [
    countTable(record),
    "\n",
    `folder  ${visible(record.folder)}\n`,
    `sizes   ${sizeWords(originals)}\n`,
    `formats ${formats.join(", ")}\n`,
    spacingLine(originals),
    ...notes,
    skippedLine(record.skipped),
    excludedLines(record),
    record.ignored.length > 0
      ? `ignored ${record.ignored.length}: ${record.ignored.slice(0, MOST_NAMED).map(visible).join(", ")}${record.ignored.length > MOST_NAMED ? " …" : ""}\n`
      : "",
    record.leaks ? audit : "",
    ...found.warnings.map((warning) => `${visible(warning)}\n`),
  ].join("");
}

function sizeWords(originals: Dataset["originals"]): string {
  const sizes = tally(originals.map(({ width, height }) => `${width}×${height}`));
  const [[first, times]] = sizes as [[string, number]];
  if (sizes.length === 1) return `all ${first}`;
  const areas = originals.toSorted((a, b) => a.width * a.height - b.width * b.height);
  const [least, most] = [areas[0]!, areas.at(-1)!];
  return `${sizes.length} different, ${least.width}×${least.height} to ${most.width}×${most.height}; most often ${first} (${times})`;
}

/** The most frequent distances of pixels, where files tell them. */
function spacingLine(originals: Dataset["originals"]): string {
  const told = originals.flatMap(({ spacing }) => (spacing ? [`${spacing.join("×")} mm`] : []));
  if (told.length === 0) return "";
  const spacings = tally(told);
  const shown = spacings
    .slice(0, MOST_NAMED)
    .map(([spacing, times]) =>
      times === originals.length ? `all ${spacing}` : `${spacing} (${times})`,
    );
  return `spacing ${shown.join(", ")}${spacings.length > MOST_NAMED ? `, and ${spacings.length - MOST_NAMED} others` : ""}\n`;
}

function countTable(record: DataRecord): string {
  const present = splits.filter((split) => record.counts[split]);
  const cell = (split: (typeof splits)[number], name: string) => {
    const ofSplit = record.counts[split]!;
    return Object.hasOwn(ofSplit, name) ? ofSplit[name]! : 0;
  };
  const rows = record.classes.map((name) => {
    const numbers = present.map((split) => cell(split, name));
    return [
      shorten(visibleName(name), MOST_NAME_COLUMNS),
      ...numbers.map(String),
      String(numbers.reduce((sum, count) => sum + count, 0)),
    ];
  });
  const totals = present.map((split) =>
    record.classes.reduce((sum, name) => sum + cell(split, name), 0),
  );
  const groups = groupCounts(record.images);
  const all = new Set(record.images.flatMap(({ group }) => (group === undefined ? [] : [group])));
  return drawTable(
    [
      ["images", ...present, "all"],
      ...rows,
      ["total", ...totals.map(String), String(record.images.length)],
      ...(all.size > 0
        ? [["groups", ...present.map((split) => String(groups[split])), String(all.size)]]
        : []),
    ],
    ["left", ...present.map(() => "right" as const), "right"],
  );
}
