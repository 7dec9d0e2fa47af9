import { createHash } from "node:crypto";
import { totalmem } from "node:os";
import sharp from "sharp";
import { RunError } from "../errors.ts";
import { messages } from "../messages.ts";
import { type DataRecord, formatVersions, type Split, splits } from "../run/layout.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { eachConcurrently } from "./concurrency.ts";
import { decodeImage, type Target, type Unusable } from "./decode.ts";
import { readBytes } from "./file.ts";
import { openRows, type Rows } from "./rows.ts";
import type { ImageFile, ImageSource } from "./source.ts";
import { byCodeUnit } from "./walk.ts";

/** The usable images of a split, sorted by file. */
export interface DecodedSplit {
  /** Paths from the experiment's folder. */
  files: string[];
  /** [length], positions in the list of classes. */
  labels: Int32Array;
  /** Pixels of each, values 0 to 255. */
  rows: Rows;
  length: number;
  /** [height, width, channels] */
  shape: readonly [number, number, number];
}

export interface Dataset {
  classes: string[];
  splits: Partial<Record<Split, DecodedSplit>>;
  /** What data.json holds. */
  record: DataRecord;
}

export interface ReadOptions {
  /** Called after each file, used or not. */
  onProgress?: (done: number, total: number) => void;
  /** Stops the reading; its reason is thrown. */
  signal?: AbortSignal;
}

/**
 * Reads and decodes every image. The result depends on the files alone, not on the order in which they are done.
 *
 * @throws RunError when a class of train or a whole split has no usable image, when a file is unusable and
 *   `data.damaged` is `fail`, and when the images do not fit in memory
 */
export async function readImages(
  source: ImageSource,
  data: ResolvedExperiment["data"],
  { onProgress, signal }: ReadOptions = {},
): Promise<Dataset> {
  // Many images at once keep the processors busier than many threads on each, and no image is seen twice.
  sharp.concurrency(1);
  sharp.cache(false);
  const [height, width] = data.targetSize;
  const target: Target = {
    height,
    width,
    channels: data.colour === "grey" ? 1 : 3,
  };
  requireMemory(source.files.length, height * width * target.channels);

  let done = 0;
  const step = () => {
    signal?.throwIfAborted();
    onProgress?.(++done, source.files.length);
  };
  const dataset: Dataset["splits"] = {};
  const record: DataRecord = {
    formatVersion: formatVersions.data,
    classes: source.classes,
    counts: {},
    images: [],
    excluded: [...source.excluded],
    ignored: source.ignored,
  };
  for (const [split, files] of Map.groupBy(source.files, (file) => file.split)) {
    const { decoded, hashes, excluded } = await readSplit(files, target, step);
    const labels = [...decoded.labels].map((label) => source.classes[label]!);
    dataset[split] = decoded;
    record.counts[split] = Object.fromEntries(source.classes.map((name) => [name, 0]));
    for (const [index, file] of decoded.files.entries()) {
      const label = labels[index]!;
      record.counts[split][label]!++;
      record.images.push({ split, label, file, sha256: hashes[index]! });
    }
    for (const { file, why } of excluded) {
      record.excluded.push({
        split,
        label: source.classes[file.label]!,
        file: file.file,
        ...why,
      });
    }
  }
  record.excluded.sort((a, b) => byCodeUnit(a.file, b.file));
  if (data.damaged === "fail" && record.excluded.length > 0)
    throw new RunError(messages.unusableFiles(record.excluded));
  requireImages(record);
  return { classes: source.classes, splits: dataset, record };
}

interface SplitContent {
  decoded: DecodedSplit;
  /** SHA-256 of each of `decoded.files`, hex. */
  hashes: string[];
  excluded: { file: ImageFile; why: Unusable }[];
}

async function readSplit(
  files: readonly ImageFile[],
  target: Target,
  step: () => void,
): Promise<SplitContent> {
  const size = target.height * target.width * target.channels;
  const pixels = new Uint8Array(new SharedArrayBuffer(files.length * size));
  const outcomes = Array.from<{ sha256: string } | Unusable>({
    length: files.length,
  });
  await eachConcurrently(files, async ({ absolutePath }, index) => {
    outcomes[index] = await readImage(
      absolutePath,
      target,
      pixels.subarray(index * size, (index + 1) * size),
    );
    step();
  });

  const labels = new Int32Array(files.length);
  const usable: string[] = [];
  const hashes: string[] = [];
  const excluded: SplitContent["excluded"] = [];
  for (const [index, file] of files.entries()) {
    const outcome = outcomes[index]!;
    if ("reason" in outcome) {
      excluded.push({ file, why: outcome });
      continue;
    }
    const place = usable.push(file.file) - 1;
    hashes.push(outcome.sha256);
    labels[place] = file.label;
    pixels.copyWithin(place * size, index * size, (index + 1) * size);
  }
  const { length } = usable;
  const decoded: DecodedSplit = {
    files: usable,
    labels: labels.subarray(0, length),
    rows: openRows({ kind: "memory", pixels: pixels.subarray(0, length * size), size }),
    length,
    shape: [target.height, target.width, target.channels],
  };
  return { decoded, hashes, excluded };
}

/** Decodes one file into `pixels`. */
async function readImage(
  path: string,
  target: Target,
  pixels: Uint8Array,
): Promise<{ sha256: string } | Unusable> {
  const bytes = await readBytes(path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const verdict = await decodeImage(bytes, target);
  if (!("pixels" in verdict)) return verdict;
  pixels.set(verdict.pixels);
  return { sha256: createHash("sha256").update(bytes).digest("hex") };
}

function requireMemory(images: number, bytesEach: number): void {
  const bytes = images * bytesEach;
  if (bytes > totalmem())
    throw new RunError(messages.imagesExceedMemory(images, bytes, totalmem()));
}

/** Each class needs an image to be learnt from, each other split one to be judged by. */
function requireImages({ counts, classes, excluded }: DataRecord): void {
  for (const split of splits) {
    const count = counts[split];
    if (count === undefined) continue;
    const empty = classes.filter((name) => count[name] === 0);
    const ofSplit = excluded.filter((file) => file.split === split);
    if (empty.length === classes.length)
      throw new RunError(messages.noImageOfSplit(split, ofSplit));
    if (split === "train" && empty.length > 0) {
      const ofClass = ofSplit.filter((file) => file.label === empty[0]);
      throw new RunError(messages.noImageOfClass(split, empty[0]!, ofClass));
    }
  }
}
