import { judge, maxPixelsOf, type Target, type Verdict } from "./verdict.ts";
import { messages } from "./messages.ts";
import type { ContentNote } from "../../layout.ts";
import { readBmp } from "./bmp.ts";
import { endsEarly } from "./container.ts";
import { DecodeError } from "./decode-error.ts";
import { finish } from "./finish.ts";
import { readGif } from "./gif.ts";
import { hasHoles } from "./jpeg-holes.ts";
import { readPlainJpeg } from "./jpeg.ts";
import { EXACT_PIXELS } from "./into-target.ts";
import { readNetpbm } from "./netpbm.ts";
import { readPlainPng } from "./png.ts";
import { type ImageFormat, sniff } from "./sniff.ts";
import { decodeTiff, isForTiffReader } from "./tiff.ts";
import { readTiffPage } from "./tiff-directory.ts";
import type { JpegDecoder } from "./tensorflow-jpeg.ts";

/** Of a PNG file that is decoded here and not by sharp: that takes longer from about this size. */
const fewPixels = 60_000;

/** TensorFlow's decoder, where it is at hand. */
export type QuickJpeg = Pick<JpegDecoder, "decode">;

/**
 * Decodes one image and brings it into the target: bilinear, averaged where it shrinks. EXIF orientation is followed,
 * values become 8 bits or, where the target says so, 16, transparency is dropped (the colour beneath it stays) unless the target has a background, of an
 * animation the first frame is taken.
 *
 * @param bytes the whole file, of any content
 * @param quickJpeg changes nothing but the time
 */
export async function decodeImage(
  bytes: Uint8Array,
  target: Target,
  quickJpeg?: QuickJpeg,
): Promise<Verdict> {
  const decoded = decodeQuickly(bytes, target, quickJpeg);
  if (!("forSharp" in decoded)) return decoded;
  // Loaded where it is needed: that takes a thread as long as to decode a hundred small images.
  if (decoded.forSharp === "dicom") {
    const { decodeDicom } = await import("../dicom/decode-dicom.ts");
    return decodeDicom(bytes, target);
  }
  const { decodeWithSharp } = await import("./with-sharp.ts");
  return decodeWithSharp(bytes, decoded.forSharp, target);
}

/** A file that is sharp's to decode, by what it begins as. */
export interface ForSharp {
  forSharp: ImageFormat;
}

/**
 * What decodeImage does without sharp: ordinary PNG files of few pixels, BMP, GIF, Netpbm, what is no image at all and, with
 * `quickJpeg`, ordinary JPEG files, in half of the time for a photo and in a tenth for a small one.
 */
export function decodeQuickly(
  bytes: Uint8Array,
  target: Target,
  quickJpeg?: QuickJpeg,
): Verdict | ForSharp {
  if (bytes.length === 0) return { reason: "empty", detail: messages.imageFileEmpty() };
  const sniffed = sniff(bytes);
  if (sniffed === undefined) return { reason: "not-an-image", detail: messages.notAnImage() };
  if ("unsupported" in sniffed) {
    return {
      reason: "unsupported-format",
      detail: messages.formatUnsupported(sniffed.unsupported),
    };
  }
  const { format } = sniffed;
  const mostPixels = maxPixelsOf(target);
  if (endsEarly(format, bytes)) return { reason: "truncated", detail: messages.imageTruncated() };
  try {
    if (format === "netpbm") {
      const { used, ...image } = readNetpbm(bytes, mostPixels, target.range, target.depth);
      return finish({ ...image, format, notes: used ? ["16-bit"] : [], used, image }, target);
    }
    const page = format === "tiff" ? readTiffPage(bytes) : undefined;
    if (page && isForTiffReader(page)) return decodeTiff(bytes, page, target);
    if (format === "bmp") {
      const { hasAlpha, alpha, ...image } = readBmp(bytes, mostPixels);
      return finish({ ...image, format, notes: hasAlpha ? ["alpha"] : [], image, alpha }, target);
    }
    if (format === "gif") {
      const { isAnimated, alpha, ...image } = readGif(bytes, mostPixels);
      const notes: ContentNote[] = [];
      if (isAnimated) notes.push("animated");
      if (alpha) notes.push("alpha");
      return finish({ ...image, format, notes, image, alpha }, target);
    }
    const png = format === "png" ? readPlainPng(bytes, fewPixels) : undefined;
    if (png) {
      const { width, height } = png;
      return finish({ format, width, height, notes: [], image: png }, target);
    }
    const jpeg = format === "jpeg" && quickJpeg ? readPlainJpeg(bytes) : undefined;
    // It cannot be broken off: no more pixels than take a fraction of a second.
    if (jpeg?.isSingleScan && jpeg.width * jpeg.height <= EXACT_PIXELS) {
      const { width, height, orientation } = jpeg;
      const notes: ContentNote[] = orientation === 1 ? [] : ["exif-rotated"];
      const decoded = quickJpeg!.decode(bytes, (image) =>
        hasHoles(image, bytes)
          ? { reason: "truncated" as const, detail: messages.imageTruncated() }
          : finish({ format, width, height, notes, image: { ...image, orientation } }, target),
      );
      if (decoded) return decoded;
    }
    return { forSharp: format };
  } catch (error) {
    if (error instanceof DecodeError) return judge(error, mostPixels);
    throw error;
  }
}
