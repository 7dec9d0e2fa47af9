import { beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findOrFetchLibrary } from "../../src/engine/install.ts";
import { messages } from "../../src/cli/messages.ts";
import { parseCsv } from "../../src/run/csv.ts";
import { exp } from "../fixtures/command-here.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const sample = resolve(import.meta.dir, "../../experiments/data/pneumonia-28px");
const command = resolve(import.meta.dir, "../../src/exp.ts");
const folder = useTemporaryFolder();

// Fetched before the clock of the first test starts.
beforeAll(
  () => findOrFetchLibrary({ environment: process.env, report: () => undefined }),
  FETCH_MS,
);

function writeExperiment(train = "", layers = ""): void {
  const text = `seed: 3
data: { train: ${sample}/train, test: ${sample}/test, targetSize: [14, 14], colour: grey }
model: { layers: [${layers}flatten, { dense: { units: classes } }] }
${train}`;
  mkdirSync(join(folder.path, "experiments"), { recursive: true });
  writeFileSync(join(folder.path, "experiments/small.yaml"), text);
}

const files = ["svg", "png", "vl.json", "csv"].map((kind) => `runs/small/preview/lr-range.${kind}`);
const contents = () => files.map((file) => readFileSync(join(folder.path, file)));

describe("exp lr", () => {
  test("suggests a rate, draws it and takes no number, the same each time", async () => {
    writeExperiment("train: { optimizer: adam, schedule: oneCycle }");
    const first = await exp(folder.path, "lr", "small.yaml", "--max", "10");
    expect(first.complaint).toBe("");
    expect(first.exitCode).toBe(0);
    expect(first.output).toContain("rates   0.000001 to 10 in 400 steps");
    const [, rate] =
      /Suggested learning rate: (\S+), where the loss falls fastest\. The experiment has 0\.001\./.exec(
        first.output,
      )!;
    expect(Number(rate)).toBeGreaterThan(1e-4);
    expect(Number(rate)).toBeLessThan(1);
    expect(first.output).toContain(
      messages.tryRate("train.optimizer.adam.learningRate", Number(rate)),
    );
    expect(first.output).toEndWith(`\n${files.join("\n")}\n`);
    expect(readdirSync(join(folder.path, "runs"))).toEqual(["small"]);
    expect(readdirSync(join(folder.path, "runs/small"))).toEqual(["preview"]);
    expect(readdirSync(join(folder.path, "runs/small/preview"))).toHaveLength(4);
    const [svg, , , csv] = contents();
    expect(svg!.toString()).toContain(`>Suggested: ${rate}<`);
    expect(svg!.toString()).toContain(">Now: 0.001<");

    const before = contents();
    const second = await exp(folder.path, "lr", "small.yaml", "--max", "10");
    expect(second.output).toBe(first.output);
    expect(contents()).toEqual(before);

    // The rate that is suggested is one that can be set.
    const tried = await exp(
      folder.path,
      "check",
      "small.yaml",
      "--set",
      `train.optimizer.adam.learningRate=${rate}`,
    );
    expect(tried.exitCode).toBe(0);
    expect(parseCsv(csv!.toString(), "csv")[1]!.cells.slice(0, 2)).toEqual(["1", "0.000001"]);
  }, 60_000);

  test("says the same as JSON, of the optimizer that --set names", async () => {
    writeExperiment();
    const { exitCode, output, complaint } = await exp(
      folder.path,
      "lr",
      "small",
      "--json",
      "--steps",
      "120",
      "--min",
      "1e-4",
      "--max",
      "4",
      "--set",
      "train.optimizer={ sgd: { learningRate: 0.02, momentum: 0.9 } }",
      "--set",
      "train.accumulate=3",
    );
    expect(exitCode).toBe(0);
    const said = JSON.parse(output);
    expect(said).toEqual({
      experiment: "small",
      setting: "train.optimizer.sgd.learningRate",
      learningRate: 0.02,
      suggestion: expect.any(Number),
      found: "rate",
      range: { min: 1e-4, max: 4, steps: 120 },
      end: expect.stringMatching(/^(range|diverged)$/),
      steps: expect.any(Number),
      files,
    });
    expect(complaint).toContain(messages.suggestedRate(said.suggestion, 0.02));
    expect(parseCsv(contents()[3]!.toString(), "csv")).toHaveLength(1 + said.steps);
  }, 60_000);

  test("says plainly that there is none, which is no failure", async () => {
    writeExperiment();
    const flat = await exp(folder.path, "lr", "small", "--min", "1e-12", "--max", "1e-11");
    expect(flat.exitCode).toBe(0);
    expect(flat.output).toContain(messages.noRate("flat"));
    expect(flat.output).not.toContain("Suggested");
    expect(flat.output).not.toContain("--set");
    expect(contents()[0]!.toString()).not.toContain("Suggested");
    const rising = await exp(
      folder.path,
      "lr",
      "small",
      "--min",
      "1e10",
      "--max",
      "1e30",
      "--steps",
      "40",
      "--json",
    );
    expect(rising.exitCode).toBe(0);
    expect(JSON.parse(rising.output)).toMatchObject({ suggestion: null, found: "rises" });
    expect(rising.complaint).toContain(messages.noRate("rises"));
  }, 60_000);

  test("takes the experiment of a run, beside its runs", async () => {
    writeExperiment(
      "train: { epochs: 1 }\nevaluate: { charts: [loss], pictures: 0, resamples: 10 }",
    );
    expect((await exp(folder.path, "small.yaml")).exitCode).toBe(0);
    writeFileSync(join(folder.path, "experiments/small.yaml"), "no experiment any more");
    const { exitCode, output } = await exp(
      folder.path,
      "lr",
      "--from",
      "small/v001",
      "--steps",
      "40",
    );
    expect(exitCode).toBe(0);
    expect(output).toContain(files[0]!);
    expect(readdirSync(join(folder.path, "runs/small")).toSorted()).toEqual([
      "images",
      "preview",
      "v001",
    ]);
    expect((await exp(folder.path, "list", "small")).output.match(/small\//g)).toHaveLength(1);
    expect((await exp(folder.path, "verify", "small/v001")).exitCode).toBe(0);
  }, 60_000);

  test("a mistake in the experiment is told before anything is read", async () => {
    writeExperiment("train: { epoch: 1 }");
    const { exitCode, complaint } = await exp(folder.path, "lr", "small");
    expect(exitCode).toBe(2);
    expect(complaint).toContain('unknown key "epoch"');
    expect(existsSync(join(folder.path, "runs"))).toBe(false);
  });

  test("Ctrl-C ends it with 130, and there is no file", async () => {
    writeExperiment("", "{ conv: { filters: 16, kernelSize: 5, padding: same } }, ");
    const child = Bun.spawn(
      [process.execPath, command, "lr", "small", "--steps", "100000", "--max", "1e-5"],
      { cwd: folder.path, stdout: "pipe", stderr: "pipe" },
    );
    // It has read the images, and starts TensorFlow or trains.
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream()))
      if (text.includes("images")) break;
    await Bun.sleep(1500);
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
    expect(await new Response(child.stderr).text()).toBe(`${messages.dataInterrupted()}\n`);
    expect(existsSync(join(folder.path, "runs"))).toBe(false);
  }, 60_000);
});
