import { expect, test } from "bun:test";
import type { GpuSearch } from "../../src/engine/gpu.ts";
import { ExperimentError } from "../../src/spec/diagnostic.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { chooseGpu } from "../../src/stages/choose-gpu.ts";
import type { Reporter } from "../../src/stages/effects.ts";
import { messages } from "../../src/stages/messages.ts";

const gpu = {
  name: "NVIDIA H100",
  computeCapability: "9.0",
  memoryBytes: 8e10,
  libraryPath: "/there/libtensorflow_cc.so.2",
  driver: "580.65",
  cuda: "12.9",
  cudnn: "9.28.0",
  usedBytes: () => null,
};
const there: GpuSearch = { gpu, fault: null, unused: null };
const idle: GpuSearch = { gpu: null, fault: "no build", unused: "NVIDIA H100" };
const nowhere: GpuSearch = { gpu: null, fault: "no driver", unused: null };

function choose(
  device: "auto" | "cpu" | "gpu",
  search: GpuSearch,
  defaultDevice: "auto" | "cpu" = "auto",
) {
  const resolved = resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten"] },
    engine: { device, tf32: false },
  });
  const told: string[] = [];
  const reporter = { warning: (text: string) => told.push(text) } as unknown as Reporter;
  const locate = () => ({ file: "a.yaml", line: 3, column: 11, excerpt: "" });
  const effects = { defaultDevice, findGpu: () => search, reporter };
  return { chosen: chooseGpu({ resolved, locate }, effects), told };
}

test("a GPU computes where there is one, as the experiment wants it", () => {
  const settings = { deterministic: true, tf32: false };
  for (const device of ["auto", "gpu"] as const)
    expect(choose(device, there)).toEqual({ chosen: { ...gpu, ...settings }, told: [] });
  expect(choose("cpu", there).chosen).toBeNull();
});

test("a run that was made on the CPU is done again on it, but where the experiment says otherwise", () => {
  expect(choose("auto", there, "cpu").chosen).toBeNull();
  expect(choose("gpu", there, "cpu").chosen?.name).toBe("NVIDIA H100");
});

test("auto takes the CPU without a word where there is no GPU, and says why where one is idle", () => {
  expect(choose("auto", nowhere)).toEqual({ chosen: null, told: [] });
  const told = [messages.gpuUnused("NVIDIA H100", "no build")];
  expect(choose("auto", idle)).toEqual({ chosen: null, told });
  expect(choose("cpu", idle).told).toEqual([]);
});

test("a GPU that is asked for and not there is a mistake, where it is asked for", () => {
  const message = messages.gpuMissing("no driver");
  expect(() => choose("gpu", nowhere)).toThrow(
    new ExperimentError([{ file: "a.yaml", line: 3, column: 11, excerpt: "", message }]),
  );
});
