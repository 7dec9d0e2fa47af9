import { type BigIntStats, lstatSync } from "node:fs";
import sharp from "sharp";
import type { PixelCache, Place, Shard } from "./cache/pixel-cache.ts";
import { append } from "../arrays.ts";
import { bytesOf } from "../pixels.ts";
import { eachConcurrently } from "./concurrency.ts";
import type { Bundle } from "./decode/bundle.ts";
import { silenceLibraries } from "../engine/process.ts";
import { addressOf, type OpenLibrary } from "../engine/library.ts";
import { DecoderPool, TINY_BYTES } from "./decode/decoder-pool.ts";
import { decodeImage } from "./decode/decode.ts";
import { isDicom } from "./decode/sniff.ts";
import {
  bytesOfImage,
  maxPixelsOf,
  type Target,
  type Unusable,
  type Usable,
  type Verdict,
} from "./decode/verdict.ts";
import { framed } from "../frame-names.ts";
import { fileStamp, isSettled, readBytes, readBytesNow } from "./file.ts";
import { sha256Of } from "./hash.ts";
import type { ShardSource } from "./rows.ts";
import { AREA } from "./thumbnail-side.ts";
import type { ExclusionReason } from "../layout.ts";
import type { ImageFile } from "./source/image-file.ts";
import { messages } from "./messages.ts";

/** A usable image: where its pixels are, and what is known of it besides. */
export interface ScannedImage {
  /** Of its file; where each frame of that is an image, with the frame's number behind it (see `framed`). */
  sha256: string;
  place: Place;
  facts: Facts;
}

export type Facts = Omit<Usable, "pixels">;

export interface ScanContext {
  target: Target;
  cache: PixelCache;
  /** TensorFlow, if it is there, for its JPEG decoder. Asked for at most once, where there are many such files. */
  openLibrary: () => Promise<OpenLibrary | null>;
  /** Called after each file. It may throw, which ends the scan. */
  step: () => void;
  nowMs: () => number;
  /** Threads that several scans share, one after the other; each starts its own by default. */
  threads?: ScanThreads;
}

/** Threads that decode, once there are enough files that are worth it. */
export class ScanThreads {
  #pool: DecoderPool | null = null;
  #unsilence = () => {};
  #isClosed = false;

  get pool(): DecoderPool | null {
    return this.#pool;
  }

