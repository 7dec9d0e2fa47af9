import { beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cudaName, findCudaLibraries } from "../../src/engine/cuda-libraries.ts";
import { cudaRelease, nvidiaWheels } from "../../src/engine/cuda-release.ts";
import type { Driver } from "../../src/engine/driver.ts";
import { findGpu, type GpuWorld, isCudaBuild } from "../../src/engine/gpu.ts";
import { installFolder, locateLibrary } from "../../src/engine/locate.ts";
import { messages } from "../../src/engine/messages.ts";
import { releases } from "../../src/engine/releases.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const h100 = { name: "NVIDIA H100", computeCapability: "9.0", memoryBytes: 8e10 };
const driver: Driver = { version: "580.65", cuda: 13_000, gpus: [h100], usedBytes: () => 5 };
let release: string;
let world: GpuWorld;

beforeEach(() => {
  const environment = { LAMINA_CACHE: join(folder.path, "cache") };
  release = installFolder(environment, cudaRelease);
  world = {
    environment,
    platform: "linux",
    architecture: "x64",
    askDriver: () => driver,
    findCudaLibraries: (at) => findCudaLibraries(at, () => false),
  };
});

/** Puts files where the release has its own, of a few bytes. @param members by default all */
function fetched(
  members = [cudaRelease.wheel, ...nvidiaWheels].flatMap(({ libraries }) => libraries),
): void {
  for (const member of members) {
    const path = join(release, member);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${member}: libcuda.so.1`);
  }
}

describe("a GPU is used", () => {
  test("where a driver, TensorFlow's CUDA build and every library of NVIDIA's are there", () => {
    fetched();
    const { gpu, fault } = findGpu(world);
    expect(fault).toBeNull();
    expect(gpu).toMatchObject({
      ...h100,
      driver: "580.65",
      libraryPath: join(release, "tensorflow/libtensorflow_cc.so.2"),
    });
    expect(gpu!.usedBytes()).toBe(5);
  });

  test("with libraries that the system has", () => {
    fetched(cudaRelease.wheel.libraries);
    const asked: string[] = [];
    const isOnSystem = ({ name }: { name: string }) => asked.push(name) > 0;
    const { gpu } = findGpu({
      ...world,
      findCudaLibraries: (at) => findCudaLibraries(at, isOnSystem),
    });
    expect(gpu?.name).toBe("NVIDIA H100");
    expect(asked).toContain("libcudnn.so.9");
    expect(asked).toHaveLength(9);
  });

  test("with a library of the user's own that is built with CUDA", () => {
    const own = join(folder.path, "own/tensorflow");
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, "libtensorflow_cc.so.2"), "no name of a driver");
    const environment = { ...world.environment, LAMINA_TENSORFLOW: own };
    const there = { ...world, environment, findCudaLibraries: () => [] };
    const path = join(own, "libtensorflow_cc.so.2");
    expect(findGpu(there).fault).toBe(messages.ownLibraryWithoutCuda("LAMINA_TENSORFLOW", path));
    writeFileSync(join(own, "libtensorflow_framework.so.2"), "… libcuda.so.1 …");
    expect(isCudaBuild(path)).toBe(true);
    expect(findGpu(there).gpu?.libraryPath).toBe(path);
  });
});

describe("none is used, and the reason is told,", () => {
  const faultOf = (change: Partial<GpuWorld>) => findGpu({ ...world, ...change });

  test("where there is no CUDA build for the machine", () => {
    const fault = messages.noCudaHere("darwin", "arm64");
    expect(faultOf({ platform: "darwin", architecture: "arm64" })).toEqual({
      gpu: null,
      fault,
      unused: null,
    });
  });

  test("where there is no driver, or it knows no GPU", () => {
    const { fault } = faultOf({ askDriver: () => ({ refusal: "libcuda.so.1: not there" }) });
    expect(fault).toBe(messages.noDriver("libcuda.so.1: not there"));
    const blind = { ...driver, gpus: [] };
    expect(faultOf({ askDriver: () => blind }).fault).toBe(messages.noGpu(undefined));
    const environment = { ...world.environment, CUDA_VISIBLE_DEVICES: "-1" };
    const hidden = faultOf({ askDriver: () => blind, environment });
    expect(hidden).toEqual({ gpu: null, fault: messages.noGpu("-1"), unused: null });
    expect(hidden.fault).toContain('CUDA_VISIBLE_DEVICES is "-1"');
  });

  test.each([
    ["9.0", 12_040, "12.5", "555.42"],
    ["8.6", 11_080, "12.0", "525.60"],
  ])("where the driver is too old for a card of %s", (computeCapability, cuda, least, version) => {
    fetched();
    const old = { ...driver, cuda, gpus: [{ ...h100, computeCapability }] };
    const { fault, unused } = faultOf({ askDriver: () => old });
    expect(fault).toBe(messages.driverTooOld("580.65", cudaName(cuda), least, version));
    expect(unused).toBe("NVIDIA H100");
    const young = { ...old, cuda: cuda + 1000 };
    expect(faultOf({ askDriver: () => young }).fault).toBeNull();
  });

  test("where the CUDA build is not there, or damaged", () => {
    if (!locateLibrary({}, undefined).library)
      expect(faultOf({})).toEqual({
        gpu: null,
        fault: messages.noCudaBuild(),
        unused: "NVIDIA H100",
      });
    fetched();
    writeFileSync(join(release, cudaRelease.wheel.libraries[1]!), "");
    expect(faultOf({}).fault).toStartWith(`TensorFlow's CUDA build in ${release} is damaged: `);
  });

  test("where libraries of NVIDIA's are missing, by their names", () => {
    fetched(cudaRelease.wheel.libraries);
    const { libraries } = nvidiaWheels.find((wheel) => wheel.package === "nvidia-cublas-cu12")!;
    fetched([...cudaRelease.wheel.libraries, ...libraries]);
    const { fault } = faultOf({});
    expect(fault).toContain("libcudnn.so.9");
    expect(fault).toContain("libcudart.so.12");
    expect(fault).not.toContain("libcublas");
  });
});

test("the CUDA build computes on the CPU where it is the only one", () => {
  const { environment } = world;
  if (locateLibrary({}, undefined).library) return;
  const linux = releases["linux-x64"]!;
  expect(locateLibrary(environment, linux).library).toBeNull();
  fetched();
  expect(locateLibrary(environment, linux).library?.path).toStartWith(release);
  expect(existsSync(join(release, "tensorflow"))).toBe(true);
});
