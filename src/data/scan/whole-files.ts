import { readBytes, readBytesNow, isSettled } from "../file.ts";
import { sha256Of } from "../hash.ts";
import type { Outcome } from "./outcome.ts";
import type { Scan } from "./scan.ts";
import type { Unknown } from "./unknown.ts";

/** Files up to this size are read at once, as long as their disk is quick. */
export const SMALL_BYTES = 1_000_000;

/** Reads one file, and decodes it where its content is not known. */
export async function readWhole(
  { context: { cache, nowMs }, contents, decoders, disk }: Scan,
  { path, bytes, linkKey }: Unknown,
): Promise<Outcome> {
  // Another name of the same file may have been read meanwhile.
  const link = linkKey && contents.hashOfLink(linkKey);
  const linked = link && contents.find(link);
  if (linked) return linked;
  const startedMs = nowMs();
  const isQuick = bytes <= SMALL_BYTES && disk.isQuick;
  const file = isQuick ? readBytesNow(path) : await readBytes(path);
  if (isQuick) disk.took(nowMs() - startedMs);
  if (!("bytes" in file)) return file;
  const sha256 = sha256Of(file.bytes);
  if (file.stamp !== null) {
    if (linkKey === `${file.device} ${file.stamp}`) contents.rememberLink(linkKey, sha256);
    if (isSettled(file.stamp, startedMs)) cache.rememberHash(path, file.stamp, sha256);
  }
  return contents.findOut(sha256, path, () => decoders.decode(file.bytes));
}
