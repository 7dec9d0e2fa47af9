import type { FetchContext } from "./fetch-context.ts";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { maximum } from "../arrays.ts";
import { messages } from "./messages.ts";
import { fetchOnce } from "./fetch-once.ts";
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
import { releaseFor, type Release } from "./releases.ts";
import { fetchWheel, type Wheel } from "./wheel.ts";
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
    const fetched = { name: "TensorFlow", folder: target, neededBytes: roomFor(release) };
    await fetchOnce(fetched, context, faultOf, (into, staging) =>
      fetchInto(into, staging, release, context, attempts),
    );
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new EngineError(messages.cacheRefuses(dirname(target), systemReason(error)));
  }
}

async function fetchInto(
  lib: string,
  staging: string,
  release: Release,
  context: FetchContext,
  attempts: Attempt[],
): Promise<void> {
  const { wheel, version } = release;
  const sources = [
    {
      place: `pip download ${wheel.package}==${version}`,
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
      return;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      attempts.push({ place, outcome: error.message });
      await rm(lib, { recursive: true, force: true });
    }
  }
  throw new EngineError(messages.noEngine(attempts));
}

/** One after the other: the room of one that is unpacked is the next one's. */
async function fetchWheels(
  release: Release,
  staging: string,
  lib: string,
  context: FetchContext,
): Promise<void> {
  const wheels = wheelsOf(release);
  const total = wheels.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const wheel of wheels) {
    const own = join(staging, wheel.package);
    await mkdir(own);
    // Of several the download alone is told, as one.
    const report: FetchContext["report"] = (event) => {
      if (wheels.length === 1 || event.kind === "note") context.report(event);
      else if (event.phase === "download")
        context.report({ ...event, done: before + event.done, total });
    };
    await fetchWheel(wheel, own, lib, { ...context, report });
    await rm(own, { recursive: true, force: true });
    before += wheel.bytes;
  }
}

function wheelsOf({ version, wheel, others = [] }: Release): Wheel[] {
  return [{ ...wheel, version }, ...others].map((one) => {
    const isInFolders = one.libraries.some((name) => name.includes("/"));
    const members = one.libraries.map((name) => (isInFolders ? name : `tensorflow/${name}`));
    return { ...one, members, keepsFolders: isInFolders };
  });
}

/** For all that is unpacked, and the largest wheel beside it. */
function roomFor({ wheel, others = [] }: Release): number {
  const wheels = [wheel, ...others];
  const unpacked = wheels.reduce((sum, { unpackedBytes = 0 }) => sum + unpackedBytes, 0);
  return unpacked === 0 ? NEEDED_BYTES : unpacked + maximum(wheels.map(({ bytes }) => bytes));
}
