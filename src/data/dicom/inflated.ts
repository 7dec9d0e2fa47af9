import { inflateRawSync } from "node:zlib";
import { DecodeError } from "../decode/decode-error.ts";
import { messages } from "./messages.ts";

/** @throws DecodeError */
export function inflated(deflated: Uint8Array, mostBytes: number): Uint8Array {
  try {
    return inflateRawSync(deflated, { maxOutputLength: mostBytes });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE" || error instanceof RangeError)
      throw new DecodeError("corrupt", messages.dicomInflatesTooFar(mostBytes));
    if (code === "Z_BUF_ERROR") throw new DecodeError("truncated", messages.dicomHeaderCut());
    throw new DecodeError("corrupt", messages.dicomNotDeflated());
  }
}
