import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import type { Values } from "./header.ts";
import { tags } from "./tags.ts";

/** A table from stored values to others. */
export interface Lookup {
  /** The value that the first entry is for. */
  first: number;
  entries: Uint8Array | Uint16Array;
  /** Of each entry. */
  bits: number;
}

/**
 * A table as "LUT Descriptor" and "LUT Data" hold it.
 * @param isSigned whether the values that go in may be below 0
 * @returns undefined where there is none, or no whole one
 */
export function readLookup(
  values: Values,
  isSigned: boolean,
  descriptorTag: number = tags.lutDescriptor,
  dataTag: number = tags.lutData,
): Lookup | undefined {
  const [count, , bits] = values.numbers(descriptorTag);
  const [, first] = values.numbers(descriptorTag, isSigned);
  const raw = values.raw(dataTag);
  if (count === undefined || first === undefined || bits === undefined || !raw) return undefined;
  const length = count === 0 ? 65_536 : count;
  // Some have their 16 bits as signed ones.
  const depth = bits === 8 || bits === 16 || (bits > 8 && bits < 16) ? bits : 16;
  if (raw.length < length) return undefined;
  const entries =
    raw.length < length * 2 ? raw.slice(0, length) : words(raw, length, values.littleEndian);
  return { first, entries, bits: depth };
}

export function lookUp({ first, entries }: Lookup, value: number): number {
  const at = Math.trunc(value) - first;
  return entries[at <= 0 ? 0 : at >= entries.length ? entries.length - 1 : at]!;
}

function words(raw: Uint8Array, length: number, littleEndian: boolean): Uint16Array {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Uint16Array.from({ length }, (_, at) => view.getUint16(at * 2, littleEndian));
}

const palette = [
  [tags.redDescriptor, tags.redData, tags.redSegments],
  [tags.greenDescriptor, tags.greenData, tags.greenSegments],
  [tags.blueDescriptor, tags.blueData, tags.blueSegments],
] as const;

/**
 * Red, green and blue of a palette.
 * @throws DecodeError where it is not whole
 */
export function readPalette(dataset: Values, isSigned: boolean): [Lookup, Lookup, Lookup] {
  return palette.map(([descriptor, data, segments]) => {
    const found = dataset.has(data)
      ? readLookup(dataset, isSigned, descriptor, data)
      : readSegments(dataset, isSigned, descriptor, segments);
    if (!found) throw new DecodeError("corrupt", messages.dicomPalette());
    return found;
  }) as [Lookup, Lookup, Lookup];
}

/**
 * A palette in segments: stretches of values, straight lines, and repetitions of both.
 * The format: https://dicom.nema.org/medical/dicom/current/output/html/part03.html#sect_C.7.9.2
 */
function readSegments(
  dataset: Values,
  isSigned: boolean,
  descriptorTag: number,
  dataTag: number,
): Lookup | undefined {
  const [count, , bits = 16] = dataset.numbers(descriptorTag);
  const [, first] = dataset.numbers(descriptorTag, isSigned);
  const raw = dataset.raw(dataTag);
  if (count === undefined || first === undefined || !raw) return undefined;
  const length = count === 0 ? 65_536 : count;
  const isByte = bits === 8;
  const data = isByte ? raw : words(raw, Math.floor(raw.length / 2), dataset.littleEndian);
  const entries = isByte ? new Uint8Array(length) : new Uint16Array(length);
  const segments = { data, entries, filled: 0, isByte };
  expand(segments, 0, Infinity, true);
  return segments.filled < length ? undefined : { first, entries, bits };
}

interface Segments {
  data: Uint8Array | Uint16Array;
  entries: Uint8Array | Uint16Array;
  filled: number;
  isByte: boolean;
}

function expand(segments: Segments, start: number, most: number, mayRepeat: boolean): void {
  const { data, entries } = segments;
  let at = start;
  for (
    let done = 0;
    done < most && at + 1 < data.length && segments.filled < entries.length;
    done++
  ) {
    const [code, count] = [data[at]!, data[at + 1]!];
    at += 2;
    if (code === 0) {
      for (const value of data.subarray(at, at + count)) put(segments, value);
      at += count;
    } else if (code === 1) {
      const from = segments.filled > 0 ? entries[segments.filled - 1]! : 0;
      const to = data[at++] ?? from;
      for (let step = 1; step <= count; step++)
        put(segments, toEven(from + ((to - from) * step) / count));
    } else if (code === 2 && mayRepeat) {
      // Where the segments are that are repeated: in two words of 16 bits, or four bytes.
      const parts = [...data.subarray(at, at + (segments.isByte ? 4 : 2))];
      const base = segments.isByte ? 256 : 65_536;
      at += parts.length;
      const offset = parts.reduceRight((sum, part) => sum * base + part, 0);
      expand(segments, offset, count, false);
    } else return;
  }
}

function put(segments: Segments, value: number): void {
  if (segments.filled < segments.entries.length) segments.entries[segments.filled++] = value;
}

/** A half becomes the even one of its neighbours. */
function toEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}
