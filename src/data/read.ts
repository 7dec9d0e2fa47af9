import { posix } from "node:path";
import { RunError } from "../errors.ts";
import { placeOf } from "../frame-names.ts";
import { type Depth, type Pixels, pixelsIn } from "../pixels.ts";
import { messages } from "./messages.ts";
import { type DataRecord, formatVersions, type ImageNote, type Split, splits } from "../layout.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { findLeaks, noteDuplicates } from "./audit/audit.ts";
import { PixelCache, type CacheSettings } from "./cache/pixel-cache.ts";
import { recipeOf } from "./cache/recipe.ts";
import { bytesOfImage, type Target, type Unusable } from "./decode/verdict.ts";
import type { ImageFacts } from "./decode/facts.ts";
import { loadRows, openRows, type Rows } from "./rows.ts";
import { scanFiles, shardSource, type ScanContext, type ScannedImage } from "./scan.ts";
import { isMisnamed } from "./decode/sniff.ts";
import type { ImageSource } from "./source/image-source.ts";
import { type ImageFile, inOrder } from "./source/image-file.ts";
import { byCodeUnit } from "./source/walk.ts";
import { lackWarnings } from "./split/lacking.ts";
import { drawSplits } from "./split/take-splits.ts";
import type { LevelRange } from "./decode/levels.ts";
import type { DicomSettings } from "./dicom/settings.ts";
import { maximum, minimum } from "../arrays.ts";
import { acquisitionWarnings } from "./audit/acquisitions.ts";
import { confounders } from "./audit/confounded.ts";

/** The usable images of a split, sorted by file. */
export interface DecodedSplit {
  /** Paths from the experiment's folder. */
  files: string[];
  /** [length], positions in the list of classes. */
  labels: Int32Array;
  /** Pixels of each, as bytes. */
  rows: Rows;
  length: number;
  /** [height, width, channels] */
  shape: readonly [number, number, number];
  /** Of their values. */
  depth: Depth;
}

/** @returns [indices.length, height, width, channels] */
export async function pixelsOf(
  { rows, depth }: DecodedSplit,
  indices: Uint32Array,
): Promise<Pixels> {
  const bytes = new Uint8Array(indices.length * rows.size);
  await rows.read(indices, bytes);
  return pixelsIn(bytes, depth);
}

export interface Original extends Pick<ImageFacts, "format" | "width" | "height"> {
  /** Millimetres from one row to the next and from one column, where the file says so. */
  spacing?: readonly [number, number];
}

export interface Dataset {
  classes: string[];
  splits: Partial<Record<Split, DecodedSplit>>;
  /** What data.json holds. */
  record: DataRecord;
  /** Why nothing can be learned from the images of train. */
  fault: string | null;
  /** What the user should know of the images that can be used. */
  warnings: string[];
  /** What each of `record.images` was as a file, in their order; alike ones are one object. */
  originals: Original[];
  /** How many images had to be decoded; the cache had the others. */
  decoded: number;
  /** Frees what the rows of all splits have opened, once the cache has written what is new. */
  close(): Promise<void>;
}

export interface ReadOptions {
  /** Called after each file, used or not. */
  onProgress?: (done: number, total: number) => void;
  /** Called from time to time while pictures are compared, in search of leaks. */
  onCompared?: (done: number, total: number) => void;
  /** Stops the reading; its reason is thrown. */
  signal?: AbortSignal;
  /** Where decoded images are kept from run to run; nowhere by default. */
  cache?: CacheSettings;
  /** Whether each class of train has to have an image: false where nothing is to be learned. */
  isToLearn?: boolean;
  /** See ScanContext. */
  openLibrary?: ScanContext["openLibrary"];
}

const noCache: CacheSettings = {
  folder: null,
  mostBytes: 0,
  now: () => new Date(),
  warn: () => undefined,
};

/**
 * Reads and decodes every image. The result depends on the files alone, not on the order in which they are done.
 *
 * @throws RunError when a class of train or a whole split has no usable image, when a file is unusable and
 *   `data.damaged` is `fail`, and when there are leaks and `data.leaks` is `fail`
 */
