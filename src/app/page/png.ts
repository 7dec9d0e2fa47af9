import { type Alpha, parted } from "../../data/decode/colour.ts";
import { type Depth, type Pixels } from "../../pixels.ts";
import { DecodeError } from "../../data/decode/decode-error.ts";
import { type LevelRange, toLevels } from "../../data/decode/levels.ts";
import { unfilter } from "../../data/decode/png-filters.ts";
import type { Samples } from "../../data/decode/samples.ts";
import { latin1 } from "../../data/decode/sniff.ts";
import { crc32 } from "./crc32.ts";

/** What stands before the pixels: https://www.w3.org/TR/png-3/#11IHDR */
interface Header {
  width: number;
  height: number;
  /** Bits of a value. */
  depth: number;
  colourType: number;
  isInterlaced: boolean;
}

type Stored = Uint8Array | Uint16Array;

/** By the type of colour, how many values a pixel has, and how many bits these may have. */
const colourTypes: Readonly<Record<number, { values: number; depths: readonly number[] }>> = {
  0: { values: 1, depths: [1, 2, 4, 8, 16] },
  2: { values: 3, depths: [8, 16] },
  3: { values: 1, depths: [1, 2, 4, 8] },
  4: { values: 2, depths: [8, 16] },
  6: { values: 4, depths: [8, 16] },
};
const PALETTE = 3;
const CHUNK_BYTES = 12;
const FIRST_CHUNK = 8;

/**
 * Reads a PNG file of any kind, as sharp does where Lamina runs: a browser keeps 8 of 16 bits, and nothing of a colour that is
 * transparent.
 *
 * @param range of images of 16 bits, which values become black and white @param target bits of these; images of fewer have 8
 * @throws DecodeError
 */
export async function readPng(
  bytes: Uint8Array,
  mostPixels: number,
  range: LevelRange = "full",
  target: Depth = 8,
): Promise<Samples & { alpha?: Alpha }> {
  const { header, palette, transparency, data } = readChunks(bytes);
  const { width, height, depth, colourType } = header;
  if (width * height > mostPixels) throw new DecodeError("too-many-pixels", "");
  const values = unpack(await inflated(data), header);
  const alphaOf = (opacity: Pixels | undefined) =>
    opacity && { alpha: { values: opacity, isPremultiplied: false } };
  if (colourType === PALETTE) {
    const pixels = new Uint8Array(values.length * 3);
    for (const [at, index] of values.entries())
      pixels.set(palette.subarray(index * 3, index * 3 + 3), at * 3);
    const opacity = transparency && Uint8Array.from(values, (index) => transparency[index] ?? 255);
    return { width, height, channels: 3, pixels, ...alphaOf(opacity) };
  }
  const channels = colourType === 0 || colourType === 4 ? 1 : 3;
  const hasAlpha = colourType > PALETTE;
  const { colours, alpha } = hasAlpha
    ? parted(values, channels)
    : { colours: values, alpha: undefined };
  const kept = depth === 16 ? target : 8;
  const { levels } = toLevels(colours, range, { low: 0, high: 2 ** depth - 1, bits: depth }, kept);
  const opacity = alpha
    ? kept === depth
      ? alpha
      : Uint8Array.from(alpha, (value) => (depth === 16 ? value >> 8 : value))
    : transparency && opaqueBut(colours, transparency, channels);
  return { width, height, channels, pixels: levels, ...alphaOf(opacity) };
}

function readChunks(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let palette = new Uint8Array();
  let transparency: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  for (let at = FIRST_CHUNK; at + CHUNK_BYTES <= bytes.length;) {
    const end = at + CHUNK_BYTES + view.getUint32(at);
    if (end > bytes.length) throw new DecodeError("truncated", "");
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, end - 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw new DecodeError("corrupt", `a wrong checksum in ${type}`);
    if (type === "IHDR") header = readHeader(content);
    else if (type === "PLTE") palette = content.slice();
    else if (type === "tRNS") transparency = content;
    else if (type === "IDAT") data.push(content);
    else if (type === "IEND") break;
    at = end;
  }
  if (!header) throw new DecodeError("corrupt", "no header");
  return { header, palette, transparency, data };
}

