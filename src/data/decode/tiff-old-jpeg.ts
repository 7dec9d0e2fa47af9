import { messages } from "./messages.ts";
import { DecodeError } from "./decode-error.ts";
import { refuseTiff, type TiffPage } from "./tiff-directory.ts";

const [SOI, DHT, DQT, DRI, SOS, EOI, RST0] = [0xd8, 0xc4, 0xdb, 0xdd, 0xda, 0xd9, 0xd0];
const [APP0, APP14] = [0xe0, 0xee];
/** How a file begins whose three channels are not to be turned into others: that is done as the TIFF file says. */
const head = Buffer.concat([
  Uint8Array.of(0xff, SOI, 0xff, APP14, 0, 14),
  Buffer.from("Adobe"),
  Uint8Array.of(0, 100, 0, 0, 0, 0, 0),
]);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc3;

/** A JPEG file of its own that holds a page of the old kind of JPEG compression (TIFF 6.0, section 22). */
export interface OldJpeg {
  bytes: Uint8Array;
  /** Of the JPEG's picture: a tile may be larger than the page. */
  width: number;
  height: number;
}

/**
 * Puts the JPEG file together that lies in pieces in a TIFF file: whole in one place, as a header with strips of data
 * behind it, or as bare tables and data.
 *
 * @throws DecodeError
 */
export function joinOldJpeg(bytes: Uint8Array, page: TiffPage): OldJpeg {
  const { width, height, part, offsets, byteCounts, samples } = page;
  const isOne = offsets.length === 1;
  if (page.isPlanar || (part.isTile && !isOne))
    refuseTiff(messages.tiffCompression("old-style JPEG", true));
  const size = part.isTile ? { width: part.width, height: part.height } : { width, height };
  const parts = offsets.map((offset, index) =>
    bytes.subarray(offset, Math.min(offset + (byteCounts[index] || bytes.length), bytes.length)),
  );
  const start = page.jpegOffset;
  if (isOne && start !== undefined && bytes[start] === 0xff && bytes[start + 1] === SOI)
    return { bytes: Buffer.concat([head, bytes.subarray(afterJfif(bytes, start + 2))]), ...size };
  const header = start === undefined ? tablesOf(bytes, page, size) : segmentsAt(bytes, start);
  const [first, ...others] = parts as [Uint8Array, ...Uint8Array[]];
  const scan = segmentsAt(first, 0);
  const [across, down] = samples === 1 ? [1, 1] : page.subsampling;
  const units = Math.ceil(size.width / (8 * across)) * Math.ceil(part.height / (8 * down));
  const sos = [...scan.segments, ...header.segments].find((segment) => segment[1] === SOS);
  const data = first.subarray(scan.end);
  const pieces: Uint8Array[] = [
    head,
    ...header.segments.filter(([, marker]) => marker !== SOS && marker !== DRI),
    Uint8Array.of(0xff, DRI, 0, 4, units >> 8, units & 255),
    sos ?? scanHeader(samples),
    withoutEnd(data),
    ...others.flatMap((strip, index) => [
      Uint8Array.of(0xff, RST0 + (index % 8)),
      withoutEnd(strip),
    ]),
    Uint8Array.of(0xff, EOI),
  ];
  return { bytes: Buffer.concat(pieces), ...size };
}

/** A JFIF segment says YCbCr, and goes before Adobe's. */
function afterJfif(bytes: Uint8Array, at: number): number {
  const isJfif = bytes[at] === 0xff && bytes[at + 1] === APP0;
  return isJfif ? at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]! : at;
}

/** Markers that end a strip's data already. */
function withoutEnd(data: Uint8Array): Uint8Array {
  let end = data.length;
  while (end >= 2 && data[end - 2] === 0xff && data[end - 1]! >= RST0 && data[end - 1]! <= EOI)
    end -= 2;
  return data.subarray(0, end);
}

/** The segments of a JPEG header up to the scan's own, and where they end. */
function segmentsAt(bytes: Uint8Array, start: number): { segments: Uint8Array[]; end: number } {
  const segments: Uint8Array[] = [];
  let at = start;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === SOI) {
      at += 2;
      continue;
    }
    if (marker < 0xc0 || marker === EOI) break;
    const end = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
    if ([DHT, DQT, DRI, SOS].includes(marker) || isFrame(marker))
      segments.push(bytes.subarray(at, end));
    at = end;
    if (marker === SOS) break;
  }
  return { segments, end: at };
}

/** A header of the tables that the TIFF file's own tags name. */
function tablesOf(
  bytes: Uint8Array,
  { samples, subsampling, jpegTablesAt }: TiffPage,
  { width, height }: { width: number; height: number },
): { segments: Uint8Array[] } {
  const { quantisation, dc, ac } = jpegTablesAt;
  if (quantisation.length < samples || dc.length < samples || ac.length < samples)
    throw new DecodeError("corrupt", "its JPEG tables are missing");
  const segment = (marker: number, content: number[]) => {
    const length = content.length + 2;
    return Uint8Array.of(0xff, marker, length >> 8, length & 255, ...content);
  };
  const at = (offset: number, length: number) => [...bytes.subarray(offset, offset + length)];
  const codes = (kind: number, table: number, offset: number) => {
    const counts = at(offset, 16);
    const symbols = counts.reduce((sum, count) => sum + count, 0);
    return segment(DHT, [(kind << 4) | table, ...counts, ...at(offset + 16, symbols)]);
  };
  const components = Array.from({ length: samples }, (_, index) => index);
  const [across, down] = samples === 1 ? [1, 1] : subsampling;
  return {
    segments: [
      ...components.map((index) => segment(DQT, [index, ...at(quantisation[index]!, 64)])),
      segment(0xc0, [
        8,
        height >> 8,
        height & 255,
        width >> 8,
        width & 255,
        samples,
        ...components.flatMap((index) => [
          index + 1,
          index === 0 ? (across << 4) | down : 0x11,
          index,
        ]),
      ]),
      ...components.flatMap((index) => [codes(0, index, dc[index]!), codes(1, index, ac[index]!)]),
    ],
  };
}

function scanHeader(samples: number): Uint8Array {
  const components = Array.from({ length: samples }, (_, index) => [
    index + 1,
    (index << 4) | index,
  ]).flat();
  return Uint8Array.of(0xff, SOS, 0, 6 + 2 * samples, samples, ...components, 0, 63, 0);
}
