import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";

/** A data element of those that were asked for: where its value lies in the bytes. */
export interface Element {
  /** Two letters; "" where the file does not say. */
  vr: string;
  start: number;
  end: number;
  /** Of a sequence. */
  items?: Dataset[];
  /** Whether its length is left open: an end mark follows. */
  isOpen: boolean;
}

/** By tag, group and element in one number: 0x00100020. */
export type Dataset = ReadonlyMap<number, Element>;

export interface Encoding {
  isExplicit: boolean;
  littleEndian: boolean;
}

const OPEN = 0xffffffff;
const [ITEM, ITEM_END, SEQUENCE_END] = [0xfffee000, 0xfffee00d, 0xfffee0dd];
export const PIXEL_DATA = 0x7fe00010;
/** Of the standard's own files none goes deeper than ten. */
const DEEPEST = 64;
/** Items that are kept of one sequence; of more, the first ones are. */
const MOST_ITEMS = 65_536;

/** Value representations with a length of four bytes. */
const longVrs: ReadonlySet<string> = new Set("OB OD OF OL OV OW SQ SV UC UN UR UT UV".split(" "));

/**
 * Goes through a data set and keeps the elements that are asked for; all others are passed over, so that memory does not
 * grow with what a file holds.
 * The format: https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_7
 */
export class ElementReader {
  readonly #view: DataView;

  /** @param wanted tags that are kept wherever they are; a sequence's elements are only looked at if it is wanted */
  constructor(
    readonly bytes: Uint8Array,
    readonly wanted: ReadonlySet<number>,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * @param most of the tags of this data set: it ends before a higher one, and behind pixel data
   * @returns the elements, and where the first one lies that was not read
   * @throws DecodeError where a length leads out of the bytes
   */
  read(start: number, encoding: Encoding, most: number): { elements: Dataset; end: number } {
    const elements = new Map<number, Element>();
    const { length } = this.bytes;
    let at = start;
    while (at + 8 <= length) {
      const head = this.#head(at, encoding);
      if (head.tag > most) break;
      if (head.tag === PIXEL_DATA) {
        const isOpen = head.length === OPEN;
        // Whether the file has so much is seen when it is read.
        const end = isOpen ? length : head.start + head.length;
        elements.set(head.tag, { vr: head.vr, start: head.start, end, isOpen });
        return { elements, end };
      }
      at = this.#element(head, encoding, length, 0, elements);
    }
    return { elements, end: at };
  }

  /** Whether the element at a place names its value representation, as explicit ones do. */
  isExplicitAt(at: number): boolean {
    return isLetter(this.bytes[at + 4]) && isLetter(this.bytes[at + 5]);
  }

  #tag(at: number, littleEndian: boolean): number {
    const view = this.#view;
    return view.getUint16(at, littleEndian) * 65_536 + view.getUint16(at + 2, littleEndian);
  }

  #head(at: number, { isExplicit, littleEndian }: Encoding): Head {
    this.#require(at, 8);
    const tag = this.#tag(at, littleEndian);
    const isMark = tag >= ITEM && tag <= SEQUENCE_END;
    if (isMark || !isExplicit || !this.isExplicitAt(at)) {
      const length = this.#view.getUint32(at + 4, littleEndian);
      return { tag, vr: "", length, start: at + 8 };
    }
    const vr = String.fromCharCode(this.bytes[at + 4]!, this.bytes[at + 5]!);
    if (!longVrs.has(vr)) {
      const length = this.#view.getUint16(at + 6, littleEndian);
      return { tag, vr, length, start: at + 8 };
    }
    this.#require(at, 12);
    return { tag, vr, length: this.#view.getUint32(at + 8, littleEndian), start: at + 12 };
  }

  /** Keeps an element or passes it over. @returns where the next begins */
  #element(
    head: Head,
    encoding: Encoding,
    end: number,
    depth: number,
    kept: Map<number, Element> | null,
  ): number {
    const { tag, vr, length, start } = head;
    const isKept = kept !== null && this.wanted.has(tag);
    const isOpen = length === OPEN;
    if (!isOpen && length > end - start)
      throw new DecodeError(
        "truncated",
        messages.dicomElementCut(tagName(tag), length, end - start),
      );
    if (!isOpen && !(isKept && (vr === "SQ" || vr === ""))) {
      if (isKept) kept.set(tag, { vr, start, end: start + length, isOpen });
      return start + length;
    }
    // What is unknown and open is a sequence in the implicit form, whatever the file's is.
    const inner =
      vr === "UN" ? { isExplicit: false, littleEndian: encoding.littleEndian } : encoding;
    const items: Dataset[] = [];
    const isSequence = isOpen || this.#startsItem(start, start + length, encoding.littleEndian);
    const after = isSequence
      ? this.#items(
          start,
          isOpen ? end : start + length,
          inner,
          depth + 1,
          isKept ? items : null,
          isOpen,
        )
      : start + length;
    if (isKept) kept.set(tag, { vr, start, end: after, isOpen, ...(isSequence && { items }) });
    return after;
  }

  #startsItem(start: number, end: number, littleEndian: boolean): boolean {
    return end - start >= 8 && this.#tag(start, littleEndian) === ITEM;
  }

  /** Of a sequence, or of fragments, whose items hold no elements. @returns where the next element begins */
  #items(
    start: number,
    end: number,
    encoding: Encoding,
    depth: number,
    kept: Dataset[] | null,
    isOpen: boolean,
  ): number {
    if (depth > DEEPEST) throw new DecodeError("corrupt", messages.dicomTooDeep(DEEPEST));
    let at = start;
    while (at + 8 <= end) {
      const { tag, length, start: first } = this.#head(at, encoding);
      if (tag === SEQUENCE_END) return first;
      if (tag !== ITEM) throw new DecodeError("corrupt", messages.dicomNoItem(tagName(tag)));
      const isWanted = kept !== null && kept.length < MOST_ITEMS;
      if (length !== OPEN) {
        if (length > end - first)
          throw new DecodeError(
            "truncated",
            messages.dicomElementCut(tagName(tag), length, end - first),
          );
        if (isWanted) kept.push(this.#item(first, first + length, encoding, depth, true).elements);
        at = first + length;
        continue;
      }
      const item = this.#item(first, end, encoding, depth, isWanted);
      if (isWanted) kept.push(item.elements);
      at = item.end;
    }
    if (isOpen && at < end) throw new DecodeError("truncated", messages.dicomSequenceOpen());
    return at;
  }

  #item(
    start: number,
    end: number,
    encoding: Encoding,
    depth: number,
    isWanted: boolean,
  ): { elements: Dataset; end: number } {
    const elements = new Map<number, Element>();
    // Each item may say its value representations or not, as some writers have it.
    const own = { ...encoding, isExplicit: encoding.isExplicit && this.isExplicitAt(start) };
    let at = start;
    while (at + 8 <= end) {
      const head = this.#head(at, own);
      if (head.tag === ITEM_END) return { elements, end: head.start };
      at = this.#element(head, own, end, depth, isWanted ? elements : null);
    }
    return { elements, end };
  }

  #require(at: number, count: number): void {
    if (at + count > this.bytes.length)
      throw new DecodeError("truncated", messages.dicomHeaderCut());
  }
}

interface Head {
  tag: number;
  vr: string;
  length: number;
  start: number;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a;
}

/** (0010,0020) */
export function tagName(tag: number): string {
  const text = tag.toString(16).toUpperCase().padStart(8, "0");
  return `(${text.slice(0, 4)},${text.slice(4)})`;
}
