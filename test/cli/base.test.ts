import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrFetchLibrary } from "../../src/engine/install.ts";
import { locateLibrary } from "../../src/engine/locate.ts";
import { releaseFor } from "../../src/engine/releases.ts";
import type { Manifest } from "../../src/layout.ts";
import { messages as modelMessages } from "../../src/model/messages.ts";
import { messages as specMessages } from "../../src/spec/messages.ts";
import { messages } from "../../src/stages/messages.ts";
import { readWeights } from "../../src/weights/read.ts";
import { expIn } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "lamina-base-"));
const at = (path: string) => join(folder, path);
const data = (colour: string) =>
  `data: { train: data/train, test: data/test, targetSize: [8, 8], colour: ${colour}, leaks: ignore, batchSize: 4 }
train: { epochs: 2 }
evaluate: { resamples: 10, pictures: 1, charts: [loss] }
engine: { threads: 1 }
`;
let environment: Record<string, string>;

async function exp(...words: string[]) {
  const { exitCode, both: output } = await expIn(environment, folder, ...words);
  return { exitCode, output };
}

async function run(...words: string[]): Promise<string> {
  const { exitCode, output } = await exp(...words);
  expect([exitCode, output]).toEqual([0, output]);
  return output;
}

const manifest = (name: string) =>
  JSON.parse(readFileSync(at(`runs/${name}/manifest.json`), "utf8")) as Manifest;
const contentOf = (name: string, file: string) =>
  readFileSync(at(`runs/${name}/${file}`)).toString("base64");

/** 16 small images, a run that was trained on them, and experiments that go on from its layers. */
beforeAll(async () => {
  await findOrFetchLibrary({ environment: process.env, report: () => undefined });
  const { library } = locateLibrary(process.env, releaseFor(process.platform, process.arch));
  environment = {
    LAMINA_CACHE: at("cache"),
    LAMINA_TENSORFLOW: library!.path,
  };
  mkdirSync(at("experiments"));
  for (const split of ["train", "test"])
    for (const [label, level] of [
      ["dark", 20],
      ["light", 60],
    ] as const)
      for (let index = 0; index < 4; index++) {
        mkdirSync(at(`experiments/data/${split}/${label}`), { recursive: true });
        const pixels = Array.from(
          { length: 64 },
          (_, place) => level + ((place * (1 + index + (split === "train" ? 0 : 4))) % 90),
        );
        writeFileSync(
          at(`experiments/data/${split}/${label}/${index}.pgm`),
          `P2 8 8 255 ${pixels.join(" ")}\n`,
        );
      }
  const write = (name: string, model: string, colour = "grey") =>
    writeFileSync(at(`experiments/${name}.yaml`), `${data(colour)}model:\n${model}`);
  write(
    "pretrain",
    `  layers:
    - conv: { filters: 4, kernelSize: 3, name: stem }
    - batchNorm
    - relu
    - residual:
        - conv: { filters: 6, kernelSize: 3, padding: same, strides: 2 }
        - dropout: 0.2
    - squeezeExcite: { ratio: 2, name: gate }
    - globalPool
    - dense: { units: 5 }
    - relu
    - dense: { units: classes }
`,
  );
  const onto = (base: string) => `  base: { from: runs/pretrain/v001${base} }
  layers: [dense: { units: 3 }, relu, dense: { units: classes }]
`;
  write("frozen", onto(""));
  write("tuned", onto(", trainable: { last: 3 }"));
  write("colour", onto(""), "rgb");
  await run("pretrain.yaml");
}, FETCH_MS);
afterAll(() => rmSync(folder, { recursive: true }));

