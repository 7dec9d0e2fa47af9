import { dlopen, FFIType } from "bun:ffi";
import { loaderRefusal } from "./loader.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CudaLibrary, nvidiaWheels } from "./cuda-release.ts";

/** One of NVIDIA's libraries, and where it is. */
export interface FoundLibrary extends CudaLibrary {
  /** Its path in the folder of the release; its bare name where the system's loader knows it; null where it is nowhere. */
  place: string | null;
}

/** The oldest cuDNN that TensorFlow 2.21 takes, as cudnnGetVersion tells it: 9.3. */
const LEAST_CUDNN = 90_300;

/**
 * Looks for the libraries that TensorFlow opens when it starts on a GPU: one that is missing, and it goes on without, silently.
 * @param folder of the release, where it was fetched
 */
export function findCudaLibraries(
  folder: string,
  isOnSystem: (library: CudaLibrary) => boolean = systemHas,
  wheels = nvidiaWheels,
): FoundLibrary[] {
  return wheels.flatMap(({ libraries, opened }) =>
    opened.map((library) => {
      const member = libraries.find((path) => path.endsWith(`/${library.name}`))!;
      const path = join(folder, member);
      const place = existsSync(path) ? path : isOnSystem(library) ? library.name : null;
      return { ...library, place };
    }),
  );
}

/** Whether the system's loader finds a library, in a version that TensorFlow takes. */
export function systemHas({ name, symbol }: CudaLibrary): boolean {
  if (loaderRefusal(name) !== null) return false;
  return name !== "libcudnn.so.9" || (versionNumber(name, symbol) ?? 0) >= LEAST_CUDNN;
}

/** "9.28.0"; null where cuDNN does not open */
export function cudnnVersion(found: readonly FoundLibrary[]): string | null {
  const version = numberOf(found, "libcudnn.so.9");
  if (version === null) return null;
  return [version / 10_000, (version / 100) % 100, version % 100].map(Math.trunc).join(".");
}

/** "12.9" */
export function cudaVersion(found: readonly FoundLibrary[]): string | null {
  const library = found.find(({ name }) => name === "libcudart.so.12");
  if (!library?.place || loaderRefusal(library.place) !== null) return null;
  try {
    const { symbols } = dlopen(library.place, {
      cudaRuntimeGetVersion: { args: [FFIType.ptr], returns: FFIType.i32 },
    });
    const version = new Int32Array(1);
    return symbols.cudaRuntimeGetVersion(version) === 0 ? cudaName(version[0]!) : null;
  } catch {
    return null;
  }
}

/** @param version as CUDA tells it: 12090 for "12.9" */
export function cudaName(version: number): string {
  return `${Math.trunc(version / 1000)}.${Math.trunc((version % 1000) / 10)}`;
}

function numberOf(found: readonly FoundLibrary[], name: string): number | null {
  const library = found.find((one) => one.name === name);
  return library?.place ? versionNumber(library.place, library.symbol) : null;
}

function versionNumber(place: string, symbol: string): number | null {
  if (loaderRefusal(place) !== null) return null;
  try {
    const { symbols } = dlopen(place, { [symbol]: { args: [], returns: FFIType.u64_fast } });
    return Number(symbols[symbol]!());
  } catch {
    return null;
  }
}
