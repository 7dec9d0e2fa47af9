import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { EngineError } from "./errors.ts";
import type { FetchContext } from "./fetch-context.ts";
import { messages } from "./messages.ts";
import { withLock } from "../lock.ts";

/** What is fetched into a folder of the cache. */
export interface Fetched {
  /** As messages call it. */
  name: string;
  folder: string;
  /** Room for what is downloaded and what is unpacked from it. */
  neededBytes: number;
}

/**
 * Fetches something into a folder: once, whole or not at all, whatever number of processes ask for it. What is there stays,
 * unless it is damaged.
 *
 * @param faultOf what is wrong with what is there; null where nothing is
 * @param fill makes the folder `into`, which is not there yet; in `staging` it may leave what it likes
 * @throws EngineError where there is no room; what `fill` throws; the system's error
 */
export async function fetchOnce(
  { name, folder, neededBytes }: Fetched,
  context: FetchContext,
  faultOf: (folder: string) => Promise<string | null>,
  fill: (into: string, staging: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const onWait = () =>
    context.report({ kind: "note", text: messages.waitingForOtherFetch(name, parent) });
  await withLock(`${folder}.lock`, onWait, async () => {
    const fault = existsSync(folder) ? await faultOf(folder) : undefined;
    if (fault === null) return;
    if (fault !== undefined)
      context.report({ kind: "note", text: messages.fetchedAgain(name, folder, fault) });
    await removeLeftovers(folder);
    await requireRoom(name, parent, neededBytes);
    const staging = `${folder}.part-${process.pid}`;
    const into = join(staging, "new");
    await mkdir(staging);
    try {
      await fill(into, staging);
      const files = await readdir(into, { recursive: true });
      for (const file of files.toSorted()) await syncPath(join(into, file));
      // What is damaged stays until there is something in its place.
      if (fault !== undefined) await rename(folder, join(staging, "damaged"));
      await rename(into, folder);
      await syncPath(parent);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

/** Folders that killed processes left behind. Only ever called under the lock. */
async function removeLeftovers(folder: string): Promise<void> {
  const parent = dirname(folder);
  const named = new RegExp(`^${RegExp.escape(basename(folder))}\\.part-\\d+$`);
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (entry.isDirectory() && named.test(entry.name))
      await rm(join(parent, entry.name), { recursive: true, force: true });
  }
}

async function requireRoom(name: string, folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < neededBytes)
    throw new EngineError(messages.noRoomFor(name, folder, free, neededBytes));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
