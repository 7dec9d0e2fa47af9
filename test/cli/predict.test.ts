import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { messages } from "../../src/cli/messages.ts";
import { messages as decodeMessages } from "../../src/data/decode/messages.ts";
import { messages as dataMessages } from "../../src/data/source/messages.ts";
import { csvFormat, jsonFormat, tableFormat } from "../../src/cli/prediction-formats.ts";
import { parseCsv } from "../../src/run/csv.ts";
import { manifestText } from "../../src/run/manifest-text.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as stagesMessages } from "../../src/stages/messages.ts";
import { exp, expHere } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const TEST = "experiments/data/test";
/** A run with a convolution, and one without. */
let base: string;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "lamina-predict-"));
  // On one thread TensorFlow is set up in the same way for both.
  writeSmallExperiment(base, "{ epochs: 1 }", "engine: { threads: 1 }\n");
  const layers = "[{conv: {filters: 2, kernelSize: 3}}, globalPool, {dense: {units: classes}}]";
  for (const words of [["--set", `model.layers=${layers}`], []])
    expect(await exp(base, "small.yaml", ...words)).toMatchObject({ exitCode: 0 });
}, FETCH_MS);
afterAll(() => rmSync(base, { recursive: true }));
beforeEach(() => cpSync(base, folder.path, { recursive: true }));

const call = async (...words: string[]) => await exp(folder.path, "predict", ...words);
const here = (...words: string[]) => expHere(folder.path, folder.path, ["predict", ...words]);

describe("exp predict", () => {
  test("prints the columns of predictions.csv; what cannot be used is named, and the rest is done", async () => {
    writeFileSync(at(`${TEST}/dark/broken.png`), "no image");
    const manifest = JSON.parse(readFileSync(at("runs/small/v001/manifest.json"), "utf8"));
    const engine = { ...manifest.engine, oneDnn: false };
    writeFileSync(at("runs/small/v001/manifest.json"), manifestText({ ...manifest, engine }));
    const { exitCode, output, complaint } = await call("small/v001", TEST, "--csv");
    expect(exitCode).toBe(0);
    const [header, ...rows] = parseCsv(output, "").map(({ cells }) => cells);
    const [own, ...known] = parseCsv(
      readFileSync(at("runs/small/v001/predictions.csv"), "utf8"),
      "",
    ).map(({ cells }) => cells);
    expect(header).toEqual([own![0]!, ...own!.slice(2)]);
    expect(
      rows.map(([file, ...cells]) => [file!.replace("experiments/data/", ""), ...cells]),
    ).toEqual(known.map(([file, _actual, ...cells]) => [file!, ...cells]));
    const changes = ["engine.oneDnn: false before, true now"];
    const detail = decodeMessages.notAnImage();
    expect(complaint.trimEnd().split("\n")).toEqual([
      messages.otherBits(changes),
      messages.notPredicted(`${TEST}/dark/broken.png`, "not-an-image", detail),
      messages.predicted(16, 1),
    ]);
  });

  test("prints JSON; --strict ends with 1 where a file could not be used", async () => {
    const { exitCode, output } = await call(
      "small/v001",
      "experiments/small.yaml",
      `${TEST}/dark/16.pgm`,
      "--json",
      "--top",
      "1",
      "--strict",
    );
    expect(exitCode).toBe(1);
    const { predictions, unusable, ...rest } = JSON.parse(output);
    expect(rest).toEqual({ formatVersion: 1, run: "small/v001", classes: ["dark", "light"] });
    expect(unusable).toMatchObject([{ file: "experiments/small.yaml", reason: "not-an-image" }]);
    const [{ file, predicted, top, probabilities }] = predictions;
    expect(file).toBe(`${TEST}/dark/16.pgm`);
    expect(top).toEqual([{ label: predicted, probability: Math.max(...probabilities) }]);
  });

  test("--grad-cam writes a picture for each image, and none among images", async () => {
    const words = ["small/v001", `${TEST}/dark/16.pgm`, `${TEST}/light/16.pgm`, "--grad-cam"];
    const { exitCode, output } = await call(...words, "seen");
    expect(exitCode).toBe(0);
    expect(output.split("\n")).toHaveLength(4);
    expect(readdirSync(at("seen")).toSorted()).toEqual(["16-2-grad-cam.png", "16-grad-cam.png"]);
    const { width, height } = await sharp(at("seen/16-grad-cam.png")).metadata();
    expect([width, height]).toEqual([8, 8]);
    const among = await here(...words, `${TEST}/light`);
    expect(among.exitCode).toBe(2);
    expect(among.output).toContain("would be among the images");
    const inside = await here("small/v001", TEST, "--grad-cam", `${TEST}/seen`);
    expect(inside.exitCode).toBe(2);
    expect(existsSync(at(`${TEST}/seen`))).toBe(false);
  });

  test("--grad-cam needs a convolution", async () => {
    const { exitCode, complaint, output } = await call("small/v002", TEST, "--grad-cam", "seen");
    expect([exitCode, output]).toEqual([2, ""]);
    expect(complaint).toBe(`${messages.noConvolution()}\n`);
  });

  test.each<[string[], string]>([
    [["small"], messages.operandMissing("a run and images")],
    [["small", TEST, "--csv", "--json"], messages.oneFormat(["--csv", "--json"])],
    [["small", TEST, "--top", "0"], messages.notTop("0")],
    [["small", TEST, "--top", "two"], messages.notTop("two")],
    [["smal", TEST], runMessages.runNotFound("smal", "runs", "small")],
    [
      ["small", `${TEST}/dark/16.pg`, "nothing", "*.tif"],
      [
        dataMessages.noSuchImage(`${TEST}/dark/16.pg`, "16.pgm"),
        dataMessages.noSuchImage("nothing", undefined),
        dataMessages.namesNoImage("*.tif"),
      ].join("\n"),
    ],
  ])("a wrong call is refused: %j", async (words, message) => {
    expect(await here(...words)).toEqual({ exitCode: 2, output: `${message}\n` });
  });

  test("a run that is not finished, or has no model, is refused", async () => {
    const manifest = at("runs/small/v002/manifest.json");
    writeFileSync(manifest, JSON.stringify({ status: "interrupted" }));
    expect(await here("small/v002", TEST)).toEqual({
      exitCode: 2,
      output: `${stagesMessages.notFinished("small/v002")}\n`,
    });
    rmSync(at("runs/small/v001/model"), { recursive: true });
    expect(await here("small/v001", TEST)).toEqual({
      exitCode: 1,
      output: `${runMessages.modelMissing(at("runs/small/v001/model/preprocessing.json"), at("runs/small/v001"))}\n`,
    });
  });
});

