import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { messages } from "../messages.ts";
import type { Unusable } from "./decode.ts";

const mostBytes = 512_000_000;

/** Reads a file that the user owns: never written, and never waited for (a pipe that took a file's place). */
export async function readBytes(path: string): Promise<Buffer | Unusable> {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  try {
    await using file = await open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stats = await file.stat();
    if (!stats.isFile()) return { reason: "not-a-regular-file", detail: messages.notAFile() };
    if (stats.size > mostBytes)
      return {
        reason: "unreadable",
        detail: messages.imageFileTooLarge(stats.size, mostBytes),
      };
    return await file.readFile();
  } catch (error) {
    return {
      reason: "unreadable",
      detail: messages.imageUnreadable((error as NodeJS.ErrnoException).code),
    };
  }
}
