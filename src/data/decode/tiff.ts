import { blackPixels, type Depth, narrowed, type Pixels, whiteOf } from "../../pixels.ts";
import { messages } from "./messages.ts";
import { type Alpha, fromCmyk, parted } from "./colour.ts";
import type { ContentNote } from "../../layout.ts";
import { maxPixelsOf, type Target, type Usable } from "./verdict.ts";
import { DecodeError } from "./decode-error.ts";
import { finish } from "./finish.ts";
import { type LevelRange, type Levels, toLevels } from "./levels.ts";
import type { Samples } from "./samples.ts";
import { refuseTiff, type TiffPage } from "./tiff-directory.ts";
import { refuseCompression, unpackable, unpackPart } from "./tiff-unpack.ts";
import { fromYcbcr } from "./ycbcr.ts";

const [WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, CMYK] = [0, 1, 2, 3, 5];
export const YCBCR = 6;
/** Values of ExtraSamples: opacity that colours are multiplied by already is "associated". */
export const [UNSPECIFIED, ASSOCIATED] = [0, 1];
const channelsOf: Readonly<Record<number, number>> = {
  [WHITE_IS_ZERO]: 1,
  [BLACK_IS_ZERO]: 1,
  [RGB]: 3,
  [PALETTE]: 1,
  [CMYK]: 4,
  [YCBCR]: 3,
};

/** Whether libtiff, as it comes with sharp, would refuse a page or show it wrongly, as it does four inks of 16 bits. */
export function isForTiffReader({
  photometric,
  compression,
  isPlanar,
  part,
  format,
  bits,
}: TiffPage): boolean {
  return (
    (photometric === CMYK && bits === 16) ||
    (photometric === YCBCR && compression !== 7 && compression !== 6) ||
    (isPlanar && part.isTile) ||
    format !== "unsigned" ||
    bits === undefined ||
    ![1, 2, 4, 8, 16].includes(bits)
  );
}

/** As decodeImage, of a page that is read here. @throws DecodeError */
export function decodeTiff(bytes: Uint8Array, page: TiffPage, target: Target): Usable {
  const range = target.range ?? "full";
  const { used, alpha, ...image } = readTiff(bytes, page, {
    mostPixels: maxPixelsOf(target),
    range,
    depth: target.depth,
    keepsAlpha: target.background !== undefined,
  });
  const { width, height, bits, format, samples, photometric, hasNext, orientation } = page;
  const isOwn = range === "full" && (bits! > 16 || format === "float");
  const notes: ContentNote[] = [
    ...(hasNext ? (["multi-page"] as const) : []),
    ...(photometric === CMYK ? (["cmyk"] as const) : []),
    ...(samples > channelsOf[photometric]! ? (["alpha"] as const) : []),
    ...(isOwn ? (["own-range"] as const) : bits! > 8 ? (["16-bit"] as const) : []),
    ...(orientation > 1 ? (["exif-rotated"] as const) : []),
  ];
  return finish(
    { format: "tiff", width, height, notes, used: isOwn ? null : used, image, alpha },
    target,
  );
}

export interface TiffImage extends Samples, Levels {
  alpha?: Alpha;
}

/**
 * Reads the first page of a TIFF file of any samples: of 1 to 64 bits, with a sign or without, whole or floating point, in
 * strips or tiles, channels together or apart. Its pixels lie as they are stored.
 *
 * @throws DecodeError
 */
