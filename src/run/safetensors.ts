import type { NamedArray } from "../train/values.ts";

/**
 * Arrays in a file, as Hugging Face's safetensors has it: the length of the header (8 bytes, little-endian), the header
 * (JSON: type, shape and place of each array by its name, and words of one's own), the arrays.
 * https://huggingface.co/docs/safetensors
 */

const LENGTH_BYTES = 8;
/** Headers are padded so that arrays begin where a Float32Array may. */
const ALIGNMENT = 8;

/** @param metadata words by name, kept beside the arrays */
export function encodeSafetensors(
  arrays: ReadonlyMap<string, NamedArray>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, values }] of arrays) {
    header[name] = { dtype: "F32", shape, data_offsets: [end, (end += values.byteLength)] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = Math.ceil(text.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(text, LENGTH_BYTES);
  let position = LENGTH_BYTES + padded;
  for (const { values } of arrays.values()) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), position);
    position += values.byteLength;
  }
  return bytes;
}

/**
 * @param bytes as `encodeSafetensors` made them
 * @throws Error where they are anything else
 */
export function decodeSafetensors(bytes: Uint8Array): {
  arrays: Map<string, NamedArray>;
  metadata: Record<string, string>;
} {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const start = LENGTH_BYTES + length;
  const text = new TextDecoder("utf-8", { fatal: true }).decode(
    bytes.subarray(LENGTH_BYTES, start),
  );
  const { __metadata__: metadata, ...entries } = JSON.parse(text) as {
    __metadata__: Record<string, string>;
  } & Record<string, { shape: number[]; data_offsets: [number, number] }>;
  const arrays = new Map<string, NamedArray>();
  for (const [name, { shape, data_offsets: offsets }] of Object.entries(entries)) {
    // A copy, which begins where a Float32Array may; a Buffer's own slice is none.
    const own = new Uint8Array(bytes.subarray(start + offsets[0], start + offsets[1]));
    arrays.set(name, { shape, values: new Float32Array(own.buffer) });
  }
  return { arrays, metadata: metadata! };
}
