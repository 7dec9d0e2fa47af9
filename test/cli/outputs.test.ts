import { beforeEach, describe, expect, test } from "bun:test";
import Ajv from "ajv/dist/jtd";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documentOutputs } from "../../src/cli/document.ts";
import { outputSchemas } from "../../src/cli/output-schemas.ts";
import { expHere } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { copyKeptRuns } from "../fixtures/kept-runs.ts";
import { holdOutput } from "../fixtures/outputs.ts";
import { writeSmallExperiment } from "../fixtures/small-experiment.ts";

const root = join(import.meta.dir, "../..");

test("schema/output is what the code says; bun run generate writes it anew", async () => {
  for (const [path, text] of Object.entries(await documentOutputs()))
    expect(await Bun.file(join(root, path)).text()).toBe(text);
});

test("each is a JSON Type Definition", () => {
  const ajv = new Ajv();
  for (const { schema } of Object.values(outputSchemas))
    expect([ajv.validateSchema(schema), ajv.errorsText()]).toEqual([true, "No errors"]);
  expect(ajv.validateSchema({ type: "integer" })).toBe(false);
});

test("every command that takes --json has a schema, and no other", async () => {
  const source = await Bun.file(join(root, "src/exp.ts")).text();
  const found = source.matchAll(/^ {2}(\w+): \{\n[^]*?import\("\.\/(cli\/[\w-]+\.ts)"\)/gm);
  const taking: string[] = [];
  for (const [, name, file] of found) {
    const { help } = (await import(join(root, "src", file!))) as { help: string };
    if (help.includes("--json")) taking.push(name!);
  }
  const documented = Object.values(outputSchemas).flatMap(({ commands }) =>
    commands.map((command) => command.split(" ")[0]!),
  );
  expect(taking.length).toBeGreaterThan(15);
  expect(new Set(documented)).toEqual(new Set(taking));
});

/** Every call of a test that has `--json` is held against its schema by the fixtures; what no other test calls is called here. */
describe("what --json prints is as its schema says", () => {
  const folder = useTemporaryFolder();
  const exp = (...words: string[]) => expHere(folder.path, folder.path, [...words, "--json"]);

  beforeEach(() => {
    copyKeptRuns(join(folder.path, "runs/baseline"));
    writeSmallExperiment(folder.path, "{ epochs: 1 }");
  });

  test("and another output is refused", () => {
    expect(holdOutput(["tag", "a", "--json"], `{ "run": "a", "tags": [] }`)).toBe("tag");
    for (const wrong of [`{ "run": "a" }`, `{ "run": "a", "tags": [1] }`, `{ "tags": [], "x": 1 }`])
      expect(() => holdOutput(["tag", "a", "--json"], wrong)).toThrow("schema/output/tag.jtd.json");
  });

  test("of runs", async () => {
    for (const [words, exitCode] of [
      [["list"], 0],
      [["diff", "baseline/v001", "baseline/v002"], 0],
      [["diff", "baseline/v001", "experiments/small.yaml"], 0],
      [["diff", "baseline/v001", "nothing"], 2],
      [["paper", "baseline/v001", "--prevalence", "0.1"], 0],
      [["note", "baseline/v001", "a note"], 0],
      [["note", "baseline/v001"], 0],
      [["tag", "baseline/v001", "final"], 0],
      [["tag", "baseline/v001", "final", "--remove"], 0],
      [["tag", "baseline/v001", "other", "--remove"], 2],
      [["rename", "baseline/v002", "v007"], 0],
      [["verify", "baseline/v009"], 2],
      [["rm", "baseline/v007"], 2],
      [["rm", "baseline/v007", "--force"], 0],
    ] as const)
      expect({ words, ...(await exp(...words)) }).toMatchObject({ words, exitCode });
    writeFileSync(join(folder.path, "runs/baseline/v001/metrics.json"), "{}");
    const { exitCode, output } = await exp("list");
    expect(exitCode).toBe(0);
    expect(output).toContain(`"damaged"`);
    expect((await exp("verify", "baseline/v001")).exitCode).toBe(1);
    expect((await exp("charts", "baseline/v001")).exitCode).toBe(1);
  });

  test("of experiments and the machine", async () => {
    for (const [words, exitCode] of [
      [["check", "small"], 0],
      [["check", "small", "--set", "train.epoch=3"], 2],
      [["check", "nothing"], 2],
      [["data", "small"], 0],
      [["explain"], 0],
      [["explain", "conv"], 0],
      [["explain", "nothing"], 2],
      [["new", "mine", "--from", "experiments/data"], 0],
      [["new", "mine", "--from", "experiments/data"], 2],
      [["cache"], 0],
      [["cache", "--clear"], 0],
      [["fetch"], 0],
    ] as const)
      expect({ words, ...(await exp(...words)) }).toMatchObject({ words, exitCode });
    rmSync(join(folder.path, "experiments/data/train/dark/0.pgm"));
    writeFileSync(join(folder.path, "experiments/data/train/dark/0.pgm"), "no image");
    const { exitCode, output } = await exp("data", "small", "--set", "data.damaged=fail");
    expect(exitCode).toBe(1);
    expect(output).toContain("not-an-image");
  });
});
