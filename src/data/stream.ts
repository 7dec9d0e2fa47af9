import type { OpenLibrary } from "../engine/library.ts";
import { PixelCache } from "./cache/pixel-cache.ts";
import { bytesOfImage, type Target, type Unusable } from "./decode/verdict.ts";
import type { DecodedSplit } from "./dataset.ts";
import { openRows } from "./rows.ts";
import type { ScannedImage } from "./scan/outcome.ts";
import { lookAtFiles } from "./scan/scan-files.ts";
import { shardSource } from "./scan/shard-source.ts";
import { ScanThreads } from "./scan/threads.ts";

export interface StreamSettings {
  target: Target;
  batchSize: number;
  openLibrary: () => Promise<OpenLibrary | null>;
  signal: AbortSignal;
}

/** A file that may be an image. */
export interface StreamedFile {
  absolutePath: string;
  /** Where each of its frames is an image: which one, from 1. */
  frame?: number;
  /** Why it is not opened at all. */
  why?: Unusable;
}

/** Some files that follow one another, and those of their images that make whole batches with the ones before. */
export interface Piece<File> {
  /** Files of `images`, in order, and of those between them that cannot be used. */
  files: { file: File; why: Unusable | null; sha256: string | null }[];
  images: DecodedSplit;
}

/** So many files are decoded together, or as many as have so many bytes of pixels: enough for all threads. */
const PIECE_FILES = 4096;
const PIECE_BYTES = 32e6;

/**
 * Decodes files in the memory of a few batches: a piece while the one before it is worked on. What the images become is
 * what training made of its own, by the same code. Nothing is kept in the cache.
 *
 * @param files in the order wanted
 * @returns pieces whose images are a multiple of `batchSize`, but for the last
 */
export async function* streamImages<File extends StreamedFile>(
  files: readonly File[],
  { target, batchSize, openLibrary, signal }: StreamSettings,
): AsyncGenerator<Piece<File>> {
  const threads = new ScanThreads();
  const size = bytesOfImage(target);
  const most = Math.max(batchSize, Math.min(PIECE_FILES, Math.floor(PIECE_BYTES / size)));
  const lookAt = async (start: number): Promise<() => Promise<Scanned<File>[]>> => {
    const some = files.slice(start, start + most);
    const shardBytes = some.length * size;
    const settings = { folder: null, mostBytes: 0, now: () => new Date(), warn: () => undefined };
    const opened = some.filter(({ why }) => why === undefined);
    const read = await lookAtFiles(opened, {
      target,
      cache: new PixelCache({ ...settings, shardBytes }, "", size),
      openLibrary,
      step: () => signal.throwIfAborted(),
      nowMs: () => performance.now(),
      threads,
    });
    return async () => {
      const found = (await read()).values();
      return some.map((file) => ({ file, outcome: file.why ?? found.next().value! }));
    };
  };
  // A piece is looked at while threads read the one before it, and read while the one before that is worked on.
  let looked = lookAt(0);
  const read = (following: number) => {
    const reading = looked.then((readLooked) => readLooked());
    if (following < files.length) looked = lookAt(following);
    // Where a piece is the last that is asked for, nobody waits for those behind it.
    for (const ahead of [reading, looked]) ahead.catch(() => undefined);
    return reading;
  };
  try {
    let left: Scanned<File>[] = [];
    let next = read(most);
    for (let start = 0; start < files.length; start += most) {
      const scanned = [...left, ...(await next)];
      const isLast = start + most >= files.length;
      if (!isLast) next = read(start + 2 * most);
      const end = isLast ? scanned.length : endOfBatches(scanned, batchSize);
      left = scanned.slice(end);
      yield pieceOf(scanned.slice(0, end), target);
    }
  } finally {
    threads.close();
  }
}

interface Scanned<File> {
  file: File;
  outcome: ScannedImage | Unusable;
}

/** Behind the last image that makes a batch whole. */
function endOfBatches(scanned: readonly Scanned<unknown>[], batchSize: number): number {
  let [images, end] = [0, 0];
  for (const [index, { outcome }] of scanned.entries())
    if ("place" in outcome && ++images % batchSize === 0) end = index + 1;
  return end;
}

function pieceOf<File extends StreamedFile>(
  scanned: readonly Scanned<File>[],
  target: Target,
): Piece<File> {
  const images = scanned.flatMap(({ file, outcome }) =>
    "place" in outcome ? { path: file.absolutePath, scanned: outcome } : [],
  );
  return {
    files: scanned.map(({ file, outcome }) =>
      "place" in outcome
        ? { file, why: null, sha256: outcome.sha256 }
        : { file, why: outcome, sha256: null },
    ),
    images: {
      files: images.map(({ path }) => path),
      labels: new Int32Array(images.length),
      rows: openRows(shardSource(images, target)),
      length: images.length,
      shape: [target.height, target.width, target.channels],
      depth: target.depth ?? 8,
    },
  };
}