export function readTiff(
  bytes: Uint8Array,
  page: TiffPage,
  {
    mostPixels,
    range,
    depth = 8,
    keepsAlpha = false,
  }: {
    mostPixels: number;
    range: LevelRange;
    depth?: Depth | undefined;
    keepsAlpha?: boolean;
  },
): TiffImage {
  const { width, height, bits, samples, photometric, format, orientation } = page;
  const lying = { width, height, orientation };
  if (width * height > mostPixels)
    throw new DecodeError("too-many-pixels", `${width}x${height} pixels`);
  const channels = channelsOf[photometric];
  if (channels === undefined) refuseTiff(messages.tiffColours(photometric));
  if (bits === undefined || bits > 64 || (format === "float" && ![16, 32, 64].includes(bits)))
    refuseTiff(messages.tiffBits(bits));
  if (!unpackable.has(page.compression)) refuseCompression(page.compression);
  if (photometric === YCBCR && (bits !== 8 || samples !== 3)) refuseTiff(messages.tiffBits(bits));
  if (samples < channels) throw new DecodeError("corrupt", `${samples} samples a pixel`);
  if (photometric === YCBCR && !page.isPlanar && page.subsampling.join() !== "1,1") {
    const pixels = fromYcbcr(unpackChroma(bytes, page), page);
    return { ...lying, channels: 3, pixels, used: null };
  }
  const hasAlpha =
    keepsAlpha &&
    samples > channels &&
    page.extra !== UNSPECIFIED &&
    format === "unsigned" &&
    (photometric === RGB || photometric === BLACK_IS_ZERO);
  const read = readValues(bytes, page, hasAlpha ? channels + 1 : channels);
  const { colours: values, alpha } = hasAlpha ? parted(read, channels) : { colours: read };
  const [low, high] =
    format === "signed" ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
  // Of numbers so large, or with a point, no camera uses the whole range: their own is what they show.
  const isOwn = bits > 16 || format === "float";
  const isIndex = photometric === PALETTE;
  // Luma and chroma, and inks of 8 bits, become colours of 8 bits whoever reads them.
  const isOf8 = photometric === YCBCR || (photometric === CMYK && bits <= 8);
  const levelBits = isOf8 ? 8 : depth;
  const { levels, used } = isIndex
    ? { levels: Uint8Array.from(values), used: null }
    : toLevels(values, isOwn && range === "full" ? "used" : range, { low, high, bits }, levelBits);
  if (photometric === CMYK) return { ...lying, channels: 3, pixels: fromCmyk(levels), used };
  if (photometric === YCBCR)
    return { ...lying, channels: 3, pixels: fromYcbcr(narrowed(levels), page), used };
  if (isIndex) return { ...lying, channels: 3, pixels: fromPalette(narrowed(levels), page), used };
  if (photometric === WHITE_IS_ZERO)
    for (let at = 0; at < levels.length; at++) levels[at] = whiteOf(depth) - levels[at]!;
  const opacity = alpha && {
    values: opacityOf(alpha, high, depth),
    isPremultiplied: page.extra === ASSOCIATED,
  };
  return {
    ...lying,
    channels: channels as 1 | 3,
    pixels: levels,
    used,
    ...(opacity && { alpha: opacity }),
  };
}

function opacityOf(alpha: Values, high: number, depth: Depth): Pixels {
  const values = blackPixels(depth, alpha.length);
  const step = (high + 1) / (whiteOf(depth) + 1);
  // Of more bits the highest, in proportion of fewer.
  for (let at = 0; at < values.length; at++)
    values[at] = step > 1 ? alpha[at]! / step : (alpha[at]! * whiteOf(depth)) / high;
  return values;
}

function fromPalette(indices: Uint8Array, { palette }: TiffPage): Uint8Array {
  if (!palette) throw new DecodeError("corrupt", "there is no palette");
  const pixels = new Uint8Array(indices.length * 3);
  for (const [at, index] of indices.entries())
    pixels.set(palette.subarray(index * 3, index * 3 + 3), at * 3);
  return pixels;
}

/** A strip or a tile where it lies in the file. */
function packedPart(
  bytes: Uint8Array,
  { offsets, byteCounts }: TiffPage,
  part: number,
): Uint8Array {
  const start = offsets[part];
  if (start === undefined || start >= bytes.length)
    throw new DecodeError("truncated", `part ${part + 1} of its pixels is missing`);
  // A count that leads beyond the file's end, or is none, means all there is.
  const count = byteCounts[part] || bytes.length;
  return bytes.subarray(start, Math.min(start + count, bytes.length));
}

type Values = Uint8Array | Uint16Array | Int16Array | Float64Array;

