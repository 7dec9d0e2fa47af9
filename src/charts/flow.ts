import { placeOf } from "../frame-names.ts";
import { type DataRecord, type Split, splits } from "../layout.ts";
import { count, grouped, label, quote } from "../wording.ts";

/** What became of the files of an experiment, from those that were found to those that a split has. */
export interface Flow {
  /** Files that may be images, or images where a file may hold several. */
  found: number;
  unit: "file" | "image";
  /** Files that were left out, by why, in the order in which that was decided. */
  left: { why: string; files: number }[];
  images: number;
  /** Patients, or whatever else belongs together; null where nothing does. */
  groups: number | null;
  splits: { split: Split; images: number; groups: number | null }[];
}

export function flowOf({ images, excluded, skipped = [], evaluation }: DataRecord): Flow {
  const hasGroups = images.some(({ group }) => group !== undefined);
  const groupsOf = (some: DataRecord["images"]) =>
    hasGroups ? new Set(some.map(({ file, group }) => group ?? `image ${file}`)).size : null;
  const reasons = Map.groupBy(excluded, ({ reason }) => reason);
  const left = [
    ...skipped.map(({ by, pattern, files }) => ({
      why:
        by === "exclude"
          ? `matched ${quote(pattern)} of data.exclude`
          : `matched none of data.include`,
      files,
    })),
    ...Object.entries(evaluation?.dropped ?? {}).map(([name, files]) => ({
      why: `of the class ${label(name)}, excluded from the evaluation`,
      files,
    })),
    ...Array.from(reasons, ([reason, { length }]) => ({ why: reasonNames[reason], files: length })),
  ];
  return {
    unit: images.some((image) => placeOf(image).frame !== undefined) ? "image" : "file",
    found: images.length + left.reduce((sum, { files }) => sum + files, 0),
    left,
    images: images.length,
    groups: groupsOf(images),
    splits: splits.flatMap((split) => {
      const ofSplit = images.filter((image) => image.split === split);
      return ofSplit.length === 0
        ? []
        : { split, images: ofSplit.length, groups: groupsOf(ofSplit) };
    }),
  };
}

/** In a sentence. @param noun of a group: patient */
export function flowText(flow: Flow, noun: string): string {
  const out = flow.found - flow.images;
  const of = (images: number, groups: number | null) =>
    `${count(images, "image")}${groups === null ? "" : ` of ${count(groups, noun)}`}`;
  const parts = flow.splits.map(({ split, images, groups }) => `${split} ${of(images, groups)}`);
  return `${count(flow.found, flow.unit)} found, ${out === 0 ? "none" : grouped(out)} excluded; ${of(flow.images, flow.groups)} used: ${parts.join("; ")}.`;
}

const reasonNames: Readonly<Record<DataRecord["excluded"][number]["reason"], string>> = {
  empty: "empty",
  "not-an-image": "no image",
  "unsupported-format": "of a format that is not read",
  truncated: "truncated",
  corrupt: "corrupt",
  "too-many-pixels": "of too many pixels",
  unreadable: "unreadable",
  "not-a-regular-file": "no regular file",
};
