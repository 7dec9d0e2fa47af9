import { joined } from "../../../arrays.ts";
import { DecodeError } from "../../decode/decode-error.ts";
import { hasHoles } from "../../decode/jpeg-holes.ts";
import { lacksEnd } from "../../decode/jpeg-data.ts";
import { latin1 } from "../../decode/sniff.ts";
import { messages } from "../messages.ts";
import type { Picture } from "../picture.ts";
import { decodeBaseline } from "./baseline.ts";
import { type JpegHeader, readJpegHeader, requireSame } from "./frame-header.ts";

/** Says that channels are not to be changed: an Adobe segment with transform 0. */
const asTheyAre = Uint8Array.from([
  0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0,
]);

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
  const file = joined([start!, ...(isGrey ? [] : [asTheyAre]), ...tables, header.scan]);
  const pixels = await decodeBaseline(file, picture);
  if (pixels?.length !== picture.width * picture.height * picture.samples)
    throw new DecodeError("corrupt", messages.dicomFrameNot("JPEG"));
  const { width, height, samples: channels } = picture;
  if (hasHoles({ width, height, channels, pixels }, file))
    throw new DecodeError("truncated", messages.dicomFrameCut());
  return { values: pixels, isYbr: isYbr(header, picture) };
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