/** @returns [height, width, channels] of the first channels; others, such as transparency, are dropped */
function readValues(bytes: Uint8Array, page: TiffPage, channels: number): Values {
  const { width, height, samples, isPlanar, part, format } = page;
  const bits = page.bits!;
  const across = Math.ceil(width / part.width);
  const down = Math.ceil(height / part.height);
  const perPixel = isPlanar ? 1 : samples;
  const stride = Math.ceil((part.width * perPixel * bits) / 8);
  const length = width * height * channels;
  const values =
    bits > 16 || format === "float"
      ? new Float64Array(length)
      : format === "signed"
        ? new Int16Array(length)
        : bits > 8
          ? new Uint16Array(length)
          : new Uint8Array(length);
  for (let plane = 0; plane < (isPlanar ? channels : 1); plane++) {
    for (let index = 0; index < across * down; index++) {
      const [left, top] = [(index % across) * part.width, Math.floor(index / across) * part.height];
      const rows = part.isTile ? part.height : Math.min(part.height, height - top);
      const packed = packedPart(bytes, page, plane * across * down + index);
      const { content, found } = unpackPart(packed, page, stride * rows);
      if (found < stride * Math.min(rows, height - top))
        throw new DecodeError("truncated", `${found} of ${stride * rows} bytes of its pixels`);
      const row = rowReader(content, page, part.width * perPixel);
      for (let y = 0; y < Math.min(rows, height - top); y++) {
        const read = row(y * stride);
        for (let x = 0; x < Math.min(part.width, width - left); x++) {
          const to = ((top + y) * width + left + x) * channels;
          if (isPlanar) values[to + plane] = read[x]!;
          else
            for (let channel = 0; channel < channels; channel++)
              values[to + channel] = read[x * samples + channel]!;
        }
      }
    }
  }
  return values;
}

/** Reads the values of a row, the predictor undone. */
function rowReader(
  content: Uint8Array,
  { bits, format, littleEndian, predictor, samples, isPlanar }: TiffPage,
  count: number,
): (at: number) => Float64Array {
  const view = new DataView(content.buffer);
  const values = new Float64Array(count);
  const depth = bits!;
  const step = isPlanar ? 1 : samples;
  if (predictor === 3) refuseTiff(messages.tiffPredictor());
  const kind =
    format === "float"
      ? "Float"
      : `${depth === 64 ? "Big" : ""}${format === "signed" ? "Int" : "Uint"}`;
  // One of getUint8, getInt16, getFloat32, getBigUint64 …, where the values are whole bytes.
  const getter = `get${kind}${depth}` as "getUint16";
  const whole = (at: number) => Number(view[getter](at, littleEndian));
  const isWhole = depth % 8 === 0 && [1, 2, 4, 8].includes(depth / 8);
  const modulus = 2 ** depth;
  return (start) => {
    for (let item = 0; item < count; item++) {
      values[item] = isWhole
        ? whole(start + (item * depth) / 8)
        : bitsAt(content, start * 8 + item * depth, depth);
      if (predictor === 2 && item >= step && format !== "float") {
        const sum = values[item]! + values[item - step]!;
        const wrapped = ((sum % modulus) + modulus) % modulus;
        values[item] = format === "signed" && wrapped >= modulus / 2 ? wrapped - modulus : wrapped;
      }
    }
    return values;
  };
}

/** The highest bit first. */
function bitsAt(content: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let bit = at; bit < at + count; bit++)
    value = value * 2 + ((content[bit >> 3]! >> (7 - (bit & 7))) & 1);
  return value;
}

/** YCbCr with fewer chroma samples: blocks of several Y with one Cb and one Cr. @returns [height, width, 3] */
function unpackChroma(bytes: Uint8Array, page: TiffPage): Uint8Array {
  const { width, height, part } = page;
  const [across, down] = page.subsampling;
  if (![1, 2, 4].includes(across) || ![1, 2, 4].includes(down))
    throw new DecodeError("corrupt", `chroma of ${across}x${down} pixels`);
  const values = new Uint8Array(width * height * 3);
  const blockBytes = across * down + 2;
  const blocksAcross = Math.ceil(part.width / across);
  const partsAcross = Math.ceil(width / part.width);
  for (let index = 0; index < partsAcross * Math.ceil(height / part.height); index++) {
    const left = (index % partsAcross) * part.width;
    const top = Math.floor(index / partsAcross) * part.height;
    const rows = part.isTile ? part.height : Math.min(part.height, height - top);
    const length = Math.ceil(rows / down) * blocksAcross * blockBytes;
    const { content, found } = unpackPart(packedPart(bytes, page, index), page, length);
    if (found < length)
      throw new DecodeError("truncated", `${found} of ${length} bytes of its pixels`);
    for (let y = 0; y < Math.min(rows, height - top); y++) {
      for (let x = 0; x < Math.min(part.width, width - left); x++) {
        const block = (Math.floor(y / down) * blocksAcross + Math.floor(x / across)) * blockBytes;
        const to = ((top + y) * width + left + x) * 3;
        values[to] = content[block + (y % down) * across + (x % across)]!;
        values[to + 1] = content[block + blockBytes - 2]!;
        values[to + 2] = content[block + blockBytes - 1]!;
      }
    }
  }
  return values;
}
