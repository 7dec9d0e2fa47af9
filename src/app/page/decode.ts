import { readBmp } from "../../data/decode/bmp.ts";
import type { Alpha } from "../../data/decode/colour.ts";
import { endsEarly } from "../../data/decode/container.ts";
import { DecodeError } from "../../data/decode/decode-error.ts";
import { readGif } from "../../data/decode/gif.ts";
import { EXACT_PIXELS, intoTarget } from "../../data/decode/into-target.ts";
import { hasHoles } from "../../data/decode/jpeg-holes.ts";
import { readPlainJpeg } from "../../data/decode/jpeg.ts";
import { readNetpbm } from "../../data/decode/netpbm.ts";
import type { Samples } from "../../data/decode/samples.ts";
import { type ImageFormat, sniff } from "../../data/decode/sniff.ts";
import { judge, maxPixelsOf, type Target } from "../../data/decode/verdict.ts";
import { messages as dataMessages } from "../../data/messages.ts";
import { messages } from "../messages.ts";
import { readPng } from "./png.ts";
import type { Prepared, Refused } from "./protocol.ts";

type Decoded = { image: Samples; alpha?: Alpha | undefined; remarks?: string[] };

/**
 * What `exp predict` makes of a file, with the browser's decoders where there are none of Lamina's own: for JPEG, WebP and
 * AVIF. What would not come out the same is refused, or remarked.
 */
export async function prepareFile(bytes: Uint8Array, target: Target): Promise<Prepared | Refused> {
  if (bytes.length === 0) return { refused: dataMessages.imageFileEmpty() };
  const sniffed = sniff(bytes);
  if (sniffed === undefined) return { refused: dataMessages.notAnImage() };
  if ("unsupported" in sniffed)
    return { refused: dataMessages.formatUnsupported(sniffed.unsupported) };
  const { format } = sniffed;
  if (endsEarly(format, bytes)) return { refused: dataMessages.imageTruncated() };
  const mostPixels = maxPixelsOf(target);
  try {
    const decoded = await decode(format, bytes, target, mostPixels);
    if ("refused" in decoded) return decoded;
    const { image, remarks = [] } = decoded;
    const isLarge = image.width * image.height > EXACT_PIXELS;
    const { pixels } = intoTarget(decoded, target);
    return {
      pixels: pixels.slice(),
      remarks: isLarge ? [...remarks, messages.largeImage()] : remarks,
    };
  } catch (error) {
    if (error instanceof DecodeError) return { refused: judge(error, mostPixels).detail };
    throw error;
  }
}

async function decode(
  format: ImageFormat,
  bytes: Uint8Array,
  { range, background }: Target,
  mostPixels: number,
): Promise<Decoded | Refused> {
  if (format === "netpbm") return { image: readNetpbm(bytes, mostPixels, range) };
  if (format === "bmp") return withAlpha(readBmp(bytes, mostPixels));
  if (format === "gif") return withAlpha(readGif(bytes, mostPixels));
  if (format === "png") return withAlpha(await readPng(bytes, mostPixels, range));
  if (format === "jpeg") return decodeJpeg(bytes, mostPixels);
  if (format !== "webp" && format !== "avif") return { refused: messages.formatNotHere(format) };
  const { width, height, data } = await byBrowser([bytes], `image/${format}`, mostPixels);
  const isOpaque = data.every((value, at) => at % 4 < 3 || value === 255);
  if (!isOpaque) return { refused: messages.transparentNotHere(format, background !== undefined) };
  const image = { width, height, channels: 3 as const, pixels: coloursOf(data, 3) };
  return { image, remarks: format === "avif" ? [messages.avifDiffers()] : [] };
}

function withAlpha({ alpha, ...image }: Samples & { alpha?: Alpha }): Decoded {
  return { image, alpha };
}

async function decodeJpeg(bytes: Uint8Array, mostPixels: number): Promise<Decoded | Refused> {
  const jpeg = readPlainJpeg(bytes);
  if (!jpeg) return { refused: messages.jpegNotHere() };
  if (jpeg.width * jpeg.height > mostPixels) throw new DecodeError("too-many-pixels", "");
  const { width, height, data } = await byBrowser(jpeg.stripped(), "image/jpeg", mostPixels);
  const channels = jpeg.isGrey ? 1 : 3;
  const image = { width, height, channels, pixels: coloursOf(data, channels) } as const;
  if (hasHoles(image, bytes)) return { refused: dataMessages.imageTruncated() };
  return { image: { ...image, orientation: jpeg.orientation } };
}

/** @returns red, green, blue and opacity of each pixel, as they are stored: no colour profile is applied */
async function byBrowser(
  parts: readonly Uint8Array[],
  type: string,
  mostPixels: number,
): Promise<ImageData> {
  // In one part: Firefox decodes no image from a Blob of several.
  const whole = await new Blob([...parts] as BlobPart[]).arrayBuffer();
  const file = new Blob([whole], { type });
  const bitmap = await createImageBitmap(file, {
    colorSpaceConversion: "none",
    premultiplyAlpha: "none",
  }).catch(() => {
    throw new DecodeError("corrupt", messages.browserCannot(type));
  });
  const { width, height } = bitmap;
  if (width * height > mostPixels) throw new DecodeError("too-many-pixels", "");
  try {
    const canvas = new OffscreenCanvas(width, height).getContext("2d", {
      willReadFrequently: true,
    });
    if (!canvas) throw new DecodeError("unsupported-format", messages.tooLargeForBrowser());
    canvas.drawImage(bitmap, 0, 0);
    return canvas.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

function coloursOf(data: Uint8ClampedArray, channels: 1 | 3): Uint8Array {
  const pixels = new Uint8Array((data.length / 4) * channels);
  for (let from = 0, to = 0; from < data.length; from += 4)
    for (let channel = 0; channel < channels; channel++) pixels[to++] = data[from + channel]!;
  return pixels;
}
