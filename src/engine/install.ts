import type { FetchContext } from "./fetch-context.ts";
import { open, mkdir, readdir, rename, rm, statfs, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { maximum } from "../arrays.ts";
import { messages } from "./messages.ts";
import { fetchArchive } from "./archive.ts";
import { EngineError } from "./errors.ts";
import {
  fetchedRelease,
  installFolder,
  locateLibrary,
  type Attempt,
  type Library,
} from "./locate.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { withLock } from "../lock.ts";
import { releaseFor, type Release } from "./releases.ts";
import { fetchWheels } from "./wheel.ts";
import { RECORD, recordOf } from "./whole.ts";

/** Room for the wheel and the libraries unpacked from it. */
const NEEDED_BYTES = 1.3e9;

/**
 * The TensorFlow library of this machine, fetched into the cache when it is nowhere else.
 * @throws EngineError naming every place that was tried and the ways out
 */
export async function findOrFetchLibrary(context: FetchContext): Promise<Library> {
  const { environment } = context;
  const release = releaseFor(process.platform, process.arch);
  const { library, attempts } = locateLibrary(environment, release);
  if (library) return library;
  if (!release) {
    attempts.push({
      place: "download",
      outcome: messages.noRelease(process.platform, process.arch),
    });
    throw new EngineError(messages.noEngine(attempts));
  }
  await fetchRelease(release, context, attempts);
  const found = locateLibrary(environment, release).library;
  if (!found) throw new EngineError(messages.noEngine(attempts));
  return found;
}

/**
 * Fetches a release into the cache: once, whole or not at all, whatever number of processes ask for it. One that is there
 * stays, unless it is damaged.
 *
 * @param faultOf what is wrong with one that is there; null where nothing is
 * @throws EngineError
 */
export async function fetchRelease(
  release: Release,
  context: FetchContext,
  attempts: Attempt[],
  faultOf = (folder: string) => Promise.resolve(fetchedRelease(folder, release)?.fault ?? null),
): Promise<void> {
  const target = installFolder(context.environment, release);
  try {
    await fetchTo(target, release, context, attempts, faultOf);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new EngineError(messages.cacheRefuses(dirname(target), systemReason(error)));
  }
}

async function fetchTo(
  target: string,
  release: Release,
  context: FetchContext,
  attempts: Attempt[],
  faultOf: (folder: string) => Promise<string | null>,
): Promise<void> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true });
  const onWait = () =>
    context.report({
      kind: "note",
      text: messages.waitingForOtherFetch(parent),
    });
  await withLock(`${target}.lock`, onWait, async () => {
    const fault = existsSync(target) ? await faultOf(target) : undefined;
    if (fault === null) return;
    if (fault !== undefined)
      context.report({ kind: "note", text: messages.fetchedAgain(target, fault) });
    await removeLeftovers(parent, release);
    await requireRoom(parent, roomFor(release));
    const staging = `${target}.part-${process.pid}`;
    await mkdir(staging);
    try {
      await fetchInto(staging, release, context, attempts);
      // What is damaged stays until there is something in its place.
      if (fault !== undefined) await rename(target, join(staging, "damaged"));
      await rename(join(staging, "lib"), target);
      await syncPath(parent);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  });
}

async function fetchInto(
  staging: string,
  release: Release,
  context: FetchContext,
  attempts: Attempt[],
): Promise<void> {
  const lib = join(staging, "lib");
  const sources = [
    {
      place: `pip download ${release.wheel.package}==${release.version}`,
      fetch: () => fetchWheels(release, staging, lib, context),
    },
    ...(release.archive
      ? [
          {
            place: release.archive.url,
            fetch: () => fetchArchive(release.archive!, staging, lib, context),
          },
        ]
      : []),
  ];
  for (const { place, fetch } of sources) {
    try {
      await fetch();
      await writeFile(join(lib, RECORD), await recordOf(lib));
      const names = await readdir(lib, { recursive: true });
      for (const name of names.toSorted()) await syncPath(join(lib, name));
      return;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      attempts.push({ place, outcome: error.message });
      await rm(lib, { recursive: true, force: true });
    }
  }
  throw new EngineError(messages.noEngine(attempts));
}

/** Folders that killed processes left behind. Only ever called under the lock. */
async function removeLeftovers(parent: string, release: Release): Promise<void> {
  const named = new RegExp(`^${RegExp.escape(release.name)}\\.part-\\d+$`);
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (entry.isDirectory() && named.test(entry.name))
      await rm(join(parent, entry.name), { recursive: true, force: true });
  }
}

/** For all that is unpacked, and the largest wheel beside it. */
function roomFor({ wheel, others = [] }: Release): number {
  const wheels = [wheel, ...others];
  const unpacked = wheels.reduce((sum, { unpackedBytes = 0 }) => sum + unpackedBytes, 0);
  return unpacked === 0 ? NEEDED_BYTES : unpacked + maximum(wheels.map(({ bytes }) => bytes));
}

async function requireRoom(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed) throw new EngineError(messages.noRoomForEngine(folder, free, needed));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
