import type { FetchContext } from "./fetch-context.ts";
import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
import { fetchWheel } from "./wheel.ts";
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
    const fetched = { name: "TensorFlow", folder: target, neededBytes: NEEDED_BYTES };
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
  const members = wheel.libraries.map((name) => `tensorflow/${name}`);
  const sources = [
    {
      place: `pip download ${wheel.package}==${version}`,
      fetch: () => fetchWheel({ ...wheel, version, members }, staging, lib, context),
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
