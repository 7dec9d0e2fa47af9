import type { ImageFormat } from "./sniff.ts";

/**
 * Whether a file's own structure says that it should be longer. The decoders either do not see it (a PNG without its
 * last chunk) or do not say so (a WebP file cut short is "unable to parse").
 */
export function endsEarly(format: ImageFormat, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
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

/** The first directory is often at the end: a file cut short lacks it. BigTIFF's 64-bit offsets are left to the decoder. */
function tiffEndsEarly(view: DataView): boolean {
  if (view.byteLength < 8) return true;
  const littleEndian = view.getUint8(0) === 0x49;
  if (view.getUint16(2, littleEndian) !== 42) return false;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > view.byteLength) return true;
  return (
    directory + 2 + view.getUint16(directory, littleEndian) * 12 >
    view.byteLength
  );
}
