import type { CheckedExperiment } from "../check.ts";
import type { Dataset } from "../data/dataset.ts";
import { messages as dataMessages } from "../data/messages.ts";
import { messages } from "./messages.ts";
import { imageNotes, splits, type DataRecord, type ImageNote } from "../layout.ts";
import { orderedCounts } from "../run/data-text.ts";
import { shorten, visible, visibleName } from "../text.ts";
import { groupCounts } from "./image-counts.ts";
import type { DataOutput } from "./outputs.ts";
import { excludedLines, leakLines, skippedLine } from "./run-reporter.ts";
import { drawTable, MOST_NAME_COLUMNS } from "./table.ts";

/** Files of a note that are named. */
const MOST_NAMED = 3;

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

/** The same for people. */
export function printed(checked: CheckedExperiment, dataset: Dataset): string {
  const { record, originals } = dataset;
  const found = summary(checked, dataset);
  const notes = imageNotes.flatMap((note) => {
    const files = found.notes[note] ?? [];
    if (files.length === 0) return [];
    const more = files.length - MOST_NAMED;
    const named = `${files.slice(0, MOST_NAMED).map(visible).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
    return `note    ${files.length} ${note} (${messages.imageNote(note, checked.experiment.resolved.data.depth)}): ${named}\n`;
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
