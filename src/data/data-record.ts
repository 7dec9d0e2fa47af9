import { placeOf } from "../frame-names.ts";
import { type DataRecord, formatVersions, type ImageNote, type Split } from "../layout.ts";
import type { ImageFacts } from "./decode/facts.ts";
import { isMisnamed } from "./decode/sniff.ts";
import type { ImageSource } from "./source/image-source.ts";
import type { SplitContent } from "./split-content.ts";

/** What data.json holds before an image is read. */
export function emptyRecord(source: ImageSource): DataRecord {
  return {
    formatVersion: formatVersions.data,
    folder: source.folder,
    classes: source.classes,
    counts: {},
    images: [],
    excluded: [...source.excluded],
    ignored: source.ignored,
    ...(source.skipped.length > 0 && { skipped: source.skipped }),
  };
}

/** Adds the images of a split, and its files that cannot be used. */
export function recordSplit(record: DataRecord, split: Split, content: SplitContent): void {
  const { classes, images } = record;
  const { decoded, hashes, facts, groups, columns, excluded } = content;
  const counts = Object.fromEntries(classes.map((name) => [name, 0]));
  record.counts[split] = counts;
  for (const [index, file] of decoded.files.entries()) {
    const label = classes[decoded.labels[index]!]!;
    counts[label]!++;
    const group = groups[index];
    const place = placeOf({ file, sha256: hashes[index]! });
    const notes = notesOf(place.file, facts[index]!);
    images.push({
      split,
      label,
      file,
      sha256: hashes[index]!,
      ...(group === undefined ? {} : { group }),
      ...(columns[index] && { columns: columns[index] }),
      ...(notes.length > 0 ? { notes } : {}),
    });
  }
  for (const { file, why } of excluded)
    record.excluded.push({ split, label: classes[file.label]!, file: file.file, ...why });
}

function notesOf(file: string, { format, notes }: ImageFacts): ImageNote[] {
  return isMisnamed(file, format) ? [...notes, "wrong-extension"] : notes;
}
