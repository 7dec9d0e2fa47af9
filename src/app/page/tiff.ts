import { DecodeError } from "../../data/decode/decode-error.ts";
import { readTiff, type TiffImage } from "../../data/decode/tiff.ts";
import { compressionName, readTiffPage } from "../../data/decode/tiff-directory.ts";
import { maxPixelsOf, type Target } from "../../data/decode/verdict.ts";
import { messages } from "../messages.ts";

/** Uncompressed, LZW, Deflate by both of its numbers, PackBits. */
const readHere: ReadonlySet<number> = new Set([1, 5, 8, 32_946, 32_773]);

/**
 * The first page of a TIFF file, by Lamina's own reader whatever its samples are: what a run leaves to libtiff beyond that, a
 * page refuses.
 *
 * @throws DecodeError
 */
export function readTiffHere(bytes: Uint8Array, target: Target): TiffImage {
  const page = readTiffPage(bytes);
  if (!page) throw new DecodeError("corrupt", messages.tiffWithoutPage());
  const { compression } = page;
  if (!readHere.has(compression))
    throw new DecodeError("unsupported-format", messages.tiffNotHere(compressionName(compression)));
  const settings = {
    mostPixels: maxPixelsOf(target),
    range: target.range ?? "full",
    depth: target.depth,
    keepsAlpha: target.background !== undefined,
  };
  return readTiff(bytes, page, settings);
}