  /** Nothing where there are some already, which a scan beside this one has started, or where they are closed for good. */
  start(target: Target, library: OpenLibrary | null): void {
    if (this.#pool || this.#isClosed) return;
    if (library) this.#unsilence = silenceLibraries();
    this.#pool = new DecoderPool({ target, library: library && addressOf(library) });
  }

  close(): void {
    this.#isClosed = true;
    this.#pool?.close();
    this.#pool = null;
    this.#unsilence();
  }
}

/** Images in the order given, to be opened as rows. */
export function shardSource(
  images: readonly { path: string; scanned: ScannedImage }[],
  target: Target,
): ShardSource {
  const { length } = images;
  const shards = new Map<NonNullable<Shard["content"]>, number>();
  const source: ShardSource = {
    kind: "shards",
    size: bytesOfImage(target),
    shards: [],
    shardOf: new Int32Array(length).fill(-1),
    rowOf: new Uint32Array(length),
    checksums: new BigUint64Array(length),
    files: images.map(({ path, scanned: { sha256 } }) => ({ path, sha256 })),
    target,
  };
  for (const [index, { scanned }] of images.entries()) {
    const { shard, row, checksum } = scanned.place;
    source.rowOf[index] = row;
    source.checksums[index] = checksum;
    if (shard.content === null) continue;
    if (!shards.has(shard.content))
      shards.set(shard.content, source.shards.push(shard.content) - 1);
    source.shardOf[index] = shards.get(shard.content)!;
  }
  return source;
}

type ScannedFile = Pick<ImageFile, "absolutePath" | "frame">;

/** Bytes of files that may be with threads at a time, or enough for all to be busy. */
const MOST_BYTES = 20_000_000;
/** Files to decode that are worth the start of threads. */
const MANY = 100;

/** Tiny files that are. */
const MANY_TINY = 2000;
/** Files of up to this size are read a bundle at a time. */
const BUNDLED_BYTES = 16_000;

/** DICOM files of this size, of which each may take a second, and so many that it is worth to start threads for them. */
const HEAVY_BYTES = 200_000;
const MANY_HEAVY = 4;

/** Files between two looks at what else there is to do, such as a signal. */
const FILES_A_BREATH = 500;

/**
 * Finds out what each file is. Those that were read before, by this run or another, are known by their size, times and
 * inode and not even opened; a content that was decoded before, under whatever name, is not decoded again.
 *
 * @returns in the order of `files`; equal contents share one outcome
 */
export async function scanFiles(
  files: readonly ScannedFile[],
  context: ScanContext,
): Promise<Outcomes> {
  const read = await lookAtFiles(files, context);
  return read();
}

type Outcomes = (ScannedImage | Unusable)[];

/**
 * The first half of `scanFiles`: what is known without opening a file. It may be done while another scan reads.
 * @returns the second half
 */
export async function lookAtFiles(
  files: readonly ScannedFile[],
  context: ScanContext,
): Promise<() => Promise<Outcomes>> {
  // Many images at once keep the processors busier than many threads on each, and no image is seen twice.
  sharp.concurrency(1);
  sharp.cache(false);
  const { cache, step } = context;
  const outcomes = Array.from<ScannedImage | Unusable>({ length: files.length });
  const scan = new Scan(context);
  const unknown: Unknown[] = [];
  const look = (index: number) => {
    const { absolutePath, frame } = files[index]!;
    const { outcome, hint } = scan.look(absolutePath, frame);
    if (!outcome) return unknown.push({ index, hint });
    outcomes[index] = outcome;
    return step();
  };
  const end = () => {
    scan.close();
    // What was decoded before the scan was stopped is not lost.
    cache.flush();
  };
  try {
    for (let start = 0; start < files.length; start += FILES_A_BREATH) {
      const stop = Math.min(start + FILES_A_BREATH, files.length);
      cache.together(() => {
        for (let index = start; index < stop; index++) look(index);
      });
      // While they start the rest is looked at.
      await scan.startThreads();
      await new Promise(setImmediate);
    }
  } catch (error) {
    end();
    throw error;
  }
  return async () => {
    try {
      await readFiles(files, unknown, scan, outcomes);
      return outcomes;
    } finally {
      end();
    }
  };
}

/** Reads what is not known yet, and tells it in `outcomes`. */
async function readFiles(
  files: readonly ScannedFile[],
  unknown: readonly Unknown[],
  scan: Scan,
  outcomes: Outcomes,
): Promise<void> {
  const { step } = scan.context;
  let done = 0;
  const doubtful: Unknown[] = [];
  const read = async (file: Unknown) => {
    scan.signal.throwIfAborted();
    const outcome = await scan.read(files[file.index]!.absolutePath, file.hint);
    outcomes[file.index] = outcome;
    if (isDoubtful(outcome)) doubtful.push(file);
    else step();
    if (++done % FILES_A_BREATH === 0) await new Promise(setImmediate);
  };
  const readEach = (some: readonly Unknown[]) => {
    const bytes = some.reduce((sum, { hint }) => sum + hint.bytes, 0);
    return eachConcurrently(some, read, scan.mostAtOnce(bytes / some.length));
  };
  const isFrame = ({ index }: Unknown) => files[index]!.frame !== undefined;
  const { small, others } = scan.sortOut(unknown.filter((file) => !isFrame(file)));
  // Threads begin with what is large, and have what is small beside it.
  const [left] = await Promise.all([
    scan.readBundles(files, small, (index, outcome) => {
      outcomes[index] = outcome;
      step();
    }),
    readEach(others),
  ]);
  await readEach(left);
  const doubtfulFrames: Unknown[] = [];
  const readFrames = async (asked: readonly Unknown[]) => {
    const { absolutePath } = files[asked[0]!.index]!;
    const numbers = asked.map(({ index }) => files[index]!.frame!);
    await scan.readFrames(absolutePath, numbers, (at, outcome) => {
      const frame = asked[at]!;
      outcomes[frame.index] = outcome;
      if (isDoubtful(outcome) && !scan.isAlone) doubtfulFrames.push(frame);
      else step();
    });
  };
  const byFile = (some: readonly Unknown[]) =>
    Map.groupBy(some, ({ index }) => files[index]!.absolutePath).values();
  // One file after the other, whose frames are decoded together; several at once where they are small.
  const several = [...byFile(unknown.filter(isFrame))];
  const isLarge = several.some(([first]) => first!.hint.bytes > SMALL_BYTES);
  await eachConcurrently(several, readFrames, isLarge ? 1 : undefined);
  scan.goOnAlone();
  for (const ofFile of byFile(doubtfulFrames)) await readFrames(ofFile);
  for (const { index, hint } of doubtful) {
    outcomes[index] = await scan.read(files[index]!.absolutePath, hint);
    step();
  }
}

/**
 * Whether a file may have been given another's reason: libvips keeps one list of complaints for all threads. It is asked
 * about again when nothing else is decoded. So is a file that took too long, which may not do so then, and one that is
 * too large to be decoded beside others.
 */
function isDoubtful(outcome: ScannedImage | Unusable): boolean {
  return "reason" in outcome && !certainReasons.has(outcome.reason);
}

const certainReasons = new Set<ExclusionReason>(["empty", "not-an-image", "not-a-regular-file"]);

/** What a look at a file tells that is not known yet. */
interface Hint {
  bytes: number;
  /** Of a file with several names (hard links), what tells it by each of them. */
  linkKey: string | null;
}

/** A file that has to be read. */
interface Unknown {
  /** Position in the list of files. */
  index: number;
  hint: Hint;
}

/** @returns undefined where there are none: whoever reads the file is told why */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Files up to this size are read at once, as long as that takes no longer than this on average. */
const SMALL_BYTES = 1_000_000;
const QUICK_MS = 0.3;
/** Larger images are decoded one at a time: one may take 0.2 GB and more. */
const MODEST_PIXELS = 50_000_000;

class Scan {
  /** Mean of the last times that reading at once took: a network or a cold disk is better read from in parallel. */
  #readMs = 0;
  /** By SHA-256. */
  readonly #outcomes = new Map<
    string,
    ScannedImage | Unusable | Promise<ScannedImage | Unusable>
  >();
  /** SHA-256 by device and stamp, of files with several names. */
  readonly #hashes = new Map<string, string>();

