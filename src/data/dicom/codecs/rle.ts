import { DecodeError } from "../../decode/decode-error.ts";
import { messages } from "../messages.ts";
import { interleave, type Numbers } from "../native.ts";
import type { Picture } from "../picture.ts";

const HEADER = 64;
const MOST_GAIN = 64;

/**
 * DICOM's run-length encoding: a segment of PackBits for each byte of each channel, the highest byte first.
 * The format: https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_G
 *
 * @returns [height, width, samples], as they are stored
 * @throws DecodeError
 */
export function decodeRle(
  frame: Uint8Array,
  { width, height, samples, allocated }: Picture,
): Numbers {
  if (allocated === 1) throw new DecodeError("unsupported-format", messages.dicomBits(1));
  if (frame.length < HEADER) throw new DecodeError("truncated", messages.dicomFrameCut());
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const width8 = allocated / 8;
  const count = samples * width8;
  const found = view.getUint32(0, true);
  if (found !== count) throw new DecodeError("corrupt", messages.dicomSegments(found, count));
  const area = width * height;
  // Two bytes stand for 128 at most: no memory is reserved for what cannot be there.
  if (frame.length * MOST_GAIN < area * count)
    throw new DecodeError(
      "truncated",
      messages.dicomPixelsCut(frame.length, Math.ceil((area * count) / MOST_GAIN)),
    );
  // Plane after plane, of each value the lowest byte first.
  const bytes = new Uint8Array(area * count);
  for (let segment = 0; segment < count; segment++) {
    const from = view.getUint32(4 + segment * 4, true);
    const next = segment + 1 < count ? view.getUint32(8 + segment * 4, true) : frame.length;
    if (from < HEADER || from > frame.length || next < from)
      throw new DecodeError("corrupt", messages.dicomSegments(segment + 1, count));
    const plane = Math.floor(segment / width8);
    const byte = width8 - 1 - (segment % width8);
    const packed = frame.subarray(from, Math.min(next, frame.length));
    const unpacked = unpack(packed, bytes, plane * area * width8 + byte, width8, area);
    if (unpacked < area)
      throw new DecodeError("truncated", messages.dicomPixelsCut(unpacked, area));
  }
  const values =
    allocated === 8
      ? bytes
      : allocated === 16
        ? new Uint16Array(bytes.buffer)
        : new Uint32Array(bytes.buffer);
  return samples === 1 ? values : interleave(values, samples);
}

/** @returns how many bytes there were, at most `count` */
function unpack(
  packed: Uint8Array,
  into: Uint8Array,
  start: number,
  step: number,
  count: number,
): number {
  let [from, done] = [0, 0];
  while (done < count && from < packed.length) {
    const head = packed[from++]!;
    if (head === 128) continue;
    const isRun = head > 128;
    const length = isRun ? 257 - head : head + 1;
    const end = Math.min(done + length, count);
    if (!isRun && from + (end - done) > packed.length) return done;
    if (isRun && from >= packed.length) return done;
    for (let at = from; done < end; done++)
      into[start + done * step] = packed[isRun ? from : at++]!;
    from += isRun ? 1 : length;
  }
  return done;
}
