import { expect, test } from "bun:test";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeEvaluation } from "../../src/run/evaluations.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

test("an evaluation that fails half way leaves the run as it was, and those that are there", async () => {
  const path = join(folder.path, "v001");
  mkdirSync(path);
  const run = { name: "a/v001", path };
  const failing = makeEvaluation(run, "elsewhere", async (part) => {
    writeFileSync(join(part, "data.json"), "{}");
    throw new RangeError("half way");
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(readdirSync(path)).toEqual([]);
  await makeEvaluation(run, "first", async (part) => writeFileSync(join(part, "data.json"), "{}"));
  await expect(
    makeEvaluation(run, "second", () => Promise.reject(new RangeError())),
  ).rejects.toThrow(RangeError);
  expect(readdirSync(path, { recursive: true })).toEqual([
    "evaluations",
    "evaluations/first",
    "evaluations/first/data.json",
  ]);
});
