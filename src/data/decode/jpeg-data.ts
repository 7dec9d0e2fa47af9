/** The one scan of a JPEG file, as in most files: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2 */
export interface Scan {
  width: number;
  height: number;
  /** Blocks that are coded one after another, of all components: their size in pixels, */
  unitWidth: number;
  unitHeight: number;
  /** and how many they are. */
  columns: number;
  rows: number;
  /** Units from one restart marker to the next; all of them where there are no such markers. */
  interval: number;
  components: Component[];
  /** The segments that define Huffman codes. */
  tables: Uint8Array[];
  /** The scan's own header, and where its data begin. */
  header: Uint8Array;
  start: number;
}

interface Component {
  id: number;
  across: number;
  down: number;
}

/** The lookup of a Huffman code by its length: the largest code of each, and where its symbols begin. */
interface Codes {
  largest: Int32Array;
  offset: Int32Array;
  symbols: Uint8Array;
}

const [SOF0, SOF1, DHT, EOI, SOS, DRI] = [0xc0, 0xc1, 0xc4, 0xd9, 0xda, 0xdd];
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Whether nothing ends the compressed data of a JPEG file: the rest of it was cut off. */
export function lacksEnd(bytes: Uint8Array): boolean {
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at++;
    else if (marker === SOS) return !hasEnd(bytes, at);
    else if (marker === EOI) return false;
    else at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return false;
}

function hasEnd(bytes: Uint8Array, after: number): boolean {
  for (let at = bytes.length - 2; at > after; at = bytes.lastIndexOf(0xff, at - 1))
    if (bytes[at] === 0xff && bytes[at + 1] === EOI) return true;
  return false;
}

/** @returns undefined of files that have several scans, or no Huffman codes */
export function readScan(bytes: Uint8Array): Scan | undefined {
  let frame: Omit<Scan, "interval" | "tables" | "header" | "start"> | undefined;
  let interval = 0;
  const tables: Uint8Array[] = [];
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (marker === SOF0 || marker === SOF1) frame = readFrame(content);
    else if (marker >= 0xc2 && marker <= 0xcf && marker !== DHT) return undefined;
    else if (marker === DHT) tables.push(content);
    else if (marker === DRI) interval = content[0]! * 256 + content[1]!;
    else if (marker === SOS) {
      if (!frame || content[0] !== frame.components.length) return undefined;
      const start = at + 2 + length;
      interval ||= frame.columns * frame.rows;
      return { ...frame, interval, tables, header: content, start };
    }
    at += 2 + length;
  }
  return undefined;
}

function readFrame(content: Uint8Array) {
  const components = Array.from({ length: content[5]! }, (_, index) => {
    const [id, sampling] = [content[6 + index * 3]!, content[7 + index * 3]!];
    return { id, across: sampling >> 4, down: sampling & 15 };
  });
  const height = content[1]! * 256 + content[2]!;
  const width = content[3]! * 256 + content[4]!;
  // Of a single component the blocks follow one another, whatever its sampling.
  const most = (of: "across" | "down") =>
    components.length === 1
      ? 1
      : components.reduce((largest, component) => Math.max(largest, component[of]), 1);
  const [unitWidth, unitHeight] = [8 * most("across"), 8 * most("down")];
  return {
    width,
    height,
    unitWidth,
    unitHeight,
    columns: Math.ceil(width / unitWidth),
    rows: Math.ceil(height / unitHeight),
    components,
  };
}

/**
 * How many of a JPEG file's units have no data: libjpeg paints them grey and says nothing that reaches us.
 *
 * @returns undefined where the scan has no codes
 */
export function missingUnits(bytes: Uint8Array, scan: Scan): number | undefined {
  const { components, header, interval, start } = scan;
  const codes = new Map<number, Codes>();
  for (const table of scan.tables) readCodes(table, codes);
  const blocks: [dc: Codes, ac: Codes][] = [];
  for (const [index, { id, across, down }] of components.entries()) {
    if (header[1 + index * 2] !== id) return undefined;
    const tables = header[2 + index * 2]!;
    const [dc, ac] = [codes.get(tables >> 4), codes.get(0x10 | (tables & 15))];
    if (!dc || !ac) return undefined;
    const count = components.length === 1 ? 1 : across * down;
    for (let block = 0; block < count; block++) blocks.push([dc, ac]);
  }
  const total = scan.columns * scan.rows;
  const reader = new BitReader(bytes, start);
  let missing = 0;
  for (let unit = 0; unit < total;) {
    const end = Math.min(total, unit + interval);
    for (; unit < end && skipUnit(reader, blocks); unit++);
    missing += end - unit;
    unit = end;
    if (unit < total && !reader.restart()) return missing + total - unit;
  }
  return missing;
}

function readCodes(content: Uint8Array, codes: Map<number, Codes>): void {
  for (let at = 0; at + 17 <= content.length;) {
    const counts = content.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const largest = new Int32Array(17).fill(-1);
    const offset = new Int32Array(17);
    let [code, index] = [0, 0];
    for (let length = 1; length <= 16; length++) {
      offset[length] = index - code;
      code += counts[length - 1]!;
      index += counts[length - 1]!;
      if (counts[length - 1]! > 0) largest[length] = code - 1;
      code <<= 1;
    }
    codes.set(content[at]!, { largest, offset, symbols: content.slice(at + 17, at + 17 + total) });
    at += 17 + total;
  }
}

/** @returns false where the data ends before the unit does, or makes no sense */
function skipUnit(reader: BitReader, blocks: readonly [dc: Codes, ac: Codes][]): boolean {
  for (const [dc, ac] of blocks) {
    const size = reader.symbol(dc);
    if (size < 0 || !reader.skip(size)) return false;
    for (let coefficient = 1; coefficient < 64; coefficient++) {
      const symbol = reader.symbol(ac);
      if (symbol < 0) return false;
      const bits = symbol & 15;
      if (bits === 0 && symbol !== 0xf0) break;
      coefficient += symbol >> 4;
      if (!reader.skip(bits)) return false;
    }
  }
  return true;
}

/** Bits of compressed data up to the next marker. */
class BitReader {
  #buffer = 0;
  #bits = 0;

  constructor(
    readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** -1 where there are none left, or no such code. */
  symbol({ largest, offset, symbols }: Codes): number {
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      if (this.#bits === 0 && !this.#fill()) return -1;
      code = (code << 1) | ((this.#buffer >> --this.#bits) & 1);
      if (code <= largest[length]!) return symbols[code + offset[length]!] ?? -1;
    }
    return -1;
  }

  skip(count: number): boolean {
    let left = count;
    while (left > this.#bits) {
      left -= this.#bits;
      if (!this.#fill()) return false;
    }
    this.#bits -= left;
    return true;
  }

  /** Goes on behind the next restart marker. @returns false where another marker comes first */
  restart(): boolean {
    this.#bits = 0;
    const { bytes } = this;
    for (; this.at + 1 < bytes.length; this.at++) {
      if (bytes[this.at] !== 0xff) continue;
      const marker = bytes[this.at + 1]!;
      if (marker === 0 || marker === 0xff) continue;
      if (!isRestart(marker)) return false;
      this.at += 2;
      return true;
    }
    return false;
  }

  #fill(): boolean {
    const { bytes, at } = this;
    if (at >= bytes.length) return false;
    const byte = bytes[at]!;
    if (byte === 0xff && bytes[at + 1] !== 0) return false;
    this.#buffer = byte;
    this.#bits = 8;
    this.at += byte === 0xff ? 2 : 1;
    return true;
  }
}
