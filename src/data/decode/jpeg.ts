const startOfScan = 0xda;
/** Baseline and extended sequential. */
const sequentialFrames = [0xc0, 0xc1];
const app0 = 0xe0;
const app1 = 0xe1;
const app14 = 0xee;
const app15 = 0xef;
const comment = 0xfe;
const orientationTag = 0x0112;

export interface PlainJpeg {
  width: number;
  height: number;
  isGrey: boolean;
  /** Whether all pixels are in one scan, as in most files: the time that it takes to decode is then known by its size. */
  isSingleScan: boolean;
  /** @returns the file without EXIF, colour profiles, previews and comments */
  stripped(): Uint8Array;
}

/**
 * What sharp would say of an ordinary JPEG file (8 bits, grey or colour, upright), and the file without what does not
 * matter to its pixels. libvips makes text of every EXIF entry, which takes longer than to decode a small image.
 *
 * @returns undefined where anything is unusual: sharp is to tell what it is
 */
export function readPlainJpeg(bytes: Uint8Array): PlainJpeg | undefined {
  let frame: { width: number; height: number; components: number; marker: number } | undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // Restart markers, fill bytes and the like have no length; they have no business before the scan.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9) || marker === 0xff) return undefined;
    if (marker === startOfScan) {
      if (!frame) return undefined;
      const { width, height, components } = frame;
      return {
        width,
        height,
        isGrey: components === 1,
        isSingleScan: sequentialFrames.includes(frame.marker) && bytes[at + 4] === components,
        stripped: () => Buffer.concat([...kept, bytes.subarray(at)]),
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
    if (marker === app1 && isTurned(bytes.subarray(at + 4, end))) return undefined;
    const isMetadata = (marker > app0 && marker <= app15 && marker !== app14) || marker === comment;
    if (!isMetadata) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Whether an APP1 segment has an EXIF orientation other than upright, or may have one. */
function isTurned(segment: Uint8Array): boolean {
  if (Buffer.from(segment.subarray(0, 6)).toString("latin1") !== "Exif\0\0") return false;
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  if (view.byteLength < 14) return true;
  const littleEndian = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, littleEndian);
  if (view.getUint16(2, littleEndian) !== 42 || directory + 2 > view.byteLength) return true;
  const entries = view.getUint16(directory, littleEndian);
  if (directory + 2 + entries * 12 > view.byteLength) return true;
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, littleEndian) !== orientationTag) continue;
    if (view.getUint16(at + 8, littleEndian) !== 1) return true;
  }
  return false;
}
