import { beforeAll, describe, expect, test } from "bun:test";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { checkExperiment } from "../../src/check.ts";
import { listNamed } from "../../src/data/source/named.ts";
import { extendRun, runExperiment } from "../../src/pipeline.ts";
import { parsePredictions, probabilityText } from "../../src/run/text.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { openModel, readModel } from "../../src/stages/open-model.ts";
import { predictFiles } from "../../src/stages/predict.ts";
import { effectsIn } from "../fixtures/effects.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

beforeAll(async () => {
  await testEngine();
}, FETCH_MS);

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);

/** Runs small.yaml. @param settings as after --set @returns the run's folder */
async function runSmall(...settings: string[]): Promise<string> {
  const checked = await checkExperiment({
    file: "small.yaml",
    overrides: settings,
    directory: folder.path,
  });
  const { folder: made } = await runExperiment(checked, effectsIn(folder.path));
  return made.path;
}

/** Probabilities of what words name, as predictions.csv writes them, by the end of the file's path. */
async function predicted(run: string, ...words: string[]): Promise<[string, string[]][]> {
  const effects = effectsIn(folder.path);
  const read = await readModel({ name: "run", path: run });
  const model = await openModel(read, effects);
  const files = await listNamed(words, model.resolved.data, folder.path);
  const rows: [string, string[]][] = [];
  for await (const batch of predictFiles(model, files, effects))
    for (const one of batch) {
      if ("why" in one) rows.push([nameOf(one.file.file), [one.why.reason]]);
      else rows.push([nameOf(one.file.file), one.probabilities.map(probabilityText)]);
    }
  return rows;
}

const nameOf = (file: string) => file.split("/").slice(-2).join("/");

/** What the run itself has predicted. */
function known(run: string): [string, string[]][] {
  const { predictions } = parsePredictions(readFileSync(join(run, "predictions.csv"), "utf8"));
  return predictions.map((one) => [nameOf(one.file), one.probabilities.map(probabilityText)]);
}

describe("the run's own test images have the probabilities of predictions.csv, to the last digit", () => {
  const train = "{ epochs: 3 }";
  test.each<[string, string, string[]]>([
    ["best weights", train, []],
    ["last weights", train, ["evaluate.weights=last"]],
    ["averaged weights", "{ epochs: 3, averageWeights: { decay: 0.5 } }", []],
    ["one score", train, ["model.layers=[flatten, {dense: {units: 1}}]"]],
    ["operation by operation", train, ["engine.recorded=false"]],
    ["one thread", train, ["engine.threads=1"]],
    ["samplewise", train, ["data.preprocess={samplewiseCenter: true, samplewiseStd: true}"]],
    ["featurewise", train, ["data.preprocess={featurewiseCenter: true, featurewiseStd: true}"]],
    ["whitening", train, ["data.preprocess={featurewiseCenter: true, zcaWhitening: true}"]],
    ["clahe", train, ["data.preprocess={clahe: {clipLimit: 2, tiles: 2}}"]],
    ["rescale", train, ["data.preprocess={rescale: 0.01}"]],
    ["colour, padded", train, ["data.colour=rgb", "data.resize=pad", "data.targetSize=[12, 6]"]],
    ["cropped", train, ["data.resize=crop", "data.targetSize=[6, 4]"]],
    ["background, range", train, ["data.background=white", "data.range=[0, 200]"]],
    [
      "layers that are saved as others",
      train,
      [
        "model.layers=[{conv: {filters: 4, kernelSize: 3, padding: same}}, {conv: {filters: 4, kernelSize: 1, groups: 2}}, {depthwiseConv: {kernelSize: 2, dilationRate: 2}}, {separableConv: {filters: 3, kernelSize: 2, dilationRate: [2, 1]}}, {upSampling: {size: 2, interpolation: bilinear}}, {resize: {size: [5, 5]}}, {groupNorm: {groups: 3}}, {squeezeExcite: {ratio: 1}}, globalPool, {dense: {units: classes}}]",
      ],
    ],
  ])("%s", async (_, training, settings) => {
    writeSmallExperiment(folder.path, training);
    const run = await runSmall(...settings);
    expect(await predicted(run, "experiments/data/test")).toEqual(known(run));
  });

  test("resumed for longer", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 2 }");
    const run = await runSmall();
    const checked = await checkExperiment({
      file: "small.yaml",
      overrides: ["train.epochs=4"],
      directory: folder.path,
    });
    const from = { name: "small/v001", path: run };
    const extended = { run: "small/v001", epochs: 2 };
    const longer = await extendRun(from, extended, checked, effectsIn(folder.path));
    expect(await predicted(longer.folder.path, "experiments/data/test")).toEqual(
      known(longer.folder.path),
    );
  });
});

test("a run's folder is enough: elsewhere, with its experiment, its images and their list gone", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const run = await runSmall();
  const expected = known(run);
  cpSync(at("experiments/data/test"), at("images"), { recursive: true });
  renameSync(run, at("moved"));
  rmSync(at("experiments"), { recursive: true });
  rmSync(at("runs"), { recursive: true });
  expect(await predicted(at("moved"), "images")).toEqual(expected);
});

