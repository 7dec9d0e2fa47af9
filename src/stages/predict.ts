import type { Unusable } from "../data/decode/verdict.ts";
import { streamImages, type StreamedFile } from "../data/stream.ts";
import { decodeImage } from "../data/decode/decode.ts";
import { sha256Of } from "../data/hash.ts";
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
  /** [height, width, channels], as the network reads it; to be asked for before the next batch. */
  pixels: () => Promise<Uint8Array>;
}

/** One that cannot be used. */
export interface Refused<File> {
  file: File;
  why: Unusable;
}

/**
 * Predicts images in the memory of a few batches: while TensorFlow is at one piece, threads decode the next.
 * @returns a batch at a time, in the order of `files`
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
  for await (const { files: some, images } of streamImages(files, settings)) {
    let [at, image] = [0, 0];
    const next = (rows: readonly number[][]) => {
      const done: (Predicted<File> | Refused<File>)[] = [];
      const end = image + rows.length;
      for (; at < some.length && (image < end || some[at]!.why !== null); at++) {
        const { file, why, sha256 } = some[at]!;
        if (why !== null) {
          done.push({ file, why });
          continue;
        }
        const own = image++;
        done.push({
          file,
          sha256: sha256!,
          probabilities: rows[rows.length - (end - own)]!,
          async pixels() {
            const pixels = new Uint8Array(images.rows.size);
            await images.rows.read(Uint32Array.of(own), pixels);
            return pixels;
          },
        });
      }
      return done;
    };
    for await (const rows of predictor.batches(images, batchSize)) {
      yield next(rows);
      // What threads have decoded meanwhile is taken, and they are sent more.
      await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    yield next([]);
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
  const { height, width, channels } = target;
  const size = height * width * channels;
  const verdicts = [];
  for (const bytes of images) verdicts.push(await decodeImage(bytes, target));
  const usable = verdicts.flatMap((verdict) => ("pixels" in verdict ? verdict.pixels : []));
  const pixels = new Uint8Array(usable.length * size);
  for (const [index, one] of usable.entries()) pixels.set(one, index * size);
  const rows = await predictor.predict(
    {
      files: usable.map((_, index) => String(index)),
      labels: new Int32Array(usable.length),
      rows: openRows({ kind: "memory", pixels, size }),
      length: usable.length,
      shape: [height, width, channels],
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
