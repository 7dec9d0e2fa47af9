import factory from "@cornerstonejs/codec-charls/decodewasmjs";
import { DecodeError } from "../../decode/decode-error.ts";
import { lacksEnd } from "../../decode/jpeg-data.ts";
import { messages } from "../messages.ts";
import { interleave, type Numbers } from "../native.ts";
import type { Picture } from "../picture.ts";
import { readJpegHeader, requireSame } from "./frame-header.ts";
import { compiled } from "./compiled.ts";
import { decodeWith, instance, type WasmDecoder, type WasmFactory } from "./wasm.ts";

interface CharLs {
  JpegLSDecoder: new () => WasmDecoder & { getInterleaveMode(): number };
}

const module = compiled("@cornerstonejs/codec-charls/decodewasm");

/**
 * A frame of JPEG-LS, by CharLS.
 * @returns [height, width, samples], without a sign, and the bits that each has
 * @throws DecodeError
 */
export async function decodeJpegLs(
  frame: Uint8Array,
  picture: Picture,
): Promise<{ values: Numbers; precision: number }> {
  const header = readJpegHeader(frame);
  requireSame(header, picture, "JPEG-LS");
  const { width, height, samples, precision, marker } = header;
  const wrong = new DecodeError("corrupt", messages.dicomFrameNot("JPEG-LS"));
  if (marker !== 0xf7 || precision < 2 || precision > 16) throw wrong;
  // CharLS looks for the end of what was cut short for ever.
  if (lacksEnd(frame)) throw new DecodeError("truncated", messages.dicomFrameCut());
  const { JpegLSDecoder } = await instance(factory as WasmFactory<CharLs>, module);
  const decoder = new JpegLSDecoder();
  const decoded = decodeWith(decoder, frame);
  const count = width * height * samples;
  const size = precision > 8 ? 2 : 1;
  if (decoded?.bytes.length !== count * size) throw wrong;
  const { bytes } = decoded;
  const values = size === 2 ? new Uint16Array(bytes.buffer) : bytes;
  // The bytes of the scan's header: how the channels lie comes before the last.
  const scan = header.scan;
  const mode = scan[4 + 1 + 2 * scan[4]! + 1];
  return { values: samples > 1 && mode === 0 ? interleave(values, samples) : values, precision };
}
