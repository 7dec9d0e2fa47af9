import sharp, { type Metadata, type SharpOptions } from "sharp";
import { shortageIn } from "../../shortage.ts";
import type { Pixels } from "../../pixels.ts";
import { messages } from "./messages.ts";
import type { ContentNote } from "../../layout.ts";
import { asStill, isAnimatedPng, isAvifSequence } from "./container.ts";
import {
  judge as judgeOwn,
  maxPixelsOf,
  type Target,
  type Unusable,
  type Usable,
  type Verdict,
} from "./verdict.ts";
import { finish, shrinkFirst } from "./finish.ts";
import { hasHoles } from "./jpeg-holes.ts";
import { readPlainJpeg, type PlainJpeg } from "./jpeg.ts";
import type { Lying, Samples } from "./samples.ts";
import type { ImageFormat } from "./sniff.ts";
import { fromCmyk, parted } from "./colour.ts";
import { joinOldJpeg } from "./tiff-old-jpeg.ts";
import { unpackable } from "./tiff-unpack.ts";
import { compressionName, firstPageAlone, readTiffPage, type TiffPage } from "./tiff-directory.ts";
import { decodeTiff, UNSPECIFIED, YCBCR } from "./tiff.ts";
import { fromYcbcr } from "./ycbcr.ts";
import { type Levels, toLevels } from "./levels.ts";
import { DecodeError } from "./decode-error.ts";
import { pngFault } from "./png-faults.ts";

const mostSeconds = 30;
/** Of TIFF's compressions the one that libtiff does not read. */
const OLD_JPEG = 6;

const options: SharpOptions = {
  failOn: "error",
  autoOrient: true,
  // Pixels are what the file holds, as in Pillow: a colour profile is not applied.
  ignoreIcc: true,
  pages: 1,
};

/** Decodes what is not decoded more quickly: see decodeImage. @param format what the file begins as */
export async function decodeWithSharp(
  bytes: Uint8Array,
  format: ImageFormat,
  target: Target,
): Promise<Verdict> {
  const mostPixels = maxPixelsOf(target);
  const limited = { ...options, limitInputPixels: mostPixels };
  const page = format === "tiff" ? readTiffPage(bytes) : undefined;
  const file = page ? firstPageAlone(bytes, page) : format === "avif" ? asStill(bytes) : bytes;
  try {
    if (page?.compression === OLD_JPEG) return await decodeOldJpeg(bytes, page, target, limited);
    const jpeg = format === "jpeg" ? readPlainJpeg(bytes) : undefined;
    const metadata = jpeg ? describeJpeg(jpeg) : await describe(file, limited);
    const { width, height, depth } = metadata;
    if (width * height > mostPixels)
      return { reason: "too-many-pixels", detail: messages.tooManyPixels(mostPixels) };
    if (depth !== "uchar" && depth !== "ushort")
      return { reason: "unsupported-format", detail: messages.samplesUnsupported(depth) };
    const { used, alpha, ...image } = await decode(
      jpeg ? Buffer.concat(jpeg.stripped()) : file,
      metadata,
      target,
      limited,
      page?.extra !== UNSPECIFIED,
    );
    if (format === "jpeg" && hasHoles(image, bytes))
      return { reason: "truncated", detail: messages.imageTruncated() };
    const notes = notesOf(format, bytes, metadata, page);
    // libtiff undoes associated opacity.
    const transparency = alpha && { values: alpha, isPremultiplied: false };
    return finish({ format, width, height, notes, used, image, alpha: transparency }, target);
  } catch (error) {
    if (error instanceof DecodeError) return judgeOwn(error, mostPixels);
    if (page && unpackable.has(page.compression)) {
      // libtiff gives up where a tag that does not matter is wrong.
      try {
        return decodeTiff(bytes, page, target);
      } catch (own) {
        if (!(own instanceof DecodeError)) throw own;
        return judgeOwn(own, mostPixels);
      }
    }
    if (page && isUnknownCompression(error)) {
      const name = compressionName(page.compression);
      const detail = messages.tiffCompression(name, false);
      return { reason: "unsupported-format", detail };
    }
    return judge(error, mostPixels, format === "png" ? pngFault(bytes) : undefined);
  }
}

