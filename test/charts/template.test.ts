import { describe, expect, test } from "bun:test";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { datasets } from "../../src/charts/datasets.ts";
import { documentCharts } from "../../src/charts/document.ts";
import { drawCharts } from "../../src/charts/draw.ts";
import { drawTemplate, drawTemplates } from "../../src/charts/own-chart.ts";
import { readTemplate, readTemplates, TemplateError } from "../../src/charts/read-templates.ts";
import { fieldWarnings } from "../../src/charts/template-fields.ts";
import { messages as runMessages } from "../../src/run/messages.ts";
import { messages as chartsMessages } from "../../src/charts/messages.ts";
import type { TopLevelSpec } from "vega-lite";
import { drawApart } from "../../src/charts/apart.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { fillTemplate } from "../../src/charts/template.ts";
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
  const [chart] = await drawTemplates([template(spec)], run);
  return chart!.svg === null ? chart!.reason : undefined;
}

describe("datasets", () => {
  test.each(Object.keys(datasets))("%s has rows of the columns that it tells", (name) => {
    const rows = datasets[name as keyof typeof datasets].rows(run);
    expect(rows.length).toBeGreaterThan(0);
    const fields = Object.keys(datasets[name as keyof typeof datasets].fields);
    for (const row of rows) expect(Object.keys(row)).toEqual(fields);
    for (const row of rows) expect(Object.values(row)).not.toContain(undefined);
  });

  test("say what the run's files say", () => {
    expect(datasets.history.rows(run)[1]).toMatchObject({ epoch: 1, split: "validation" });
    expect(
      datasets.confusionMatrix.rows(run).reduce((sum, { count }) => sum + Number(count), 0),
    ).toBe(run.predictions.length);
    const right = datasets.predictions.rows(run).filter(({ correct }) => correct).length;
    expect(right / run.predictions.length).toBeCloseTo(run.metrics.accuracy, 8);
    const binary = datasets.metrics.rows(exampleRun());
    expect(binary.find(({ figure }) => figure === "averagePrecision")!.value).toBe(
      exampleRun().metrics.positive!.averagePrecision,
    );
    expect(datasets.metrics.rows(run)).toContainEqual(
      expect.objectContaining({ figure: "loss", value: run.metrics.loss }),
    );
  });
});