export async function readImages(
  source: ImageSource,
  data: ResolvedExperiment["data"],
  {
    onProgress,
    onCompared,
    signal,
    cache: cacheSettings = noCache,
    isToLearn = true,
    openLibrary = async () => null,
  }: ReadOptions = {},
): Promise<Dataset> {
  const target = targetOf(data);
  const cache = new PixelCache(
    cacheSettings,
    cacheSettings.folder === null ? "" : recipeOf(target),
    bytesOfImage(target),
  );
  let done = 0;
  const step = () => {
    signal?.throwIfAborted();
    onProgress?.(++done, source.files.length);
  };
  const outcomes = await scanFiles(source.files, {
    target,
    cache,
    openLibrary,
    step,
    nowMs: () => cacheSettings.now().getTime(),
  });
  const dataset: Dataset["splits"] = {};
  const facts: ImageFacts[] = [];
  const record: DataRecord = {
    formatVersion: formatVersions.data,
    folder: source.folder,
    classes: source.classes,
    counts: {},
    images: [],
    excluded: [...source.excluded],
    ignored: source.ignored,
    ...(source.skipped.length > 0 && { skipped: source.skipped }),
  };
  const scans = placeUsable(
    source,
    source.files.map((file, index) => ({ file, outcome: outcomes[index]! })),
  );
  for (const [split, scansOf] of Map.groupBy(scans, ({ file }) => file.split)) {
    const content = await contentOf(scansOf, { target, cache });
    const { decoded, hashes, facts: ofSplit, groups, columns, excluded } = content;
    const labels = [...decoded.labels].map((label) => source.classes[label]!);
    dataset[split] = decoded;
    record.counts[split] = Object.fromEntries(source.classes.map((name) => [name, 0]));
    for (const [index, file] of decoded.files.entries()) {
      const label = labels[index]!;
      record.counts[split][label]!++;
      const group = groups[index];
      const place = placeOf({ file, sha256: hashes[index]! });
      const notes = notesOf(place.file, ofSplit[index]!);
      record.images.push({
        split,
        label,
        file,
        sha256: hashes[index]!,
        ...(group === undefined ? {} : { group }),
        ...(columns[index] && { columns: columns[index] }),
        ...(notes.length > 0 ? { notes } : {}),
      });
    }
    for (const one of ofSplit) facts.push(one);
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
    throw new RunError(messages.unusableFiles(placed(record.excluded, record.folder)));
  requireImages(record, isToLearn);
  noteDuplicates(record.images, facts);
  if (data.leaks !== "ignore") {
    const compared = async (looked: number, total: number) => {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      onCompared?.(looked, total);
    };
    record.leaks = await findLeaks(record.images, facts, { store: cache, onCompared: compared });
  }
  if (data.leaks === "fail" && record.leaks!.length > 0)
    throw new RunError(messages.leaksFound(record.leaks!));
  const alike = onePicture(record.images, facts);
  return {
    classes: source.classes,
    splits: dataset,
    record,
    fault: alike.find(({ split }) => split === "train")?.message ?? null,
    warnings: [
      ...lackWarnings(source.classes, placedImages(dataset)),
      ...(data.range === "full" ? darkWarnings(facts, data.depth) : []),
      ...(data.depth === 16 ? shallowWarnings(facts) : []),
      ...(data.background === "none" && alike.length === 0 ? clearWarnings(facts) : []),
      ...alike.flatMap(({ split, message }) => (split === "train" ? [] : message)),
      ...confounders(record.images.map(({ label }, index) => ({ ...facts[index]!, label }))).map(
        messages.confounded,
      ),
      ...acquisitionWarnings(facts),
    ],
    originals: originalsOf(facts),
    decoded: cache.decoded,
    async close() {
      for (const split of Object.values(dataset)) split.rows.close();
      await cache.close();
    },
  };
}

/** Values that use so small a part of what their files allow were most likely of fewer bits once. */
const LITTLE = 1 / 16;

/** What the images of more than 8 bits lose on the way to 8, or hardly use of 16. */
export function darkWarnings(
  facts: readonly Pick<ImageFacts, "used">[],
  depth: Depth = 8,
): string[] {
  const used = facts.flatMap((image) => image.used ?? []);
  if (used.length === 0) return [];
  const [low, high] = [minimum(used.map((range) => range.low)), maximum(used.map((r) => r.high))];
  const possible = minimum(used.map((range) => range.possible));
  if (high - low + 1 > possible * LITTLE) return [];
  return [messages.rangeHardlyUsed({ images: used.length, low, high, possible, depth })];
}

/** Images of which none has what 16 bits would keep. */
function shallowWarnings(facts: readonly ImageFacts[]): string[] {
  const isDeep = ({ notes }: ImageFacts) => notes.includes("16-bit") || notes.includes("own-range");
  return facts.some(isDeep) ? [] : [messages.depthGainsNothing(facts.length)];
}

/** Images that show nothing but may do so on a background. */
function clearWarnings(facts: readonly ImageFacts[]): string[] {
  const blank = facts.filter(({ notes }) => notes.includes("alpha") && notes.includes("blank"));
  return blank.length === 0 ? [] : [messages.drawnInTransparency(blank.length, facts.length)];
}

/** Files as they are found from the experiment's folder. */
function placed<Item extends { file: string }>(files: readonly Item[], folder: string): Item[] {
  return files.map((one) => ({ ...one, file: posix.join(folder, one.file) }));
}

/** Splits whose images are all one picture: nothing can be learned from them, or told by them. */
function onePicture(
  images: readonly DataRecord["images"][number][],
  facts: readonly ImageFacts[],
): { split: Split; message: string }[] {
  return splits.flatMap((split) => {
    const ofSplit = facts.filter((_, index) => images[index]!.split === split);
    const [first] = ofSplit;
    if (ofSplit.length < 2 || ofSplit.some(({ pixelHash }) => pixelHash !== first!.pixelHash))
      return [];
    const isClear = ofSplit.every(({ notes }) => notes.includes("alpha"));
    const isBlank = first!.notes.includes("blank");
    return [{ split, message: messages.onePicture(split, ofSplit.length, isBlank, isClear) }];
  });
}

function placedImages(dataset: Dataset["splits"]): { split: Split; label: number }[] {
  return splits.flatMap((split) =>
    Array.from(dataset[split]?.labels ?? [], (label) => ({ split, label })),
  );
}

/** The rest of the facts, thumbnails above all, is no longer needed: in a large set it is much. */
function originalsOf(facts: readonly ImageFacts[]): Original[] {
  const seen = new Map<string, Original>();
  return facts.map(({ format, width, height, acquisition }) => {
    const spacing = acquisition?.spacing;
    const key = `${format} ${width} ${height} ${spacing?.join()}`;
    const original = seen.get(key) ?? { format, width, height, ...(spacing && { spacing }) };
    seen.set(key, original);
    return original;
  });
}

/** What an experiment makes of each image. */
export function targetOf({
  targetSize,
  colour,
  preprocess,
  maxPixels,
  range,
  resize,
  background,
  dicom,
  depth,
}: ResolvedExperiment["data"]): Target {
  const [height, width] = targetSize;
  const { clahe } = preprocess;
  return {
    height,
    width,
    channels: colour === "grey" ? 1 : 3,
    maxPixels,
    range: range as LevelRange,
    resize,
    dicom: dicom as DicomSettings,
    ...(background !== "none" && { background: rgbOf(background) }),
    ...(clahe && { clahe }),
    ...(depth === 16 && { depth }),
  };
}

/** data.background, where it is a colour. */
function rgbOf(background: string): [number, number, number] {
  if (background === "black") return [0, 0, 0];
  if (background === "white") return [255, 255, 255];
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(background.slice(at, at + 2), 16));
  return [red!, green!, blue!];
}

