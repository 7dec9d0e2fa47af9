import { type BigIntStats, closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { messages } from "./messages.ts";
import { messages as dicomMessages } from "./dicom/messages.ts";
import { messages as sourceMessages } from "./source/messages.ts";
import type { Unusable } from "./decode/verdict.ts";
import { systemReason } from "../system-error.ts";

const mostBytes = 512_000_000;

export interface FileContent {
  bytes: Uint8Array;
  /** Of the file as it was before and after it was read; null when it changed meanwhile. */
  stamp: string | null;
  device: bigint;
}

const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
/** The file is the user's: never written, and never waited for (a pipe that took a file's place). */
const flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW;

export async function readBytes(path: string): Promise<FileContent | Unusable> {
  try {
    await using file = await open(path, flags);
    const before = await file.stat({ bigint: true });
    const refusal = refuse(before);
    if (refusal) return refusal;
    const bytes = await file.readFile();
    return content(bytes, before, await file.stat({ bigint: true }));
  } catch (error) {
    return unreadable(error);
  }
}

/** The same while this thread waits: a tenth of the time for a small file that the system has in memory. */
export function readBytesNow(path: string): FileContent | Unusable {
  try {
    const file = openSync(path, flags);
    try {
      const before = fstatSync(file, { bigint: true });
      const refusal = refuse(before);
      if (refusal) return refusal;
      const bytes = readFileSync(file);
      return content(bytes, before, fstatSync(file, { bigint: true }));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return unreadable(error);
  }
}

function refuse(stats: BigIntStats): Unusable | undefined {
  if (!stats.isFile()) return { reason: "not-a-regular-file", detail: sourceMessages.notAFile() };
  if (stats.size <= mostBytes) return undefined;
  const detail = messages.imageFileTooLarge(Number(stats.size), mostBytes);
  return { reason: "unreadable", detail };
}

function content(bytes: Uint8Array, before: BigIntStats, after: BigIntStats): FileContent {
  const stamp = fileStamp(before);
  return { bytes, stamp: stamp === fileStamp(after) ? stamp : null, device: before.dev };
}

function unreadable(error: unknown): Unusable {
  return { reason: "unreadable", detail: dicomMessages.imageUnreadable(systemReason(error)) };
}

/** Changes whenever the file's content does, save within the time that its clock cannot tell apart (see isSettled). */
export function fileStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** The coarsest clock of a file system in use, FAT's. */
const coarsestClockNs = 2e9;

/**
 * Whether a stamp that was taken at `nowMs` still tells the file's content later: a file that has just been written can
 * be written again without a change of its times (git calls such an entry racily clean).
 */
export function isSettled(stamp: string, nowMs: number): boolean {
  // To a quarter of a microsecond.
  const [, mtimeNs, ctimeNs] = stamp.split(" ").map(Number) as [number, number, number, number];
  return Math.max(mtimeNs, ctimeNs) + coarsestClockNs < nowMs * 1e6;
}
