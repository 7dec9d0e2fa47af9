import { RunError } from "../errors.ts";
import { type Split, splits } from "../layout.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { findLeaks, noteDuplicates } from "./audit/audit.ts";
import { PixelCache, type CacheSettings } from "./cache/pixel-cache.ts";
import { recipeOf } from "./cache/recipe.ts";
import { emptyRecord, recordSplit } from "./data-record.ts";
import { type Dataset, originalsOf } from "./dataset.ts";
import type { ImageFacts } from "./decode/facts.ts";
import { bytesOfImage } from "./decode/verdict.ts";
import { imageWarnings } from "./image-warnings.ts";
import { messages } from "./messages.ts";
import { placed, requireImages } from "./require-images.ts";
import type { ScanContext } from "./scan/context.ts";
import { scanFiles } from "./scan/scan-files.ts";
import type { ImageSource } from "./source/image-source.ts";
import { byCodeUnit } from "./source/walk.ts";
import { contentOf } from "./split-content.ts";
import { lackWarnings } from "./split/lacking.ts";
import { placeUsable } from "./split/place-usable.ts";
import { targetOf } from "./target.ts";

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
  const record = emptyRecord(source);
  const scans = placeUsable(
    source,
    source.files.map((file, index) => ({ file, outcome: outcomes[index]! })),
  );
  for (const [split, scansOf] of Map.groupBy(scans, ({ file }) => file.split)) {
    const content = await contentOf(scansOf, { target, cache });
    dataset[split] = content.decoded;
    for (const one of content.facts) facts.push(one);
    recordSplit(record, split, content);
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
  const { fault, warnings } = imageWarnings(record.images, facts, data);
  return {
    classes: source.classes,
    splits: dataset,
    record,
    fault,
    warnings: [...lackWarnings(source.classes, placedImages(dataset)), ...warnings],
    originals: originalsOf(facts),
    decoded: cache.decoded,
    async close() {
      for (const split of Object.values(dataset)) split.rows.close();
      await cache.close();
    },
  };
}

function placedImages(dataset: Dataset["splits"]): { split: Split; label: number }[] {
  return splits.flatMap((split) =>
    Array.from(dataset[split]?.labels ?? [], (label) => ({ split, label })),
  );
}
