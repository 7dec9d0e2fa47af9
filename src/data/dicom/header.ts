import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";
import { inflated } from "./inflated.ts";
import {
  type Dataset,
  type Element,
  ElementReader,
  PIXEL_DATA,
  type Encoding,
} from "./elements.ts";
import { tags } from "./tags.ts";
import {
  explicitBig,
  explicitLittle,
  implicitLittle,
  transferSyntax,
  type TransferSyntax,
} from "./uids.ts";

const PREAMBLE = 132;
const META_END = 0x0002ffff;
/** Elements of the file's own description and of its picture are all below. */
const LAST = PIXEL_DATA;

/** A DICOM file up to its pixel data. */
export interface DicomFile {
  /** What the elements lie in: the file, or what it deflates. */
  bytes: Uint8Array;
  syntax: TransferSyntax;
  dataset: Values;
}

/** A file's description of itself. */
interface Described {
  /** Where its data set begins. */
  end: number;
  elements: Dataset;
  syntax: TransferSyntax;
}

/**
 * Reads a file's elements up to its pixels.
 *
 * @param bytes a whole file, or its beginning: then "truncated" may mean that more of it is needed
 * @param wanted tags beside those that every reader needs
 * @throws DecodeError
 */
export function readHeader(
  bytes: Uint8Array,
  wanted: ReadonlySet<number>,
  { last = LAST, mostBytes }: { last?: number; mostBytes: number },
): DicomFile {
  const all = new Set([...wanted, tags.transferSyntax, tags.mediaStorageClass, tags.characterSet]);
  const reader = new ElementReader(bytes, all);
  const { end: start, elements: ofFile, syntax: named } = describedBy(bytes, reader);
  if (named.isDeflated) {
    const whole = inflated(bytes.subarray(start), mostBytes);
    const found = new ElementReader(whole, all).read(0, explicitLittle, last);
    return { bytes: whole, syntax: named, dataset: new Values(whole, found.elements, true) };
  }
  // Some writers say one form and write the other.
  const isExplicit = bytes.length > start + 6 ? reader.isExplicitAt(start) : named.isExplicit;
  const encoding: Encoding = { isExplicit, littleEndian: named.littleEndian };
  const { elements } = reader.read(start, encoding, last);
  const { mediaStorageClass } = tags;
  const storage = ofFile.get(mediaStorageClass);
  const dataset =
    storage && !elements.has(mediaStorageClass)
      ? new Map(elements).set(mediaStorageClass, storage)
      : elements;
  return {
    bytes,
    syntax: { ...named, isExplicit },
    dataset: new Values(bytes, dataset, named.littleEndian),
  };
}

function describedBy(bytes: Uint8Array, reader: ElementReader): Described {
  const hasPreamble = bytes[128] === 0x44 && bytes[129] === 0x49 && bytes[130] === 0x43;
  const start = hasPreamble ? PREAMBLE : 0;
  const hasMeta = bytes[start] === 2 && bytes[start + 1] === 0;
  const meta = hasMeta
    ? reader.read(start, explicitLittle, META_END)
    : { elements: new Map(), end: start };
  const described = new Values(bytes, meta.elements, true);
  const uid = described.text(tags.transferSyntax);
  const syntax = uid === undefined ? guess(reader, meta.end) : transferSyntax(uid);
  if (syntax === undefined)
    throw new DecodeError("unsupported-format", messages.dicomSyntaxUnknown(uid!));
  return { ...meta, syntax };
}

/** What a file that does not say is most likely written in. */
function guess(reader: ElementReader, at: number): TransferSyntax {
  const isExplicit = reader.isExplicitAt(at);
  if (!isExplicit) return implicitLittle;
  // The first group is a small even number: 8, most often.
  return reader.bytes[at] === 0 ? explicitBig : explicitLittle;
}

/** Values of a data set's elements. */
export class Values {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly elements: Dataset,
    readonly littleEndian: boolean,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  has(tag: number): boolean {
    return this.elements.has(tag);
  }

  element(tag: number): Element | undefined {
    return this.elements.get(tag);
  }

  raw(tag: number): Uint8Array | undefined {
    const found = this.elements.get(tag);
    return found && this.bytes.subarray(found.start, Math.min(found.end, this.bytes.length));
  }

  /** A text without what fills it up; undefined where there is none, or nothing in it. */
  text(tag: number): string | undefined {
    const text = this.#decoded(tag);
    return text === undefined || text === "" ? undefined : text;
  }