function readHeader(content: Uint8Array): Header {
  if (content.length !== 13) throw new DecodeError("corrupt", "a header of another length");
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colourType, compression, filter, interlacing] = content.subarray(8) as Uint8Array &
    [number, number, number, number, number];
  const isKnown =
    colourTypes[colourType]?.depths.includes(depth) &&
    compression === 0 &&
    filter === 0 &&
    interlacing <= 1;
  if (!isKnown || width === 0 || height === 0)
    throw new DecodeError("corrupt", "a header that makes no sense");
  return { width, height, depth, colourType, isInterlaced: interlacing === 1 };
}

async function inflated(data: readonly Uint8Array[]): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate");
  const writer = stream.writable.getWriter();
  try {
    const read = new Response(stream.readable).arrayBuffer();
    const written = [...data.map((part) => writer.write(part as BufferSource)), writer.close()];
    await Promise.all([read, ...written]);
    return new Uint8Array(await read);
  } catch {
    throw new DecodeError("corrupt", "its compressed data are damaged");
  }
}

/** Adam7: where each pass begins, and its steps. https://www.w3.org/TR/png-3/#8Interlace */
const passes = [
  { x: 0, y: 0, across: 8, down: 8 },
  { x: 4, y: 0, across: 8, down: 8 },
  { x: 0, y: 4, across: 4, down: 8 },
  { x: 2, y: 0, across: 4, down: 4 },
  { x: 0, y: 2, across: 2, down: 4 },
  { x: 1, y: 0, across: 2, down: 2 },
  { x: 0, y: 1, across: 1, down: 2 },
] as const;
const ONE_PASS = [{ x: 0, y: 0, across: 1, down: 1 }] as const;

/** @returns [height, width, values] */
function unpack(filtered: Uint8Array, header: Header): Stored {
  const { width, height, depth, colourType, isInterlaced } = header;
  const count = colourTypes[colourType]!.values;
  const values = new (depth === 16 ? Uint16Array : Uint8Array)(width * height * count);
  let from = 0;
  for (const { x, y, across, down } of isInterlaced ? passes : ONE_PASS) {
    const columns = Math.ceil((width - x) / across);
    const rows = Math.ceil((height - y) / down);
    if (columns <= 0 || rows <= 0) continue;
    const stride = Math.ceil((columns * count * depth) / 8);
    const part = filtered.subarray(from, (from += (stride + 1) * rows));
    if (part.length < (stride + 1) * rows) throw new DecodeError("truncated", "");
    const step = Math.max(1, (count * depth) / 8);
    const bytes = unfilter(part, { stride, rows, step });
    if (!bytes) throw new DecodeError("corrupt", "an unknown filter");
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        for (let item = 0; item < count; item++)
          values[((y + row * down) * width + x + column * across) * count + item] = valueAt(
            bytes,
            row * stride,
            column * count + item,
            depth,
          );
  }
  return values;
}

function valueAt(bytes: Uint8Array, start: number, place: number, depth: number): number {
  if (depth === 8) return bytes[start + place]!;
  if (depth === 16) return (bytes[start + 2 * place]! << 8) | bytes[start + 2 * place + 1]!;
  const bit = place * depth;
  return (bytes[start + (bit >> 3)]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

/** @param colour the one that is transparent, each value in two bytes */
function opaqueBut(values: Stored, colour: Uint8Array, channels: number): Uint8Array {
  const wanted = Array.from(
    { length: channels },
    (_, channel) => (colour[2 * channel]! << 8) | colour[2 * channel + 1]!,
  );
  return Uint8Array.from({ length: values.length / channels }, (_, at) =>
    wanted.every((value, channel) => values[at * channels + channel] === value) ? 0 : 255,
  );
}
