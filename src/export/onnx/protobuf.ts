/**
 * As much of protocol buffers as ONNX needs: https://protobuf.dev/programming-guides/encoding
 * A field is its number and a value: a whole number, a text, bytes or a message; a `Float` of 32 bits.
 */
export type Field = readonly [number: number, value: number | bigint | string | Uint8Array | Float];

export class Float {
  constructor(readonly value: number) {}
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

export function message(...fields: readonly Field[]): Uint8Array {
  return Buffer.concat(fields.flatMap(([number, value]) => encoded(number, value)));
}

function encoded(number: number, value: Field[1]): Uint8Array[] {
  if (typeof value === "number" || typeof value === "bigint")
    return [key(number, VARINT), varint(BigInt(value))];
  if (value instanceof Float) {
    const bytes = Buffer.alloc(4);
    bytes.writeFloatLE(value.value);
    return [key(number, FIXED_32), bytes];
  }
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  return [key(number, LENGTH_DELIMITED), varint(BigInt(bytes.length)), bytes];
}

function key(number: number, type: number): Uint8Array {
  return varint(BigInt((number << 3) | type));
}

/** Seven bits a byte, the lowest first; a negative number as its two's complement of 64 bits. */
function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Uint8Array.of(...bytes, Number(rest));
}