  /** Files that have to be read, those that are not tiny, and how many are JPEG by their names. */
  #unknown = 0;
  #large = 0;
  #jpegs = 0;
  readonly #threads: ScanThreads;
  #isAlone = false;
  readonly #end = new AbortController();

  /** Of images that may be decoded beside others. */
  readonly #modest: Target;

  constructor(readonly context: ScanContext) {
    const { target, threads = new ScanThreads() } = context;
    this.#threads = threads;
    this.#modest = { ...target, maxPixels: Math.min(MODEST_PIXELS, maxPixelsOf(target)) };
  }

  /** Of its end: nothing is begun any more. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get isAlone(): boolean {
    return this.#isAlone;
  }

  get #pool(): DecoderPool | null {
    return this.#isAlone ? null : this.#threads.pool;
  }

  /** Once there are many files to decode that are worth it. */
  async startThreads(): Promise<void> {
    const { openLibrary } = this.context;
    if (this.#pool || (this.#large < MANY && this.#unknown < MANY_TINY)) return;
    const library = this.#jpegs < MANY ? null : await openLibrary();
    this.#threads.start(this.#modest, library);
  }

  /** What a DICOM file is to decode is not known by its name, and not before the first is read. */
  #startForHeavy(bytes: Uint8Array): void {
    if (this.#isAlone || this.#pool || this.#unknown < MANY_HEAVY) return;
    if (bytes.length >= HEAVY_BYTES && isDicom(bytes)) this.#threads.start(this.#modest, null);
  }

  /** @param bytes of a file, on average */
  mostAtOnce(bytes: number): number | undefined {
    if (this.#pool === null) return undefined;
    const { leastUseful, mostUseful } = this.#pool;
    return Math.max(leastUseful, Math.min(mostUseful, Math.floor(MOST_BYTES / bytes)));
  }

  /** Decodes one image at a time from here on. */
  goOnAlone(): void {
    this.#isAlone = true;
    this.#closeOwn();
  }

  close(): void {
    this.#end.abort();
    this.#closeOwn();
  }

  #closeOwn(): void {
    if (this.context.threads === undefined) this.#threads.close();
  }

  /** What is known of an image without opening its file. */
  look(path: string, frame?: number): { outcome?: ScannedImage | Unusable; hint: Hint } {
    const { cache } = this.context;
    const stats = statsOf(path);
    if (!stats?.isFile()) return { hint: { bytes: 0, linkKey: null } };
    const stamp = fileStamp(stats);
    const linkKey = stats.nlink > 1n ? `${stats.dev} ${stamp}` : null;
    const hint = { bytes: Number(stats.size), linkKey };
    const sha256 = (linkKey && this.#hashes.get(linkKey)) ?? cache.hashOf(path, stamp);
    if (linkKey && sha256 !== undefined) this.#hashes.set(linkKey, sha256);
    const key = sha256 && framed(sha256, frame);
    const outcome = key && (this.#outcomes.get(key) ?? this.#cached(key));
    if (outcome && !(outcome instanceof Promise)) return { outcome, hint };
    this.#unknown++;
    if (hint.bytes > TINY_BYTES) this.#large++;
    if (/\.jpe?g$/i.test(path)) this.#jpegs++;
    return { hint };
  }

  /** @returns small: what is worth reading a bundle at a time */
  sortOut(unknown: readonly Unknown[]): { small: Unknown[]; others: Unknown[] } {
    const isSmall = ({ hint }: Unknown) =>
      hint.linkKey === null && hint.bytes > 0 && hint.bytes <= BUNDLED_BYTES;
    const small = unknown.filter(isSmall);
    return this.#pool === null || small.length < MANY
      ? { small: [], others: [...unknown] }
      : { small, others: unknown.filter((file) => !isSmall(file)) };
  }

  /**
   * Reads small files a bundle at a time, as long as their disk is quick.
   * @param done told of each that was read so
   * @returns those that were not
   */
  async readBundles(
    files: readonly ScannedFile[],
    small: readonly Unknown[],
    done: (index: number, outcome: ScannedImage | Unusable) => void,
  ): Promise<Unknown[]> {
    if (small.length === 0) return [];
    const left: Unknown[] = [];
    const paths = small.map(({ index }) => files[index]!.absolutePath);
    const startedMs = this.context.nowMs();
    let refused = 0;
    const taken = await this.#pool!.readBundles(paths, async (bundle, first) => {
      const { length } = bundle.images;
      const outcomes = await this.#takeBundle(
        bundle,
        paths.slice(first, first + length),
        startedMs,
      );
      for (const [at, outcome] of outcomes.entries()) {
        const file = small[first + at]!;
        if (outcome) done(file.index, outcome);
        else {
          left.push(file);
          refused++;
        }
      }
      this.#readMs += (bundle.readMs / length - this.#readMs) / 16;
      return this.#readMs < QUICK_MS && refused <= MANY + first / 2;
    });
    append(left, small.slice(taken));
    return left;
  }

