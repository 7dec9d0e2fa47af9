import { beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../src/engine/engine.ts";
import { RunError } from "../../src/errors.ts";
import { files, formatVersions, type Manifest } from "../../src/layout.ts";
import { deviceOf } from "../../src/cli/effects.ts";
import { environmentChanges } from "../../src/compare/environment.ts";
import {
  describeEnvironment,
  describeSurroundings,
  type ManifestContext,
  openManifest,
} from "../../src/run/manifest.ts";
import { parseManifest } from "../../src/run/records.ts";
import { RESERVE } from "../../src/run/reserve.ts";
import type { LoadedExperiment } from "../../src/spec/load.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { useSlowDisk } from "../fixtures/slow-disk.ts";

const folder = useTemporaryFolder();
const disk = useSlowDisk();
const at = (name: string) => join(folder.path, "v001", name);

let seconds: number;
beforeEach(() => {
  seconds = 0;
  mkdirSync(at(""));
});

const start = Date.UTC(2026, 0, 2);
const engine = {
  version: "2.18.0",
  settings: {
    libraryPath: join(homedir(), ".cache/libtensorflow.so"),
    threads: 2,
    threadsPerOperation: 1,
    oneDnn: true,
  },
} as Engine;
const environment = await describeEnvironment(
  engine,
  { shards: 2, blocks: [1, 4], stepsPerCall: 1 },
  import.meta.dir,
);
const open = (more: Partial<ManifestContext> = {}) =>
  openManifest(
    { name: "a/v001", path: at("") },
    {
      experiment: {
        file: join(process.cwd(), "experiments/a.yaml"),
        directory: folder.path,
      } as LoadedExperiment,
      environment,
      base: null,
      reading: { seconds: 1.5, decoded: 7 },
      command: ["run", "a.yaml"],
      now: () => new Date(start + seconds * 1000),
      newId: () => "an id",
      deviceMemory: () => null,
      ...more,
    },
  );

test("what a run was computed on is told: the CPU, or a GPU with all that its bits may follow from", async () => {
  const gpu = {
    name: "NVIDIA H100",
    computeCapability: "9.0",
    memoryBytes: 8e10,
    driver: "580.65.06",
    cuda: "12.9",
    cudnn: "9.28.0",
    deterministic: true,
    tf32: false,
  };
  const settings = { ...engine.settings, gpu: { ...gpu, libraryPath: "/a", usedBytes: () => 1 } };
  const plan = { shards: 1, blocks: [32], stepsPerCall: 4 };
  const described = await describeEnvironment({ ...engine, settings }, plan, import.meta.dir);
  expect(described.engine).toMatchObject({ device: "gpu", gpu });
  expect(Object.keys(described.engine.gpu!)).toEqual(Object.keys(gpu));
  expect(environment.engine.device).toBe("cpu");
  expect(environment.engine.gpu).toBeUndefined();
  // Before there was a choice, the CPU computed.
  expect(deviceOf({})).toBeUndefined();
  expect(deviceOf({ engine: {} })).toBe("cpu");
  expect(deviceOf(environment)).toBe("cpu");
  expect(deviceOf(described)).toBeUndefined();
  const bits = environmentChanges({ ...environment } as never, described as never);
  expect(bits).toContain("engine.device: cpu before, gpu now");
});

test("the GPU's memory is told as it is at the end, where it is known", async () => {
  const bytes = [7e9, null];
  for (const deviceMemory of bytes) {
    const manifest = await open({ deviceMemory: () => deviceMemory });
    await manifest.close("completed", {});
    expect(written().peakDeviceMemoryBytes).toBe(deviceMemory ?? undefined);
  }
});

function written(): Manifest {
  const text = readFileSync(at(files.manifest), "utf8");
  return parseManifest(text, files.manifest);
}

describe("a manifest", () => {
  test("says all that is known at the start, and that the run goes on", async () => {
    const calls = await disk.watch(() => open());
    expect(calls.filter((call) => /too early|unfinished/.test(call))).toEqual([]);
    // Room for the last manifest is taken before the first is there.
    expect(calls.indexOf(`sync ${RESERVE}`)).toBeLessThan(
      calls.indexOf("rename .manifest.json.PID.part to manifest.json"),
    );
    expect(written()).toMatchObject({
      formatVersion: formatVersions.manifest,
      status: "running",
      id: "an id",
      run: "a/v001",
      experiment: "experiments/a.yaml",
      command: ["run", "a.yaml"],
      pid: process.pid,
      startedAt: "2026-01-02T00:00:00.000Z",
      engine: {
        tensorflow: "2.18.0",
        library: "~/.cache/libtensorflow.so",
        threads: 2,
        threadsPerOperation: 1,
        shards: 2,
        blocks: [1, 4],
        stepsPerCall: 1,
        oneDnn: true,
      },
      versions: { bun: Bun.version },
    });
    expect(existsSync(at(RESERVE))).toBe(true);
    expect(written()).not.toContainAnyKeys(["finishedAt", "seconds", "training", "error", "files"]);
  });

  test("of a finished run has its times, its speed and its seals, on the disk when the promise is kept", async () => {
    const manifest = await open();
    seconds = 4;
    manifest.waited(100, 1000);
    manifest.waited(150, 3000);
    manifest.trained(3, 10);
    seconds = 10;
    const calls = await disk.watch(() =>
      manifest.close("completed", { files: { "data.json": "5ea1" } }),
    );
    expect(calls).toContain("rename .manifest.json.PID.part to manifest.json");
    expect(calls.at(-1)).toBe("close v001");
    expect(written()).toMatchObject({
      status: "completed",
      finishedAt: "2026-01-02T00:00:10.000Z",
      seconds: 10,
      // 3 epochs of 10 images in 4 seconds; a sixteenth of their time was waiting.
      training: { seconds: 4, imagesPerSecond: 8, waitingForData: 0.0625 },
      files: { "data.json": "5ea1" },
    });
    expect(written()).not.toContainKey("error");
    expect(written().peakMemoryBytes).toBeGreaterThan(10e6);
    expect(existsSync(at(RESERVE))).toBe(false);
  });

  test("of a failed run has the error, and no seals", async () => {
    const manifest = await open();
    await manifest.close("failed", { error: new Error("the loss is NaN") });
    expect(written()).toMatchObject({ status: "failed", error: "the loss is NaN", training: {} });
    expect(written()).not.toContainKey("files");
  });

  test("without a word about its error has none", async () => {
    const manifest = await open();
    await manifest.close("interrupted", { error: new Error("") });
    expect(written()).not.toContainKey("error");
  });
});

describe("where a manifest cannot be written anew", () => {
  // A folder stands where the temporary file would be, as a full disk would refuse it.
  const refuse = () => mkdirSync(at(`.manifest.json.${process.pid}.part`));

  test("a failed run says so in the one that is there", async () => {
    const manifest = await open();
    refuse();
    await manifest.close("failed", { error: new Error("no space is left") });
    expect(written()).toMatchObject({ status: "failed", error: "no space is left" });
  });

  test("a run is not finished", async () => {
    const manifest = await open();
    refuse();
    await expect(manifest.close("completed", {})).rejects.toThrow(RunError);
    expect(written().status).toBe("running");
  });

  test("none is begun", async () => {
    mkdirSync(at(RESERVE));
    await expect(open()).rejects.toThrow(RunError);
    expect(existsSync(at(files.manifest))).toBe(false);
  });
});

describe.skipIf(Bun.which("git") === null)("the commit that a run was made from", () => {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b"];
  const git = (...words: string[]) =>
    Bun.spawnSync(["git", ...identity, ...words], { cwd: folder.path })
      .stdout.toString()
      .trim();
  const found = async () => (await describeSurroundings(folder.path)).lamina.git;

  test("is told with whether it holds all there is; none outside of a repository or before the first", async () => {
    expect(await found()).toBeNull();
    git("init", "--quiet");
    expect(await found()).toBeNull();
    writeFileSync(join(folder.path, "a.yaml"), "seed: 1\n");
    git("add", "a.yaml");
    git("commit", "--quiet", "--message", "first");
    const commit = git("rev-parse", "HEAD");
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(await found()).toEqual({ commit, changed: false });
    // What git does not know changes nothing.
    writeFileSync(join(folder.path, "b.yaml"), "");
    expect(await found()).toEqual({ commit, changed: false });
    writeFileSync(join(folder.path, "a.yaml"), "seed: 2\n");
    expect(await found()).toEqual({ commit, changed: true });
  });
});
