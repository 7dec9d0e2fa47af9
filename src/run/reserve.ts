import { open } from "node:fs/promises";
import { join } from "node:path";
import { removeRegular } from "../regular-file.ts";

/** Hidden, and only there while a run goes on. */
export const RESERVE = ".reserve";
/** Room for the last manifest, on file systems that never write over what is there as well. */
const RESERVE_BYTES = 64 * 1024;

/**
 * Keeps room on the disk, so that a run which fills it can still say so.
 * @throws the system's error
 */
export async function keepReserve(folder: string): Promise<void> {
  const path = join(folder, RESERVE);
  // Of a run that was killed. Never through a link.
  removeRegular(path);
  const file = await open(path, "wx");
  try {
    // Not zeros, which some file systems do not store.
    await file.writeFile(Buffer.alloc(RESERVE_BYTES, "reserve "));
    await file.sync();
  } finally {
    await file.close();
  }
}

export function freeReserve(folder: string): void {
  removeRegular(join(folder, RESERVE));
}
