import type { DataRecord, Split } from "../layout.ts";
import { type Depth, type Pixels, pixelsIn } from "../pixels.ts";
import type { ImageFacts } from "./decode/facts.ts";
import type { Rows } from "./rows.ts";

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

/** What is kept of the facts: thumbnails above all are no longer needed, and in a large set much. */
export function originalsOf(facts: readonly ImageFacts[]): Original[] {
  const seen = new Map<string, Original>();
  return facts.map(({ format, width, height, acquisition }) => {
    const spacing = acquisition?.spacing;
    const key = `${format} ${width} ${height} ${spacing?.join()}`;
    const original = seen.get(key) ?? { format, width, height, ...(spacing && { spacing }) };
    seen.set(key, original);
    return original;
  });
}
