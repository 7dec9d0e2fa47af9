import { type BigIntStats, constants } from "node:fs";
import { open } from "node:fs/promises";
import { messages } from "../messages.ts";
import type { Unusable } from "./decode.ts";

const mostBytes = 512_000_000;

export interface FileContent {
  bytes: Uint8Array;
  /** Of the file as it was before and after it was read; null when it changed meanwhile. */
  stamp: string | null;
  device: bigint;
}

/** Reads a file that the user owns: never written, and never waited for (a pipe that took a file's place). */
export async function readBytes(path: string): Promise<FileContent | Unusable> {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  try {
    await using file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const before = await file.stat({ bigint: true });
    if (!before.isFile()) return { reason: "not-a-regular-file", detail: messages.notAFile() };
    if (before.size > mostBytes)
      return {
        reason: "unreadable",
        detail: messages.imageFileTooLarge(Number(before.size), mostBytes),
      };
    const bytes = await file.readFile();
    const [stamp, after] = [before, await file.stat({ bigint: true })].map(fileStamp);
    return {
      bytes,
      stamp: stamp === after ? stamp! : null,
      device: before.dev,
    };
  } catch (error) {
    return {
      reason: "unreadable",
      detail: messages.imageUnreadable((error as NodeJS.ErrnoException).code),
    };
  }
}

/** Changes whenever the file's content does, save within the time that its clock cannot tell apart (see isSettled). */
export function fileStamp({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** The coarsest clock of a file system in use, FAT's. */
const coarsestClockNs = 2_000_000_000n;

/**
 * Whether a stamp that was taken at `nowMs` still tells the file's content later: a file that has just been written can
 * be written again without a change of its times (git calls such an entry racily clean).
 */
export function isSettled(stamp: string, nowMs: number): boolean {
  const [, mtimeNs, ctimeNs] = stamp.split(" ").map(BigInt) as [bigint, bigint, bigint, bigint];
  const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return latest + coarsestClockNs < BigInt(Math.floor(nowMs)) * 1_000_000n;
}