  /** Several, one of which may be empty. */
  texts(tag: number): string[] {
    return (
      this.text(tag)
        ?.split("\\")
        .map((part) => part.trim()) ?? []
    );
  }

  /** Numbers, as text or as binary ones. @param isSigned of those whose element may be either */
  numbers(tag: number, isSigned = false): number[] {
    const found = this.elements.get(tag);
    if (!found) return [];
    const { vr } = found;
    const kind = vr === "" || vr === "UN" ? (textual.has(tag) ? "DS" : "US") : vr;
    if (kind === "DS" || kind === "IS" || kind === "UT" || kind === "LO")
      return this.texts(tag).map((part) => (part === "" ? NaN : Number(part)));
    const width = widths[kind] ?? 2;
    const count = Math.floor((Math.min(found.end, this.bytes.length) - found.start) / width);
    return Array.from({ length: Math.min(count, MOST_NUMBERS) }, (_, index) => {
      const at = found.start + index * width;
      if (kind === "FD") return this.#view.getFloat64(at, this.littleEndian);
      if (kind === "FL") return this.#view.getFloat32(at, this.littleEndian);
      if (kind === "UL") return this.#view.getUint32(at, this.littleEndian);
      if (kind === "SL") return this.#view.getInt32(at, this.littleEndian);
      if (kind === "SS" || (isSigned && vr !== "US"))
        return this.#view.getInt16(at, this.littleEndian);
      return this.#view.getUint16(at, this.littleEndian);
    });
  }

  /** Whole numbers of eight bytes. */
  longs(tag: number): number[] {
    const found = this.elements.get(tag);
    if (!found) return [];
    const count = Math.floor((Math.min(found.end, this.bytes.length) - found.start) / 8);
    return Array.from({ length: count }, (_, index) =>
      Number(this.#view.getBigUint64(found.start + index * 8, this.littleEndian)),
    );
  }

  /** The first number, where it is one. */
  number(tag: number, isSigned = false): number | undefined {
    const [first] = this.numbers(tag, isSigned);
    return first !== undefined && Number.isFinite(first) ? first : undefined;
  }

  /** Of a sequence. */
  items(tag: number): Values[] {
    const { length = 0 } = this.elements.get(tag)?.items ?? [];
    return Array.from({ length }, (_, index) => this.item(tag, index)!);
  }

  /** One of a sequence, which may have thousands. @param index from 0 */
  item(tag: number, index: number): Values | undefined {
    const elements = this.elements.get(tag)?.items?.[index];
    return elements && new Values(this.bytes, elements, this.littleEndian);
  }

  #decoded(tag: number): string | undefined {
    const raw = this.raw(tag);
    if (!raw) return undefined;
    const set = tag === tags.characterSet ? "" : (this.#decoded(tags.characterSet) ?? "");
    return decoderOf(set)
      .decode(raw.length > MOST_TEXT ? raw.subarray(0, MOST_TEXT) : raw)
      .replace(/^[\s\0]+|[\s\0]+$/g, "");
  }
}

const MOST_NUMBERS = 65_536;
const MOST_TEXT = 10_240;
const widths: Readonly<Record<string, number>> = { FD: 8, FL: 4, UL: 4, SL: 4 };

/** Of the numbers that are read, those that are text: the implicit form does not say. */
const textual: ReadonlySet<number> = new Set<number>([
  tags.frames,
  tags.pixelSpacing,
  tags.imagerPixelSpacing,
  tags.windowCenter,
  tags.windowWidth,
  tags.intercept,
  tags.slope,
]);

/** Of the character sets of the standard's chapter C.12.1.1.2 the first that a file names. */
function decoderOf(set: string): TextDecoder {
  const name = /ISO[_ ](?:2022 )?IR[ _]?(\d+)|(GB18030|GBK)/.exec(set.split("\\")[0]!);
  const label = name ? (name[2] ?? encodings[name[1]!]) : undefined;
  return new TextDecoder(label ?? "latin1");
}

const encodings: Readonly<Record<string, string>> = {
  "13": "shift_jis",
  "101": "iso-8859-2",
  "109": "iso-8859-3",
  "110": "iso-8859-4",
  "126": "iso-8859-7",
  "127": "iso-8859-6",
  "138": "iso-8859-8",
  "144": "iso-8859-5",
  "148": "iso-8859-9",
  "149": "euc-kr",
  "166": "windows-874",
  "192": "utf-8",
};