/** Bytes of a split that is kept in memory: an image then takes no call to the system. */
const MOST_IN_MEMORY = 64e6;

interface Scanned {
  file: ImageFile;
  outcome: ScannedImage | Unusable;
}

/**
 * Deals out again what `data.split` deals out, now that it is known which files can be used: a file that cannot be used
 * changes the share of no class. It stays where it was listed, in train.
 *
 * @returns sorted by split, then file
 * @throws RunError when too few are left
 */
function placeUsable({ classes, draw, folder }: ImageSource, scans: readonly Scanned[]): Scanned[] {
  const isUnusable = ({ file, outcome }: Scanned) => file.isDrawn && "reason" in outcome;
  if (draw === null || !scans.some(isUnusable)) return [...scans];
  const dealt = scans.map(({ file, outcome }) => ({
    file: file.isDrawn ? { ...file, split: "train" as Split } : file,
    outcome,
  }));
  const drawn = dealt.filter((scan) => scan.file.isDrawn && !isUnusable(scan));
  const mistakes = drawSplits(
    drawn.map(({ file }) => file),
    classes,
    draw,
  );
  if (mistakes.length > 0) {
    const files = dealt
      .filter(isUnusable)
      .map(({ file, outcome }) => ({ file: file.file, ...(outcome as Unusable) }))
      .toSorted((a, b) => byCodeUnit(a.file, b.file));
    throw new RunError(
      messages.noSplitOfUsable(
        mistakes.map(({ message }) => message),
        placed(files, folder),
      ),
    );
  }
  return dealt.toSorted(({ file: a }, { file: b }) => inOrder(a, b));
}

