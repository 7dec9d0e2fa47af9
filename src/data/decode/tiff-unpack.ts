import { DecodeError } from "./decode-error.ts";
import { compressionName, refuseTiff, type TiffPage } from "./tiff-directory.ts";
import { messages } from "./messages.ts";
import { inflate } from "./tiff-inflate.ts";

const ZSTANDARD = 50_000;
/** Compressions that are undone here. */
export const unpackable: ReadonlySet<number> = new Set([1, 5, 8, 32773, 32946, ZSTANDARD]);
/** Compressions that libtiff undoes, of samples that it knows. */
const libtiffs: ReadonlySet<number> = new Set([2, 3, 4, 6, 7, 32771, 32809, 34676, 34677, 50001]);

/**
 * The bytes of a strip or a tile. What is missing at its end is left 0: the caller decides.
 *
 * @param length of them, unpacked
 * @returns how many there were, too
 * @throws DecodeError
 */
export function unpackPart(
  packed: Uint8Array,
  { compression, isReversed }: TiffPage,
  length: number,
): { content: Uint8Array; found: number } {
  const content = new Uint8Array(length);
  const input = isReversed ? packed.map((byte) => reversed(byte)) : packed;
  if (compression === 1) {
    content.set(input.subarray(0, length));
    return { content, found: Math.min(input.length, length) };
  }
  if (compression === 5) return { content, found: unpackLzw(input, content) };
  if (compression === 32773) return { content, found: unpackBits(input, content) };
  if (compression === 8 || compression === 32946) {
    const unpacked = inflate(input, length);
    content.set(unpacked.subarray(0, length));
    return { content, found: Math.min(unpacked.length, length) };
  }
  if (compression === ZSTANDARD) {
    const unpacked = unpackZstandard(input, length);
    content.set(unpacked.subarray(0, length));
    return { content, found: Math.min(unpacked.length, length) };
  }
  return refuseCompression(compression);
}

export function refuseCompression(compression: number): never {
  const isReadElsewhere = libtiffs.has(compression);
  return refuseTiff(messages.tiffCompression(compressionName(compression), isReadElsewhere));
}

function unpackZstandard(input: Uint8Array, length: number): Uint8Array {
  const { zstdDecompressSync } = process.getBuiltinModule("node:zlib");
  try {
    return zstdDecompressSync(input, { maxOutputLength: length + 65_536 });
  } catch {
    throw new DecodeError("corrupt", "its compressed data (Zstandard) is damaged");
  }
}

function reversed(byte: number): number {
  let result = 0;
  for (let bit = 0; bit < 8; bit++) result |= ((byte >> bit) & 1) << (7 - bit);
  return result;
}

/** Runs of bytes as they are, and of one byte repeated. */
function unpackBits(input: Uint8Array, into: Uint8Array): number {
  let to = 0;
  for (let at = 0; at < input.length && to < into.length;) {
    const count = (input[at++]! << 24) >> 24;
    if (count >= 0) {
      for (let index = 0; index <= count && to < into.length && at < input.length; index++)
        into[to++] = input[at++]!;
    } else if (count !== -128) {
      const value = input[at++] ?? 0;
      for (let index = 0; index < 1 - count && to < into.length; index++) into[to++] = value;
    }
  }
  return to;
}

const [CLEAR, END] = [256, 257];

/** Codes of 9 to 12 bits, the highest bit first; they grow one code earlier than GIF's. */
function unpackLzw(input: Uint8Array, into: Uint8Array): number {
  const prefix = new Uint16Array(4096);
  const last = new Uint8Array(4096);
  const stack = new Uint8Array(4097);
  for (let code = 0; code < 256; code++) last[code] = code;
  let [to, at, buffer, buffered] = [0, 0, 0, 0];
  let [size, next, previous, first] = [9, 258, -1, 0];
  while (to < into.length) {
    while (buffered < size && at < input.length) {
      buffer = ((buffer << 8) | input[at++]!) & 0xffffff;
      buffered += 8;
    }
    if (buffered < size) return to;
    buffered -= size;
    const code = (buffer >> buffered) & ((1 << size) - 1);
    if (code === END) return to;
    if (code === CLEAR) {
      [size, next, previous] = [9, 258, -1];
      continue;
    }
    if (code > next || (code >= 258 && previous === -1))
      throw new DecodeError("corrupt", "its compressed data (LZW) is damaged");
    let [depth, one] = [0, code];
    if (code === next) {
      stack[depth++] = first;
      one = previous;
    }
    while (one >= 258) {
      stack[depth++] = last[one]!;
      one = prefix[one]!;
    }
    first = last[one]!;
    into[to++] = first;
    while (depth > 0 && to < into.length) into[to++] = stack[--depth]!;
    if (previous !== -1 && next < 4096) {
      prefix[next] = previous;
      last[next] = first;
      next++;
      if (next + 1 === 1 << size && size < 12) size++;
    }
    previous = code;
  }
  return to;
}
