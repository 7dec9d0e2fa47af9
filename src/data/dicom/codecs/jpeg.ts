import sharp from "sharp";
import { DecodeError } from "../../decode/decode-error.ts";
import { hasHoles } from "../../decode/jpeg-holes.ts";
import { lacksEnd } from "../../decode/jpeg-data.ts";
import { latin1 } from "../../decode/sniff.ts";
import { messages } from "../../messages.ts";
import type { Picture } from "../picture.ts";
import { type JpegHeader, readJpegHeader, requireSame } from "./frame-header.ts";

/** Says that channels are not to be changed: an Adobe segment with transform 0. */
const asTheyAre = Uint8Array.from([
  0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0,
]);
const mostSeconds = 30;

/**
 * A frame of baseline JPEG, by libjpeg as any JPEG file: its channels as they are, for the DICOM file says what they are.
 *
 * @returns [height, width, samples], and whether three channels are luma and chroma
 * @throws DecodeError
 */
export async function decodeJpeg(
  frame: Uint8Array,
  picture: Picture,
): Promise<{ values: Uint8Array; isYbr: boolean }> {
  const header = readJpegHeader(frame);
  requireSame(header, picture, "JPEG");
  if (header.precision !== 8 || ![0xc0, 0xc1, 0xc2].includes(header.marker))
    throw new DecodeError("unsupported-format", messages.dicomJpegKind(header.precision));
  if (lacksEnd(frame)) throw new DecodeError("truncated", messages.dicomFrameCut());
  const isGrey = header.samples === 1;
  const [start, ...tables] = header.tables;
  const file = Buffer.concat([start!, ...(isGrey ? [] : [asTheyAre]), ...tables, header.scan]);
  const { width, height } = picture;
  try {
    const { data, info } = await sharp(file, {
      failOn: "error",
      ignoreIcc: true,
      limitInputPixels: width * height,
    })
      .toColourspace(isGrey ? "b-w" : "srgb")
      .timeout({ seconds: mostSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== picture.samples || info.width !== width || info.height !== height)
      throw new DecodeError("corrupt", messages.dicomFrameNot("JPEG"));
    const image = { width, height, channels: picture.samples, pixels: new Uint8Array(data) };
    if (hasHoles(image, file)) throw new DecodeError("truncated", messages.dicomFrameCut());
    return { values: image.pixels, isYbr: isYbr(header, picture) };
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const { judge } = await import("../../decode/with-sharp.ts");
    const { reason, detail } = judge(error, width * height);
    throw reason === "truncated"
      ? new DecodeError("truncated", messages.dicomFrameCut())
      : new DecodeError("corrupt", detail);
  }
}

/** Where the file and its frame say otherwise, the frame is believed. */
function isYbr(
  { components, hasJfif, adobeTransform }: JpegHeader,
  { photometric }: Picture,
): boolean {
  const names = latin1(Uint8Array.from(components));
  if (names === "RGB" || names === "rgb") return false;
  if (hasJfif) return true;
  if (adobeTransform !== null) return adobeTransform === 1;
  return photometric !== "RGB";
}
