import type { NamedArray } from "../../train/values.ts";

/** A group of HDF5: groups and arrays by their names. */
export interface Hdf5Group {
  [name: string]: Hdf5Group | NamedArray;
}

/**
 * As much of HDF5 as Keras needs: groups of groups and of float32 arrays, each array in one piece, in the format of HDF5
 * 1.8. Nothing of when or by whom it was written, so that the same arrays give the same bytes.
 * https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
 */
export function hdf5File(root: Hdf5Group): Uint8Array {
  const file = new FileBytes(SUPERBLOCK_BYTES);
  const rootAddress = writeObject(file, root);
  const superblock = bytesOf([
    [1, 0x89],
    "HDF\r\n\x1a\n",
    [1, 2],
    // Bytes of an address and of a length, flags.
    [1, 8],
    [1, 8],
    [1, 0],
    [8, 0],
    [8, UNDEFINED],
    [8, file.length],
    [8, rootAddress],
  ]);
  return Buffer.concat([withChecksum(superblock), ...file.pieces]);
}

const SUPERBLOCK_BYTES = 48;
const UNDEFINED = 0xffff_ffff_ffff_ffffn;

/** What follows the superblock, piece by piece. */
class FileBytes {
  readonly pieces: Uint8Array[] = [];

  constructor(public length: number) {}

  /** @returns where it is in the file */
  add(piece: Uint8Array): number {
    const address = this.length;
    // Everything begins where a number of eight bytes may.
    const padded = Math.ceil(piece.length / 8) * 8;
    this.pieces.push(piece, new Uint8Array(padded - piece.length));
    this.length += padded;
    return address;
  }
}

function writeObject(file: FileBytes, object: Hdf5Group | NamedArray): number {
  return isArray(object) ? writeArray(file, object) : writeGroup(file, object);
}

function isArray(object: Hdf5Group | NamedArray): object is NamedArray {
  return object["values"] instanceof Float32Array;
}

/** Types of the messages that a header consists of. */
const messageTypes = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  fillValue: 0x05,
  link: 0x06,
  layout: 0x08,
  groupInfo: 0x0a,
} as const;

type Message = [type: keyof typeof messageTypes, ...parts: Part[]];

function writeGroup(file: FileBytes, group: Hdf5Group): number {
  const links = Object.keys(group).map((name): Message => {
    const address = writeObject(file, group[name]!);
    const text = Buffer.from(name);
    return ["link", [1, 1], [1, 0], [1, text.length], text, [8, address]];
  });
  return writeHeader(file, [
    ["linkInfo", [1, 0], [1, 0], [8, UNDEFINED], [8, UNDEFINED]],
    ["groupInfo", [1, 0], [1, 0]],
    ...links,
  ]);
}

function writeArray(file: FileBytes, { shape, values }: NamedArray): number {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const address = file.add(bytes);
  return writeHeader(file, [
    [
      "dataspace",
      [1, 2],
      [1, shape.length],
      [1, 0],
      [1, shape.length === 0 ? 0 : 1],
      ...shape.map((size): Part => [8, size]),
    ],
    // IEEE 754 of 32 bits, little-endian: where sign, exponent and mantissa are, and the exponent's bias.
    [
      "datatype",
      ...[0x11, 0x20, 0x1f, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23].map(byte),
      [4, 127],
    ],
    ["fillValue", [1, 3], [1, 0x0a]],
    ["layout", [1, 3], [1, 1], [8, address], [8, bytes.length]],
  ]);
}

function byte(value: number): Part {
  return [1, value];
}

/** An object header of version 2. @returns where it is */
function writeHeader(file: FileBytes, messages: readonly Message[]): number {
  const body = messages.map(([type, ...parts]) => {
    const data = bytesOf(parts);
    return bytesOf([[1, messageTypes[type]], [2, data.length], [1, 0], data]);
  });
  const content = Buffer.concat(body);
  // The length has four bytes.
  return file.add(withChecksum(bytesOf(["OHDR", [1, 2], [1, 2], [4, content.length], content])));
}

/** A text, bytes, or a number of so many bytes, little-endian. */
type Part = string | Uint8Array | readonly [bytes: number, value: number | bigint];

function bytesOf(parts: readonly Part[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === "string") return Buffer.from(part, "latin1");
      if (part instanceof Uint8Array) return part;
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(part[1]));
      return bytes.subarray(0, part[0]);
    }),
  );
}

function withChecksum(bytes: Uint8Array): Uint8Array {
  return bytesOf([bytes, [4, lookup3(bytes)]]);
}

/** Bob Jenkins's hash, which HDF5 holds its headers against: hashlittle() of http://burtleburtle.net/bob/c/lookup3.c */
export function lookup3(bytes: Uint8Array): number {
  let [a, b, c] = Array<number>(3).fill((0xdeadbeef + bytes.length) | 0) as [
    number,
    number,
    number,
  ];
  const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by));
  const word = (at: number) =>
    [0, 1, 2, 3].reduce((sum, index) => sum | ((bytes[at + index] ?? 0) << (8 * index)), 0);
  let at = 0;
  for (; bytes.length - at > 12; at += 12) {
    a = (a + word(at)) | 0;
    b = (b + word(at + 4)) | 0;
    c = (c + word(at + 8)) | 0;
    a = ((a - c) | 0) ^ rotate(c, 4);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotate(a, 6);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotate(b, 8);
    b = (b + a) | 0;
    a = ((a - c) | 0) ^ rotate(c, 16);
    c = (c + b) | 0;
    b = ((b - a) | 0) ^ rotate(a, 19);
    a = (a + c) | 0;
    c = ((c - b) | 0) ^ rotate(b, 4);
    b = (b + a) | 0;
  }
  if (at === bytes.length) return c >>> 0;
  a = (a + word(at)) | 0;
  b = (b + word(at + 4)) | 0;
  c = (c + word(at + 8)) | 0;
  c = ((c ^ b) - rotate(b, 14)) | 0;
  a = ((a ^ c) - rotate(c, 11)) | 0;
  b = ((b ^ a) - rotate(a, 25)) | 0;
  c = ((c ^ b) - rotate(b, 16)) | 0;
  a = ((a ^ c) - rotate(c, 4)) | 0;
  b = ((b ^ a) - rotate(a, 14)) | 0;
  c = ((c ^ b) - rotate(b, 24)) | 0;
  return c >>> 0;
}
