import sharp, { type Metadata, type SharpOptions } from "sharp";
import { messages } from "../../messages.ts";
import type { ContentNote, ExclusionReason } from "../../run/layout.ts";
import { clahe, type ClaheSettings } from "./clahe.ts";
import { BmpError, readBmp } from "./bmp.ts";
import { toColour, toGrey } from "./colour.ts";
import { endsEarly, isAnimatedPng, isBareYcbcr } from "./container.ts";
import { factsOf, type Decoded, type ImageFacts } from "./facts.ts";
import { readPlainJpeg, type PlainJpeg } from "./jpeg.ts";
import { NetpbmError, readNetpbm } from "./netpbm.ts";
import { readPlainPng } from "./png.ts";
import { resize, type Samples } from "./resize.ts";
import { type ImageFormat, sniff } from "./sniff.ts";

/** What every image of an experiment becomes. */
export interface Target {
  height: number;
  width: number;
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
  /** Grey images only: their contrast is evened out last. */
  clahe?: ClaheSettings;
}

export type Verdict = Usable | Unusable;

export interface Usable extends ImageFacts {
  /** [height, width, channels] of the target, values 0 to 255. */
  pixels: Uint8Array;
}

/** Why a file cannot be used: a word for programs, a sentence for people. */
export interface Unusable {
  reason: ExclusionReason;
  detail: string;
}

const mostPixels = 50_000_000;
/** Of a PNG file that is decoded here and not by sharp, on another thread: that takes longer from about this size. */
const fewPixels = 60_000;
const mostSeconds = 30;
/**
 * Images from twice this many times the target are first shrunk by libvips to at least this many times: faster and in
 * less memory. Values then differ from those of one step by less than 1 on average, and by a few at edges.
 */
const spare = 3;

const options: SharpOptions = {
  failOn: "error",
  limitInputPixels: mostPixels,
  autoOrient: true,
  // Pixels are what the file holds, as in Pillow: a colour profile is not applied.
  ignoreIcc: true,
  pages: 1,
};

/**
 * Decodes one image and stretches it to the target: bilinear, averaged where it shrinks, the aspect ratio not kept.
 * EXIF orientation is followed, 16 bits are scaled to 8, transparency is dropped (the colour beneath it stays; what a
 * GIF leaves open is black), of an animation the first frame is taken.
 *
 * @param bytes the whole file, of any content
 */
export async function decodeImage(bytes: Uint8Array, target: Target): Promise<Verdict> {
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
  if (endsEarly(format, bytes)) return { reason: "truncated", detail: messages.imageTruncated() };
  if (format === "tiff" && isBareYcbcr(bytes))
    return {
      reason: "unsupported-format",
      detail: messages.ycbcrUnsupported(),
    };
  try {
    if (format === "netpbm") {
      const { isWide, ...image } = readNetpbm(bytes, mostPixels);
      return finish({ ...image, format, notes: isWide ? ["16-bit"] : [], image }, target);
    }
    if (format === "bmp") {
      const { hasAlpha, ...image } = readBmp(bytes, mostPixels);
      return finish({ ...image, format, notes: hasAlpha ? ["alpha"] : [], image }, target);
    }
    const png = format === "png" ? readPlainPng(bytes, fewPixels) : undefined;
    if (png && !shrinkFirst(png, target)) {
      const { width, height } = png;
      return finish({ format, width, height, notes: [], image: png }, target);
    }
    const jpeg = format === "jpeg" ? readPlainJpeg(bytes) : undefined;
    const metadata = jpeg ? describeJpeg(jpeg) : await sharp(bytes, options).metadata();
    const { width, height, depth } = metadata;
    if (width * height > mostPixels)
      return {
        reason: "too-many-pixels",
        detail: messages.tooManyPixels(mostPixels),
      };
    if (depth !== "uchar" && depth !== "ushort") {
      return {
        reason: "unsupported-format",
        detail: messages.samplesUnsupported(depth),
      };
    }
    const image = await decode(jpeg?.bytes ?? bytes, metadata, target);
    const notes = notesOf(format, bytes, metadata);
    return finish({ format, width, height, notes, image }, target);
  } catch (error) {
    return judge(error);
  }
}

function finish(decoded: Omit<Decoded, "pixels">, target: Target): Usable {
  const pixels = fit(decoded.image, target);
  return { pixels, ...factsOf({ ...decoded, pixels }, target) };
}

