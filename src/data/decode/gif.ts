import { DecodeError } from "./decode-error.ts";
import type { Alpha } from "./colour.ts";
import type { Samples } from "./samples.ts";

export interface Gif extends Samples {
  isAnimated: boolean;
  alpha?: Alpha;
}

const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
/** Longest code of GIF's LZW. */
const MOST_CODES = 4096;

/**
 * Reads the first frame of a GIF file on its screen, as Pillow does: transparent pixels keep the colour beneath, and what
 * the frame leaves open has the transparent colour, or that of index 0.
 * The format: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 *
 * @throws DecodeError
 */
export function readGif(bytes: Uint8Array, mostPixels: number): Gif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 13) throw new DecodeError("truncated", "the header is cut off");
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let at = 13;
  const globalColours = palette(bytes[10]!);
  let transparent: number | null = null;
  for (;;) {
    const kind = bytes[at];
    if (kind === undefined) throw new DecodeError("truncated", "no frame follows the header");
    if (kind === IMAGE) break;
    if (kind === TRAILER) throw new DecodeError("corrupt", "the file holds no frame");
    if (kind === EXTENSION) {
      if (bytes[at + 1] === GRAPHIC_CONTROL && bytes[at + 2] === 4 && (bytes[at + 3]! & 1) === 1)
        transparent = bytes[at + 6] ?? null;
      at = afterBlocks(at + 2);
    } else at++; // As Pillow: what is not known is passed over.
  }
  if (at + 10 > bytes.length) throw new DecodeError("truncated", "the first frame is cut off");
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) =>
    view.getUint16(at + offset, true),
  ) as [number, number, number, number];
  if (width === 0 || height === 0)
    throw new DecodeError("corrupt", "the first frame has no pixels");
  const flags = bytes[at + 9]!;
  at += 10;
  const colours = palette(flags) ?? globalColours;
  const whole = {
    width: Math.max(screen.width, left + width),
    height: Math.max(screen.height, top + height),
  };
  if (whole.width * whole.height > mostPixels)
    throw new DecodeError("too-many-pixels", `${whole.width}x${whole.height} pixels`);
  const indices = unpack(bytes, at, width * height);
  const isAnimated = hasAnotherFrame(afterBlocks(at + 1));

  const pixels = new Uint8Array(whole.width * whole.height * 3);
  const opacity = transparent === null ? null : new Uint8Array(whole.width * whole.height);
  const paint = (to: number, index: number) => {
    for (let channel = 0; channel < 3; channel++)
      // Without a palette an index is a grey level.
      pixels[to + channel] = colours === null ? index : (colours[index * 3 + channel] ?? 0);
    if (opacity) opacity[to / 3] = index === transparent ? 0 : 255;
  };
  if (width < whole.width || height < whole.height)
    for (let to = 0; to < pixels.length; to += 3) paint(to, transparent ?? 0);
  const rows = (flags & 0x40) === 0 ? null : interlaced(height);
  for (let row = 0; row < height; row++) {
    const y = top + (rows ? rows[row]! : row);
    for (let x = 0; x < width; x++)
      paint((y * whole.width + left + x) * 3, indices[row * width + x]!);
  }
  const alpha = opacity && { values: opacity, isPremultiplied: false };
  return { ...whole, channels: 3, pixels, isAnimated, ...(alpha && { alpha }) };

  /** The colours that lie here, where the flags say that there are some; they are passed. */
  function palette(of: number): Uint8Array | null {
    if ((of & 0x80) === 0) return null;
    const length = 3 * 2 ** ((of & 7) + 1);
    const found = bytes.subarray(at, at + length);
    at += length;
    return found;
  }

  /** Where the blocks end that begin here: each its length and so many bytes, the last of length 0. */
  function afterBlocks(from: number): number {
    let to = from;
    while (to < bytes.length && bytes[to] !== 0) to += bytes[to]! + 1;
    return to + 1;
  }

  function hasAnotherFrame(from: number): boolean {
    for (let to = from; to < bytes.length;) {
      if (bytes[to] === IMAGE) return true;
      if (bytes[to] === TRAILER) return false;
      to = bytes[to] === EXTENSION ? afterBlocks(to + 2) : to + 1;
    }
    return false;
  }
}

/** Every 8th row, those between, every 4th and every 2nd of the rest. */
function interlaced(height: number): number[] {
  const passes = [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const;
  return passes.flatMap(([first, step]) =>
    Array.from({ length: Math.ceil((height - first) / step) }, (_, row) => first + row * step),
  );
}

/** GIF's LZW: codes of growing length, in blocks. @param at of the first code's length */
function unpack(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const bits = bytes[at] ?? 0;
  if (bits < 1 || bits > 11) throw new DecodeError("corrupt", `codes of ${bits} bits`);
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const prefix = new Uint16Array(MOST_CODES);
  const last = new Uint8Array(MOST_CODES);
  const stack = new Uint8Array(MOST_CODES);
  for (let code = 0; code < clear; code++) last[code] = code;
  const indices = new Uint8Array(length);
  let [to, position, blockLeft, buffer, buffered] = [0, at + 1, 0, 0, 0];
  let [size, next, previous, first] = [bits + 1, end + 1, -1, 0];
  const readCode = (): number => {
    while (buffered < size) {
      if (blockLeft === 0) {
        blockLeft = bytes[position++] ?? 0;
        if (blockLeft === 0) return -1;
      }
      if (position >= bytes.length) return -1;
      buffer |= bytes[position++]! << buffered;
      buffered += 8;
      blockLeft--;
    }
    const code = buffer & ((1 << size) - 1);
    buffer >>>= size;
    buffered -= size;
    return code;
  };
  while (to < length) {
    const code = readCode();
    if (code === -1 || code === end)
      throw new DecodeError("truncated", `${to} of ${length} pixels of the first frame`);
    if (code === clear) {
      [size, next, previous] = [bits + 1, end + 1, -1];
      continue;
    }
    if (code > next || (code === next && previous === -1))
      throw new DecodeError("corrupt", "its compressed data (LZW) is damaged");
    let [depth, one] = [0, code];
    if (code === next) {
      stack[depth++] = first;
      one = previous;
    }
    while (one >= clear) {
      stack[depth++] = last[one]!;
      one = prefix[one]!;
    }
    first = last[one]!;
    indices[to++] = first;
    while (depth > 0 && to < length) indices[to++] = stack[--depth]!;
    if (previous !== -1 && next < MOST_CODES) {
      prefix[next] = previous;
      last[next] = first;
      next++;
      if (next === 1 << size && size < 12) size++;
    }
    previous = code;
  }
  return indices;
}
