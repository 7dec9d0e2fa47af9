import { beforeEach, describe, expect, test } from "bun:test";
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
import { join } from "node:path";
import { manifestText } from "../../src/run/manifest-text.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as compareMessages } from "../../src/compare/messages.ts";
import { messages as cliMessages } from "../../src/cli/messages.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const call = (...words: string[]) => exp(folder.path, ...words);

/** An experiment of 16 small images, with a template of a chart beside it. */
beforeEach(() => {
  for (const split of ["train", "test"])
    for (const [label, level] of [
      ["dark", 20],
      ["light", 200],
    ] as const)
      for (let index = 0; index < 4; index++) {
        mkdirSync(at(`experiments/data/${split}/${label}`), { recursive: true });
        const pixels = Array.from(
          { length: 64 },
          (_, place) => level + ((place * (index + 3)) % 40),
        );
        writeFileSync(
          at(`experiments/data/${split}/${label}/${index}.pgm`),
          `P2 8 8 255 ${pixels.join(" ")}\n`,
        );
      }
  writeFileSync(
    at("experiments/small.yaml"),
    `seed: 3
data: { train: data/train, test: data/test, targetSize: [8, 8], colour: grey, leaks: ignore }
model: { layers: [flatten, { dense: { units: classes } }] }
train: { epochs: 2 }
evaluate: { resamples: 10, charts: [loss], pictures: 2 }
`,
  );
  mkdirSync(at("experiments/charts"));
  writeFileSync(
    at("experiments/charts/own.vl.json"),
    '{ "data": { "name": "history" }, "mark": "line", "encoding": { "x": { "field": "epoch", "type": "quantitative" } } }',
  );
});