  async #takeBundle(
    { images, pixels, thumbnails }: Bundle,
    paths: readonly string[],
    startedMs: number,
  ): Promise<(ScannedImage | Unusable | null)[]> {
    const { cache } = this.context;
    const outcomes: (ScannedImage | Unusable | null)[] = [];
    let taken = 0;
    for (const [at, image] of images.entries()) {
      if (image === null) {
        outcomes.push(null);
        continue;
      }
      const { sha256, stamp, packed, checksum } = image;
      if (stamp !== null && isSettled(stamp, startedMs))
        cache.rememberHash(paths[at]!, stamp, sha256);
      let outcome =
        (this.#outcomes.get(sha256) as ScannedImage | undefined) ?? this.#cached(sha256);
      if (!outcome) {
        while (!cache.isReady) await cache.makeReady();
        const own = pixels.subarray(taken * cache.size, (taken + 1) * cache.size);
        const thumbnail = thumbnails.subarray(taken * AREA, (taken + 1) * AREA);
        const place = cache.addNow(own, { sha256, checksum, facts: packed });
        outcome = { sha256, place, facts: { ...image.facts, thumbnail } };
        this.#outcomes.set(sha256, outcome);
      }
      taken++;
      outcomes.push(outcome);
    }
    return outcomes;
  }

  async read(path: string, { bytes, linkKey }: Hint): Promise<ScannedImage | Unusable> {
    const { cache, nowMs } = this.context;
    // Another name of the same file may have been read meanwhile.
    const linked = linkKey && this.#outcomes.get(this.#hashes.get(linkKey) ?? "");
    if (linked) return linked;
    const startedMs = nowMs();
    const isQuick = bytes <= SMALL_BYTES && this.#readMs < QUICK_MS;
    const file = isQuick ? readBytesNow(path) : await readBytes(path);
    if (isQuick) this.#readMs += (nowMs() - startedMs - this.#readMs) / 16;
    if (!("bytes" in file)) return file;
    const sha256 = sha256Of(file.bytes);
    if (file.stamp !== null) {
      if (linkKey === `${file.device} ${file.stamp}`) this.#hashes.set(linkKey, sha256);
      if (isSettled(file.stamp, startedMs)) cache.rememberHash(path, file.stamp, sha256);
    }
    const outcome = this.#outcomes.get(sha256) ?? this.#cached(sha256);
    if (outcome) return outcome;
    const decoded = this.#decode(file.bytes, sha256).catch((cause: unknown) => {
      throw new Error(messages.whileDecoding(path), { cause });
    });
    this.#outcomes.set(sha256, decoded);
    const done = await decoded;
    if (isDoubtful(done) && !this.#isAlone) this.#outcomes.delete(sha256);
    else this.#outcomes.set(sha256, done);
    return done;
  }

