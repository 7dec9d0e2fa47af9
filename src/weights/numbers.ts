import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";

/** Numbers as files have them, little-endian. */
const bytesOf = {
  float64: 8,
  float32: 4,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint64: 8,
  uint32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
} as const;

export type NumberType = keyof typeof bytesOf;

export function isNumberType(name: unknown): name is NumberType {
  return typeof name === "string" && Object.hasOwn(bytesOf, name);
}

export function bytesPer(type: NumberType): number {
  return bytesOf[type];
}

/** A shape's values. @throws Unreadable where it is no shape */
export function valuesIn(shape: unknown): number {
  const isShape =
    Array.isArray(shape) &&
    shape.length <= MOST_DIMENSIONS &&
    shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  const values = isShape ? (shape as number[]).reduce((product, size) => product * size, 1) : NaN;
  if (!Number.isSafeInteger(values)) throw new Unreadable(messages.notAShape(shape));
  return values;
}

const MOST_DIMENSIONS = 32;

/** Numbers of any type as 32-bit floats, in memory of their own. @param bytes as many as whole numbers take */
export function toFloats(bytes: Uint8Array, type: NumberType): Float32Array {
  // A copy begins where any array of numbers may.
  const { buffer } = new Uint8Array(bytes);
  switch (type) {
    case "float32":
      return new Float32Array(buffer);
    case "float64":
      return new Float32Array(new Float64Array(buffer));
    case "float16":
      return new Float32Array(new Float16Array(buffer));
    case "bfloat16":
      return fromBfloat16(new Uint16Array(buffer));
    case "int64":
      return Float32Array.from(new BigInt64Array(buffer), Number);
    case "uint64":
      return Float32Array.from(new BigUint64Array(buffer), Number);
    case "int32":
      return new Float32Array(new Int32Array(buffer));
    case "uint32":
      return new Float32Array(new Uint32Array(buffer));
    case "int16":
      return new Float32Array(new Int16Array(buffer));
    case "uint16":
      return new Float32Array(new Uint16Array(buffer));
    case "int8":
      return new Float32Array(new Int8Array(buffer));
    case "uint8":
    case "bool":
      return new Float32Array(new Uint8Array(buffer));
  }
}

/** The upper half of a 32-bit float. */
function fromBfloat16(halves: Uint16Array): Float32Array {
  const whole = new Uint32Array(halves.length);
  for (let index = 0; index < halves.length; index++) whole[index] = halves[index]! << 16;
  return new Float32Array(whole.buffer);
}