test("exp evaluate writes an evaluation beside the run's own files, and says what it came to", async () => {
  const words = ["evaluate", "small/v001", "--data", TEST];
  const { exitCode, output } = await exp(folder.path, ...words);
  expect(exitCode).toBe(0);
  expect(output).toContain("Open runs/small/v001/evaluations/test/report.html");
  expect(output).toContain("are from elsewhere");
  expect(readdirSync(at("runs/small/v001/evaluations"))).toEqual(["test"]);
  const evaluate = (...more: string[]) => expHere(folder.path, folder.path, [...words, ...more]);
  const refused = async (more: string[], message: string) =>
    expect(await evaluate(...more)).toEqual({ exitCode: 2, output: `${message}\n` });
  await refused([], runMessages.evaluationThere("small/v001/evaluations/test"));
  await refused(["--as", "v002"], messages.notAnEvaluationName("v002"));
  await refused(["--as", "../x"], messages.notAnEvaluationName("../x"));
  await refused(["--as", "x", "--map", "dark"], messages.notAPair("--map", "dark"));
  await refused(["--as", "x", "--columns", "files=a"], messages.notAPair("--columns", "files"));
  expect(await expHere(folder.path, folder.path, ["evaluate", "small", "--data", "gone"])).toEqual({
    exitCode: 2,
    output: `${dataMessages.noSet(at("gone"))}\n`,
  });
  const title = (run: string) =>
    /<h1>(.*?)<\/h1>/.exec(
      readFileSync(at(`runs/small/${run}/evaluations/test/report.html`), "utf8"),
    )?.[1];
  expect(title("v001")).toBe("small/v001/evaluations/test");
  const renamed = await expHere(folder.path, folder.path, ["rename", "small/v001", "v009"]);
  expect(renamed).toEqual({ exitCode: 0, output: "small/v001 is now small/v009\n" });
  expect(title("v009")).toBe("small/v009/evaluations/test");
}, 60_000);

describe("on a screen", () => {
  const model = (classes: string[]) =>
    ({ folder: { name: "r", path: "" }, stored: { classes } }) as never;
  const screen = { write: () => undefined, isTerminal: true, columns: 80 };

  test("no row is wider than it, however long names are", () => {
    const classes = ["a class whose name is a whole sentence and more", "\u001b[31mred", "c", "d"];
    const files = [{ file: `${"long/".repeat(40)}x.png` }, { file: "短い.png" }];
    const format = tableFormat(model(classes), 3, files, screen);
    const lines = [format.head, ...files.map(({ file }) => format.row(file, [0.1, 0.6, 0.2, 0.1]))];
    for (const line of lines) {
      expect(Bun.stringWidth(line)).toBeLessThanOrEqual(80);
      expect(line).not.toContain("\u001b");
    }
    expect(lines[1]).toContain("x.png");
    expect(lines[2]).toMatch(/^短い\.png +\\u\{1b\}\[31mred +0\.6000/);
  });

  test("what a spreadsheet would take for a formula has an apostrophe before it; JSON is whole without images", () => {
    expect(csvFormat(["=a", "b"]).row("=1.png", [0.7, 0.3])).toBe("'=1.png,'=a,0.7,0.3\n");
    const { head, foot } = jsonFormat(model(["a", "b"]), 2);
    expect(JSON.parse(head + foot())).toMatchObject({ predictions: [], unusable: [] });
  });
});
