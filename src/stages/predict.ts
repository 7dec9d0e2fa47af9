import { bytesOf, type Pixels } from "../pixels.ts";
import { bytesOfImage, type Unusable } from "../data/decode/verdict.ts";
import { batches } from "../data/batches.ts";
import { type Piece, streamImages, type StreamedFile } from "../data/stream.ts";
import { decodeImage } from "../data/decode/decode.ts";
import { sha256Of } from "../data/hash.ts";
import { pixelsOf } from "../data/dataset.ts";
import { openRows } from "../data/rows.ts";
import type { Effects } from "./effects.ts";
import type { OpenModel } from "./open-model.ts";

/** A file that was predicted. */
export interface Predicted<File> {
  file: File;
  /** SHA-256 of its content, hex. */
  sha256: string;
  /** In the order of the classes. */
  probabilities: number[];
  /** [height, width, channels], as the network reads it. */
  pixels: () => Promise<Pixels>;
}

/** One that cannot be used. */
export interface Refused<File> {
  file: File;
  why: Unusable;
}

/**
 * Predicts images in the memory of a few batches: while TensorFlow is at some of them, threads decode the next.
 * @returns some files at a time, in the order of `files`
 */
export async function* predictFiles<File extends StreamedFile>(
  {
    predictor,
    target,
    resolved,
    library,
  }: Pick<OpenModel, "predictor" | "target" | "resolved" | "library">,
  files: readonly File[],
  { signal }: Pick<Effects, "signal">,
): AsyncGenerator<(Predicted<File> | Refused<File>)[]> {
  const { batchSize } = resolved.data;
  const settings = { target, batchSize, openLibrary: async () => library, signal };
  /** Those that are decoded, the oldest first. */
  const pieces: OpenPiece<File>[] = [];
  async function* allBatches() {
    for await (const piece of streamImages(files, settings)) {
      pieces.push(new OpenPiece(piece));
      for await (const batch of batches(piece.images, batchSize)) {
        yield batch;
        // What threads have decoded meanwhile is taken, and they are sent more.
        await new Promise(setImmediate);
        signal.throwIfAborted();
      }
    }
  }
  for await (const rows of predictor.predictBatches(allBatches())) {
    // A piece without images has no rows of its own.
    for (; pieces[0]!.isPredicted; pieces.shift()) yield pieces[0]!.next([]);
    yield pieces[0]!.next(rows);
  }
  for (const piece of pieces) yield piece.next([]);
}

/** A piece of which some images are predicted. */
class OpenPiece<File> {
  #file = 0;
  #image = 0;

  constructor(private readonly piece: Piece<File>) {}

  get isPredicted(): boolean {
    return this.#image === this.piece.images.length;
  }

  /** @param rows of the next images @returns these, and those that cannot be used up to the image that follows */
  next(rows: readonly number[][]): (Predicted<File> | Refused<File>)[] {
    const { files, images } = this.piece;
    const left = rows.values();
    const done: (Predicted<File> | Refused<File>)[] = [];
    for (; this.#file < files.length; this.#file++) {
      const { file, why, sha256 } = files[this.#file]!;
      if (why !== null) {
        done.push({ file, why });
        continue;
      }
      const { value: probabilities } = left.next();
      if (probabilities === undefined) break;
      const own = this.#image++;
      const pixels = () => pixelsOf(images, Uint32Array.of(own));
      done.push({ file, sha256: sha256!, probabilities, pixels });
    }
    return done;
  }
}

/**
 * Predicts images that are in memory: the same probabilities as if they were files in this order.
 * @param images the content of a file of an image each
 */
export async function predictBytes(
  { predictor, target, resolved }: Pick<OpenModel, "predictor" | "target" | "resolved">,
  images: readonly Uint8Array[],
): Promise<({ sha256: string; probabilities: number[] } | { why: Unusable })[]> {
  const { height, width, channels, depth = 8 } = target;
  const size = bytesOfImage(target);
  const verdicts = [];
  for (const bytes of images) verdicts.push(await decodeImage(bytes, target));
  const usable = verdicts.flatMap((verdict) => ("pixels" in verdict ? verdict.pixels : []));
  const pixels = new Uint8Array(usable.length * size);
  for (const [index, one] of usable.entries()) pixels.set(bytesOf(one), index * size);
  const rows = await predictor.predict(
    {
      files: usable.map((_, index) => String(index)),
      labels: new Int32Array(usable.length),
      rows: openRows({ kind: "memory", pixels, size }),
      length: usable.length,
      shape: [height, width, channels],
      depth,
    },
    resolved.data.batchSize,
  );
  const next = rows.values();
  return verdicts.map((verdict, index) =>
    "pixels" in verdict
      ? { sha256: sha256Of(images[index]!), probabilities: next.next().value! }
      : { why: { reason: verdict.reason, detail: verdict.detail } },
  );
}
