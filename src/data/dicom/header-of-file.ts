import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createHash } from "node:crypto";
import { maximum } from "../../arrays.ts";
import { DecodeError } from "../decode/decode-error.ts";
import { isDicom } from "../decode/sniff.ts";
import { judge, type Unusable } from "../decode/verdict.ts";
import { messages } from "./messages.ts";
import { systemReason } from "../../system-error.ts";
import { distinctive, uids } from "./dictionary.ts";
import { type DicomFile, readHeader, type Values } from "./header.ts";

/** A header is read in pieces of these sizes, until it is whole. */
const PIECES = [65_536, 1_048_576, 16_777_216, 67_108_864];
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

export interface HeaderOfFile {
  values: Values;
  /** Follows from what the file holds and a run does not; the same however its pixels are coded. */
  salt: string;
}

/**
 * Reads the elements of a file that come before its pixels, without these.
 *
 * @param wanted tags, none of them behind the pixels
 * @returns undefined of a file that is no DICOM file; Unusable of one that is damaged or cannot be read
 */
export function headerOfFile(
  path: string,
  wanted: ReadonlySet<number>,
): Promise<HeaderOfFile | Unusable | undefined> {
  return beginningOf(path, new Set([...wanted, ...distinctive]), async ({ dataset }, place) => ({
    values: dataset,
    salt: await saltOf(dataset, place),
  }));
}

/** A file of which the beginning was read. */
interface Begun {
  file: FileHandle;
  start: Uint8Array;
  size: number;
}

/**
 * As headerOfFile, and what `use` makes of it.
 * @param use it may ask for more of the file by what it throws: a DecodeError
 */
export async function beginningOf<Result>(
  path: string,
  wanted: ReadonlySet<number>,
  use: (header: DicomFile, place: Begun) => Promise<Result>,
): Promise<Result | Unusable | undefined> {
  try {
    await using file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const { size } = await file.stat();
    let last: unknown;
    for (const piece of PIECES) {
      const start = await readAt(file, 0, Math.min(piece, size));
      if (!isDicom(start)) return undefined;
      try {
        const header = readHeader(start, wanted, {
          last: maximum(wanted),
          mostBytes: PIECES.at(-1)!,
        });
        return await use(header, { file, start, size });
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

/** Of a header that lacks more of the numbers which every image has, and so is none of a hospital's. */
const FEWEST_UIDS = 2;

/** Of the texts that no other image has together; of a header without them, of the file's beginning and its middle. */
async function saltOf(values: Values, { file, start, size }: Begun): Promise<string> {
  const hash = createHash("sha256").update("lamina salt\0");
  for (const tag of distinctive) hash.update(`${values.text(tag) ?? ""}\0`);
  if (uids.filter((tag) => values.text(tag) !== undefined).length < FEWEST_UIDS) {
    const [length] = PIECES;
    hash.update(start.subarray(0, length));
    hash.update(await readAt(file, Math.max(0, Math.floor((size - length!) / 2)), length!));
  }
  return hash.digest("hex");
}
