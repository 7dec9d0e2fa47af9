import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createHash } from "node:crypto";
import { DecodeError } from "../decode/decode-error.ts";
import { isDicom } from "../decode/sniff.ts";
import { judge, type Unusable } from "../decode/verdict.ts";
import { messages } from "../messages.ts";
import { systemReason } from "../../system-error.ts";
import { readHeader, type Values } from "./header.ts";

/** A header is read in pieces of these sizes, until it is whole. */
const PIECES = [65_536, 1_048_576, 16_777_216, 67_108_864];
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

export interface HeaderOfFile {
  values: Values;
  /** Follows from what the file holds, and from nothing that is written elsewhere. */
  salt: string;
}

/**
 * Reads the elements of a file that come before its pixels, without these.
 *
 * @param wanted tags, none of them behind the pixels
 * @returns undefined of a file that is no DICOM file; Unusable of one that is damaged or cannot be read
 */
export async function headerOfFile(
  path: string,
  wanted: ReadonlySet<number>,
): Promise<HeaderOfFile | Unusable | undefined> {
  try {
    await using file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const { size } = await file.stat();
    let last: unknown;
    for (const piece of PIECES) {
      const bytes = await readAt(file, 0, Math.min(piece, size));
      if (!isDicom(bytes)) return undefined;
      try {
        const { dataset } = readHeader(bytes, wanted, {
          last: Math.max(...wanted),
          mostBytes: PIECES.at(-1)!,
        });
        return { values: dataset, salt: await saltOf(file, bytes, size) };
      } catch (error) {
        last = error;
        if (piece >= size) break;
      }
    }
    throw last;
  } catch (error) {
    if (error instanceof DecodeError) return judge(error, 0);
    if (!(error instanceof Error && "code" in error)) throw error;
    return { reason: "unreadable", detail: messages.imageUnreadable(systemReason(error)) };
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/** Of its beginning, with the header, and of its middle, with what no one can guess: pixels, or their noise. */
async function saltOf(file: FileHandle, start: Uint8Array, size: number): Promise<string> {
  const [first] = PIECES;
  const middle = await readAt(file, Math.max(0, Math.floor((size - first!) / 2)), first!);
  return createHash("sha256")
    .update("lamina salt\0")
    .update(start.subarray(0, first))
    .update(middle)
    .digest("hex");
}
