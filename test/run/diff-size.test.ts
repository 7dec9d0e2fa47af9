import { expect, test } from "bun:test";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { drawCharts } from "../../src/charts/draw.ts";
import { writeRunFile } from "../../src/run/folder.ts";
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
