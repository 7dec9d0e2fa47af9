import { Decoder } from "jpeg-lossless-decoder-js";
import { DecodeError } from "../../decode/decode-error.ts";
import { lacksEnd } from "../../decode/jpeg-data.ts";
import { messages } from "../../messages.ts";
import type { Numbers } from "../native.ts";
import type { Picture } from "../picture.ts";
import { readJpegHeader, requireSame } from "./frame-header.ts";

/**
 * A frame of lossless JPEG, of any of its predictors.
 * @returns [height, width, samples], without a sign
 * @throws DecodeError
 */
export function decodeLosslessJpeg(frame: Uint8Array, picture: Picture): Numbers {
  const header = readJpegHeader(frame);
  requireSame(header, picture, "JPEG");
  const { precision, samples, marker } = header;
  const isWide = precision > 8;
  if (marker !== 0xc3 || precision < 2 || precision > 16 || (isWide && samples > 1))
    throw new DecodeError("unsupported-format", messages.dicomJpegKind(precision));
  // The decoder goes on without data.
  if (lacksEnd(frame)) throw new DecodeError("truncated", messages.dicomFrameCut());
  const own = new Uint8Array(frame);
  try {
    const decoded = new Decoder().decode(own.buffer, 0, own.length, isWide ? 2 : 1);
    const { buffer, byteOffset, byteLength } = decoded as Uint8Array<ArrayBuffer>;
    const area = picture.width * picture.height * samples;
    if (byteLength !== area * (isWide ? 2 : 1)) throw new Error("not all of its pixels");
    return isWide
      ? new Uint16Array(buffer, byteOffset, area)
      : new Uint8Array(buffer, byteOffset, area);
  } catch {
    throw new DecodeError("corrupt", messages.dicomFrameNot("lossless JPEG"));
  }
}
