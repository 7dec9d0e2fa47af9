import { DecodeError } from "./decode-error.ts";
import type { Orientation } from "./samples.ts";

/** What a TIFF file says of its first page: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
export interface TiffPage {
  width: number;
  height: number;
  /** Bits of each sample: the same of all, or undefined. */
  bits: number | undefined;
  samples: number;
  /** What the first sample behind the colours is: 0 is nothing in particular, 1 and 2 are opacity. */
  extra: number | undefined;
  /** As EXIF counts it. */
  orientation: Orientation;
  format: "unsigned" | "signed" | "float";
  compression: number;
  photometric: number;
  /** Whether each channel is stored by itself. */
  isPlanar: boolean;
  /** 2: each value is stored as its difference from the one before; 3: of floating point. */
  predictor: number;
  /** Bits of a byte in the other order. */
  isReversed: boolean;
  /** Of a strip or a tile. */
  part: { width: number; height: number; isTile: boolean };
  offsets: number[];
  byteCounts: number[];
  /** Of the chroma samples of YCbCr: across, down. */
  subsampling: [number, number];
  coefficients: [number, number, number];
  referenceBlackWhite: number[] | undefined;
  /** [colours, 3] red, green and blue from 0 to 255. */
  palette: Uint8Array | undefined;
  /** Where the JPEG data of the old kind of JPEG compression begin. */
  jpegOffset: number | undefined;
  /** Where its tables lie, of each channel. */
  jpegTablesAt: { quantisation: number[]; dc: number[]; ac: number[] };
  littleEndian: boolean;
  /** Where the place of the next page is noted, and whether there is one. */
  nextAt: number;
  hasNext: boolean;
}

/** Bytes of a value of each type. */
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
/** Values of a tag that are read: more strips no image has that is read. */
const MOST_VALUES = 1_000_000;

/**
 * @returns undefined for what has no first page that makes sense: libtiff is to tell what is wrong
 */
export function readTiffPage(bytes: Uint8Array): TiffPage | undefined {
  if (bytes.length < 16) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = bytes[0] === 0x49;
  const isBig = view.getUint16(2, littleEndian) === 43;
  const u16 = (at: number) => view.getUint16(at, littleEndian);
  const u32 = (at: number) => view.getUint32(at, littleEndian);
  const place = (at: number) =>
    isBig ? Number(view.getBigUint64(at, littleEndian)) : view.getUint32(at, littleEndian);
  const directory = place(isBig ? 8 : 4);
  const [head, step, inline] = isBig ? [8, 20, 8] : [2, 12, 4];
  if (directory + head > bytes.length) return undefined;
  const count = isBig ? place(directory) : u16(directory);
  const end = directory + head + count * step;
  const tags = new Map<number, { type: number; count: number; at: number }>();
  for (let at = directory + head; at < end && at + step <= bytes.length; at += step) {
    const [tag, type] = [u16(at), u16(at + 2)];
    const values = place(at + 4);
    const length = (sizes[type] ?? 1) * values;
    const inside = at + step - inline;
    tags.set(tag, { type, count: values, at: length <= inline ? inside : place(inside) });
  }
  // A default in place of what was cut off would show other pixels.
  let isDamaged = end > bytes.length;
  const read = (tag: number): number[] | undefined => {
    const found = tags.get(tag);
    if (!found) return undefined;
    const size = sizes[found.type] ?? 1;
    if (found.count > MOST_VALUES || found.at + size * found.count > bytes.length) {
      isDamaged = true;
      return undefined;
    }
    return Array.from({ length: found.count }, (_, index) => {
      const at = found.at + size * index;
      if (found.type === 3) return u16(at);
      if (found.type === 8) return view.getInt16(at, littleEndian);
      if (found.type === 5) return u32(at) / u32(at + 4);
      if (found.type === 11) return view.getFloat32(at, littleEndian);
      if (found.type === 12) return view.getFloat64(at, littleEndian);
      if (size === 8) return Number(view.getBigUint64(at, littleEndian));
      return size === 4 ? u32(at) : bytes[at]!;
    });
  };
  const one = (tag: number, otherwise: number) => read(tag)?.[0] ?? otherwise;
  const [width, height] = [one(256, 0), one(257, 0)];
  const samples = one(277, 1);
  const depths = read(258) ?? [1];
  const formats = new Set(read(339) ?? [1]);
  const isTile = tags.has(322);
  const part = isTile
    ? { width: one(322, 0), height: one(323, 0), isTile }
    : { width, height: Math.min(one(278, height), height), isTile };
  const offsets = read(isTile ? 324 : 273);
  if (width < 1 || height < 1 || samples < 1 || part.width < 1 || part.height < 1 || !offsets)
    return undefined;
  const colours = read(320);
  const page: TiffPage = {
    width,
    height,
    bits: depths.every((depth) => depth === depths[0]) ? depths[0] : undefined,
    samples,
    extra: read(338)?.[0],
    orientation: orientationOf(one(274, 1)),
    format: formats.has(3) ? "float" : formats.has(2) ? "signed" : "unsigned",
    compression: one(259, 1),
    photometric: one(262, 1),
    isPlanar: one(284, 1) === 2 && samples > 1,
    predictor: one(317, 1),
    isReversed: one(266, 1) === 2,
    part,
    offsets,
    byteCounts: read(isTile ? 325 : 279) ?? [],
    subsampling: (read(530) ?? [2, 2]).slice(0, 2) as [number, number],
    coefficients: (read(529) ?? [0.299, 0.587, 0.114]) as [number, number, number],
    referenceBlackWhite: read(532),
    palette: colours && paletteOf(colours),
    jpegOffset: read(513)?.[0],
    jpegTablesAt: { quantisation: read(519) ?? [], dc: read(520) ?? [], ac: read(521) ?? [] },
    littleEndian,
    nextAt: end,
    hasNext: end + inline <= bytes.length && place(end) !== 0,
  };
  return isDamaged ? undefined : page;
}

function orientationOf(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** All reds, all greens, all blues, of 16 bits. */
function paletteOf(values: readonly number[]): Uint8Array {
  const colours = Math.floor(values.length / 3);
  return Uint8Array.from({ length: colours * 3 }, (_, at) => {
    return values[(at % 3) * colours + Math.floor(at / 3)]! >> 8;
  });
}

/** Names of compressions, for people. */
const compressions: Readonly<Record<number, string>> = {
  2: "CCITT RLE",
  3: "CCITT group 3",
  4: "CCITT group 4",
  6: "old-style JPEG",
  7: "JPEG",
  32771: "CCITT RLEW",
  32809: "ThunderScan",
  34661: "JBIG",
  34676: "SGI LogLuv",
  34677: "SGI LogLuv",
  34712: "JPEG 2000",
  34887: "LERC",
  34925: "LZMA",
  50000: "Zstandard",
  50001: "WebP",
  50002: "JPEG XL",
};

export function compressionName(compression: number): string {
  return compressions[compression] ?? `number ${compression}`;
}

/** A file whose later pages, which may be damaged, are no longer found. */
export function firstPageAlone(bytes: Uint8Array, { nextAt, hasNext }: TiffPage): Uint8Array {
  if (!hasNext) return bytes;
  const alone = Uint8Array.from(bytes);
  alone.fill(0, nextAt, nextAt + (alone[2] === 43 || alone[3] === 43 ? 8 : 4));
  return alone;
}

export function refuseTiff(what: string): never {
  throw new DecodeError("unsupported-format", what);
}
