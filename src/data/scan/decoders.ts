import { decodeImage } from "../decode/decode.ts";
import { type DecoderPool, TINY_BYTES } from "../decode/decoder-pool.ts";
import { isDicom } from "../decode/sniff.ts";
import { maxPixelsOf, type Target, type Verdict } from "../decode/verdict.ts";
import type { ScanContext } from "./context.ts";
import { ScanThreads } from "./threads.ts";

/** Bytes of files that may be with threads at a time, or enough for all to be busy. */
const MOST_BYTES = 20_000_000;

/** Files to decode that are worth the start of threads. */
export const MANY = 100;
/** Tiny files that are. */
const MANY_TINY = 2000;
/** DICOM files of this size, of which each may take a second, and so many that it is worth to start threads for them. */
const HEAVY_BYTES = 200_000;
const MANY_HEAVY = 4;

/** Larger images are decoded one at a time: one may take 0.2 GB and more. */
const MODEST_PIXELS = 50_000_000;

type Start = Pick<ScanContext, "target" | "openLibrary" | "threads">;

/** Who decodes in a scan: this thread, more of them once there is enough to do, and in the end this one alone. */
export class Decoders {
  /** Files that have to be read, those that are not tiny, and how many are JPEG by their names. */
  #files = 0;
  #large = 0;
  #jpegs = 0;
  #isAlone = false;
  readonly #threads: ScanThreads;
  /** Of images that may be decoded beside others. */
  readonly #modest: Target;

  constructor(private readonly start: Start) {
    const { target, threads = new ScanThreads() } = start;
    this.#threads = threads;
    this.#modest = { ...target, maxPixels: Math.min(MODEST_PIXELS, maxPixelsOf(target)) };
  }

  /** Whether one image at a time is decoded. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  get pool(): DecoderPool | null {
    return this.#isAlone ? null : this.#threads.pool;
  }

  /** Told of each file that has to be read. */
  expect(path: string, bytes: number): void {
    this.#files++;
    if (bytes > TINY_BYTES) this.#large++;
    if (/\.jpe?g$/i.test(path)) this.#jpegs++;
  }

  /** Starts threads where the files expected are worth it. */
  async startThreads(): Promise<void> {
    if (this.pool || (this.#large < MANY && this.#files < MANY_TINY)) return;
    const library = this.#jpegs < MANY ? null : await this.start.openLibrary();
    this.#threads.start(this.#modest, library);
  }

  /** Decodes one image at a time from here on. */
  goOnAlone(): void {
    this.#isAlone = true;
    this.close();
  }

  close(): void {
    if (this.start.threads === undefined) this.#threads.close();
  }

  /** @param bytes of a file, on average */
  mostAtOnce(bytes: number): number | undefined {
    if (this.pool === null) return undefined;
    const { leastUseful, mostUseful } = this.pool;
    return Math.max(leastUseful, Math.min(mostUseful, Math.floor(MOST_BYTES / bytes)));
  }

  async decode(bytes: Uint8Array): Promise<Verdict> {
    this.#startForHeavy(bytes);
    return this.pool ? this.pool.decode(bytes) : decodeImage(bytes, this.#target);
  }

  /**
   * Decodes the frames of a file. Threads have its bytes as memory that they share: none copies them for a frame, and
   * nothing else keeps them.
   */
  async framesOf(bytes: Uint8Array, sha256: string): Promise<(frame: number) => Promise<Verdict>> {
    this.#startForHeavy(bytes);
    const { pool } = this;
    if (pool) {
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      return (frame) => pool.decode(shared, { sha256, frame });
    }
    const { DicomReader } = await import("../dicom/reader.ts");
    const { decodeFrame } = await import("../dicom/decode-dicom.ts");
    const reader = new DicomReader(bytes, this.#target);
    return (frame) => decodeFrame(reader, frame);
  }

  /** One at a time what takes much memory, when nothing else is decoded. */
  get #target(): Target {
    return this.#isAlone ? this.start.target : this.#modest;
  }

  /** What a DICOM file is to decode is not known by its name, and not before the first is read. */
  #startForHeavy(bytes: Uint8Array): void {
    if (this.#isAlone || this.pool || this.#files < MANY_HEAVY) return;
    if (bytes.length >= HEAVY_BYTES && isDicom(bytes)) this.#threads.start(this.#modest, null);
  }
}