async function decodeOldJpeg(
  bytes: Uint8Array,
  page: TiffPage,
  target: Target,
  limited: SharpOptions,
): Promise<Usable> {
  const joined = joinOldJpeg(bytes, page);
  const { width, height, orientation } = page;
  const { data, info } = await sharp(joined.bytes, limited)
    .toColourspace(page.samples === 1 ? "b-w" : "srgb")
    .extract({ left: 0, top: 0, width, height })
    .timeout({ seconds: mostSeconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isYcbcr = info.channels === 3 && page.photometric === YCBCR;
  const pixels = isYcbcr ? fromYcbcr(data, page) : data;
  const image = { width, height, orientation, channels: info.channels as 1 | 3, pixels };
  const notes: ContentNote[] = [
    ...(page.hasNext ? ["multi-page" as const] : []),
    ...(orientation > 1 ? ["exif-rotated" as const] : []),
  ];
  return finish({ format: "tiff", width, height, notes, image }, target);
}

/** In the order of `contentNotes`. */
function notesOf(
  format: ImageFormat,
  bytes: Uint8Array,
  metadata: Description,
  page: TiffPage | undefined,
): ContentNote[] {
  const { pages = 1, space, hasAlpha, depth, orientation = 1 } = metadata;
  const isAnimated =
    format === "png" ? isAnimatedPng(bytes) : format === "avif" ? isAvifSequence(bytes) : pages > 1;
  return [
    ...(page?.hasNext ? ["multi-page" as const] : isAnimated ? ["animated" as const] : []),
    ...(space === "cmyk" ? ["cmyk" as const] : []),
    ...(hasAlpha ? ["alpha" as const] : []),
    ...(depth === "ushort" ? ["16-bit" as const] : []),
    ...(orientation > 1 ? ["exif-rotated" as const] : []),
  ];
}

interface Description extends Pick<
  Metadata,
  "width" | "height" | "depth" | "space" | "hasAlpha" | "pages" | "orientation"
> {
  /** The image as sharp decodes it. */
  decoded: Lying;
}

async function describe(file: Uint8Array, limited: SharpOptions): Promise<Description> {
  const metadata = await sharp(file, limited).metadata();
  return { ...metadata, decoded: metadata.autoOrient };
}

function describeJpeg(jpeg: PlainJpeg): Description {
  const { width, height, orientation } = jpeg;
  const space = jpeg.isGrey ? "b-w" : "srgb";
  // Without its EXIF data sharp does not turn it.
  return { width, height, depth: "uchar", space, hasAlpha: false, orientation, decoded: jpeg };
}

async function decode(
  bytes: Uint8Array,
  { space, hasAlpha, depth, decoded }: Description,
  target: Target,
  limited: SharpOptions,
  mayHaveAlpha: boolean,
): Promise<Samples & Levels & { alpha?: Pixels }> {
  const isGrey = space === "b-w" || space === "grey16";
  const isCmyk = space === "cmyk";
  const isWide = depth === "ushort" && !isCmyk;
  const keepsAlpha = hasAlpha && mayHaveAlpha && target.background !== undefined && !isCmyk;
  const colourspace = isCmyk ? "cmyk" : isWide ? (isGrey ? "grey16" : "rgb16") : "srgb";
  // Of a grey image in grey, sharp drops transparency.
  const output =
    isGrey && keepsAlpha ? (isWide ? "rgb16" : "srgb") : isGrey && !isWide ? "b-w" : colourspace;
  const image = sharp(bytes, limited)
    .pipelineColourspace(colourspace)
    .toColourspace(output)
    .timeout({ seconds: mostSeconds });
  if (!keepsAlpha) image.removeAlpha();
  const first = shrinkFirst(decoded, target);
  // With transparency sharp would weigh colours by it while it shrinks: what is transparent would turn black.
  if (!hasAlpha && first) image.resize({ ...first, fit: "fill", kernel: "linear" });
  const { data, info } = await image
    .raw(isWide ? { depth: "ushort" } : {})
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const channels = isGrey ? 1 : 3;
  const { orientation = 1 } = decoded;
  const size = { width, height, channels, orientation } as const;
  if (isCmyk) return { ...size, pixels: fromCmyk(data), used: null };
  const values = isWide ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  const { colours, alpha } = keepsAlpha
    ? parted(values, channels, info.channels)
    : { colours: values };
  const { depth: bits = 8 } = target;
  const opacity = alpha && {
    alpha: isWide && bits === 8 ? Uint8Array.from(alpha, (value) => value >> 8) : alpha,
  };
  if (!(colours instanceof Uint16Array))
    return { ...size, pixels: colours, used: null, ...opacity };
  const full = { low: 0, high: 65_535, bits: 16 };
  const { levels, used } = toLevels(colours, target.range ?? "full", full, bits);
  return { ...size, pixels: levels, used, ...opacity };
}

/**
 * What a complaint of sharp means.
 * @param known what the file itself tells of it, where that is more
 * @throws the error, where it is not the file's fault
 */
export function judge(error: unknown, mostPixels: number, known?: string): Unusable {
  // sharp throws plain errors; any other is a mistake of ours.
  if (!(error instanceof Error) || error.name !== "Error") throw error;
  // Nor is it the file's fault where there is no memory for it.
  if (shortageIn(error) !== null) throw error;
  if (/pixel limit/i.test(error.message))
    return { reason: "too-many-pixels", detail: messages.tooManyPixels(mostPixels) };
  if (/^timeout/i.test(error.message))
    return { reason: "unreadable", detail: messages.decodeTimeout(mostSeconds) };
  if (/premature end|unexpected end|end of file|got \d+ bytes, expected/i.test(error.message))
    return { reason: "truncated", detail: messages.imageTruncated() };
  return { reason: "corrupt", detail: messages.imageCorrupt(known ?? complaint(error.message)) };
}

function isUnknownCompression(error: unknown): boolean {
  return (
    error instanceof Error &&
    /support is not configured|decoding is not implemented/i.test(error.message)
  );
}

/** Remarks that no file is refused for, and words of a decoder that has none. */
const remarks =
  /set_get_field_type|unknown field|incorrect count for field|invalid TIFF directory/i;
const empty =
  /^(?:unknown error|.*\bread error|.*unsupported image format|.*has corrupt header:?|)$/i;

/** What a decoder complained of last, on one short line, in its own words where it has any. */
function complaint(message: string): string {
  const lines = message
    .trim()
    .split("\n")
    .map((line) =>
      line
        .replace(/^Input buffer has corrupt header:\s*|^Input file[^:]*:\s*/, "")
        .replace(/^\w+: /, "")
        .trim(),
    )
    .filter((line) => !remarks.test(line) && !empty.test(line));
  return lines.at(-1)?.slice(0, 120) ?? "its header is damaged";
}
