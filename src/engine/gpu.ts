import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { cudaName, cudaVersion, cudnnVersion, findCudaLibraries } from "./cuda-libraries.ts";
import { askDriver, type Driver, type Gpu } from "./driver.ts";
import { messages } from "./messages.ts";
import {
  type Environment,
  fetchedRelease,
  installFolder,
  LIBRARY_VARIABLE,
  locateLibrary,
} from "./locate.ts";
import { releaseFor } from "./releases.ts";

/** A GPU, and all that TensorFlow needs to compute on it. */
export interface UsableGpu extends Gpu {
  /** TensorFlow's CUDA build. */
  libraryPath: string;
  /** Of NVIDIA's driver; null where it does not say. */
  driver: string | null;
  /** "12.9" and "9.28.0" */
  cuda: string | null;
  cudnn: string | null;
  /** Bytes of its memory that are taken, by whatever program; null where the driver does not say. */
  usedBytes: () => number | null;
}

/** What came of looking for one. */
export interface GpuSearch {
  /** The first that may be used. */
  gpu: UsableGpu | null;
  /** Why there is none: a sentence. */
  fault: string | null;
  /** A GPU that could be used if something were done about the fault: "NVIDIA H100". */
  unused: string | null;
}

/** The world as the search sees it. */
export interface GpuWorld {
  environment: Environment;
  platform: string;
  architecture: string;
  askDriver: () => ReturnType<typeof askDriver>;
  findCudaLibraries: typeof findCudaLibraries;
}

export function gpuWorld(environment: Environment): GpuWorld {
  const { platform, arch: architecture } = process;
  return { environment, platform, architecture, askDriver: () => askDriver(), findCudaLibraries };
}

/** CUDA 12's first driver, and the first that compiles what TensorFlow has no machine code for. */
const LEAST_CUDA = { any: 12_000, compiled: 12_050 };
/** The newest card that the CUDA build has machine code for is 8.9. */
const FIRST_COMPILED = 9;

/** Looks for a GPU, NVIDIA's driver, TensorFlow's CUDA build and the libraries that it opens. It opens no TensorFlow. */
export function findGpu(world: GpuWorld): GpuSearch {
  const none = (fault: string, unused: string | null = null): GpuSearch => ({
    gpu: null,
    fault,
    unused,
  });
  if (releaseFor(world.platform, world.architecture)?.cuda === undefined)
    return none(messages.noCudaHere(world.platform, world.architecture));
  const driver = world.askDriver();
  if ("refusal" in driver) return none(messages.noDriver(driver.refusal));
  const [first] = driver.gpus;
  if (!first) return none(messages.noGpu(world.environment["CUDA_VISIBLE_DEVICES"]));
  const outdated = driverFault(driver, first);
  if (outdated !== null) return none(outdated, first.name);
  const build = findCudaBuild(world);
  if ("fault" in build) return none(build.fault, first.name);
  const found = world.findCudaLibraries(build.folder);
  const missing = found.filter(({ place }) => place === null).map(({ name }) => name);
  if (missing.length > 0) return none(messages.cudaLibrariesMissing(missing), first.name);
  const gpu = {
    ...first,
    libraryPath: build.path,
    driver: driver.version,
    cuda: cudaVersion(found),
    cudnn: cudnnVersion(found),
    usedBytes: driver.usedBytes,
  };
  return { gpu, fault: null, unused: null };
}

/** @returns null where the driver is new enough for a GPU */
export function driverFault({ cuda, version }: Driver, { computeCapability }: Gpu): string | null {
  const isCompiled = parseInt(computeCapability, 10) >= FIRST_COMPILED;
  const least = isCompiled ? LEAST_CUDA.compiled : LEAST_CUDA.any;
  if (cuda >= least) return null;
  return messages.driverTooOld(
    version,
    cudaName(cuda),
    cudaName(least),
    isCompiled ? "555.42" : "525.60",
  );
}

/** The user's own library, or the release in the cache, or the system's library, where that is built with CUDA. */
function findCudaBuild({
  environment,
  platform,
  architecture,
}: GpuWorld): { path: string; folder: string } | { fault: string } {
  const release = releaseFor(platform, architecture)!;
  const cuda = release.cuda!;
  const folder = installFolder(environment, cuda);
  if (!environment[LIBRARY_VARIABLE]) {
    const fetched = fetchedRelease(folder, cuda);
    if (fetched?.fault === null) return { path: fetched.path, folder };
    if (fetched) return { fault: messages.cudaBuildDamaged(folder, fetched.fault!) };
  }
  const { library } = locateLibrary(environment, release);
  if (library && library.origin !== "cache" && isCudaBuild(library.path))
    // As pip lays them out, NVIDIA's libraries are beside tensorflow/.
    return { path: library.path, folder: dirname(dirname(library.path)) };
  return {
    fault:
      library?.origin === "set by you"
        ? messages.ownLibraryWithoutCuda(LIBRARY_VARIABLE, library.path)
        : messages.noCudaBuild(),
  };
}

/** By the name of the driver's library, which such a build opens. */
export function isCudaBuild(path: string): boolean {
  const folder = dirname(path);
  const framework = readdirSync(folder).find((name) => name.startsWith("libtensorflow_framework"));
  return [path, ...(framework ? [join(folder, framework)] : [])].some(
    (file) => existsSync(file) && Buffer.from(Bun.mmap(file).buffer).includes("libcuda.so.1"),
  );
}
