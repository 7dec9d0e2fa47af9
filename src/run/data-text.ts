import { RunError } from "../errors.ts";
import { jsonText } from "../json-text.ts";
import { messages } from "./messages.ts";
import { sealOf } from "./seals.ts";
import { csvText, guard, parseCsv, unguard } from "./csv.ts";
import { type DataRecord, type ImageNote, type ImageRecord, LISTS, type Split } from "../layout.ts";
import { cellsOf } from "./text.ts";

/** data.json, and the file of the images that it names. The counts are in the order of the classes. */
export function dataTexts({ images, ...record }: DataRecord): {
  data: string;
  list: { path: string; text: string };
} {
  const text = imagesText(images);
  const path = `../${LISTS}/${sealOf(text).slice(0, LIST_DIGITS)}.csv`;
  const { formatVersion, folder, ...rest } = record;
  const counts = orderedCounts(record);
  return {
    data: jsonText({ formatVersion, folder, list: path, ...rest, counts }),
    list: { path, text },
  };
}

/** data.json with its images in it, for which there is no other run. */
export function wholeDataText({ formatVersion, folder, images, ...rest }: DataRecord): string {
  return jsonText({ formatVersion, folder, ...rest, counts: orderedCounts(rest), images });
}

/** Digits of the SHA-256 of its content that a list of images is called by. */
const LIST_DIGITS = 16;
const listColumns = ["split", "label", "file", "sha256", "group", "notes"];

/** A row per image; what it has none of is empty. All images have the same further columns. */
function imagesText(images: readonly ImageRecord[]): string {
  const further = Object.keys(images[0]?.columns ?? {});
  const rows = images.map(({ split, label, file, sha256, group, notes = [], columns }) => [
    split,
    guard(label),
    guard(file),
    sha256,
    guard(group ?? ""),
    notes.join(" "),
    ...further.map((name) => guard(columns?.[name] ?? "")),
  ]);
  return csvText([[...listColumns, ...further.map((name) => `column(${name})`)], ...rows]);
}

/** Whether a list of images is what its name says; its line ends may be others, as in `isSealed`. */
export function isNamed(file: string, text: string): boolean {
  const lines = text.replaceAll("\r\n", "\n");
  return [text, lines].some((one) => file.includes(sealOf(one).slice(0, LIST_DIGITS)));
}

/** @throws RunError where it is not what its name says, or with the line that is no image */
export function parseImages(text: string, file: string): ImageRecord[] {
  if (!isNamed(file, text)) throw new RunError(messages.changedSince(file));
  const [header, ...rows] = parseCsv(text, file);
  const further = header!.cells
    .slice(listColumns.length)
    .map((cell) => /^column\((.*)\)$/s.exec(cell)?.[1]);
  const known = header!.cells.slice(0, listColumns.length);
  if (known.join() !== listColumns.join() || further.includes(undefined))
    throw new RunError(messages.wrongColumns(file, listColumns));
  const width = listColumns.length + further.length;
  return rows.map((row) => {
    const [split, label, name, sha256, group, notes, ...rest] = cellsOf(row, width, file);
    return {
      split: split as Split,
      label: unguard(label!),
      file: unguard(name!),
      sha256: sha256!,
      ...(group !== "" && { group: unguard(group!) }),
      ...(further.length > 0 && {
        columns: Object.fromEntries(further.map((column, at) => [column!, unguard(rest[at]!)])),
      }),
      ...(notes !== "" && { notes: notes!.split(" ") as ImageNote[] }),
    };
  });
}

/** Images of each class in each split, in the order of the classes. */
export function orderedCounts({
  counts,
  classes,
}: Pick<DataRecord, "counts" | "classes">): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(counts).map(([split, ofSplit]) => [
      split,
      new Map(classes.map((name) => [name, Object.hasOwn(ofSplit, name) ? ofSplit[name]! : 0])),
    ]),
  );
}
