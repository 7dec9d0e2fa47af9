import { expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../src/errors.ts";
import { keptExperiment, requestOf, wordsOf } from "../../src/run/kept.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);

test("what was typed with --set is found in a call, however it is written", () => {
  expect(wordsOf(["a.yaml", "--set", "x=1", "--json", "--set=y=2", "--set", "z=3"])).toEqual([
    "x=1",
    "y=2",
    "z=3",
  ]);
  expect(wordsOf(["--set"])).toEqual([]);
  expect(wordsOf([])).toEqual([]);
});

test("a request names its file from where it was called, or whole where it is elsewhere", () => {
  const overrides = [{ key: "seed", value: 2 }];
  const file = "/p/experiments/deep/a.yaml";
  const request = { formatVersion: 1 as const, file: "experiments/deep/a.yaml", overrides };
  expect(requestOf({ file, overrides, extended: [], environment: {} }, "/p")).toEqual(request);
  const base = { file: "/p/experiments/base.yaml", shown: "base.yaml", text: "" };
  expect(requestOf({ file, overrides, extended: [base], environment: { A: "b" } }, "/p")).toEqual({
    ...request,
    extends: ["experiments/base.yaml"],
    environment: { A: "b" },
  });
  const elsewhere = { file: "/else/a.yaml", overrides: [], extended: [], environment: {} };
  expect(requestOf(elsewhere, "/p").file).toBe("/else/a.yaml");
});

test("a run's experiment starts from the folder above the nearest runs", async () => {
  const run = at("project/runs/deep/a/v003");
  mkdirSync(run, { recursive: true });
  writeFileSync(join(run, "experiment.yaml"), "seed: 1\n");
  await expect(keptExperiment(run, folder.path)).rejects.toThrow(UsageError);
  writeFileSync(
    join(run, "manifest.json"),
    JSON.stringify({ experiment: "experiments/deep/a.yaml", command: ["a", "--set", "seed=4"] }),
  );
  const old = await keptExperiment(run, at("project"));
  expect(old).toEqual({
    name: "deep/a",
    file: at("project/experiments/deep/a.yaml"),
    shown: "runs/deep/a/v003/experiment.yaml",
    text: "seed: 1\n",
    extended: [],
    environment: {},
    overrides: ["seed=4"],
    templates: join(run, "templates"),
  });
  // What the run has noted goes before what was typed.
  const overrides = [{ key: "seed", value: 9 }];
  writeFileSync(
    join(run, "request.json"),
    JSON.stringify({ formatVersion: 1, file: "else/a.yaml", overrides, extends: ["b.yaml"] }),
  );
  await expect(keptExperiment(run, at("project"))).rejects.toThrow("1-b.yaml");
  mkdirSync(join(run, "extends"));
  writeFileSync(join(run, "extends/1-b.yaml"), "seed: 2\n");
  const noted = await keptExperiment(run, at("project"));
  expect([noted.file, noted.overrides]).toEqual([at("project/else/a.yaml"), overrides]);
  expect(noted.extended).toEqual([
    {
      file: at("project/b.yaml"),
      shown: "runs/deep/a/v003/extends/1-b.yaml",
      text: "seed: 2\n",
    },
  ]);
});
