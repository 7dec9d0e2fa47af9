import type { Lying, Orientation } from "./samples.ts";
import { latin1 } from "./sniff.ts";

const startOfScan = 0xda;
/** Baseline and extended sequential. */
const sequentialFrames = [0xc0, 0xc1];
const app0 = 0xe0;
const app1 = 0xe1;
const app14 = 0xee;
const app15 = 0xef;
const comment = 0xfe;
const orientationTag = 0x0112;
/** Of an EXIF entry: a whole number of 16 bits. */
const short = 3;
/** "II" and "MM", as EXIF data begin. */
const [LITTLE_ENDIAN, BIG_ENDIAN] = [0x4949, 0x4d4d];

export interface PlainJpeg extends Lying {
  isGrey: boolean;
  orientation: Orientation;
  /** Whether all pixels are in one scan, as in most files: the time that it takes to decode is then known by its size. */
  isSingleScan: boolean;
  /**
   * The file without EXIF and so not turned, without colour profiles, previews and comments.
   * @returns its parts, one behind the other
   */
  stripped(): Uint8Array[];
}

/**
 * What sharp would say of an ordinary JPEG file (8 bits, grey or colour), and the file without what does not matter
 * to its pixels as they are stored. libvips makes text of every EXIF entry, which takes longer than to decode a small image.
 *
 * @returns undefined where anything is unusual: sharp is to tell what it is
 */
export function readPlainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  let frame: { width: number; height: number; components: number; marker: number } | undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const turns: Orientation[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // Restart markers, fill bytes and the like have no length; they have no business before the scan.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9) || marker === 0xff) return undefined;
    if (marker === startOfScan) {
      if (!frame) return undefined;
      const orientation = onlyOne(turns);
      if (orientation === undefined) return undefined;
      const { width, height, components } = frame;
      return {
        width,
        height,
        isGrey: components === 1,
        orientation,
        isSingleScan: sequentialFrames.includes(frame.marker) && bytes[at + 4] === components,
        stripped: () => [...kept, bytes.subarray(at)],
      };
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return undefined;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xcc;
    if (isFrame) {
      const [precision, components] = [bytes[at + 4], bytes[at + 9]!];
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      // A height of 0 is told later, four components are inks, and a second frame is a mistake.
      if (frame || end < at + 10 || precision !== 8 || width === 0 || height === 0)
        return undefined;
      if (components !== 1 && components !== 3) return undefined;
      frame = { width, height, components, marker };
    }
    if (marker === app1 && isExif(bytes.subarray(at + 4, end))) {
      const own = orientationOf(bytes.subarray(at + 10, end));
      if (own === undefined) return undefined;
      turns.push(own);
    }
    const isMetadata = (marker > app0 && marker <= app15 && marker !== app14) || marker === comment;
    if (!isMetadata) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isExif(segment: Uint8Array): boolean {
  return latin1(segment.subarray(0, 6)) === "Exif\0\0";
}

/** @returns what EXIF data says, undefined where it is not clear to us */
function orientationOf(exif: Uint8Array): Orientation | undefined {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (view.byteLength < 14) return undefined;
  const order = view.getUint16(0);
  const littleEndian = order === LITTLE_ENDIAN;
  const directory = view.getUint32(4, littleEndian);
  if (!littleEndian && order !== BIG_ENDIAN) return undefined;
  if (view.getUint16(2, littleEndian) !== 42 || directory + 2 > view.byteLength) return undefined;
  const entries = view.getUint16(directory, littleEndian);
  if (directory + 2 + entries * 12 > view.byteLength) return undefined;
  const found: Orientation[] = [];
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, littleEndian) !== orientationTag) continue;
    const value = view.getUint16(at + 8, littleEndian);
    const isOrdinary =
      view.getUint16(at + 2, littleEndian) === short && view.getUint32(at + 4, littleEndian) === 1;
    if (value !== 1 && !(isOrdinary && value >= 2 && value <= 8)) return undefined;
    found.push(value as Orientation);
  }
  return onlyOne(found);
}

/** @returns undefined where several are not the same: which of them holds is sharp's to say */
function onlyOne(found: readonly Orientation[]): Orientation | undefined {
  const [first = 1] = found;
  return found.every((one) => one === first) ? first : undefined;
}
