import type { ImageFacts } from "./decode/facts.ts";
import type { Unusable } from "./decode/verdict.ts";
import type { DecodedSplit } from "./dataset.ts";
import { loadRows, openRows } from "./rows.ts";
import type { ScanContext } from "./scan/context.ts";
import type { ScannedImage } from "./scan/outcome.ts";
import { shardSource } from "./scan/shard-source.ts";
import type { ImageFile } from "./source/image-file.ts";
import type { Scanned } from "./split/place-usable.ts";

/** Bytes of a split that is kept in memory: an image then takes no call to the system. */
const MOST_IN_MEMORY = 64e6;

/** Images of a split, and what is known of each. */
export interface SplitContent {
  decoded: DecodedSplit;
  /** SHA-256 of each of `decoded.files`, hex. */
  hashes: string[];
  facts: ImageFacts[];
  groups: (string | undefined)[];
  columns: ImageFile["columns"][];
  excluded: { file: ImageFile; why: Unusable }[];
}

export async function contentOf(
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
