import sharp, { type Sharp, type SharpOptions } from "sharp";
import { messages } from "../messages.ts";
import type { ExclusionReason } from "../run/layout.ts";
import { NetpbmError, readNetpbm } from "./netpbm.ts";
import { type ImageFormat, sniff } from "./sniff.ts";
import { endsEarly } from "./truncation.ts";

/** What every image of an experiment becomes. */
export interface Target {
  height: number;
  width: number;
  /** 1 is grey, 3 is red, green and blue. */
  channels: 1 | 3;
}

export type Verdict =
  | {
      /** [height, width, channels] of the target, values 0 to 255. */
      pixels: Uint8Array;
      /** The file's format, and its size in pixels before the change of size, as stored. */
      info: { format: ImageFormat; width: number; height: number };
    }
  | Unusable;

/** Why a file cannot be used: a word for programs, a sentence for people. */
export interface Unusable {
  reason: ExclusionReason;
  detail: string;
}

const mostPixels = 50_000_000;
const mostSeconds = 30;

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
 * EXIF orientation is followed, 16 bits are scaled to 8, transparency is dropped (the colour beneath it stays),
 * of an animation the first frame is taken.
 *
 * @param bytes the whole file, of any content
 */
export async function decodeImage(
  bytes: Uint8Array,
  target: Target,
): Promise<Verdict> {
  if (bytes.length === 0)
    return { reason: "empty", detail: messages.fileEmpty };
  const sniffed = sniff(bytes);
  if (sniffed === undefined)
    return { reason: "not-an-image", detail: messages.notAnImage };
  if ("unsupported" in sniffed) {
    return {
      reason: "unsupported-format",
      detail: messages.formatUnsupported(sniffed.unsupported),
    };
  }
  const { format } = sniffed;
  try {
    if (format === "netpbm") {
      const { pixels, ...raw } = readNetpbm(bytes, mostPixels);
      const { width, height } = raw;
      return {
        pixels: await render(sharp(pixels, { raw }), target),
        info: { format, width, height },
      };
    }
    if (endsEarly(format, bytes))
      return { reason: "truncated", detail: messages.fileTruncated };
    const image = sharp(bytes, options);
    const { width, height, depth, hasAlpha } = await image.metadata();
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
    const pixels = await render(
      hasAlpha ? await dropAlpha(image) : image,
      target,
    );
    return { pixels, info: { format, width, height } };
  } catch (error) {
    return judge(error);
  }
}

/** Before the change of size: there, sharp would weigh colours by their opacity, and what is transparent turns black. */
async function dropAlpha(image: Sharp): Promise<Sharp> {
  const { data, info } = await image
    .removeAlpha()
    .raw()
    .timeout({ seconds: mostSeconds })
    .toBuffer({ resolveWithObject: true });
  return sharp(data, {
    raw: { width: info.width, height: info.height, channels: info.channels },
  });
}

async function render(
  image: Sharp,
  { height, width, channels }: Target,
): Promise<Uint8Array> {
  const pixels = await image
    // Shrinking a JPEG while it is decoded is faster, and moves values further from those of a plain decoder.
    .resize({
      width,
      height,
      fit: "fill",
      kernel: "linear",
      fastShrinkOnLoad: false,
    })
    .toColourspace("srgb")
    .timeout({ seconds: mostSeconds })
    .raw()
    .toBuffer();
  return channels === 3 ? pixels : toGrey(pixels);
}

/** Luma of ITU-R BT.601 as Pillow computes it. Own code: sharp's grey goes through linear light and differs. */
function toGrey(rgb: Uint8Array): Uint8Array {
  const grey = new Uint8Array(rgb.length / 3);
  for (let index = 0, at = 0; index < grey.length; index++, at += 3) {
    grey[index] =
      (19595 * rgb[at]! + 38470 * rgb[at + 1]! + 7471 * rgb[at + 2]! + 32768) >>
      16;
  }
  return grey;
}

/** What a decoder's complaint means. */
function judge(error: unknown): Unusable {
  if (error instanceof NetpbmError) {
    if (error.kind === "too-many-pixels")
      return { reason: error.kind, detail: messages.tooManyPixels(mostPixels) };
    return { reason: error.kind, detail: messages.fileCorrupt(error.message) };
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
  if (
    /premature end|unexpected end|end of file|got \d+ bytes, expected/i.test(
      error.message,
    )
  ) {
    return { reason: "truncated", detail: messages.fileTruncated };
  }
  return {
    reason: "corrupt",
    detail: messages.fileCorrupt(complaint(error.message)),
  };
}

/** The first thing that a decoder complained of, on one short line. */
function complaint(message: string): string {
  const line = message
    .replace(/^Input buffer has corrupt header:/, "")
    .trim()
    .split("\n")[0]!;
  return line.slice(0, 120) || "its header is damaged";
}
