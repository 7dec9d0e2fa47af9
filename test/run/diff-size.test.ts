import { expect, test } from "bun:test";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { drawCharts } from "../../src/charts/draw.ts";
import { writeRunFile } from "../../src/run/write-files.ts";
import type { Run } from "../../src/layout.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { runTexts } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();
const git = (...words: string[]) =>
  Bun.spawnSync(["git", ...words], { cwd: folder.path }).stdout.toString();

async function write(run: Run, version: string): Promise<void> {
  const path = join(folder.path, "runs/baseline", version);
  await mkdir(path, { recursive: true });
  const contents = [...Object.entries(runTexts(run)), ...(await drawCharts(run))];
  for (const [name, content] of contents) await writeRunFile(path, name, content);
}

test.skipIf(Bun.which("git") === null)(
  "git shows the figures of two runs of 10 epochs that differ, in fewer than 200 lines",
  async () => {
    git("init", "--quiet");
    await cp(join(import.meta.dir, "../../.gitattributes"), join(folder.path, ".gitattributes"));
    const other = exampleRun({ seed: 2 });
    other.resolved.train.optimizer.adam!.learningRate = 0.002;
    await write(exampleRun({ seed: 1 }), "v001");
    await write(other, "v002");
    const rows = git("diff", "--no-index", "--numstat", "runs/baseline/v001", "runs/baseline/v002")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    const shown = rows.filter(([added]) => added !== "-");
    const lines = shown.reduce((sum, [added, gone]) => sum + Number(added) + Number(gone), 0);
    expect(lines).toBeGreaterThan(20);
    expect(lines).toBeLessThan(200);
    expect(shown.map(([, , name]) => name!.replace(/.*\/|\}/g, "")).toSorted()).toEqual([
      "confusion-matrix.json",
      "history.csv",
      "metrics.json",
      "resolved.json",
    ]);
  },
);

test.skipIf(Bun.which("git") === null)(
  "where git changes line ends, a run and an experiment come out as they went in, and drawn again are not changed",
  async () => {
    git("init", "--quiet");
    git("config", "core.autocrlf", "true");
    await cp(join(import.meta.dir, "../../.gitattributes"), join(folder.path, ".gitattributes"));
    const run = exampleRun();
    await write({ ...run, experimentText: run.experimentText.replaceAll("\n", "\r\n") }, "v001");
    await mkdir(join(folder.path, "experiments"));
    await Bun.write(join(folder.path, "experiments/baseline.yaml"), run.experimentText);
    git("add", "--all");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "a run");
    for (const name of ["runs", "experiments"])
      await rm(join(folder.path, name), { recursive: true });
    git("checkout", "--quiet", ".");
    const read = (name: string) => Bun.file(join(folder.path, name)).text();
    expect(await read("experiments/baseline.yaml")).toBe(run.experimentText);
    expect(await read("runs/baseline/v001/experiment.yaml")).toInclude("seed: 7\r\n");
    for (const [name, content] of await drawCharts(run))
      await writeRunFile(join(folder.path, "runs/baseline/v001"), name, content);
    expect(git("status", "--short")).toBe("");
    // Drawn, or a record of what there was: a forge folds it.
    const marked = git("check-attr", "linguist-generated", "runs/baseline/v001/data.json");
    expect(marked.trimEnd()).toEndWith(": set");
  },
);
