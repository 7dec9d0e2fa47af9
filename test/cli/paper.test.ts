import { beforeEach, expect, test } from "bun:test";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { expHere } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { copyKeptRuns } from "../fixtures/kept-runs.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();
const at = (path: string) => join(folder.path, path);
const exp = (...words: string[]) => expHere(folder.path, folder.path, words);

beforeEach(() => {
  mkdirSync(at("runs/baseline"), { recursive: true });
  copyKeptRuns(at("runs/baseline"));
});

test("writes a page and Markdown beside the run, and leaves the run as it is", async () => {
  const { exitCode, output } = await exp("paper", "baseline/v001", "--prevalence", "0.01,0.1");
  expect([exitCode, output]).toEqual([
    0,
    "runs/baseline/papers/v001.html\nruns/baseline/papers/v001.md\n",
  ]);
  const text = readFileSync(at("runs/baseline/papers/v001.md"), "utf8");
  expect(text).toContain("# Figures for a paper: baseline/v001");
  expect(text).toContain("Net benefit at a prevalence of 10 %");
  expect(existsSync(at("runs/baseline/v001/papers"))).toBe(false);
  // Other commands take no notice of it.
  expect((await exp("list")).output).not.toContain("papers");
});

test("what was written before is written over, what its author has gone on with is not", async () => {
  await exp("paper", "baseline");
  expect((await exp("paper", "baseline", "--prevalence", ".5")).exitCode).toBe(0);
  appendFileSync(at("runs/baseline/papers/v002.md"), "\nOur aim was another one.\n");
  const before = readFileSync(at("runs/baseline/papers/v002.md"), "utf8");
  const { exitCode, output } = await exp("paper", "baseline");
  expect(exitCode).toBe(2);
  expect(output).toContain(messages.fileExists(at("runs/baseline/papers/v002.md")));
  expect(readFileSync(at("runs/baseline/papers/v002.md"), "utf8")).toBe(before);
  expect((await exp("paper", "baseline", "--out", "elsewhere")).exitCode).toBe(0);
  expect(existsSync(at("elsewhere/v002.html"))).toBe(true);
});

test("leaves no folder where the page cannot be written", async () => {
  const { exitCode, output } = await exp("paper", "baseline", "--out", `new/${"x".repeat(300)}`);
  expect([exitCode, output]).toEqual([1, expect.stringContaining("the name is too long")]);
  expect(existsSync(at("new"))).toBe(false);
});

test("what is no prevalence, no run, or no two classes is said", async () => {
  for (const wrong of ["0", "1", "1 %", "1.5", "-0.1", "half", ""])
    expect(await exp("paper", "baseline", `--prevalence=${wrong}`)).toEqual({
      exitCode: 2,
      output: expect.stringContaining(messages.notAPrevalence(wrong)),
    });
  const classes = ["a", "b", "c"];
  await writeRun({ ...exampleRun({ classes }), name: "three" }, at("runs"));
  expect(await exp("paper", "three", "--prevalence", "0.1")).toEqual({
    exitCode: 2,
    output: expect.stringContaining(messages.prevalenceOfPair(3)),
  });
  expect((await exp("paper", "three")).exitCode).toBe(0);
  expect((await exp("paper", "basline")).output).toContain("baseline");
});

test("a run whose figures were changed is named, and nothing of it is written", async () => {
  const file = at("runs/baseline/v001/predictions.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace("0.9", "0.8"));
  const { exitCode, output } = await exp("paper", "baseline/v001");
  expect(exitCode).toBe(1);
  expect(output).toContain("predictions.csv");
  expect(existsSync(at("runs/baseline/papers"))).toBe(false);
});

test("--json prints every figure, with an interval or null", async () => {
  const { output } = await exp("paper", "baseline/v001", "--json");
  const figures = JSON.parse(output.slice(0, output.lastIndexOf("}") + 1));
  expect(figures).toMatchObject({ formatVersion: 1, positive: "pneumonia", groups: null });
  expect(figures.images[0].figures.auc.value).toBeCloseTo(0.9365, 12);
});
