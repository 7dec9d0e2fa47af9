import { beforeAll, describe, expect, test } from "bun:test";
import { drawCharts } from "../../src/charts/draw.ts";
import { readRun } from "../../src/run/read.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { readXml } from "../fixtures/markup.ts";
import { writeRun } from "../fixtures/run-folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const options = { classes: ["=cat", "dög", 'a "b", c'], images: 7 };
const run = exampleRun(options);
const folder = useTemporaryFolder();
/** Of the run, drawn once. */
let drawn: Map<string, string | Uint8Array>;
let texts: [file: string, text: string][];

beforeAll(async () => {
  drawn = await drawCharts(run);
  texts = [...drawn].flatMap(([file, text]) => (typeof text === "string" ? [[file, text]] : []));
});

describe("drawCharts", () => {
  test("gives each chart as specification and as picture, and the report", () => {
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
    expect([...drawn.keys()]).toEqual([
      ...names.flatMap((name) => [`charts/${name}.vl.json`, `charts/${name}.svg`]),
      "README.md",
      "model/README.md",
      "report.html",
      ...names.map((name) => `charts/${name}.png`),
    ]);
  });

  test("the same run gives the same bytes, also of two drawn at once", async () => {
    const [first, second] = await Promise.all([drawCharts(run), drawCharts(run)]);
    expect(first).toEqual(drawn);
    expect(second).toEqual(drawn);
  });

  test("a run read from its text is drawn as the run itself", async () => {
    const read = await readRun(await writeRun(run, folder.path));
    expect(await drawCharts(read)).toEqual(drawn);
  });

  test("leaves the run as it is", () => {
    expect(run).toEqual(exampleRun(options));
  });

  test("every file ends with a line feed", () => {
    for (const [, text] of texts) expect(text.at(-1)).toBe("\n");
  });

  test("no picture has an id, which another on the same page could have too", () => {
    for (const [file, text] of texts) {
      if (file.endsWith(".svg")) expect(readXml(text).attributes).not.toContain("id");
    }
  });

  test("each specification holds its data, a value a line", () => {
    const text = drawn.get("charts/accuracy.vl.json") as string;
    expect(JSON.parse(text).data.values).toHaveLength(2 * run.history.epochs.length);
    expect(text).toContain('\n      { "epoch": 1, "split": "train", "value": 0.624008 },\n');
  });
});