  /**
   * Reads a file once and decodes some of its frames.
   * @param done told of each, in any order
   */
  async readFrames(
    path: string,
    frames: readonly number[],
    done: (at: number, outcome: ScannedImage | Unusable) => void,
  ): Promise<void> {
    const opened = await this.#openFrames(path);
    if ("reason" in opened) return frames.forEach((_, at) => done(at, opened));
    const { sha256, decode } = opened;
    const decodeOne = async (frame: number, at: number) => {
      this.signal.throwIfAborted();
      const key = framed(sha256, frame);
      const known = this.#outcomes.get(key) ?? this.#cached(key);
      const outcome =
        known ??
        this.#kept(key, () => decode(frame)).catch((cause: unknown) => {
          throw new Error(messages.whileDecoding(framed(path, frame)), { cause });
        });
      if (!known) this.#outcomes.set(key, outcome);
      const settled = await outcome;
      if (isDoubtful(settled) && !this.#isAlone) this.#outcomes.delete(key);
      else this.#outcomes.set(key, settled);
      done(at, settled);
    };
    await eachConcurrently(frames, decodeOne, this.#pool ? this.#pool.leastUseful : 1);
  }

  /** Threads have a file's bytes as memory that they share: none copies them for a frame, and nothing else keeps them. */
  async #openFrames(
    path: string,
  ): Promise<{ sha256: string; decode: (frame: number) => Promise<Verdict> } | Unusable> {
    const { cache, nowMs, target } = this.context;
    const startedMs = nowMs();
    const file = await readBytes(path);
    if (!("bytes" in file)) return file;
    const sha256 = sha256Of(file.bytes);
    if (file.stamp !== null && isSettled(file.stamp, startedMs))
      cache.rememberHash(path, file.stamp, sha256);
    this.#startForHeavy(file.bytes);
    const pool = this.#pool;
    if (pool) {
      const shared = new Uint8Array(new SharedArrayBuffer(file.bytes.length));
      shared.set(file.bytes);
      return { sha256, decode: (frame) => pool.decode(shared, { sha256, frame }) };
    }
    const { DicomReader } = await import("./dicom/reader.ts");
    const { decodeFrame } = await import("./dicom/decode-dicom.ts");
    const reader = new DicomReader(file.bytes, this.#isAlone ? target : this.#modest);
    return { sha256, decode: (frame) => decodeFrame(reader, frame) };
  }

  #cached(sha256: string): ScannedImage | Unusable | undefined {
    const found = this.context.cache.find(sha256);
    if (!found) return undefined;
    const outcome = found.place
      ? { sha256, place: found.place, facts: found.facts as Facts }
      : (found.facts as Unusable);
    this.#outcomes.set(sha256, outcome);
    return outcome;
  }

  async #decode(bytes: Uint8Array, sha256: string): Promise<ScannedImage | Unusable> {
    // One at a time what takes much memory, when nothing else is decoded.
    const target = this.#isAlone ? this.context.target : this.#modest;
    this.#startForHeavy(bytes);
    return this.#kept(sha256, () =>
      this.#pool ? this.#pool.decode(bytes) : decodeImage(bytes, target),
    );
  }

  /** Decodes an image, and keeps what it is. @param key of its content */
  async #kept(key: string, decode: () => Promise<Verdict>): Promise<ScannedImage | Unusable> {
    const { cache } = this.context;
    const verdict = await decode();
    if ("pixels" in verdict) {
      const { pixels, ...facts } = verdict;
      return { sha256: key, place: await cache.add(key, bytesOf(pixels), facts), facts };
    }
    // A file that took too long may not do so again.
    const isSure = this.#isAlone ? verdict.reason !== "unreadable" : !isDoubtful(verdict);
    if (isSure) cache.addUnusable(key, verdict);
    return verdict;
  }
}