test("a frozen base is run once, and gives the same bits from the cache", async () => {
  await run("frozen.yaml");
  await run("frozen.yaml");
  expect(manifest("frozen/v001").base).toEqual({
    from: "runs/pretrain/v001",
    file: "runs/pretrain/v001",
    format: "lamina",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    features: { images: 16, computed: 16 },
  });
  expect(manifest("frozen/v002").base!.features).toEqual({ images: 16, computed: 0 });
  for (const file of ["predictions.csv", "history.csv", "model/weights.bin", "metrics.json"])
    expect(contentOf("frozen/v002", file)).toBe(contentOf("frozen/v001", file));
  // The saved network is whole, with the weights that it was given.
  const [before, after] = await Promise.all(
    ["pretrain", "frozen"].map((name) => readWeights(at(`runs/${name}/v001`))),
  );
  const ofBase = before!.layers.filter(({ layer }) => layer !== "dense_2");
  const names = ofBase.map(({ layer }) => layer);
  expect(names).toContain("batchNorm_1");
  const taken = names.map((name) => after!.layers.find(({ layer }) => layer === name));
  expect(taken).toEqual(ofBase);
  expect(await run("verify", "frozen/v002")).toContain("byte for byte");
});

test("the last layers of a base are trained where that is asked for, batchNorm never", async () => {
  await run("tuned.yaml");
  expect(manifest("tuned/v001").base).not.toHaveProperty("features");
  const [before, after] = await Promise.all(
    ["pretrain", "tuned"].map((name) => readWeights(at(`runs/${name}/v001`))),
  );
  const valuesOf = (file: typeof before, name: string) =>
    file!.layers.find(({ layer }) => layer === name)!.weights.map(({ values }) => [...values]);
  for (const layer of ["stem", "batchNorm_1", "conv_2"])
    expect([layer, valuesOf(after, layer)]).toEqual([layer, valuesOf(before, layer)]);
  expect(valuesOf(after, "dense_1")).not.toEqual(valuesOf(before, "dense_1"));
});

test("predict has the probabilities of such runs, from the images alone", async () => {
  for (const name of ["frozen/v001", "tuned/v001"]) {
    const words = ["predict", name, "experiments/data/test", "--csv"];
    const { output } = await expIn(environment, folder, ...words);
    const probabilities = (text: string, first: number) =>
      text
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => row.split(",").slice(first).join());
    expect(probabilities(output, 2)).toEqual(
      probabilities(readFileSync(at(`runs/${name}/predictions.csv`), "utf8"), 3),
    );
  }
});

test("augmented images go through it at every step, and that is told", async () => {
  const output = await run(
    "frozen.yaml",
    "--set",
    "data.augment.noise=0.1",
    "--set",
    "train.epochs=1",
  );
  expect(output).toContain(messages.everyStepAugmented());
  expect(manifest("frozen/v003").base!.everyStep).toBe(messages.everyStepAugmented());
});

test("what does not fit is refused before anything is trained", async () => {
  const refused = async (...words: string[]) => {
    const { exitCode, output } = await exp("check", ...words);
    expect(exitCode).toBe(2);
    return output;
  };
  expect(await refused("colour.yaml")).toContain("write colour: grey");
  const unfit = await refused("frozen.yaml", "--set", "model.base.until=nothing");
  expect(unfit).toContain("no layer that can be the last is called");
  expect(await refused("frozen.yaml", "--set", "model.base.from=mobilnetV2")).toContain(
    "did you mean mobilenetV2?",
  );
  const other = await refused(
    "frozen.yaml",
    "--set",
    "model.base={ from: mobilenetV2, weights: runs/pretrain/v001, until: Conv1_relu }",
    "--set",
    "model.layers=[flatten, dense: { units: classes }]",
  );
  expect(other).toContain(modelMessages.weightsMissing("Conv1"));
});

test("the example of transfer learning is right, and says what it will fetch", async () => {
  const example = join(import.meta.dir, "../../experiments/transfer.yaml");
  const output = await run("check", example);
  expect(output).toContain("2,257,984");
  expect(output).toContain(specMessages.weightsToFetch());
});

test("other weights under the same name are told by verify, and by diff", async () => {
  const path = at("runs/pretrain/v001/model/weights.bin");
  const weights = readFileSync(path);
  weights.writeFloatLE(0.25, 0);
  writeFileSync(path, weights);
  const { exitCode, output } = await exp("verify", "frozen/v001");
  expect([exitCode, output]).toEqual([1, expect.stringContaining(messages.weightsOfBase())]);
  await run("frozen.yaml");
  expect(await run("diff", "frozen/v001", "frozen/v004")).toContain("base.sha256");
});
