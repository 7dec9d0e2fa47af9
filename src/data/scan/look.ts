import { type BigIntStats, lstatSync } from "node:fs";
import { framed } from "../../frame-names.ts";
import { fileStamp } from "../file.ts";
import type { Outcome } from "./outcome.ts";
import type { Scan } from "./scan.ts";
import type { Unknown } from "./unknown.ts";

/** What a look at a file tells: what it is, where that is known. */
export type Look = Pick<Unknown, "bytes" | "linkKey"> & { outcome?: Outcome };

/** What is known of an image without opening its file: by the file's size, times and inode. */
export function look({ context: { cache }, contents }: Scan, path: string, frame?: number): Look {
  const stats = statsOf(path);
  if (!stats?.isFile()) return { bytes: 0, linkKey: null };
  const stamp = fileStamp(stats);
  const linkKey = stats.nlink > 1n ? `${stats.dev} ${stamp}` : null;
  const looked = { bytes: Number(stats.size), linkKey };
  const sha256 = (linkKey && contents.hashOfLink(linkKey)) ?? cache.hashOf(path, stamp);
  if (linkKey && sha256 !== undefined) contents.rememberLink(linkKey, sha256);
  const outcome = sha256 && contents.find(framed(sha256, frame));
  return outcome && !(outcome instanceof Promise) ? { ...looked, outcome } : looked;
}

/** @returns undefined where there are none: whoever reads the file is told why */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