test("files that cannot be used are named between the others, whose batches are as without them", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const run = await runSmall();
  const expected = known(run);
  writeFileSync(at("experiments/data/test/dark/0.png"), "no image");
  writeFileSync(at("experiments/data/test/light/99.pgm"), "");
  const rows = await predicted(run, "experiments/data/test");
  expect(rows[0]).toEqual(["dark/0.png", ["not-an-image"]]);
  expect(rows.at(-1)).toEqual(["light/99.pgm", ["empty"]]);
  expect(rows.slice(1, -1)).toEqual(expected);
});

test("files, patterns and tables, in the order in which they are named", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const run = await runSmall();
  const own = new Map(known(run));
  writeFileSync(
    at("experiments/list.csv"),
    "image;diagnosis\ndata/test/light/17.pgm;?\ndata/test/light/gone.pgm;?\ndata/test/dark/20.pgm;\n",
  );
  const rows = await predicted(
    run,
    "experiments/list.csv",
    "experiments/data/test/dark/1[67].pgm",
    "experiments/data/test/light/16.pgm",
  );
  expect(rows).toEqual([
    ["light/17.pgm", own.get("light/17.pgm")!],
    ["light/gone.pgm", ["unreadable"]],
    ["dark/20.pgm", own.get("dark/20.pgm")!],
    ["dark/16.pgm", own.get("dark/16.pgm")!],
    ["dark/17.pgm", own.get("dark/17.pgm")!],
    ["light/16.pgm", own.get("light/16.pgm")!],
  ]);
});

describe("a model that anybody may have changed is refused", () => {
  const damage: [string, (model: string) => void, (model: string) => string][] = [
    [
      "weights cut short",
      (model) => writeFileSync(join(model, "weights.bin"), "short"),
      (model) => runMessages.modelDamaged(join(model, "weights.bin")),
    ],
    [
      "weights that are too many",
      (model) => writeFileSync(join(model, "weights.bin"), Buffer.alloc(9_000_000)),
      (model) => runMessages.modelDamaged(join(model, "weights.bin")),
    ],
    [
      "weights that are no numbers",
      (model) => {
        const bytes = readFileSync(join(model, "weights.bin"));
        writeFileSync(join(model, "weights.bin"), bytes.fill(255, 0, 4));
      },
      (model) => runMessages.modelDamaged(join(model, "weights.bin")),
    ],
    [
      "a weight that is another",
      (model) => {
        const bytes = readFileSync(join(model, "weights.bin"));
        writeFileSync(join(model, "weights.bin"), bytes.fill(bytes[1]! ^ 1, 1, 2));
      },
      (model) => runMessages.modelDamaged(join(model, "weights.bin")),
    ],
    [
      "no weights",
      (model) => rmSync(join(model, "weights.bin")),
      (model) => runMessages.modelMissing(join(model, "weights.bin"), dirname(model)),
    ],
    [
      "classes twice",
      (model) => rewrite(join(model, "preprocessing.json"), '"light"', '"dark"'),
      (model) => runMessages.modelDamaged(join(model, "preprocessing.json")),
    ],
    [
      "another preparation",
      (model) => rewrite(join(model, "preprocessing.json"), '"grey"', '"rgb"'),
      (model) => runMessages.modelOfOtherSettings(join(model, "preprocessing.json"), "colour"),
    ],
    [
      "another run's",
      (model) => writeFileSync(join(model, "text.sha256"), `${"0".repeat(64)}\n`),
      (model) => runMessages.modelOfAnother(join(model, "..")),
    ],
  ];
  const rewrite = (file: string, from: string, to: string) => {
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };

  test("by name", async () => {
    writeSmallExperiment(folder.path, "{ epochs: 1 }");
    const run = await runSmall();
    for (const [, change, complaint] of damage) {
      const copy = at("copy");
      cpSync(run, copy, { recursive: true });
      change(join(copy, "model"));
      const asked = predicted(copy, "experiments/data/test");
      expect(await asked.then(String, (error: Error) => error.message)).toBe(
        complaint(join(copy, "model")),
      );
      rmSync(copy, { recursive: true });
    }
  });
});

test("more images than one piece holds, in order, with bad ones among them", async () => {
  writeSmallExperiment(folder.path, "{ epochs: 1 }");
  const run = await runSmall("data.targetSize=[300, 300]");
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  // A piece holds 355 of this size.
  rmSync(at("many"), { recursive: true, force: true });
  cpSync(at("experiments/data/test/dark"), at("many"), { recursive: true });
  for (let index = 0; index < 400; index++)
    writeFileSync(
      at(`many/${String(index).padStart(4, "0")}.png`),
      index % 7 === 3 ? "no image" : png,
    );
  const rows = await predicted(run, "many");
  expect(rows.map(([file]) => file)).toEqual(rows.map(([file]) => file).toSorted());
  expect(rows).toHaveLength(408);
  expect(rows.filter(([, [first]]) => first === "not-an-image")).toHaveLength(57);
  // Equal images, in whatever batch.
  expect(new Set(rows.filter(([file]) => /\d{4}\.png/.test(file)).map(String)).size).toBe(400);
});
