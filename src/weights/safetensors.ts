import { Budget } from "./budget.ts";
import { Unreadable } from "./errors.ts";
import { parseJsonBytes } from "./json.ts";
import { messages } from "./messages.ts";
import { bytesPer, toFloats, valuesIn, type NumberType } from "./numbers.ts";

const LENGTH_BYTES = 8;

const types: Readonly<Record<string, NumberType>> = {
  F64: "float64",
  F32: "float32",
  F16: "float16",
  BF16: "bfloat16",
  I64: "int64",
  I32: "int32",
  I16: "int16",
  I8: "int8",
  U64: "uint64",
  U32: "uint32",
  U16: "uint16",
  U8: "uint8",
  BOOL: "bool",
};

export interface Safetensors {
  arrays: Map<string, { shape: readonly number[]; values: Float32Array }>;
  metadata: Record<string, string>;
}

/** Whether bytes begin as such a file does: with the length of a JSON object, and the object. */
export function isSafetensors(bytes: Buffer): boolean {
  if (bytes.length < LENGTH_BYTES + 2) return false;
  const length = bytes.readBigUInt64LE();
  return length >= 2n && length < 2n ** 32n && bytes[LENGTH_BYTES] === 0x7b;
}

/**
 * Arrays of a file as Hugging Face's safetensors has it: the length of the header (8 bytes, little-endian), the header (JSON:
 * type, shape and place of each array by its name, and words of one's own), the arrays. https://huggingface.co/docs/safetensors
 *
 * @throws Unreadable
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + Number(buffer.length < 8 ? Infinity : buffer.readBigUInt64LE());
  if (start > buffer.length) throw new Unreadable(messages.cutOff());
  const header = parseJsonBytes(buffer.subarray(LENGTH_BYTES, start), "the header");
  const { __metadata__: metadata = {}, ...entries } = header as Record<string, unknown>;
  const data = buffer.subarray(start);
  const budget = new Budget(bytes.length);
  const arrays: Safetensors["arrays"] = new Map();
  for (const [name, entry] of Object.entries(entries)) {
    const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
    const type = Object.hasOwn(types, String(dtype)) ? types[String(dtype)]! : null;
    if (type === null) throw new Unreadable(messages.unknownType(name, String(dtype)));
    const length = valuesIn(shape) * bytesPer(type);
    const [from, to] = placeOf(offsets, data.length);
    if (to - from !== length) throw new Unreadable(messages.wrongLength(name));
    budget.take((length / bytesPer(type)) * Float32Array.BYTES_PER_ELEMENT);
    const values = toFloats(data.subarray(from, to), type);
    arrays.set(name, { shape: shape as number[], values });
  }
  return { arrays, metadata: metadata as Record<string, string> };
}

/** @throws Unreadable */
function placeOf(offsets: unknown, end: number): readonly [number, number] {
  const [from, to] = (Array.isArray(offsets) ? offsets : []) as number[];
  const isPlace = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (!isPlace || from! < 0 || from! > to! || to! > end) throw new Unreadable(messages.cutOff());
  return [from!, to!];
}
