import {
  type ImageRecord,
  type LeakKind,
  type LeakRecord,
  type Split,
  splits,
} from "../../layout.ts";
import type { ImageFacts } from "../decode/facts.ts";
import { type AuditOptions, keptNearDuplicates } from "./kept-pairs.ts";
import { describeImages, inOrder } from "./by-content.ts";
import type { NearPair } from "./near-duplicates.ts";
import { AREA } from "../thumbnail-side.ts";

/** Matches of one image that are named. */
const MOST_MATCHES = 5;

/**
 * What makes a test on these images tell less than it seems to: the same pixels or nearly the same picture under two
 * labels, and either of them, or images of one group, in two splits. Pixels are those that the network sees, at the
 * target's size: a copy that was saved anew without loss counts, and so do two images that only differ in what the
 * change of size takes away.
 *
 * @param facts of each of `images`, in their order
 * @param options of the search for near duplicates
 * @returns by kind, then file
 */
export async function findLeaks(
  images: readonly ImageRecord[],
  facts: readonly ImageFacts[],
  options: AuditOptions = {},
): Promise<LeakRecord[]> {
  const pictures = new Pictures(facts);
  const records = [
    ...samePixels(images, facts, pictures),
    ...(await nearDuplicates(images, facts, pictures, options)),
    ...sharedGroups(images),
  ];
  return inOrder(records);
}

/** Gives each image whose pixels an earlier one of its split has the note "duplicate". */
export function noteDuplicates(images: ImageRecord[], facts: readonly ImageFacts[]): void {
  const seen: Partial<Record<Split, Set<string>>> = {};
  for (const [index, image] of images.entries()) {
    const ofSplit = (seen[image.split] ??= new Set());
    const { pixelHash } = facts[index]!;
    if (ofSplit.has(pixelHash)) image.notes = [...(image.notes ?? []), "duplicate"];
    ofSplit.add(pixelHash);
  }
}

/** Images by what they show: those with the same pixels are one picture. */
class Pictures {
  readonly count: number;
  /** By picture, then position. */
  readonly #images: Uint32Array;
  /** [count + 1], where those of each picture begin. */
  readonly #starts: Uint32Array;

  constructor(facts: readonly ImageFacts[]) {
    const numbers = new Map<string, number>();
    const pictureOf = new Uint32Array(facts.length);
    for (const [image, { pixelHash }] of facts.entries()) {
      const known = numbers.get(pixelHash);
      pictureOf[image] = known ?? numbers.size;
      if (known === undefined) numbers.set(pixelHash, numbers.size);
    }
    this.count = numbers.size;
    this.#starts = new Uint32Array(this.count + 1);
    for (const picture of pictureOf) this.#starts[picture + 1]!++;
    for (let at = 1; at <= this.count; at++) this.#starts[at]! += this.#starts[at - 1]!;
    const next = this.#starts.slice();
    this.#images = new Uint32Array(facts.length);
    for (const [image, picture] of pictureOf.entries()) this.#images[next[picture]!++] = image;
  }

  /** @returns positions of images, ascending and never none */
  imagesOf(picture: number): Uint32Array {
    return this.#images.subarray(this.#starts[picture], this.#starts[picture + 1]);
  }
}

function samePixels(
  images: readonly ImageRecord[],
  facts: readonly ImageFacts[],
  pictures: Pictures,
): LeakRecord[] {
  const records: LeakRecord[] = [];
  for (let picture = 0; picture < pictures.count; picture++) {
    const positions = pictures.imagesOf(picture);
    // Blank pictures show nothing that could be known by heart, or be called wrongly.
    if (positions.length === 1 || facts[positions[0]!]!.notes.includes("blank")) continue;
    const record = describeImages(Array.from(positions, (at) => images[at]!));
    if (record.splits.length > 1) records.push({ kind: "same-pixels", ...record });
    if (record.labels.length > 1) records.push({ kind: "two-labels", ...record });
  }
  return records;
}

async function nearDuplicates(
  images: readonly ImageRecord[],
  facts: readonly ImageFacts[],
  pictures: Pictures,
  options: AuditOptions,
): Promise<LeakRecord[]> {
  const { count } = pictures;
  const splitOf = (image: number) => splits.indexOf(images[image]!.split);
  const thumbnails = new Uint8Array(count * AREA);
  const lowestSplit = new Uint8Array(count).fill(splits.length);
  const highestSplit = new Uint8Array(count);
  const labels = new Int32Array(count);
  const numbers = new Map<string, number>();
  for (const { label } of images) if (!numbers.has(label)) numbers.set(label, numbers.size);
  for (let picture = 0; picture < count; picture++) {
    const positions = pictures.imagesOf(picture);
    thumbnails.set(facts[positions[0]!]!.thumbnail, picture * AREA);
    const [label, ...others] = new Set(Array.from(positions, (at) => images[at]!.label));
    labels[picture] = others.length > 0 ? -1 : numbers.get(label!)!;
    for (const image of positions) {
      lowestSplit[picture] = Math.min(lowestSplit[picture]!, splitOf(image));
      highestSplit[picture] = Math.max(highestSplit[picture]!, splitOf(image));
    }
  }
  const compared = { thumbnails, lowestSplit, highestSplit, labels };
  const pairs = await keptNearDuplicates(options, compared);
  const records: LeakRecord[] = [];
  for (const [query, matches] of Map.groupBy(pairs, (pair) => pair.query)) {
    const [mislabelled, copies] = [true, false].map((isMislabelled) =>
      matches.filter((pair) => pair.isMislabelled === isMislabelled),
    ) as [NearPair[], NearPair[]];
    for (const image of pictures.imagesOf(query)) {
      const isOther = (at: number) => images[at]!.label !== images[image]!.label;
      report("near-two-labels", image, named(mislabelled, isOther));
      report(
        "near-duplicate",
        image,
        named(copies, (at) => splitOf(at) < splitOf(image)),
      );
    }
  }
  return records;

  function report(kind: LeakKind, image: number, found: ReturnType<typeof named>): void {
    if (found.length === 0) return;
    records.push({
      kind,
      ...describeImages([image, ...found.map((one) => one.image)].map((at) => images[at]!)),
      similarity: Number(found[0]!.similarity.toFixed(3)),
    });
  }

  /** The likest images of the matches that count. */
  function named(matches: readonly NearPair[], counts: (image: number) => boolean) {
    const found: { image: number; similarity: number }[] = [];
    for (const { match, similarity } of matches)
      for (const image of pictures.imagesOf(match)) {
        if (found.length === MOST_MATCHES) return found;
        if (counts(image)) found.push({ image, similarity });
      }
    return found;
  }
}

function sharedGroups(images: readonly ImageRecord[]): LeakRecord[] {
  const records: LeakRecord[] = [];
  const grouped = images.filter(({ group }) => group !== undefined);
  for (const [group, members] of Map.groupBy(grouped, (image) => image.group!)) {
    const firsts = Map.groupBy(members, ({ split }) => split)
      .values()
      .map(([first]) => first!);
    const record = describeImages([...firsts]);
    if (record.splits.length > 1) records.push({ kind: "shared-group", ...record, group });
  }
  return records;
}
