import { DecodeError } from "../../decode/decode-error.ts";
import { messages } from "../messages.ts";
import type { Picture } from "../picture.ts";
import { readJpegHeader, requireSame } from "./frame-header.ts";
import { BitReader, codeTable } from "./huffman.ts";

const [SOF3, DHT, SOS, DRI, EOI] = [0xc3, 0xc4, 0xda, 0xdd, 0xd9];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** What a scan says of itself: ITU-T T.81, B.2.3. */
interface Scan {
  /** Positions among the frame's components, and the table of each. */
  components: { position: number; table: Uint16Array }[];
  /** 1 to 7: from which neighbours a value is predicted. */
  predictor: number;
  /** Lowest bits that were left out. */
  transform: number;
}

/**
 * A frame of lossless JPEG with Huffman codes, of any of its predictors: ITU-T T.81, annex H.
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf
 *
 * @returns [height, width, samples], without a sign
 * @throws DecodeError
 */
export function decodeLosslessJpeg(frame: Uint8Array, picture: Picture): Uint8Array | Uint16Array {
  const header = readJpegHeader(frame);
  requireSame(header, picture, "JPEG");
  const { width, height, samples, precision, marker, components } = header;
  if (marker !== SOF3 || precision < 2 || precision > 16)
    throw new DecodeError("unsupported-format", messages.dicomJpegKind(precision));
  const count = width * height * samples;
  const values = precision > 8 ? new Uint16Array(count) : new Uint8Array(count);
  const tables: Uint16Array[] = [];
  let interval = 0;
  const readTables = (segment: Uint8Array) => {
    if (segment[1] === DHT) readCodes(segment, tables);
    if (segment[1] === DRI) interval = segment[4]! * 256 + segment[5]!;
    if (segment[1] === SOF3)
      for (let at = 0; at < samples; at++)
        if (segment[11 + at * 3] !== 0x11)
          throw new DecodeError("unsupported-format", messages.dicomSubsampled());
  };
  for (const segment of header.tables) readTables(segment);
  const filled = new Set<number>();
  for (let at = frame.length - header.scan.length; filled.size < samples;) {
    if (at + 4 > frame.length) throw new DecodeError("truncated", messages.dicomFrameCut());
    const name = frame[at + 1]!;
    if (frame[at] !== 0xff || name === EOI) throw notWhole();
    const end = at + 2 + frame[at + 2]! * 256 + frame[at + 3]!;
    const segment = frame.subarray(at, end);
    at = end;
    if (name !== SOS) {
      readTables(segment);
      continue;
    }
    const scan = readScan(segment, components, tables);
    const shape = { width, height, samples, precision, interval };
    at = decodeScan(frame, end, scan, shape, values);
    for (const { position } of scan.components) filled.add(position);
  }
  return values;
}

function notWhole(): DecodeError {
  return new DecodeError("corrupt", messages.dicomFrameNot("lossless JPEG"));
}

/** One table or several. @param segment with its marker and its length */
function readCodes(segment: Uint8Array, tables: Uint16Array[]): void {
  for (let at = 4; at + 17 <= segment.length;) {
    const place = segment[at]! & 15;
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = segment.subarray(at + 17, at + 17 + total);
    const table = symbols.length === total ? codeTable(counts, symbols) : undefined;
    if (!table) throw notWhole();
    tables[place] = table;
    at += 17 + total;
  }
}

function readScan(
  segment: Uint8Array,
  names: readonly number[],
  tables: readonly Uint16Array[],
): Scan {
  const count = segment[4]!;
  const components = Array.from({ length: count }, (_, index) => {
    const position = names.indexOf(segment[5 + index * 2]!);
    const table = tables[segment[6 + index * 2]! >> 4];
    if (position === -1 || !table) throw notWhole();
    return { position, table };
  });
  const predictor = segment[5 + count * 2]!;
  const transform = segment[7 + count * 2]! & 15;
  if (count === 0 || !(predictor >= 1 && predictor <= 7)) throw notWhole();
  return { components, predictor, transform };
}

interface Shape {
  width: number;
  height: number;
  samples: number;
  precision: number;
  /** Pixels from one restart marker to the next; 0 of none. */
  interval: number;
}

/** @returns where the marker behind the scan is */
function decodeScan(
  frame: Uint8Array,
  start: number,
  { components, predictor, transform }: Scan,
  { width, height, samples, precision, interval }: Shape,
  values: Uint8Array | Uint16Array,
): number {
  // They come at the ends of rows alone: T.81, H.1.2.1.
  if (interval % width !== 0) throw notWhole();
  const rows = interval / width;
  const initial = 2 ** (precision - transform - 1);
  const bits = new BitReader(frame, start);
  for (let y = 0; y < height; y++) {
    const isFirst = y === 0 || (rows > 0 && y % rows === 0);
    if (isFirst && y > 0) {
      const marker = bits.nextMarker();
      if (marker === undefined || !isRestart(marker)) throw notWhole();
    }
    for (let x = 0; x < width; x++)
      for (const { position, table } of components) {
        const at = (y * width + x) * samples + position;
        const above = at - width * samples;
        const left = at - samples;
        const predicted = isFirst
          ? x === 0
            ? initial
            : values[left]! >> transform
          : x === 0
            ? values[above]! >> transform
            : predict(
                predictor,
                values[left]! >> transform,
                values[above]! >> transform,
                values[above - samples]! >> transform,
              );
        values[at] = ((predicted + bits.difference(table)) & 0xffff) << transform;
      }
    if (bits.isBeyondEnd) throw new DecodeError("truncated", messages.dicomFrameCut());
  }
  return bits.placeOfMarker();
}

/** Of the value left of it, above it, and left of that: T.81, table H.1. */
function predict(predictor: number, left: number, above: number, corner: number): number {
  switch (predictor) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return corner;
    case 4:
      return left + above - corner;
    case 5:
      return left + ((above - corner) >> 1);
    case 6:
      return above + ((left - corner) >> 1);
    default:
      return (left + above) >> 1;
  }
}