describe("fields", () => {
  const warningsOf = (spec: object) => fieldWarnings(template(spec));
  const drawing = (data: string, field: string, more: object = {}) => ({
    data: { name: data },
    mark: "line",
    encoding: { x: { field: "epoch" }, y: { field, type: "quantitative" } },
    ...more,
  });
  const unknown = (data: keyof typeof datasets, field: string, near?: string) =>
    chartsMessages.noSuchField(
      "templates/own.vl.json",
      data,
      field,
      Object.keys(datasets[data].fields),
      near,
    );

  test("that the data lacks are named, with those that it has", () => {
    expect(warningsOf(drawing("history", "validation_loss"))).toEqual([
      'templates/own.vl.json: the data "history" has no field "validation_loss"; it has epoch, split, loss, accuracy, monitored, learningRate.',
    ]);
    expect(warningsOf(drawing("history", "acuracy"))).toEqual([
      unknown("history", "acuracy", "accuracy"),
    ]);
  });

  test.each<[string, object, string[]]>([
    [
      "a layer",
      {
        data: { name: "history" },
        layer: [drawing("history", "loss"), { mark: "bar", encoding: { y: { field: "a" } } }],
      },
      [unknown("history", "a")],
    ],
    [
      "data of its own in a layer",
      {
        data: { name: "history" },
        encoding: { x: { field: "precision" } },
        layer: [
          { mark: "bar", data: { name: "classes" } },
          { mark: "rule", data: { values: [{ precision: 1 }] } },
        ],
      },
      [],
    ],
    [
      "a view beside another",
      {
        hconcat: [
          drawing("history", "loss"),
          { data: { name: "classes" }, mark: "bar", encoding: { x: { field: "recal" } } },
        ],
      },
      [unknown("classes", "recal", "recall")],
    ],
    [
      "a facet",
      { data: { name: "history" }, facet: { field: "side" }, spec: { mark: "bar" } },
      [unknown("history", "side")],
    ],
    [
      "a repeat",
      {
        data: { name: "history" },
        repeat: ["loss", "los"],
        spec: { mark: "bar", encoding: { y: { field: { repeat: "repeat" } } } },
      },
      [unknown("history", "los", "loss")],
    ],
    [
      "an expression",
      drawing("history", "best", {
        transform: [
          { calculate: "datum.loss / datum['lossy']", as: "best" },
          { filter: { and: ["datum.epoh > 3", { field: "step", gt: 1 }] } },
        ],
      }),
      [
        unknown("history", "lossy", "loss"),
        unknown("history", "epoh", "epoch"),
        unknown("history", "step"),
      ],
    ],
    [
      "a grouping",
      drawing("history", "mean", {
        transform: [
          {
            aggregate: [
              { op: "mean", field: "loss", as: "mean" },
              { op: "count", field: "*", as: "n" },
            ],
            groupby: ["epoch", "fold"],
          },
        ],
      }),
      [unknown("history", "fold")],
    ],
    [
      "a condition",
      drawing("history", "loss", {
        mark: "point",
        encoding: { color: { condition: { test: "datum.best", value: "red" }, value: "blue" } },
      }),
      [unknown("history", "best")],
    ],
    [
      "an axis, whose datum is a tick",
      {
        data: { name: "history" },
        mark: "bar",
        encoding: {
          x: {
            field: "epoch",
            axis: {
              labelExpr: "datum.label",
              labelColor: { condition: { test: "datum.value > 3", value: "red" }, value: "blue" },
            },
          },
        },
      },
      [],
    ],
    [
      "what a fold makes",
      drawing("history", "value", { transform: [{ fold: ["loss", "accuracy"] }] }),
      [],
    ],
    [
      "what a pivot may make",
      drawing("history", "train", {
        transform: [{ pivot: "split", value: "loss", groupby: ["epoch"] }],
      }),
      [],
    ],
    [
      "the ends of a bin",
      {
        data: { name: "predictions" },
        transform: [{ bin: true, field: "loss", as: "b" }],
        mark: "bar",
        encoding: { x: { field: "b" }, x2: { field: "b_end" } },
      },
      [],
    ],
    [
      "what is looked up",
      {
        data: { name: "predictions" },
        transform: [
          {
            lookup: "actual",
            from: { data: { name: "classes" }, key: "class", fields: ["recall"] },
          },
        ],
        mark: "bar",
        encoding: { x: { field: "recall" } },
      },
      [],
    ],
    [
      "what is made below for an encoding above",
      {
        data: { name: "history" },
        encoding: { y: { field: "shown" } },
        layer: [{ transform: [{ calculate: "datum.loss", as: "shown" }], mark: "line" }],
      },
      [],
    ],
    [
      "data of the template's own",
      {
        data: { name: "mine" },
        datasets: { mine: [{ a: 1 }] },
        mark: "bar",
        encoding: { x: { field: "a" } },
      },
      [],
    ],
  ])("of %s", (_, spec, expected) => {
    expect(warningsOf(spec)).toEqual(expected);
  });

  test("are told in the report, above which the others stand", async () => {
    const own = drawTemplates([template(drawing("history", "validation_loss"))], run);
    const drawn = await drawCharts(run, { own });
    expect(drawn.has("charts/own.svg")).toBe(true);
    expect(drawn.get("report.html")).toContain("has no field &#34;validation_loss&#34;");
  });

  test("are those of the page, whose example is right", async () => {
    const [[path, text]] = Object.entries(await documentCharts()) as [[string, string]];
    expect(await Bun.file(join(import.meta.dir, "../..", path)).text()).toBe(text);
    for (const [name, { fields }] of Object.entries(datasets)) {
      const part = text.split(`\n### ${name}\n`)[1]!.split("\n### ")[0]!;
      expect([...part.matchAll(/^\| `(\w+)`/gm)].map(([, field]) => field)).toEqual(
        Object.keys(fields),
      );
    }
    const example = { name: "own", text: `${/```json\n(.*?)```/s.exec(text)![1]}` };
    expect(fieldWarnings(example)).toEqual([]);
    expect((await drawTemplate(example, run)).svg).toContain("Loss by epoch");
  });
});

