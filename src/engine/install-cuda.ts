import { existsSync } from "node:fs";
import { findCudaLibraries, systemHas } from "./cuda-libraries.ts";
import { type CudaLibrary, cudaRelease, type NvidiaWheel, nvidiaWheels } from "./cuda-release.ts";
import { EngineError } from "./errors.ts";
import type { FetchContext } from "./fetch-context.ts";
import { fetchRelease } from "./install.ts";
import { installFolder } from "./locate.ts";
import { messages } from "./messages.ts";
import type { Release } from "./release.ts";
import { hashFault } from "./whole.ts";

/** What is fetched, and what of it the system has. */
interface Source {
  release: Release;
  nvidia: readonly NvidiaWheel[];
  isOnSystem: (library: CudaLibrary) => boolean;
}

/**
 * Fetches TensorFlow's CUDA build into the cache, with those of NVIDIA's libraries that the system does not have, as
 * fetchRelease does. What is there and whole stays.
 * @throws EngineError
 */
export async function fetchCudaRelease(
  context: FetchContext,
  { release, nvidia, isOnSystem }: Source = {
    release: cudaRelease,
    nvidia: nvidiaWheels,
    isOnSystem: systemHas,
  },
): Promise<void> {
  const folder = installFolder(context.environment, release);
  const faultOf = async (at: string) => {
    const missing = findCudaLibraries(at, isOnSystem, nvidia).filter(({ place }) => place === null);
    return missing.length > 0
      ? messages.librariesGone(missing.map(({ name }) => name))
      : ((await hashFault(at)) ?? null);
  };
  if (existsSync(folder) && (await faultOf(folder)) === null) return;
  const others = nvidia.filter(({ opened }) => !opened.every(isOnSystem));
  const wheels = [release.wheel, ...others];
  const unpacked = wheels.reduce((sum, { unpackedBytes = 0 }) => sum + unpackedBytes, 0);
  context.report({ kind: "note", text: messages.cudaFetch(wheels, unpacked) });
  const found = nvidia.filter((wheel) => !others.includes(wheel)).flatMap(({ opened }) => opened);
  if (found.length > 0)
    context.report({ kind: "note", text: messages.onSystem(found.map(({ name }) => name)) });
  await fetchRelease({ ...release, others }, context, [], faultOf);
  const fault = await faultOf(folder);
  if (fault !== null) throw new EngineError(messages.damagedHere(fault));
}
