import {
  type ImageRecord,
  leakKinds,
  type LeakRecord,
  type Split,
  splits,
} from "../../run/layout.ts";
import type { ImageFacts } from "../decode/facts.ts";
import { findNearDuplicates } from "./near-duplicates.ts";
import { byCodeUnit } from "../source/walk.ts";

/** Matches of one image that are named. */
const MOST_MATCHES = 5;

/**
 * What makes a test on these images tell less than it seems to: the same pixels, nearly the same picture, or images of
 * one group in two splits, and the same pixels under two labels. Pixels are those that the network sees, at the
 * target's size: a copy that was saved anew without loss counts, and so do two images that only differ in what the
 * change of size takes away.
 *
 * @param facts of each of `images`, in their order
 * @returns by kind, then file
 */
export function findLeaks(
  images: readonly ImageRecord[],
  facts: readonly ImageFacts[],
): LeakRecord[] {
  const records = [
    ...samePixels(images, facts),
    ...nearDuplicates(images, facts),
    ...sharedGroups(images),
  ];
  return records.toSorted(
    (a, b) =>
      leakKinds.indexOf(a.kind) - leakKinds.indexOf(b.kind) || byCodeUnit(a.files[0]!, b.files[0]!),
  );
}

/** Gives each image whose pixels an earlier one of its split has the note "duplicate". */
export function noteDuplicates(images: ImageRecord[], facts: readonly ImageFacts[]): void {
  const seen = new Set<string>();
  for (const [index, image] of images.entries()) {
    const key = `${image.split} ${facts[index]!.pixelHash}`;
    if (seen.has(key)) image.notes = [...(image.notes ?? []), "duplicate"];
    seen.add(key);
  }
}

function samePixels(images: readonly ImageRecord[], facts: readonly ImageFacts[]): LeakRecord[] {
  const records: LeakRecord[] = [];
  for (const positions of Map.groupBy(images.keys(), (at) => facts[at]!.pixelHash).values()) {
    if (positions.length === 1) continue;
    const record = describe(positions.map((at) => images[at]!));
    if (record.splits.length > 1) records.push({ kind: "same-pixels", ...record });
    if (record.labels.length > 1) records.push({ kind: "two-labels", ...record });
  }
  return records;
}

function nearDuplicates(
  images: readonly ImageRecord[],
  facts: readonly ImageFacts[],
): LeakRecord[] {
  const pairs = findNearDuplicates(
    facts.map(({ thumbnail }) => thumbnail),
    images.map(({ split }) => splits.indexOf(split)),
    (one, other) => facts[one]!.pixelHash === facts[other]!.pixelHash,
  );
  return Array.from(
    Map.groupBy(pairs, ({ query }) => query),
    ([query, matches]) => ({
      kind: "near-duplicate" as const,
      ...describe(
        [query, ...matches.slice(0, MOST_MATCHES).map(({ match }) => match)].map(
          (at) => images[at]!,
        ),
      ),
      similarity: Number(matches[0]!.similarity.toFixed(3)),
    }),
  );
}

function sharedGroups(images: readonly ImageRecord[]): LeakRecord[] {
  const records: LeakRecord[] = [];
  const grouped = images.filter(({ group }) => group !== undefined);
  for (const [group, members] of Map.groupBy(grouped, (image) => image.group!)) {
    const firsts = Map.groupBy(members, ({ split }) => split)
      .values()
      .map(([first]) => first!);
    const record = describe([...firsts]);
    if (record.splits.length > 1) records.push({ kind: "shared-group", ...record, group });
  }
  return records;
}

function describe(images: readonly ImageRecord[]) {
  const present = new Set<Split>(images.map(({ split }) => split));
  return {
    splits: splits.filter((split) => present.has(split)),
    labels: [...new Set(images.map(({ label }) => label))].toSorted(byCodeUnit),
    files: images.map(({ file }) => file),
  };
}
