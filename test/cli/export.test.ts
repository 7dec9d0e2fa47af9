import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { messages } from "../../src/cli/messages.ts";
import type { ExportRecord } from "../../src/export/export.ts";
import { messages as exportMessages } from "../../src/export/messages.ts";
import { looseManifest } from "../../src/run/loose-manifest.ts";
import { partName } from "../../src/run/strays.ts";
import { sealOf, textSeal } from "../../src/run/seals.ts";
import { forgetModelSeals } from "../fixtures/earlier-run.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as weightMessages } from "../../src/weights/messages.ts";
import { exp as call, expHere } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { runtimes } from "../fixtures/runtimes.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

let home = "";
let work = "";
const at = (path: string) => join(work, path);
const exp = (...words: string[]) => expHere(work, join(home, "cache"), words);
const there = "runs/small/exports/v001-onnx";
const variables = ["LAMINA_ONNXRUNTIME", "LAMINA_KERAS"] as const;
const before = variables.map((name) => process.env[name]);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "lamina-"));
  work = join(home, "first");
  writeSmallExperiment(work, "{ epochs: 2 }");
  const file = at("experiments/small.yaml");
  const text = readFileSync(file, "utf8").replace("pictures: 0", "pictures: 3");
  writeFileSync(
    file,
    text.replace("leaks: ignore", "leaks: ignore, preprocess: { samplewiseCenter: true }"),
  );
  const { exitCode, complaint } = await call(work, "run", "small");
  if (exitCode !== 0) throw new Error(complaint);
}, FETCH_MS);
afterAll(() => rm(home, { recursive: true, force: true }));

beforeEach(() => {
  const own = join(home, crypto.randomUUID());
  cpSync(join(home, "first"), own, { recursive: true });
  work = own;
  // What is installed on this machine is asked for by name.
  process.env["LAMINA_ONNXRUNTIME"] = join(home, "nowhere");
  process.env["LAMINA_KERAS"] = "no-such-python";
});
afterAll(() =>
  variables.forEach((name, index) => {
    if (before[index] === undefined) delete process.env[name];
    else process.env[name] = before[index];
  }),
);

const record = (folder = there) =>
  JSON.parse(readFileSync(at(`${folder}/export.json`), "utf8")) as ExportRecord;
const tree = (folder: string) =>
  Object.fromEntries(
    readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(at(folder).length + 1), sealOf(readFileSync(path))]),
  );

