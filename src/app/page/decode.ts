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
import { type ImageFormat, isDicom, sniff } from "../../data/decode/sniff.ts";
import { judge, maxPixelsOf, type Target } from "../../data/decode/verdict.ts";
import { messages as dataMessages } from "../../data/decode/messages.ts";
import { whyAbsent } from "../../data/dicom/possible-frames.ts";
import { DicomReader } from "../../data/dicom/reader.ts";
import { messages } from "../messages.ts";
import { byBrowser, coloursOf } from "./by-browser.ts";
import { readPng } from "./png.ts";
import type { FramesOfFile, Prepared, Refused } from "./protocol.ts";
import { readTiffHere } from "./tiff.ts";

type Decoded = { image: Samples; alpha?: Alpha | undefined; remarks?: string[] };

/**
 * What `exp predict` makes of a file, with the browser's decoders where there are none of Lamina's own: for JPEG, WebP and
 * AVIF. What would not come out the same is refused, or remarked.
 */
export class OpenedFile {
  #dicom: DicomReader | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly target: Target,
  ) {}

  /** @returns null where it is one image: each frame is one where the run has it so */
  frames(): FramesOfFile {
    if (this.target.dicom?.frame !== "all" || !isDicom(this.bytes)) return null;
    try {
      const count = this.#reader.count();
      const { frames, possible } = count;
      return frames === 1 ? null : { possible, absent: whyAbsent(count)?.detail ?? null };
    } catch (error) {
      if (error instanceof DecodeError) return null;
      throw error;
    }
  }

  /** @param frame from 1, where each is an image */
  async prepare(frame?: number): Promise<Prepared | Refused> {
    const { bytes, target } = this;
    if (bytes.length === 0) return { refused: dataMessages.imageFileEmpty() };
    const sniffed = sniff(bytes);
    if (sniffed === undefined) return { refused: dataMessages.notAnImage() };
    if ("unsupported" in sniffed)
      return { refused: dataMessages.formatUnsupported(sniffed.unsupported) };
    const { format } = sniffed;
    if (endsEarly(format, bytes)) return { refused: dataMessages.imageTruncated() };
    const mostPixels = maxPixelsOf(target);
    try {
      const decoded =
        format === "dicom"
          ? await this.#reader.read(frame)
          : await decode(format, bytes, target, mostPixels);
      if ("refused" in decoded) return decoded;
      const { image, remarks = [] } = decoded as Decoded;
      // DICOM files are resized in one step in a run, too.
      const isLarge = image.width * image.height > EXACT_PIXELS && format !== "dicom";
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

  get #reader(): DicomReader {
    return (this.#dicom ??= new DicomReader(this.bytes, this.target));
  }
}

export function prepareFile(bytes: Uint8Array, target: Target): Promise<Prepared | Refused> {
  return new OpenedFile(bytes, target).prepare();
}

async function decode(
  format: Exclude<ImageFormat, "dicom">,
  bytes: Uint8Array,
  target: Target,
  mostPixels: number,
): Promise<Decoded | Refused> {
  const { range, background, depth } = target;
  if (format === "netpbm") return { image: readNetpbm(bytes, mostPixels, range, depth) };
  if (format === "bmp") return withAlpha(readBmp(bytes, mostPixels));
  if (format === "gif") return withAlpha(readGif(bytes, mostPixels));
  if (format === "png") return withAlpha(await readPng(bytes, mostPixels, range, depth));
  if (format === "jpeg") return decodeJpeg(bytes, mostPixels);
  if (format === "tiff") return tiffHere(bytes, target);
  const { width, height, data } = await byBrowser([bytes], `image/${format}`, mostPixels);
  const isOpaque = data.every((value, at) => at % 4 < 3 || value === 255);
  if (!isOpaque) return { refused: messages.transparentNotHere(format, background !== undefined) };
  const image = { width, height, channels: 3 as const, pixels: coloursOf(data, 3) };
  return { image, remarks: format === "avif" ? [messages.avifDiffers()] : [] };
}

function tiffHere(bytes: Uint8Array, target: Target): Decoded {
  const decoded = withAlpha(readTiffHere(bytes, target));
  return decoded.alpha?.isPremultiplied
    ? { ...decoded, remarks: [messages.alphaDiffers()] }
    : decoded;
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