/** In the order of `contentNotes`. */
function notesOf(format: ImageFormat, bytes: Uint8Array, metadata: Description): ContentNote[] {
  const { pages = 1, space, hasAlpha, depth, orientation = 1 } = metadata;
  const isAnimated = format === "png" ? isAnimatedPng(bytes) : pages > 1;
  return [
    ...(isAnimated ? [format === "tiff" ? ("multi-page" as const) : ("animated" as const)] : []),
    ...(space === "cmyk" ? ["cmyk" as const] : []),
    ...(hasAlpha ? ["alpha" as const] : []),
    ...(depth === "ushort" ? ["16-bit" as const] : []),
    ...(orientation > 1 ? ["exif-rotated" as const] : []),
  ];
}

type Description = Pick<
  Metadata,
  "width" | "height" | "depth" | "space" | "hasAlpha" | "autoOrient" | "pages" | "orientation"
>;

function describeJpeg({ width, height, isGrey }: PlainJpeg): Description {
  const space = isGrey ? "b-w" : "srgb";
  return { width, height, depth: "uchar", space, hasAlpha: false, autoOrient: { width, height } };
}

async function decode(
  bytes: Uint8Array,
  { space, hasAlpha, autoOrient }: Description,
  target: Target,
): Promise<Samples> {
  const isGrey = space === "b-w" || space === "grey16";
  const image = sharp(bytes, options)
    .toColourspace(isGrey ? "b-w" : "srgb")
    .removeAlpha()
    .timeout({ seconds: mostSeconds });
  const first = shrinkFirst(autoOrient, target);
  // With transparency sharp would weigh colours by it while it shrinks: what is transparent would turn black.
  if (!hasAlpha && first) image.resize({ ...first, fit: "fill", kernel: "linear" });
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    channels: isGrey ? 1 : 3,
    pixels: data,
  };
}

/** The size to which libvips shrinks an image first, where it is that much larger than the target. */
function shrinkFirst({ width, height }: { width: number; height: number }, target: Target) {
  const across = Math.floor(width / target.width / spare);
  const down = Math.floor(height / target.height / spare);
  if (across <= 1 && down <= 1) return undefined;
  return {
    width: Math.ceil(width / Math.max(across, 1)),
    height: Math.ceil(height / Math.max(down, 1)),
  };
}

function fit(image: Samples, target: Target): Uint8Array {
  const pixels = stretch(image, target);
  return target.clahe ? clahe(pixels, target, target.clahe) : pixels;
}

/** Grey before and colour after the change of size: it then has one channel to do. */
function stretch(image: Samples, target: Target): Uint8Array {
  if (image.channels === target.channels) return resize(image, target).pixels;
  return image.channels === 3
    ? resize(toGrey(image), target).pixels
    : toColour(resize(image, target)).pixels;
}

/** What a decoder's complaint means. */
function judge(error: unknown): Unusable {
  if (error instanceof NetpbmError) {
    if (error.kind === "too-many-pixels")
      return { reason: error.kind, detail: messages.tooManyPixels(mostPixels) };
    return { reason: error.kind, detail: messages.imageCorrupt(error.message) };
  }
  if (error instanceof BmpError) {
    if (error.kind === "too-many-pixels")
      return { reason: error.kind, detail: messages.tooManyPixels(mostPixels) };
    if (error.kind === "unsupported")
      return { reason: "unsupported-format", detail: messages.bmpUnsupported(error.message) };
    return { reason: error.kind, detail: messages.imageCorrupt(error.message) };
  }
  // sharp throws plain errors; any other is a mistake of ours.
  if (!(error instanceof Error) || error.name !== "Error") throw error;
  if (/pixel limit/i.test(error.message)) {
    return {
      reason: "too-many-pixels",
      detail: messages.tooManyPixels(mostPixels),
    };
  }
  if (/^timeout/i.test(error.message))
    return {
      reason: "unreadable",
      detail: messages.decodeTimeout(mostSeconds),
    };
  if (/premature end|unexpected end|end of file|got \d+ bytes, expected/i.test(error.message)) {
    return { reason: "truncated", detail: messages.imageTruncated() };
  }
  return {
    reason: "corrupt",
    detail: messages.imageCorrupt(complaint(error.message)),
  };
}

/** What a decoder complained of last, after its warnings, on one short line. */
function complaint(message: string): string {
  const line = message.trim().split("\n").at(-1)!;
  const words = line.replace(/^Input buffer has corrupt header:|^\w+: /g, "");
  return words.trim().slice(0, 120) || "the header is damaged";
}
