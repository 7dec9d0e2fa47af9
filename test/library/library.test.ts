import { afterAll, beforeAll, expect, spyOn, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkExperiment as checked } from "../../src/check.ts";
import {
  checkExperiment,
  ExperimentError,
  exportRun,
  inspectData,
  loadRun,
  openModel,
  RunError,
  runExperiment,
  testLearningRates,
  UsageError,
  verifyRun,
} from "../../src/lamina.ts";
import { messages } from "../../src/library/messages.ts";
import { runExperiment as run } from "../../src/pipeline.ts";
import { messages as stagesMessages } from "../../src/stages/messages.ts";
import { effectsIn } from "../fixtures/effects.ts";
import { FETCH_MS, testLibrary } from "../fixtures/engine.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const entry = join(import.meta.dir, "../../src/lamina.ts");
const directory = mkdtempSync(join(tmpdir(), "lamina-library-"));
const at = (path: string) => join(directory, path);
const manifest = (name: string) =>
  JSON.parse(readFileSync(at(`runs/${name}/manifest.json`), "utf8")) as { status: string };

beforeAll(async () => {
  await testLibrary();
  writeSmallExperiment(directory, "{ epochs: 2 }");
  await run(await checked({ file: "small", overrides: [], directory }), effectsIn(directory));
}, FETCH_MS);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const failure = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error as Error,
  );

test("import does nothing: no listener, no variable, no TensorFlow", () => {
  const script = `
const listeners = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
const before = JSON.stringify([listeners(), process.env]);
await import(${JSON.stringify(entry)});
const loaded = [...Object.keys(require.cache)].filter((file) => /@tensorflow|engine\\/engine/.test(file));
console.log(JSON.stringify([listeners(), process.env]) === before, loaded.length);`;
  const { stdout, stderr } = Bun.spawnSync([process.execPath, "-e", script]);
  expect(stdout.toString() + stderr.toString()).toBe("true 0\n");
});

test("what is wrong is told before anything is started, with its class and places", async () => {
  const wrong = { directory, set: { "train.epochs": "ten" } };
  const { ok, diagnostics } = await checkExperiment("small", wrong);
  expect(ok).toBe(false);
  expect(diagnostics[0]!.file).toBe('--set train.epochs="ten"');
  const error = await failure(runExperiment("small", wrong));
  expect(error).toBeInstanceOf(ExperimentError);
  expect((error as ExperimentError).diagnostics).toEqual(diagnostics);
  expect(await failure(checkExperiment("smal", { directory }))).toBeInstanceOf(UsageError);
  expect(await failure(loadRun("none", { directory }))).toBeInstanceOf(UsageError);
  // As a program without types may have it.
  for (const options of [{ to: "onx" as "onnx" }, { to: "onnx", samples: 1000 } as const])
    expect(await failure(exportRun("small", { ...options, directory }))).toBeInstanceOf(UsageError);
  const signal = AbortSignal.abort("before");
  expect((await failure(runExperiment("small", { directory, signal }))) as unknown).toBe("before");
  expect(readdirSync(at("runs/small"))).toEqual(["images", "v001"]);
});