interface SplitContent {
  decoded: DecodedSplit;
  /** SHA-256 of each of `decoded.files`, hex. */
  hashes: string[];
  facts: ImageFacts[];
  groups: (string | undefined)[];
  columns: ImageFile["columns"][];
  excluded: { file: ImageFile; why: Unusable }[];
}

async function contentOf(
  scans: readonly Scanned[],
  { target, cache }: Pick<ScanContext, "target" | "cache">,
): Promise<SplitContent> {
  const images: { path: string; scanned: ScannedImage }[] = [];
  const labels: number[] = [];
  const usable: string[] = [];
  const groups: (string | undefined)[] = [];
  const columns: ImageFile["columns"][] = [];
  const excluded: SplitContent["excluded"] = [];
  for (const { file, outcome } of scans) {
    if ("reason" in outcome) {
      excluded.push({ file, why: outcome });
      continue;
    }
    images.push({ path: file.absolutePath, scanned: outcome });
    groups.push(file.group);
    columns.push(file.columns);
    labels.push(file.label);
    usable.push(file.file);
  }
  const isLarge = images.length * cache.size > MOST_IN_MEMORY;
  // Large splits are read from files; others may take what is in memory on its way there.
  if (isLarge) await cache.written();
  const stored = openRows(shardSource(images, target), (path) => cache.discard(path));
  const decoded: DecodedSplit = {
    files: usable,
    labels: Int32Array.from(labels),
    rows: isLarge ? stored : await loadRows(stored),
    length: usable.length,
    shape: [target.height, target.width, target.channels],
    depth: target.depth ?? 8,
  };
  return {
    decoded,
    hashes: images.map(({ scanned }) => scanned.sha256),
    facts: images.map(({ scanned }) => scanned.facts),
    groups,
    columns,
    excluded,
  };
}

function notesOf(file: string, { format, notes }: ImageFacts): ImageNote[] {
  return isMisnamed(file, format) ? [...notes, "wrong-extension"] : notes;
}

/** Each class needs an image to be learnt from, each other split one to be judged by. */
function requireImages(
  { counts, classes, excluded, folder }: DataRecord,
  isToLearn: boolean,
): void {
  for (const split of splits) {
    const count = counts[split];
    if (count === undefined) continue;
    const empty = classes.filter((name) => count[name] === 0);
    const ofSplit = placed(
      excluded.filter((file) => file.split === split),
      folder,
    );
    if (!isToLearn && split === "train") continue;
    if (empty.length === classes.length)
      throw new RunError(messages.noImageOfSplit(split, ofSplit));
    if (split === "train" && empty.length > 0) {
      const ofClass = ofSplit.filter((file) => file.label === empty[0]);
      throw new RunError(messages.noImageOfClass(split, empty[0]!, ofClass));
    }
  }
}
