import { beforeAll, expect, test } from "bun:test";
import { nvidiaWheels } from "../../src/engine/cuda-release.ts";
import { command } from "../fixtures/call.ts";
import { FETCH_MS, testLibrary } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { holdOutput } from "../fixtures/outputs.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
let library: string;
beforeAll(async () => {
  library = (await testLibrary()).settings.libraryPath;
}, FETCH_MS);

/** `exp WORDS…` where TensorFlow is built without CUDA, whatever the machine has. */
function call(...words: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, command, ...words], {
    cwd: folder.path,
    env: { ...process.env, LAMINA_TENSORFLOW: library, LAMINA_CACHE: folder.path },
  });
  holdOutput(words, stdout.toString());
  return { exitCode, output: stdout.toString(), complaint: stderr.toString() };
}

interface Answer {
  healthy: boolean;
  findings: { name: string; value: string; ok: boolean }[];
}

const names = nvidiaWheels.flatMap(({ opened }) => opened.map(({ name }) => name));

test("exp doctor --gpu names each of NVIDIA's libraries, and what a GPU wants", () => {
  const { exitCode, output } = call("doctor", "--gpu", "--json");
  const { healthy, findings } = JSON.parse(output) as Answer;
  const find = (name: string) => findings.find((finding) => finding.name === name)!;
  expect([exitCode, healthy]).toEqual([1, false]);
  expect(find("gpu").ok).toBe(false);
  for (const name of names)
    expect(find(name).value).toMatch(/the system's|exp doctor --fetch --gpu/);
  expect(find("calculation")).toMatchObject({ value: "3 × 3 is 9", ok: true });
}, 60_000);

test("without --gpu a machine is as it should be without one", () => {
  const { exitCode, output } = call("doctor", "--json");
  expect([exitCode, (JSON.parse(output) as Answer).healthy]).toEqual([0, true]);
}, 60_000);

test("a run that asks for a GPU ends before it begins, at the place where it asks", () => {
  writeSmallExperiment(folder.path, "{ epochs: 2 }");
  const { exitCode, output, complaint } = call("small.yaml", "--set", "engine.device=gpu");
  expect([exitCode, output]).toEqual([2, ""]);
  expect(complaint).toStartWith("--set engine.device=gpu  engine.device: there is no GPU");
}, 60_000);
