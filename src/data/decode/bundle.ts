import { bytesOf } from "../../pixels.ts";
import { packFacts } from "../cache/facts.ts";
import { readBytesNow } from "../file.ts";
import { checksum, sha256Of } from "../hash.ts";
import { AREA } from "../thumbnail-side.ts";
import { decodeQuickly, type QuickJpeg } from "./decode.ts";
import { bytesOfImage, type Target } from "./verdict.ts";
import type { ImageFacts } from "./facts.ts";

/** Small files that are read and decoded in one go: to tell another thread of one takes longer than to decode it. */
export interface Bundle {
  /** In the order that they were asked for; null of one that takes more than a moment, or cannot be used. */
  images: (BundledImage | null)[];
  /** Of the images as bytes, one after another. */
  pixels: Uint8Array;
  /** [.., 16, 16], of the images. */
  thumbnails: Uint8Array;
  /** What opening and reading took, of all files. */
  readMs: number;
}

export interface BundledImage {
  sha256: string;
  /** See FileContent. */
  stamp: string | null;
  facts: Omit<ImageFacts, "thumbnail">;
  /** As the cache keeps them. */
  packed: string;
  checksum: bigint;
}

/** Whatever is out of the ordinary about a file is left to those who look at files one by one. */
export function readBundle(
  paths: readonly string[],
  target: Target,
  quickJpeg?: QuickJpeg,
): Bundle {
  const size = bytesOfImage(target);
  const pixels = new Uint8Array(paths.length * size);
  const thumbnails = new Uint8Array(paths.length * AREA);
  let [count, readMs] = [0, 0];
  const images = paths.map((path): BundledImage | null => {
    const startedMs = performance.now();
    const file = readBytesNow(path);
    readMs += performance.now() - startedMs;
    if (!("bytes" in file)) return null;
    try {
      const decoded = decodeQuickly(file.bytes, target, quickJpeg);
      if (!("pixels" in decoded)) return null;
      const { pixels: values, ...all } = decoded;
      const own = bytesOf(values);
      const { thumbnail, ...facts } = all;
      pixels.set(own, count * size);
      thumbnails.set(thumbnail, count * AREA);
      count++;
      return {
        sha256: sha256Of(file.bytes),
        stamp: file.stamp,
        facts,
        packed: packFacts(all),
        checksum: checksum(own),
      };
    } catch {
      // A mistake of ours is met again, and told, where the file is looked at by itself.
      return null;
    }
  });
  return { images, pixels, thumbnails, readMs };
}
