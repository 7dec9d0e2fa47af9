import { beforeAll, expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkExperiment } from "../../src/check.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { messages } from "../../src/data/messages.ts";
import { listNamed } from "../../src/data/source/named.ts";
import { exportRun } from "../../src/export/export.ts";
import { readSavedModel } from "../../src/export/saved-model.ts";
import type { Manifest } from "../../src/layout.ts";
import { makeApp } from "../../src/app/app.ts";
import { runExperiment } from "../../src/pipeline.ts";
import { stream } from "../../src/random.ts";
import { probabilityText } from "../../src/run/text.ts";
import { openModel, readModel } from "../../src/stages/open-model.ts";
import { predictFiles } from "../../src/stages/predict.ts";
import { expHere } from "../fixtures/command-here.ts";
import { effectsIn } from "../fixtures/effects.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

beforeAll(async () => {
  await testEngine();
}, FETCH_MS);

const folder = useTemporaryFolder();
const SIDE = 8;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  writeFileSync(join(folder.path, path), text);
}

/** Images of one brightness each, of 12 bits, with rows or columns in the four bits below. */
function writeLowBits(): void {
  const random = stream(1, "low bits");
  for (const [split, count] of Object.entries({ train: 60, val: 20, test: 20 }))
    for (const label of ["rows", "columns"])
      for (let index = 0; index < count; index++) {
        const base = (random.next() & 4095) * 16;
        const phase = random.next() & 1;
        const values = Array.from({ length: SIDE * SIDE }, (_, at) => {
          const line = label === "rows" ? Math.floor(at / SIDE) : at % SIDE;
          return base + ((line + phase) % 2) * 15;
        });
        write(
          `experiments/data/${split}/${label}/${index}.pgm`,
          `P2 ${SIDE} ${SIDE} 65535 ${values.join(" ")}\n`,
        );
      }
  write(
    "experiments/low.yaml",
    `seed: 3
data:
  train: data/train
  validation: data/val
  test: data/test
  targetSize: [${SIDE}, ${SIDE}]
  colour: grey
  batchSize: 16
  leaks: ignore
  preprocess: { samplewiseCenter: true, samplewiseStd: true }
model: { layers: [{ conv: { filters: 4, kernelSize: 3 } }, relu, flatten, { dense: { units: classes } }] }
train: { epochs: 6, optimizer: { adam: { learningRate: 0.02 } } }
evaluate: { resamples: 10, pictures: 2, charts: [loss] }
`,
  );
}

async function run(file: string, ...overrides: string[]) {
  const warnings: string[] = [];
  const checked = await checkExperiment({ file, overrides, directory: folder.path });
  const made = await runExperiment(checked, effectsIn(folder.path, warnings));
  return { ...made, warnings };
}

test("classes that differ in the lower four bits of 16 are learned with depth 16, and not with 8", async () => {
  writeLowBits();
  const deep = await run("low.yaml", "data.depth=16");
  expect(deep.run.metrics.accuracy).toBeGreaterThan(0.95);
  expect(deep.warnings.join("\n")).not.toContain("data.depth");
  expect((await run("low.yaml")).run.metrics.accuracy).toBeLessThan(0.7);

  // What the run says of its test images is predicted of the same files again, to the last digit.
  const effects = effectsIn(folder.path);
  const read = await readModel({ name: deep.folder.name, path: deep.folder.path });
  const model = await openModel(read, effects);
  const files = await listNamed(["experiments/data/test"], model.resolved.data, folder.path);
  const rows = new Map<string, string[]>();
  for await (const batch of predictFiles(model, files, effects))
    for (const one of batch)
      if ("probabilities" in one) {
        expect(await one.pixels()).toBeInstanceOf(Uint16Array);
        rows.set(one.file.absolutePath, one.probabilities.map(probabilityText));
      }
  expect(rows.size).toBe(deep.run.predictions.length);
  for (const { file, probabilities } of deep.run.predictions)
    expect(rows.get(join(folder.path, "experiments/data", file))).toEqual(
      probabilities.map(probabilityText),
    );

  // The network takes 16 bits in other formats and in a page, too.
  const manifest = JSON.parse(
    readFileSync(join(deep.folder.path, "manifest.json"), "utf8"),
  ) as Manifest;
  const name = deep.folder.name;
  const where = { folder: deep.folder.path, name, directory: folder.path };
  const { signal } = new AbortController();
  const saved = await readSavedModel(deep.folder.path, name, deep.run, manifest);
  expect(saved.preprocessing.depth).toBe(16);
  const exported = await exportRun(deep.run, manifest, {
    ...where,
    format: "tfjs",
    samples: 1,
    environment: {},
    signal,
  });
  expect(exported.record.input).toMatchObject({ type: "int32" });
  expect(exported.record.input.description).toContain("values 0 to 65535");
  expect(exported.checked).toMatchObject({ images: 40 });
  const app = await makeApp(deep.run, manifest, {
    ...where,
    pictures: false,
    onProgress: () => undefined,
    signal,
  });
  expect(app.checked).toMatchObject({ images: 40 });
}, 60_000);

test.each([
  ["rescaled", []],
  ["centred and divided by the training images", ["featurewiseCenter", "featurewiseStd"]],
  ["whitened", ["zcaWhitening"]],
  ["each by itself", ["samplewiseCenter", "samplewiseStd"]],
])(
  "images of 8 bits make the same run with depth 16, to the bit: %s",
  async (_, settings) => {
    writeSmallExperiment(folder.path, "{ epochs: 2 }");
    const overrides = settings.map((one) => `data.preprocess.${one}=true`);
    const [narrow, deep] = [
      await run("small.yaml", ...overrides),
      await run("small.yaml", ...overrides, "data.depth=16"),
    ];
    for (const file of ["history.csv", "predictions.csv", "metrics.json"])
      expect(readFileSync(join(deep.folder.path, file), "utf8")).toBe(
        readFileSync(join(narrow.folder.path, file), "utf8"),
      );
    expect(deep.warnings).toContain(messages.depthGainsNothing(48));
    expect(narrow.warnings).not.toContain(messages.depthGainsNothing(48));
  },
  30_000,
);

test("exp data says what becomes of 16 bits", async () => {
  writeLowBits();
  const told = async (depth: 8 | 16) =>
    (
      await expHere(folder.path, join(folder.path, "cache"), [
        "data",
        "low.yaml",
        "--set",
        `data.depth=${depth}`,
      ])
    ).output;
  expect(await told(8)).toContain(cliMessages.imageNote("16-bit", 8));
  expect(await told(16)).toContain(cliMessages.imageNote("16-bit", 16));
  expect(cliMessages.imageNote("16-bit", 8)).toContain("data.depth: 16 keeps");
});
