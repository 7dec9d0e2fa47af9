import type { Depth } from "../../pixels.ts";
import { DecodeError } from "./decode-error.ts";
import { type LevelRange, type Levels, toLevels } from "./levels.ts";
import type { Samples } from "./samples.ts";

const space = new Set([9, 10, 11, 12, 13, 32]);
const hash = 35;
const newline = 10;
const zero = 48;

/**
 * Reads PBM, PGM and PPM, plain (P1 to P3) and raw (P4 to P6), of up to 16 bits, the first image of the file.
 * Values are black to white: the file's 0 to its stated largest value, in proportion. Of files with one up to 255 they are
 * of 8 bits.
 * The format: https://netpbm.sourceforge.net/doc/pgm.html
 *
 * @throws DecodeError
 */
export function readNetpbm(
  bytes: Uint8Array,
  mostPixels: number,
  range: LevelRange = "full",
  depth: Depth = 8,
): Samples & Levels {
  const kind = bytes[1]! - zero;
  const isBitmap = kind === 1 || kind === 4;
  const channels = kind === 3 || kind === 6 ? 3 : 1;
  let position = 2;

  const width = readNumber("the width");
  const height = readNumber("the height");
  const largest = isBitmap ? 1 : readNumber("the largest value");
  if (width < 1 || height < 1)
    throw new DecodeError("corrupt", `an image of ${width}x${height} pixels`);
  if (largest < 1 || largest > 65535)
    throw new DecodeError("corrupt", `a largest value of ${largest}`);
  if (width * height > mostPixels)
    throw new DecodeError("too-many-pixels", `${width}x${height} pixels`);

  const length = width * height * channels;
  if (kind > 3) position++; // one white space after the header
  if (largest > 255) {
    const values = kind > 4 ? readWide() : readPlainWide();
    const { levels, used } = toLevels(values, range, { low: 0, high: largest, bits: 16 }, depth);
    return { width, height, channels, pixels: levels, used };
  }
  const pixels = kind === 4 ? readBits() : kind > 4 ? readRaw() : readPlain();
  return { width, height, channels, pixels, used: null };

  function readNumber(what: string, digits = 10): number {
    for (;;) {
      const byte = bytes[position];
      if (byte === hash) {
        const end = bytes.indexOf(newline, position);
        position = end === -1 ? bytes.length : end;
      } else if (byte === undefined || !space.has(byte)) break;
      position++;
    }
    const start = position;
    let number = 0;
    while (position < bytes.length && position - start < digits) {
      const digit = bytes[position]! - zero;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
      position++;
    }
    if (position > start) return number;
    if (position >= bytes.length) throw new DecodeError("truncated", `no bytes left for ${what}`);
    throw new DecodeError("corrupt", `${what} is not a number`);
  }

  function readRaw(): Uint8Array {
    requireBytes(length);
    if (largest === 255) return bytes.subarray(position, position + length);
    return Uint8Array.from({ length }, (_, index) => scale(bytes[position + index]!));
  }

  function readWide(): Uint16Array {
    requireBytes(length * 2);
    return Uint16Array.from({ length }, (_, index) => {
      const at = position + index * 2;
      return checked(bytes[at]! * 256 + bytes[at + 1]!);
    });
  }

  function readPlainWide(): Uint16Array {
    return Uint16Array.from({ length }, () => checked(readNumber("a pixel")));
  }

  function readPlain(): Uint8Array {
    // Digits of a bitmap may stand without space between them.
    return Uint8Array.from({ length }, () => scale(readNumber("a pixel", isBitmap ? 1 : 10)));
  }

  /** Rows of bits, padded to whole bytes. */
  function readBits(): Uint8Array {
    const stride = Math.ceil(width / 8);
    requireBytes(stride * height);
    return Uint8Array.from({ length }, (_, index) => {
      const column = index % width;
      const byte = bytes[position + Math.floor(index / width) * stride + (column >> 3)]!;
      return scale((byte >> (7 - (column & 7))) & 1);
    });
  }

  function requireBytes(needed: number): void {
    const found = bytes.length - position;
    if (found < needed) throw new DecodeError("truncated", `${found} of ${needed} bytes of pixels`);
  }

  function checked(sample: number): number {
    if (sample > largest)
      throw new DecodeError("corrupt", `a value of ${sample} where ${largest} is the largest`);
    return sample;
  }

  function scale(sample: number): number {
    checked(sample);
    // 1 is black in a bitmap and white elsewhere.
    return isBitmap ? 255 * (1 - sample) : Math.round((sample * 255) / largest);
  }
}