/** Each file of a run that is the same in every equal run. */
function contents(name: string): Map<string, string> {
  const names = readdirSync(at(`runs/${name}`), { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((file) => !["manifest.json", "report.html"].includes(file))
      .filter((file) => /\.\w+$/.test(file))
      .toSorted()
      .map((file) => [file, readFileSync(at(`runs/${name}/${file}`), "base64")]),
  );
}

async function run(...words: string[]): Promise<void> {
  const { complaint, exitCode } = await call(...words);
  expect({ complaint, exitCode }).toEqual({ complaint: "", exitCode: 0 });
}

describe("a run is run again from what it has kept", () => {
  test("to the same bytes, with its overrides and templates, whatever its file says now", async () => {
    const set = ["--set", "train.optimizer.adam.learningRate=0.02", "--set", "data.batchSize=4"];
    renameSync(at("experiments/small.yaml"), at("experiments/base.yaml"));
    writeFileSync(at("experiments/small.yaml"), "extends: base.yaml\ntrain: { epochs: 1 }\n");
    await run("small.yaml", ...set);
    const kept = contents("small/v001");
    expect([...kept.keys()].filter((name) => name.endsWith(".yaml"))).toEqual([
      "experiment.yaml",
      "extends/1-base.yaml",
    ]);
    writeFileSync(at("experiments/small.yaml"), "seed: [\n");
    rmSync(at("experiments/base.yaml"));
    writeFileSync(at("experiments/charts/own.vl.json"), "{}");
    await run("run", "--from", "small/v001");
    expect([...contents("small/v001").keys()]).toContain("charts/own.svg");
    expect(contents("small/v002")).toEqual(contents("small/v001"));
    // And that one again, in which --set goes on from what the first one replaced.
    await run("run", "--from", "small/v002", "--set", "data.batchSize=8");
    const request = JSON.parse(readFileSync(at("runs/small/v003/request.json"), "utf8"));
    expect(request).toEqual({
      formatVersion: 1,
      file: "experiments/small.yaml",
      overrides: [
        { key: "train.optimizer.adam.learningRate", value: 0.02 },
        { key: "data.batchSize", value: 4 },
        { key: "data.batchSize", value: 8 },
      ],
      extends: ["experiments/base.yaml"],
    });
  }, 60_000);

  test("on images that were moved, which are named once", async () => {
    await run("small.yaml");
    mkdirSync(at("elsewhere"));
    renameSync(at("experiments/data"), at("elsewhere/images"));
    const gone = await call("check", "--from", "small/v001");
    expect(gone.exitCode).toBe(2);
    expect(gone.complaint).toContain("runs/small/v001/experiment.yaml:2:16  data.train:");
    const moved = ["train", "test"].flatMap((split) => [
      "--set",
      `data.${split}=elsewhere/images/${split}`,
    ]);
    await run("run", "--from", "small/v001", ...moved);
    const [before, after] = [contents("small/v001"), contents("small/v002")];
    const others = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
    // The texts that say where the images are, and what belongs to that text.
    expect(others).toEqual([
      expect.stringMatching(/^checkpoints\//),
      "data.json",
      "model/README.md",
      "model/text.sha256",
      ...others.filter((name) => name.startsWith("pictures/")),
      "request.json",
      "resolved.json",
    ]);
    expect(readdirSync(at("runs/small/images"))).toHaveLength(1);
    expect(JSON.parse(readFileSync(at("runs/small/v002/data.json"), "utf8")).folder).toBe(
      "../elsewhere/images",
    );
    const told = await call("diff", "small/v001", "small/v002");
    expect(told.output).toContain(compareMessages.sameImages());
  }, 60_000);

  test("of an earlier version, by what was typed", async () => {
    await run("small.yaml", "--set", "train.epochs=1");
    cpSync(at("runs/small/v001"), at("runs/small/v002"), { recursive: true });
    const old = at("runs/small/v002/request.json");
    renameSync(old, at("request.json"));
    expect(existsSync(old)).toBe(false);
    // Nor did its manifest know of one.
    const manifest = at("runs/small/v002/manifest.json");
    const record = JSON.parse(readFileSync(manifest, "utf8")) as { files: object };
    const { "request.json": _, ...seals } = record.files as Record<string, string>;
    writeFileSync(manifest, manifestText({ ...record, files: seals }));
    const { output, exitCode } = await call("check", "--from", "small/v002", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(output).resolved.train.epochs).toBe(1);
  }, 60_000);
});

test("a list of images that is gone or changed is told by every command that reads the run", async () => {
  await run("small.yaml", "--set", "train.epochs=1");
  const [name] = readdirSync(at("runs/small/images"));
  const list = at(`runs/small/images/${name}`);
  const text = readFileSync(list, "utf8");
  writeFileSync(list, text.replace("dark", "dank"));
  for (const words of [["list"], ["charts", "small/v001"], ["diff", "small/v001", "small/v001"]])
    expect((await call(...words)).complaint).toContain(runMessages.changedSince(list).slice(-30));
  rmSync(list);
  for (const words of [["list"], ["charts", "small/v001"], ["diff", "small/v001", "small/v001"]])
    expect((await call(...words)).complaint).toContain("The list of images");
  // The next run with the same images writes it again.
  await run("small.yaml", "--set", "train.epochs=1");
  expect(readFileSync(list, "utf8")).toBe(text);
  expect((await call("list")).complaint).toBe("");
}, 60_000);

describe("a run and the file of today", () => {
  test("are compared in their settings", async () => {
    await run("small.yaml", "--set", "train.epochs=1");
    const same = await call("diff", "small/v001", "experiments/small.yaml");
    expect(same.exitCode).toBe(0);
    expect(same.output).toMatch(/train\.epochs +1 +--set +2 +4\n/);
    expect(same.output).not.toContain("Images");
    // A run's text in place of an experiment is answered with the call that was meant.
    const file = "runs/small/v001/experiment.yaml";
    const { complaint, exitCode } = await call("check", file);
    expect(exitCode).toBe(2);
    expect(complaint).toContain(cliMessages.textOfRun(file, "small/v001"));
    expect((await call("check", "small.yaml", "--from", "small/v001")).complaint).toContain(
      cliMessages.fromAndFile("small/v001", "small.yaml"),
    );
  }, 60_000);
});