describe("a template", () => {
  test("is filled with the run's data and stands with it on its own", async () => {
    const own = drawTemplates([template(bars({ name: "classes" }))], run);
    const drawn = await drawCharts(run, { own });
    const spec = JSON.parse(drawn.get("charts/own.vl.json") as string);
    expect(spec.datasets).toEqual({ classes: datasets.classes.rows(run) });
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
    const spec = fillTemplate(
      template(bars({ name: "classes" }, { transform: [{ calculate, as: "x" }] })),
      run,
    );
    // In this process, where it would be seen.
    await renderSvg(spec, { isTrusted: false }).catch(() => undefined);
    expect("ran" in globalThis).toBe(false);
  });

  test("that is wrong is named in the report, and the other charts are drawn", async () => {
    const wrong = template(bars({ name: "histroy" }));
    const drawn = await drawCharts(run, { own: drawTemplates([wrong], run) });
    expect(drawn.has("charts/accuracy.svg")).toBe(true);
    expect(drawn.has("charts/own.svg")).toBe(false);
    expect(drawn.get("report.html")).toContain("there is no data");
  });
});

describe("a template that asks for too much", () => {
  const limits = { processorSeconds: 20, seconds: 60, bytes: 4e9, pixels: 25e6 };
  const chart = { data: { values: [{ x: 1 }] }, mark: "point" } as TopLevelSpec;
  const endless = {
    data: { sequence: { start: 0, stop: 1e7, as: "x" } },
    mark: "point",
    encoding: { x: { field: "x" } },
  } as TopLevelSpec;

  test("is told how large it is", async () => {
    const told = await reason(bars({ name: "classes" }, { width: 10_000, height: 20_000 }));
    expect(told).toMatch(
      /^templates\/own\.vl\.json cannot be drawn: it is 10,\d{3} × 20,\d{3} pixels large/,
    );
  });

  test.each<[string, Partial<typeof limits>]>([
    ["processor time", { processorSeconds: 0.5 }],
    ["time", { seconds: 0.5 }],
    ["memory", { bytes: 4e8 }],
  ])("is ended when it has taken its %s", async (_, few) => {
    const most = { ...limits, ...few };
    expect(await drawApart(endless, most)).toEqual({ reason: chartsMessages.takesTooMuch(most) });
  });

  test("does not keep others from the same limits", async () => {
    expect(await drawApart(chart, limits)).toMatchObject({ png: expect.any(Uint8Array) });
  });

  test("nested too deeply is told before it is drawn", async () => {
    let nested: object = {};
    for (let depth = 0; depth < 200; depth++) nested = { layer: [nested] };
    expect(await reason(nested)).toBe(chartsMessages.templateTooDeep("templates/own.vl.json"));
  });

  test("does not keep the others from being drawn, each at its place", async () => {
    const huge = { ...template(bars({ name: "classes" }, { width: 1e9 })), name: "huge" };
    const lost = new TemplateError(
      "/a/run/templates/lost.vl.json",
      "/a/run/templates/lost.vl.json is lost",
    );
    const charts = await drawTemplates([huge, lost, template(bars({ name: "classes" }))], run);
    expect(charts.map(({ svg }) => svg !== null)).toEqual([false, false, true]);
    expect(charts[1]).toMatchObject({ reason: "templates/lost.vl.json is lost" });
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
    await writeFile(join(folder.path, "charts/a.vl.json"), "[]");
    await writeFile(join(folder.path, "charts/loss.vl.json"), "{}");
    expect(
      (await readTemplates(join(folder.path, "charts"))).map((one) => one instanceof TemplateError),
    ).toEqual([true, false, true]);
  });

  test("the shipped one is drawn", async () => {
    const [shipped] = await readTemplates(join(import.meta.dir, "../../experiments/charts"));
    const [drawn] = await drawTemplates([shipped!], run);
    expect(drawn!.svg).toContain("Certainty of right and wrong");
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