describe("exp export", () => {
  test.each(["onnx", "keras"])(
    "writes %s, what goes with it, and says what was not done",
    async (format) => {
      const folder = `runs/small/exports/v001-${format}`;
      const { exitCode, output } = await exp("export", "small", "--to", format);
      expect(output.split("\n")).toEqual([
        `${folder}/model.${format}`,
        messages.readmeWritten(`${folder}/README.md`),
        messages.recordWritten(`${folder}/export.json`),
        messages.samplesWritten(`${folder}/samples`, 4),
        messages.exportUnchecked(
          format === "onnx"
            ? exportMessages.noOnnxRuntime("LAMINA_ONNXRUNTIME", join(home, "nowhere"))
            : exportMessages.noKeras("LAMINA_KERAS", "no-such-python"),
        ),
        "",
      ]);
      expect(exitCode).toBe(0);
      const told = record(folder);
      const seal = textSeal(looseManifest(at("runs/small/v001"))!.files!);
      expect(told).toMatchObject({
        format,
        run: "small/v001",
        runSha256: seal,
        classes: ["dark", "light"],
      });
      expect(told.preprocessing.inside.join()).toContain("mean");
      for (const [name, sha256] of Object.entries(told.files))
        expect(sealOf(readFileSync(at(`${folder}/${name}`)))).toBe(sha256);
      const written = readFileSync(at(`${folder}/model.${format}`));
      if (format === "onnx")
        for (const word of [seal, "small/v001", '["dark","light"]'])
          expect(written.includes(word)).toBe(true);
      // The images that were judged, as they went in, with what the run said of them.
      const rows = readFileSync(at("runs/small/v001/predictions.csv"), "utf8");
      for (const { picture, file, actual, probabilities } of told.samples) {
        expect(rows).toContain(`${file},${actual},`);
        expect(rows).toContain(probabilities.join());
        const levels = readFileSync(at(`experiments/data/${file}`), "utf8")
          .trim()
          .split(" ")
          .slice(4);
        const image = sharp(readFileSync(at(`${folder}/${picture}`))).toColourspace("b-w");
        expect([...(await image.raw().toBuffer())]).toEqual(levels.map(Number));
      }
    },
  );

  test("the same run gives the same bytes, over those of before, from the pictures too", async () => {
    await exp("export", "small", "--to", "onnx");
    const first = tree(there);
    expect((await exp("export", "small/v001", "--to", "onnx")).exitCode).toBe(0);
    expect(tree(there)).toEqual(first);
    await exp("export", at("runs/small/v001"), "--to", "onnx", "--out", "other/place");
    expect(tree("other/place")).toEqual(first);
    renameSync(at("experiments/data"), at("experiments/gone"));
    const { output } = await exp(
      "export",
      "small",
      "--to",
      "onnx",
      "--out",
      "third",
      "--samples",
      "100",
    );
    expect(output).toContain(messages.samplesWritten("third/samples", 6));
    expect(tree("third")["model.onnx"]).toBe(first["model.onnx"]!);
    rmSync(at("runs/small/v001/pictures"), { recursive: true });
    const without = await exp("export", "small", "--to", "onnx", "--out", "fourth");
    expect(without.output).toContain(messages.exportUnchecked(exportMessages.noSamples()));
    expect(record("fourth").samples).toEqual([]);
  });

  test("no images of the user's go with it where none are wanted", async () => {
    await exp("export", "small", "--to", "onnx", "--samples", "0");
    expect(Object.keys(tree(there)).toSorted()).toEqual(["README.md", "export.json", "model.onnx"]);
    expect(readFileSync(at(`${there}/README.md`), "utf8")).not.toContain("samples");
    expect(readFileSync(at(`${there}/export.json`), "utf8")).not.toContain(".pgm");
  });

  test("tfjs is a graph model, which TensorFlow.js has run", async () => {
    const folder = "runs/small/exports/v001-tfjs";
    const { output, exitCode } = await exp("export", "small", "--to", "tfjs", "--samples", "0");
    expect(exitCode).toBe(0);
    expect(output).toMatch(/TensorFlow\.js \d/);
    expect(Object.keys(tree(folder)).toSorted()).toEqual([
      "README.md",
      "export.json",
      "model.json",
      "weights.bin",
    ]);
    expect(record(folder).input.type).toBe("int32");
  });

  test.each(["README.md", "export.json", "model.onnx", "samples/01.png"])(
    "%s of the user's own stays, and nothing is written",
    async (name) => {
      await exp("export", "small", "--to", "onnx", "--samples", "1");
      writeFileSync(at(`${there}/${name}`), "mine");
      const kept = tree(there);
      const { exitCode, output } = await exp("export", "small", "--to", "onnx");
      expect(output.trim()).toBe(messages.fileExists(at(`${there}/${name}`)));
      expect(exitCode).toBe(2);
      expect(tree(there)).toEqual(kept);
    },
  );

  test("one that was ended half way is written over", async () => {
    await exp("export", "small", "--to", "onnx");
    const first = tree(there);
    rmSync(at(`${there}/export.json`));
    expect((await exp("export", "small", "--to", "onnx")).exitCode).toBe(0);
    expect(tree(there)).toEqual(first);
  });

  test.each<[string[], string]>([
    [["small"], messages.formatMissing(["onnx", "keras", "tfjs"])],
    [["small", "--to", "onx"], messages.notAFormat("onx", "onnx", ["onnx", "keras", "tfjs"])],
    [["small", "--to", "onnx", "--samples", "101"], messages.notSamples("101", 100)],
    [["small", "--to", "onnx", "--samples", "many"], messages.notSamples("many", 100)],
  ])("%j is told and exits with 2", async (words, complaint) => {
    const { exitCode, output } = await exp("export", ...words);
    expect(output).toContain(complaint);
    expect(exitCode).toBe(2);
    expect(existsSync(at("runs/small/exports"))).toBe(false);
  });

  test("leaves nothing where a file of it cannot be written, and an earlier one whole", async () => {
    const words = ["export", "small", "--to", "onnx", "--out"];
    // A system names no file by more than 4095 bytes: the model has room, samples/01.png has none.
    const part = `${"x".repeat(200)}/`;
    const room = 4095 - `/${partName("model.onnx")}`.length;
    const far = at(part.repeat(21)).slice(0, room).replace(/\/$/, "x");
    const { exitCode, output } = await exp(...words, far);
    expect([exitCode, output]).toEqual([1, expect.stringContaining("samples")]);
    expect(existsSync(at(part))).toBe(false);
    await exp(...words, "here");
    rmSync(at("here/samples"), { recursive: true });
    writeFileSync(at("here/samples"), "mine");
    const earlier = tree("here");
    expect((await exp("export", "small", "--to", "keras", "--out", "here")).exitCode).toBe(1);
    expect(tree("here")).toEqual(earlier);
  });

  test("not among the images, nor into a run", async () => {
    for (const place of ["experiments/data/train", "runs/small/v001/model"]) {
      const kept = tree(place);
      expect((await exp("export", "small", "--to", "onnx", "--out", place)).exitCode).toBe(2);
      expect(tree(place)).toEqual(kept);
    }
  });

  test.each<[string, (model: string) => void, (model: string) => string]>([
    [
      "missing",
      (model) => rmSync(join(model, "weights.bin")),
      (model) => runMessages.modelMissing(join(model, "weights.bin"), dirname(model)),
    ],
    [
      "cut short",
      (model) => writeFileSync(join(model, "weights.bin"), "1234"),
      (model) => exportMessages.modelDamaged(model, weightMessages.cutOff()),
    ],
    [
      "of another network",
      (model) => {
        const file = join(model, "model.json");
        forgetModelSeals(join(model, ".."));
        writeFileSync(
          file,
          readFileSync(file, "utf8").replaceAll("dense_1/kernel", "dense_9/kernel"),
        );
      },
      () => exportMessages.weightMissing("dense_1/kernel"),
    ],
    [
      "changed",
      (model) => {
        const file = join(model, "model.json");
        writeFileSync(file, readFileSync(file, "utf8").replace("\n", "\n\n"));
      },
      (model) => runMessages.modelDamaged(join(model, "model.json")),
    ],
    [
      "of another run",
      (model) => writeFileSync(join(model, "text.sha256"), `${"0".repeat(64)}\n`),
      (model) => runMessages.modelOfAnother(join(model, "..")),
    ],
    [
      "a folder",
      (model) => {
        rmSync(join(model, "model.json"));
        mkdirSync(join(model, "model.json"));
      },
      (model) => runMessages.runFileUnreadable(join(model, "model.json"), "it is a folder"),
    ],
  ])(
    "a model that is %s is told, exits with 1 and writes nothing",
    async (_name, damage, complaint) => {
      const model = at("runs/small/v001/model");
      damage(model);
      const { exitCode, output } = await exp("export", "small", "--to", "onnx");
      expect(output).toContain(complaint(model));
      expect(exitCode).toBe(1);
      expect(existsSync(at("runs/small/exports"))).toBe(false);
    },
  );

  test("a run that is not finished is not exported", async () => {
    const file = at("runs/small/v001/manifest.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"completed"', '"interrupted"'));
    const { exitCode, output } = await exp("export", "small", "--to", "onnx");
    expect(output).toContain(exportMessages.notFinished("small/v001"));
    expect(exitCode).toBe(2);
  });
});

describe.each(["onnx", "keras"] as const)("%s is held against the run's predictions", (format) => {
  describe.skipIf(runtimes[format] === null)("where it can be run", () => {
    beforeEach(() => variables.forEach((name, index) => (process.env[name] = before[index] ?? "")));

    test("and agrees, or is not written", async () => {
      const words = ["export", "small", "--to", format, "--json"];
      const { exitCode, output } = await exp(...words);
      expect(exitCode).toBe(0);
      const { checked } = JSON.parse(
        output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1),
      );
      expect(checked.images).toBe(16);
      expect(checked.largestDifference).toBeLessThan(1e-6);
      // Weights that are not those which predicted, in a run of a version that kept no hash of them.
      const weights = at("runs/small/v001/model/weights.bin");
      const bytes = readFileSync(weights);
      bytes.writeFloatLE(bytes.readFloatLE(300) + 0.5, 300);
      writeFileSync(weights, bytes);
      forgetModelSeals(at("runs/small/v001"));
      const place = ["--out", "elsewhere"];
      const wrong = await exp(...words, ...place);
      expect(wrong.output).toContain(`model.${format} was not written`);
      expect(wrong.exitCode).toBe(1);
      expect(existsSync(at("elsewhere"))).toBe(false);
    }, 60_000);
  });
});