test("a model has the run's own probabilities, of files, bytes and pixels alike, and calls take turns", async () => {
  const { predictions, data } = await loadRun("small", { directory });
  const paths = predictions.map(({ file }) => at(`experiments/${data.folder}/${file}`));
  const wanted = predictions.map(({ probabilities }) => probabilities);
  const ofAll = (found: { ok: boolean; probabilities?: number[] }[]) =>
    found.map((one) => one.probabilities);
  using spawned = spyOn(Bun, "spawn");
  const model = await openModel("small", { directory });
  expect(model.classes).toEqual(["dark", "light"]);
  expect(model.inputShape).toEqual([8, 8, 1]);
  const bytes = paths.map((path) => readFileSync(path));
  const values = bytes.map((text) => Uint8Array.from(text.toString().split(" ").slice(4), Number));
  const grey = values.map((one) => ({ data: one, width: 8, height: 8, channels: 1 as const }));
  const rgba = values.map((one) => ({
    data: Uint8ClampedArray.from([...one].flatMap((value) => [value, value, value, 255])),
    width: 8,
    height: 8,
  }));
  // Of 16 bits, of which this run takes 8.
  const deep = [...grey, ...rgba].map((one) => ({
    ...one,
    data: Uint16Array.from(one.data, (value) => value * 257),
  }));
  const streamed = Array.fromAsync(model.stream(["experiments/data/test"]));
  const all = await Promise.all(
    [
      paths,
      bytes,
      bytes.map((one) => new Blob([one])),
      grey,
      rgba,
      deep.slice(0, paths.length),
      deep.slice(paths.length),
    ].map((images) => model.predictAll(images)),
  );
  for (const found of all) expect(ofAll(found)).toEqual(wanted);
  expect(ofAll(await streamed)).toEqual(wanted);

  // Leaving a stream leaves the model ready.
  for await (const one of model.stream(["experiments/data/test"])) {
    expect(one.ok).toBe(true);
    break;
  }
  const mixed = await model.predictAll([Uint8Array.of(1, 2, 3), paths[0]!, at("none.png")]);
  expect(mixed.map(({ ok }) => ok)).toEqual([false, true, false]);
  expect(mixed.map(({ file }) => file)).toEqual(["#1", paths[0]!, at("none.png")]);
  const folder = await failure(model.predict("experiments/data/test"));
  expect(folder?.message).toBe(messages.notAFile("experiments/data/test"));
  const cut = { data: new Uint8Array(3), width: 8, height: 8, channels: 1 as const };
  expect((await failure(model.predict(cut)))?.message).toBe(messages.notPixels(3, 8, 8, 1));
  expect(await failure(Array.fromAsync(model.stream(["none/*.png"])))).toBeInstanceOf(UsageError);
  expect((await model.predict(paths[0]!)).ok).toBe(true);

  // As the system ends one that takes too much memory.
  process.kill((spawned.mock.results[0]!.value as Bun.Subprocess).pid, "SIGKILL");
  const killed = await failure(model.predict(paths[0]!));
  expect(killed).toBeInstanceOf(RunError);
  expect(killed?.message).toBe(messages.processEnded("SIGKILL"));
  await model.close();
  expect((await failure(model.predict(paths[0]!)))?.message).toBe(messages.modelClosed());
});

test("a run is verified, its images are read, and learning rates are tried", async () => {
  expect(await verifyRun("small", { directory })).toMatchObject({
    run: "small/v001",
    differences: [],
    same: expect.arrayContaining(["predictions.csv", "model/weights.bin"]),
  });
  const { counts, leaks } = await inspectData("small", { directory });
  const { data } = await loadRun("small", { directory });
  expect(counts).toEqual(data.counts);
  expect(leaks).toEqual(data.leaks ?? null);
  const rates = await testLearningRates("small", { directory, min: 1e-4, steps: 40 });
  expect(rates).toMatchObject({
    setting: "train.optimizer.adam.learningRate",
    range: { min: 1e-4, max: 1, steps: 40 },
  });
  for (const wrong of [{ min: 1, max: 0.1 }, { steps: 3 }, { min: -1 }])
    expect(await failure(testLearningRates("small", { directory, ...wrong }))).toBeInstanceOf(
      UsageError,
    );
});

test("what the caller's own function throws comes back, and the run ends in order", async () => {
  const mine = new Error("mine");
  const error = await failure(
    runExperiment("small", {
      directory,
      set: { "train.epochs": 100_000 },
      onProgress({ kind }) {
        if (kind === "epoch") throw mine;
      },
    }),
  );
  expect(error).toBe(mine);
  expect(manifest("small/v002")).toMatchObject({
    status: "interrupted",
    error: stagesMessages.stoppedBy(null),
  });
});

test("a run whose program is killed ends in order all the same", async () => {
  const script = at("train.ts");
  writeFileSync(
    script,
    `import { runExperiment } from ${JSON.stringify(entry)};
await runExperiment("small", {
  set: { "train.epochs": 100_000 },
  onProgress: ({ kind }) => { if (kind === "epoch") console.log("epoch"); },
});`,
  );
  const child = Bun.spawn([process.execPath, script], { cwd: directory, stdout: "pipe" });
  await child.stdout.getReader().read();
  child.kill("SIGKILL");
  await child.exited;
  while (manifest("small/v003").status === "running") await Bun.sleep(20);
  expect(manifest("small/v003").status).toBe("interrupted");
});
