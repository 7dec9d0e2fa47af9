import { describe, expect, test } from "bun:test";
import { drawCharts } from "../../src/charts/draw.ts";
import { readRun } from "../../src/run/read.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { drawnTexts } from "../fixtures/drawn.ts";
import { readXml } from "../fixtures/markup.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const run = exampleRun({ classes: ["=cat", "dög", 'a "b", c'], images: 7 });
const folder = useTemporaryFolder();

describe("drawCharts", () => {
  test("gives each chart as specification and as picture, and the report", async () => {
    const names = [
      "accuracy",
      "loss",
      "confusion-matrix",
      "confused-pairs",
      "class-scores",
      "roc",
      "precision-recall",
      "calibration",
      "class-distribution",
    ];
    expect([...(await drawCharts(run)).keys()]).toEqual([
      ...names.flatMap((name) => [`charts/${name}.vl.json`, `charts/${name}.svg`]),
      "README.md",
      "model/README.md",
      "report.html",
      ...names.map((name) => `charts/${name}.png`),
    ]);
  });

  test("the same run gives the same bytes, also of two drawn at once", async () => {
    const [first, second] = await Promise.all([drawCharts(run), drawCharts(run)]);
    expect(second).toEqual(first);
    expect(await drawCharts(run)).toEqual(first);
  });

  test("a run read from its text is drawn as the run itself", async () => {
    const read = await readRun(await writeRun(run, folder.path));
    expect(await drawCharts(read)).toEqual(await drawCharts(run));
  });

  test("leaves the run as it is", async () => {
    const before = structuredClone(run);
    await drawCharts(run);
    expect(run).toEqual(before);
  });

  test("every file ends with a line feed", async () => {
    for (const text of (await drawnTexts(run)).values()) expect(text.at(-1)).toBe("\n");
  });

  test("no picture has an id, which another on the same page could have too", async () => {
    for (const [file, text] of await drawnTexts(run)) {
      if (file.endsWith(".svg")) expect(readXml(text).attributes).not.toContain("id");
    }
  });

  test("each specification holds its data, a value a line", async () => {
    const drawn = await drawnTexts(run);
    const text = drawn.get("charts/accuracy.vl.json")!;
    expect(JSON.parse(text).data.values).toHaveLength(2 * run.history.epochs.length);
    expect(text).toContain('\n      { "epoch": 1, "split": "train", "value": 0.624008 },\n');
  });
});
