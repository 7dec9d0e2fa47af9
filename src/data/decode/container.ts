import { lacksEnd } from "./jpeg-data.ts";
import { type ImageFormat, latin1 } from "./sniff.ts";

/**
 * Whether a file's own structure says that it should be longer. The decoders either do not see it (a PNG without its
 * last chunk) or do not say so (a WebP file cut short is "unable to parse").
 */
export function endsEarly(format: ImageFormat, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === "jpeg") return lacksEnd(bytes);
  if (format === "png") return pngEndsEarly(view);
  if (format === "webp") return view.getUint32(4, true) + 8 > bytes.length;
  if (format === "tiff") return tiffEndsEarly(view);
  return false;
}

/** Chunks are length, type, data, checksum; the last one is IEND. */
function pngEndsEarly(view: DataView): boolean {
  const end = 0x49454e44;
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    if (view.getUint32(at + 4) === end) return false;
  }
  return true;
}

/** Whether a PNG file says before its pixels that it is animated, and has more than one frame. */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [control, data] = [0x6163544c, 0x49444154];
  for (let at = 8; at + 12 <= view.byteLength; at += view.getUint32(at) + 12) {
    const type = view.getUint32(at + 4);
    if (type === control) return view.getUint32(at + 8) > 1;
    if (type === data) return false;
  }
  return false;
}

/** Whether an AVIF file says first of all that it is a sequence. */
export function isAvifSequence(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(8, 12)) === "avis";
}

/** An AVIF sequence as the still picture that it holds as well, if it does: libheif reads it only under that name. */
export function asStill(bytes: Uint8Array): Uint8Array {
  if (!isAvifSequence(bytes)) return bytes;
  const still = Uint8Array.from(bytes);
  still.set(Buffer.from("avif", "latin1"), 8);
  return still;
}

/** The first directory is often at the end: a file cut short lacks it. BigTIFF's 64-bit offsets are left to the decoder. */
function tiffEndsEarly(view: DataView): boolean {
  if (view.byteLength < 8) return true;
  const littleEndian = view.getUint8(0) === 0x49;
  if (view.getUint16(2, littleEndian) !== 42) return false;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > view.byteLength) return true;
  return directory + 2 + view.getUint16(directory, littleEndian) * 12 > view.byteLength;
}
