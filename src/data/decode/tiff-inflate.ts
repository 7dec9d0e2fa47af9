import { DecodeError } from "./decode-error.ts";

/** @returns what deflated bytes become, with more than `length` of them cut @throws DecodeError */
export function inflate(input: Uint8Array, length: number): Uint8Array {
  const { inflateRawSync, inflateSync, constants } = process.getBuiltinModule("node:zlib");
  // What was written before a file was cut off is still had.
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: length + 65_536 };
  try {
    return inflateSync(input, options);
  } catch {
    // As libtiff, which does not get to the checksum at the end.
    try {
      return inflateRawSync(input.subarray(2), options);
    } catch {
      throw new DecodeError("corrupt", "its compressed data (Deflate) is damaged");
    }
  }
}
