/** Bits of the longest code. */
const LONGEST = 16;

/**
 * A table of JPEG's Huffman codes by the next 16 bits: the length of the code that these begin with, times 256, and its
 * symbol; 0 where they begin with none.
 *
 * @param counts of the codes of each length, from 1 to 16
 * @returns undefined where there are more codes than there can be
 */
export function codeTable(counts: Uint8Array, symbols: Uint8Array): Uint16Array | undefined {
  const table = new Uint16Array(2 ** LONGEST);
  let [code, next] = [0, 0];
  for (let length = 1; length <= LONGEST; length++) {
    const each = 2 ** (LONGEST - length);
    for (let index = 0; index < counts[length - 1]!; index++) {
      if (code + each > table.length) return undefined;
      table.fill(length * 256 + symbols[next++]!, code, code + each);
      code += each;
    }
  }
  return table;
}

/** Reads compressed data of JPEG: a zero follows each byte of ones, or else it is a marker. */
export class BitReader {
  /** The next bits, in the lowest `#count` of it. */
  #bits = 0;
  #count = 0;
  /** Of these, those that are zeros because the data have ended. */
  #missing = 0;

  constructor(
    readonly bytes: Uint8Array,
    private at: number,
  ) {}

  /** Whether more has been read than there is. */
  get isBeyondEnd(): boolean {
    return this.#missing > this.#count;
  }

  /** A difference from what was predicted: T.81, H.1.2.2. A code that there is not counts as 0. */
  difference(table: Uint16Array): number {
    if (this.#count < LONGEST) this.#fill();
    const entry = table[(this.#bits >>> (this.#count - LONGEST)) & 0xffff]!;
    this.#count -= entry === 0 ? LONGEST : entry >> 8;
    const size = entry & 255;
    if (size === 0) return 0;
    if (size >= LONGEST) return 32_768;
    if (this.#count < size) this.#fill();
    this.#count -= size;
    const value = (this.#bits >>> this.#count) & (2 ** size - 1);
    return value < 2 ** (size - 1) ? value - 2 ** size + 1 : value;
  }

  /** Goes on behind the next marker. @returns its last byte; undefined where there is none */
  nextMarker(): number | undefined {
    const place = this.placeOfMarker();
    this.#bits = this.#count = this.#missing = 0;
    this.at = place + 2;
    return this.bytes[place + 1];
  }

  /** Where the next marker is, or the end. */
  placeOfMarker(): number {
    const { bytes } = this;
    // What is ahead was read without meeting one.
    for (let at = this.at; at + 1 < bytes.length; at++)
      if (bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) return at;
    return bytes.length;
  }

  #fill(): void {
    const { bytes } = this;
    while (this.#count <= 16) {
      let byte = bytes[this.at];
      if (byte === undefined || (byte === 0xff && bytes[this.at + 1] !== 0)) {
        byte = 0;
        this.#missing += 8;
      } else this.at += byte === 0xff ? 2 : 1;
      this.#bits = ((this.#bits << 8) | byte) >>> 0;
      this.#count += 8;
    }
  }
}
