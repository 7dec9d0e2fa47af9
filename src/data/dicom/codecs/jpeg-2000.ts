import factory from "@cornerstonejs/codec-openjpeg/decodewasmjs";
import { DecodeError } from "../../decode/decode-error.ts";
import { latin1 } from "../../decode/sniff.ts";
import { messages } from "../messages.ts";
import type { Numbers } from "../native.ts";
import type { Picture } from "../picture.ts";
import { type FrameHeader, requireSame } from "./frame-header.ts";
import { compiled } from "./compiled.ts";
import { decodeWith, instance, type WasmDecoder, type WasmFactory } from "./wasm.ts";

interface OpenJpeg {
  J2KDecoder: new () => WasmDecoder;
}

const module = compiled("@cornerstonejs/codec-openjpeg/decodewasm");

/** The markers of its start and of its size, one behind the other. */
const START = "\xff\x4f\xff\x51";
/** What may come before, where it is a JP2 file: boxes. */
const MOST_BOXES = 4096;
/** A number of 16 bits counts them. */
const MOST_TILES = 65_535;

/**
 * A frame of JPEG 2000, by OpenJPEG, which undoes its own transforms of colours.
 * @returns [height, width, samples] as its bits are, a sign among them, and how many these are
 * @throws DecodeError
 */
export async function decodeJpeg2000(
  frame: Uint8Array,
  picture: Picture,
): Promise<{ values: Numbers; precision: number; isSigned: boolean }> {
  const size = readSize(frame);
  requireSame(size, picture, "JPEG 2000");
  const { width, height, samples, precision, isSigned } = size;
  const { J2KDecoder } = await instance(factory as WasmFactory<OpenJpeg>, module);
  const decoded = decodeWith(new J2KDecoder(), frame);
  const count = width * height * samples;
  const wide = precision > 8 ? 2 : 1;
  if (
    decoded?.bytes.length !== count * wide ||
    decoded.info.width !== width ||
    decoded.info.height !== height
  )
    throw new DecodeError("corrupt", messages.dicomFrameNot("JPEG 2000"));
  const { bytes } = decoded;
  return { values: wide === 2 ? new Uint16Array(bytes.buffer) : bytes, precision, isSigned };
}

/** The SIZ segment: ISO/IEC 15444-1, A.5.1. It is held against the file before a decoder reserves memory by it. */
function readSize(frame: Uint8Array): FrameHeader & { isSigned: boolean } {
  const start = latin1(frame.subarray(0, MOST_BOXES)).indexOf(START);
  if (start === -1) throw new DecodeError("corrupt", messages.dicomFrameNot("JPEG 2000"));
  const view = new DataView(frame.buffer, frame.byteOffset + start, frame.byteLength - start);
  if (view.byteLength < 45) throw new DecodeError("truncated", messages.dicomFrameCut());
  const [right, bottom, left, top, tileWidth, tileHeight] = [8, 12, 16, 20, 24, 28].map((at) =>
    view.getUint32(at),
  ) as [number, number, number, number, number, number];
  const samples = view.getUint16(40);
  if (view.byteLength < 42 + samples * 3)
    throw new DecodeError("truncated", messages.dicomFrameCut());
  const components = Array.from({ length: samples }, (_, index) =>
    [0, 1, 2].map((at) => view.getUint8(42 + index * 3 + at)),
  );
  const [[depth] = [0]] = components;
  if (components.some(([own]) => own !== depth))
    throw new DecodeError("unsupported-format", messages.dicomMixedDepths());
  // OpenJPEG's wrapper counts such channels as whole ones, and reads past their end.
  if (components.some(([, across, down]) => across !== 1 || down !== 1))
    throw new DecodeError("unsupported-format", messages.dicomSubsampled());
  const precision = (depth! & 0x7f) + 1;
  if (precision > 16) throw new DecodeError("unsupported-format", messages.dicomBits(precision));
  const tiles = Math.ceil((right - left) / tileWidth) * Math.ceil((bottom - top) / tileHeight);
  if (!(tiles >= 1 && tiles <= MOST_TILES))
    throw new DecodeError("corrupt", messages.dicomFrameNot("JPEG 2000"));
  return { width: right - left, height: bottom - top, samples, precision, isSigned: depth! > 127 };
}
