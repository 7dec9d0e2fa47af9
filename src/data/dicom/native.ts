import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import type { Element } from "./elements.ts";
import type { Picture } from "./picture.ts";

export type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array;

/**
 * The values of a frame that is not compressed, as they are stored.
 *
 * @param index of the frame, from 0
 * @returns [height, width, samples], of "YBR_FULL_422" expanded
 * @throws DecodeError where the file has fewer
 */
export function nativeFrame(
  bytes: Uint8Array,
  element: Element,
  picture: Picture,
  index: number,
  littleEndian: boolean,
): Numbers {
  const { width, height, samples, allocated, photometric } = picture;
  // Of each two pixels one blue and one red.
  const isHalved = photometric === "YBR_FULL_422";
  const perPixel = isHalved ? 2 : samples;
  const count = width * height * perPixel;
  const end = Math.min(element.end, bytes.length);
  const available = end - element.start;
  const bits = count * allocated;
  const [from, to] = [(index * bits) / 8, ((index + 1) * bits) / 8];
  if (isHalved && (allocated !== 8 || width % 2 === 1))
    throw new DecodeError("unsupported-format", messages.dicomColours(photometric));
  if (Math.ceil(to) > available)
    throw new DecodeError("truncated", messages.dicomPixelsCut(available, Math.ceil(to)));
  const stored = bytes.subarray(element.start, end);
  if (allocated === 1) return unpackBits(stored, from * 8, count);
  // Bytes in words of two lie crosswise where the higher byte is first.
  const isCrossed = !littleEndian && allocated === 8 && element.vr === "OW";
  const values = isCrossed
    ? Uint8Array.from({ length: count }, (_, at) => stored[(from + at) ^ 1] ?? 0)
    : wide(stored.subarray(from, to), allocated, littleEndian);
  return isHalved ? expand(values) : picture.isPlanar ? interleave(values, samples) : values;
}

function unpackBits(stored: Uint8Array, from: number, count: number): Uint8Array {
  return Uint8Array.from(
    { length: count },
    (_, at) => (stored[(from + at) >> 3]! >> ((from + at) & 7)) & 1,
  );
}

/** A copy, as numbers without a sign. */
export function wide(stored: Uint8Array, allocated: number, littleEndian: boolean): Numbers {
  if (allocated === 8) return new Uint8Array(stored);
  const own = new Uint8Array(stored);
  if (!littleEndian) turn(own, allocated / 8);
  return allocated === 16 ? new Uint16Array(own.buffer) : new Uint32Array(own.buffer);
}

/** Words in the other order of their bytes, in their place. */
function turn(bytes: Uint8Array, width: number): void {
  for (let at = 0; at < bytes.length; at += width)
    for (let [low, high] = [at, at + width - 1]; low < high; low++, high--) {
      const byte = bytes[low]!;
      bytes[low] = bytes[high]!;
      bytes[high] = byte;
    }
}

/** Y1 Y2 B R for each two pixels as Y1 B R Y2 B R. */
function expand(values: Numbers): Uint8Array {
  const pixels = new Uint8Array((values.length / 2) * 3);
  for (let from = 0, to = 0; from < values.length; from += 4, to += 6) {
    pixels[to] = values[from]!;
    pixels[to + 3] = values[from + 1]!;
    pixels[to + 1] = pixels[to + 4] = values[from + 2]!;
    pixels[to + 2] = pixels[to + 5] = values[from + 3]!;
  }
  return pixels;
}

/** Channels that lie one after another, pixel by pixel. */
export function interleave<Kind extends Numbers>(planes: Kind, samples: number): Kind {
  const Kind = planes.constructor as new (length: number) => Kind;
  const values = new Kind(planes.length);
  const area = planes.length / samples;
  for (let plane = 0; plane < samples; plane++)
    for (let at = 0; at < area; at++) values[at * samples + plane] = planes[plane * area + at]!;
  return values;
}

/**
 * The bits that count, as numbers: what else is in a value is dropped, and the highest of them may be a sign.
 * @param values without a sign; they are used again where nothing changes
 */
export function meaningful(
  values: Numbers,
  { stored, highBit, isSigned }: Pick<Picture, "stored" | "highBit" | "isSigned">,
): Numbers {
  const width = values.BYTES_PER_ELEMENT * 8;
  if (stored >= width) return isSigned ? signed(values) : values;
  const up = 32 - highBit - 1;
  const down = 32 - stored;
  const result = isSigned ? signed(values) : values;
  if (isSigned) for (let at = 0; at < values.length; at++) result[at] = (values[at]! << up) >> down;
  else for (let at = 0; at < values.length; at++) result[at] = (values[at]! << up) >>> down;
  return result;
}

/** The same memory. */
function signed(values: Numbers): Numbers {
  const { buffer, byteOffset, length } = values;
  if (values instanceof Uint8Array) return new Int8Array(buffer, byteOffset, length);
  if (values instanceof Uint16Array) return new Int16Array(buffer, byteOffset, length);
  if (values instanceof Uint32Array) return new Int32Array(buffer, byteOffset, length);
  return values;
}
