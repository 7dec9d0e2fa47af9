import { describe, expect, test } from "bun:test";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { datasets } from "../../src/charts/datasets.ts";
import { drawCharts } from "../../src/charts/draw.ts";
import { drawTemplate } from "../../src/charts/own-chart.ts";
import { readTemplate, readTemplates } from "../../src/charts/read-templates.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as chartsMessages } from "../../src/charts/messages.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();
const run = exampleRun({ classes: ["a", "<b>", "c"], epochs: 3 });
const template = (spec: object) => ({ name: "own", text: `${JSON.stringify(spec)}\n` });
const bars = (data: object, more: object = {}) => ({
  data,
  mark: "bar",
  encoding: { x: { field: "class", type: "nominal" }, y: { aggregate: "count" } },
  ...more,
});

/** Why a template is not drawn; undefined where it is. */
async function reason(spec: object): Promise<string | undefined> {
  const chart = await drawTemplate(template(spec), run);
  return chart.svg === null ? chart.reason : undefined;
}

describe("datasets", () => {
  test.each(Object.keys(datasets))("%s has rows of the same columns", (name) => {
    const rows = datasets[name as keyof typeof datasets](run);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(rows[0]!));
  });

  test("say what the run's files say", () => {
    expect(datasets.history(run)[1]).toMatchObject({ epoch: 1, split: "validation" });
    expect(datasets.confusionMatrix(run).reduce((sum, { count }) => sum + Number(count), 0)).toBe(
      run.predictions.length,
    );
    const right = datasets.predictions(run).filter(({ correct }) => correct).length;
    expect(right / run.predictions.length).toBe(run.metrics.accuracy);
    expect(datasets.metrics(run)).toContainEqual(
      expect.objectContaining({ figure: "loss", value: run.metrics.loss }),
    );
  });
});

describe("a template", () => {
  test("is filled with the run's data and stands with it on its own", async () => {
    const drawn = await drawCharts(run, { templates: [template(bars({ name: "classes" }))] });
    const spec = JSON.parse(drawn.get("charts/own.vl.json") as string);
    expect(spec.datasets).toEqual({ classes: datasets.classes(run) });
    expect(drawn.get("charts/own.svg")).toContain("&lt;b&gt;");
    expect(drawn.get("charts/own.png")).toBeInstanceOf(Uint8Array);
    expect(drawn.get("report.html")).toContain("Charts from templates");
  });

  test.each<[string, object]>([
    ["data from the network", bars({ url: "http://192.0.2.1/x.json" })],
    ["data from a file", bars({ url: "file:///etc/passwd" })],
    [
      "a table looked up in a file",
      bars(
        { name: "classes" },
        { transform: [{ lookup: "class", from: { data: { url: "/etc/passwd" }, key: "a" } }] },
      ),
    ],
    [
      "a picture",
      { ...bars({ name: "classes" }), mark: { type: "image", url: "http://192.0.2.1/x.png" } },
    ],
    [
      "a picture named by the data",
      { ...bars({ name: "classes" }), encoding: { url: { field: "class" } } },
    ],
    [
      "a link",
      { ...bars({ name: "classes" }), encoding: { href: { value: "javascript:alert(1)" } } },
    ],
    [
      "a paint server",
      { ...bars({ name: "classes" }), mark: { type: "bar", fill: "url(http://192.0.2.1/x#a)" } },
    ],
    [
      "a paint server put together at last",
      {
        ...bars({ name: "classes" }),
        mark: { type: "bar", fill: { expr: "'ur' + 'l(http://192.0.2.1/x#a)'" } },
      },
    ],
  ])("with %s is refused", async (_, spec) => {
    expect(await reason(spec)).toContain("outside the run");
  });

  test.each([
    "this.constructor.constructor('globalThis.ran = true')()",
    "datum.constructor.constructor('globalThis.ran = true')()",
    "toString.constructor('globalThis.ran = true')()",
    "[]['filter']['constructor']('globalThis.ran = true')()",
    "globalThis.ran = true",
  ])("runs no code: %s", async (calculate) => {
    await reason(bars({ name: "classes" }, { transform: [{ calculate, as: "x" }] }));
    expect("ran" in globalThis).toBe(false);
  });

  test("that is wrong is named in the report, and the other charts are drawn", async () => {
    const wrong = template(bars({ name: "histroy" }));
    const drawn = await drawCharts(run, { templates: [wrong] });
    expect(drawn.has("charts/accuracy.svg")).toBe(true);
    expect(drawn.has("charts/own.svg")).toBe(false);
    expect(drawn.get("report.html")).toContain("there is no data");
  });
});

describe("readTemplates", () => {
  test("reads a folder in order, and none where there is none", async () => {
    expect(await readTemplates(join(folder.path, "charts"))).toEqual([]);
    await mkdir(join(folder.path, "charts"));
    for (const name of ["b", "a"])
      await writeFile(
        join(folder.path, `charts/${name}.vl.json`),
        template(bars({ name: "images" })).text,
      );
    await writeFile(join(folder.path, "charts/notes.txt"), "");
    const read = await readTemplates(join(folder.path, "charts"));
    expect(read.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  test("the shipped one is drawn", async () => {
    const [shipped] = await readTemplates(join(import.meta.dir, "../../experiments/charts"));
    expect((await drawTemplate(shipped!, run)).svg).toContain("Certainty of right and wrong");
  });

  test.each([
    ["loss.vl.json", "{}\n", chartsMessages.templateTaken],
    ["..vl.json", "{}\n", chartsMessages.templateName],
  ])("refuses %s", async (name, text, message) => {
    const file = join(folder.path, name);
    await writeFile(file, text);
    await expect(readTemplate(file)).rejects.toThrow(message(file));
  });

  test("names the line where a template is no JSON", async () => {
    const file = join(folder.path, "own.vl.json");
    await writeFile(file, '{\n  "mark": bar\n}\n');
    await expect(readTemplate(file)).rejects.toThrow(runMessages.notJson(file, 2));
  });
});
