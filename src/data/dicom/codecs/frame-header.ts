import { DecodeError } from "../../decode/decode-error.ts";
import { latin1 } from "../../decode/sniff.ts";
import { messages } from "../messages.ts";
import type { Picture } from "../picture.ts";

/** What the compressed data of a frame say of themselves. */
export interface FrameHeader {
  width: number;
  height: number;
  samples: number;
  /** Bits of a value. */
  precision: number;
}

/** Of JPEG and JPEG-LS. */
export interface JpegHeader extends FrameHeader {
  /** The last byte of the frame's marker: 0xc0 is baseline, 0xc3 lossless, 0xf7 JPEG-LS. */
  marker: number;
  /** The channels' names as numbers. */
  components: number[];
  hasJfif: boolean;
  /** Of Adobe's segment: 0 is RGB, 1 YCbCr; null without one. */
  adobeTransform: number | null;
  /** The frame without segments of applications and comments: SOI and what matters of the header, */
  tables: Uint8Array[];
  /** and from where its scan begins. */
  scan: Uint8Array;
}

const [SOI, SOS, APP0, APP14, APP15, COM] = [0xd8, 0xda, 0xe0, 0xee, 0xef, 0xfe];

/** @throws DecodeError where it is no such frame, or ends before its pixels do */
export function readJpegHeader(frame: Uint8Array): JpegHeader {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame[0] !== 0xff || frame[1] !== SOI) throw notJpeg();
  const header: Omit<JpegHeader, "scan" | keyof FrameHeader | "marker" | "components"> = {
    hasJfif: false,
    adobeTransform: null,
    tables: [frame.subarray(0, 2)],
  };
  let shape: Pick<JpegHeader, keyof FrameHeader | "marker" | "components"> | undefined;
  for (let at = 2; at + 4 <= frame.length;) {
    if (frame[at] !== 0xff) throw notJpeg();
    const marker = frame[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === SOS) {
      if (!shape) throw notJpeg();
      return { ...header, ...shape, scan: frame.subarray(at) };
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > frame.length) break;
    const isFrame =
      (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) || marker === 0xf7;
    if (isFrame) {
      const samples = frame[at + 9]!;
      if (shape || end < at + 10 + samples * 3) throw notJpeg();
      shape = {
        marker,
        precision: frame[at + 4]!,
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        samples,
        components: Array.from({ length: samples }, (_, index) => frame[at + 10 + index * 3]!),
      };
    }
    const name = latin1(frame.subarray(at + 4, Math.min(end, at + 9)));
    if (marker === APP0 && name.startsWith("JFIF")) header.hasJfif = true;
    if (marker === APP14 && name === "Adobe" && end >= at + 16)
      header.adobeTransform = frame[at + 15]!;
    const isRemark = (marker >= APP0 && marker <= APP15) || marker === COM;
    if (!isRemark) header.tables.push(frame.subarray(at, end));
    at = end;
  }
  throw new DecodeError("truncated", messages.dicomFrameCut());
}

function notJpeg(): DecodeError {
  return new DecodeError("corrupt", messages.dicomFrameNot("JPEG"));
}

/** Holds a frame's own account against that of the file: a decoder reserves memory by it. @throws DecodeError */
export function requireSame(
  { width, height, samples }: FrameHeader,
  picture: Picture,
  name: string,
): void {
  if (width !== picture.width || height !== picture.height || samples !== picture.samples)
    throw new DecodeError(
      "corrupt",
      messages.dicomFrameDiffers(name, { width, height, samples }, picture),
    );
}
