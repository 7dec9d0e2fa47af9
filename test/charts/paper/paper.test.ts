import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { claim } from "../../../src/charts/paper/checklist.ts";
import { drawPaper } from "../../../src/charts/paper/draw.ts";
import { paperFigures } from "../../../src/charts/paper/figures.ts";
import { looseManifest } from "../../../src/run/loose-manifest.ts";
import { readRun } from "../../../src/run/read.ts";
import { figuresOf } from "../../../src/run/agreement.ts";
import type { Run } from "../../../src/layout.ts";
import { readHtml } from "../../fixtures/markup.ts";
import { exampleRun } from "../../fixtures/run.ts";
import { repeat, runOf } from "../../fixtures/run-of.ts";

const kept = join(import.meta.dir, "../../../runs/baseline/v001");

async function paperOf(run: Run, prevalences: number[] = [], folder?: string) {
  const figures = paperFigures(run, prevalences);
  const manifest = folder === undefined ? null : looseManifest(folder);
  return { figures, ...(await drawPaper(run.name, { run, figures, manifest, evaluations: [] })) };
}

/** The tables of a Markdown text: the cells of each row by its name, by what the title has. */
function tablesOf(markdown: string) {
  const blocks = markdown.split(/\n\n/);
  const tables = blocks.flatMap((block, index) => {
    const title = /^\*\*Table \d+\. (.*)\*\*$/.exec(block)?.[1];
    if (title === undefined) return [];
    const [head, rule, ...rows] = blocks[index + 1]!.split("\n").map((line) =>
      line.slice(2, -2).split(/ \| /),
    );
    for (const row of [rule!, ...rows]) expect(row).toHaveLength(head!.length);
    return [{ title, head: head!, rows: new Map(rows.map(([name, ...cells]) => [name!, cells])) }];
  });
  return (part: string) => tables.find(({ title }) => title.includes(part))!;
}

describe("of the kept run", () => {
  const text = (file: string) => readFileSync(join(kept, file), "utf8").trim().split("\n").slice(1);
  // Nothing of Lamina's reads or counts here: the rows as they stand in the run's text.
  const rows = text("predictions.csv").map((line) => {
    const [, actual, predicted, , p] = line.split(",");
    return { isPositive: actual === "pneumonia", isSaid: predicted === "pneumonia", p: Number(p) };
  });
  const number = (isMeant: (row: (typeof rows)[number]) => boolean) => rows.filter(isMeant).length;
  const positives = number(({ isPositive }) => isPositive);
  const negatives = rows.length - positives;
  const hits = number(({ isPositive, isSaid }) => isPositive && isSaid);
  const alarms = number(({ isPositive, isSaid }) => !isPositive && isSaid);
  const wilson = (part: number, whole: number) => {
    const [z, share] = [1.959963984540054, part / whole];
    const middle = share + z ** 2 / (2 * whole);
    const half = z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2));
    const [low, high] = [middle - half, middle + half].map((end) => end / (1 + z ** 2 / whole));
    return `${share.toFixed(3)} (${low!.toFixed(3)}–${high!.toFixed(3)})`;
  };

  test("each figure follows from its text", async () => {
    const { markdown } = await paperOf(await readRun(kept), [0.01], kept);
    const table = tablesOf(markdown);
    const said = table("class of the larger probability").rows;
    const cell = (name: string) => said.get(name)![0]!;
    expect(cell("Cases, of them positive")).toBe(`${rows.length}, ${positives}`);
    expect(cell("True positives, false positives")).toBe(`${hits}, ${alarms}`);
    expect(cell("False negatives, true negatives")).toBe(
      `${positives - hits}, ${negatives - alarms}`,
    );
    expect(cell("Sensitivity")).toBe(wilson(hits, positives));
    expect(cell("Specificity")).toBe(wilson(negatives - alarms, negatives));
    expect(cell("Accuracy")).toBe(wilson(hits + negatives - alarms, rows.length));
    expect(cell("Positive predictive value")).toBe(wilson(hits, hits + alarms));
    expect(cell("Negative predictive value")).toBe(
      wilson(negatives - alarms, rows.length - hits - alarms),
    );
    const [sensitivity, others] = [hits / positives, alarms / negatives];
    const start = (name: string) => Number(cell(name).split(" ")[0]);
    expect(start("Positive likelihood ratio")).toBeCloseTo(sensitivity / others, 2);
    expect(start("Negative likelihood ratio")).toBeCloseTo((1 - sensitivity) / (1 - others), 2);
    const yes = sensitivity * 0.01;
    expect(start("Positive predictive value at a prevalence of 1 %")).toBeCloseTo(
      yes / (yes + others * 0.99),
      3,
    );
    // Pairs of which the positive one is above, as the area under the curve is defined.
    const above = rows.flatMap((a) =>
      rows.flatMap((b) =>
        a.isPositive && !b.isPositive ? [a.p > b.p ? 1 : a.p === b.p ? 0.5 : 0] : [],
      ),
    );
    const area = above.reduce((sum, one) => sum + one, 0) / above.length;
    expect(cell("Area under the ROC curve")).toBe(
      // The interval is pROC's: see test/compare/areas.test.ts.
      `${area.toFixed(3)} (0.901–0.972)`,
    );
    const share = (held: "p" | "n", wanted: number) => {
      const reached = [...rows.map(({ p }) => p), 2].map((threshold) => {
        const sens = number((row) => row.isPositive && row.p >= threshold) / positives;
        const spec = number((row) => !row.isPositive && row.p < threshold) / negatives;
        return held === "n" ? [spec, sens] : [sens, spec];
      });
      return Math.max(...reached.flatMap(([own, other]) => (own! >= wanted ? [other!] : [])));
    };
    const fixed = table("at a fixed value of the other").rows;
    for (const wanted of ["0.80", "0.90", "0.95"]) {
      const of = (name: string) =>
        Number(fixed.get(`${name} of ${wanted} or more`)![0]!.slice(0, 5));
      expect(of("Sensitivity at a specificity")).toBeCloseTo(share("n", Number(wanted)), 3);
      expect(of("Specificity at a sensitivity")).toBeCloseTo(share("p", Number(wanted)), 3);
    }
    for (const [at, [network, all]] of table("Net benefit among").rows) {
      const odds = Number(at) / (1 - Number(at));
      const tp = number((row) => row.isPositive && row.p >= Number(at));
      const fp = number((row) => !row.isPositive && row.p >= Number(at));
      const shown = (cells: string) => Number(cells.split(" ")[0]!.replace("−", "-"));
      expect(shown(network!)).toBeCloseTo((tp - fp * odds) / rows.length, 3);
      expect(shown(all!)).toBeCloseTo((positives - negatives * odds) / rows.length, 3);
    }
    expect(table("Confusion matrix").rows).toEqual(
      new Map([
        ["normal", [`${negatives - alarms}`, `${alarms}`]],
        ["pneumonia", [`${positives - hits}`, `${hits}`]],
      ]),
    );
    const images = text("../images/".concat(listName())).map((line) => line.split(","));
    const ofSplit = (split: string, label?: string) =>
      images.filter(([one, name]) => one === split && (label === undefined || name === label))
        .length;
    const one = table("Images by split");
    for (const [column, split] of one.head.slice(1, -1).entries()) {
      expect(one.rows.get("Images")![column]).toBe(String(ofSplit(split)));
      const ill = ofSplit(split, "pneumonia");
      expect(one.rows.get("Class: pneumonia")![column]).toBe(
        `${ill} (${((100 * ill) / ofSplit(split)).toFixed(1)} %)`,
      );
    }
  });

  function listName(): string {
    const { list } = JSON.parse(readFileSync(join(kept, "data.json"), "utf8")) as { list: string };
    return list.split("/").at(-1)!;
  }

  test("drawn again it is the same to the byte, and has no script", async () => {
    const run = await readRun(kept);
    const [first, second] = [await paperOf(run, [0.01], kept), await paperOf(run, [0.01], kept)];
    expect(first.html).toBe(second.html);
    expect(first.markdown).toBe(second.markdown);
    expect(first.html).not.toContain("<script");
    expect(first.figures).toEqual(JSON.parse(JSON.stringify(first.figures)));
  });

  test("every item of CLAIM is there once, answered or for the author", async () => {
    const { markdown } = await paperOf(await readRun(kept), [], kept);
    const { rows: items } = tablesOf(markdown)("Items of the Checklist");
    expect(items.size).toBe(claim.length);
    expect(claim.map(({ number: at }) => at)).toEqual(
      Array.from({ length: 44 }, (_, at) => at + 1),
    );
    for (const [name, [by, answer]] of items)
      expect([name, by === "author"]).toEqual([name, answer === ""]);
    const of = (at: number) => [...items].find(([name]) => name.startsWith(`${at}. `))![1];
    expect(of(19)![1]).toContain("train 400 (57.1 %), validation 100 (14.3 %), test 200 (28.6 %)");
    expect(of(34)![0]).toBe("author");
  });
});

/** An example whose images are of patients, and have a column. */
function patients(side: (index: number) => string, group: (index: number) => string): Run {
  const run = exampleRun({ images: 6 });
  run.data.images = run.data.images.map((image, index) => ({
    ...image,
    group: group(index),
    columns: { side: side(index) },
  }));
  run.resolved.evaluate.resamples = 200;
  run.metrics = figuresOf(run);
  return run;
}

describe("undefined figures are marked, and not invented", () => {
  test("a test split that lacks a class", async () => {
    const run = runOf([...repeat(5, "a", "a"), ...repeat(3, "a", "b")]);
    const { markdown, figures } = await paperOf(run, [0.1]);
    const said = tablesOf(markdown)("class of the larger probability").rows;
    for (const name of [
      "Area under the ROC curve",
      "Sensitivity",
      "Positive likelihood ratio",
      "Negative likelihood ratio",
      "Positive predictive value at a prevalence of 10 %",
    ])
      expect([name, said.get(name)]).toEqual([name, ["–"]]);
    expect(said.get("Specificity")![0]).toStartWith("0.625 (");
    expect(figures.images[0]!.figures.fixed.every(({ other }) => other.value === null)).toBe(true);
    expect(tablesOf(markdown)("at a prevalence of 10 %").rows.get("0.1")).toEqual(["–", "–"]);
  });

  test("one patient: no interval is drawn from one", async () => {
    const { figures, markdown } = await paperOf(
      patients(
        () => "left",
        () => "P1",
      ),
    );
    const { figures: ofImages } = figures.images[0]!;
    expect(ofImages.rules[0]!.sensitivity.value).not.toBeNull();
    expect(ofImages.rules[0]!.sensitivity.interval).toBeNull();
    expect(ofImages.auc.interval).toBeNull();
    // Of images of both classes there is no one answer.
    expect(figures.groups).toMatchObject({ count: 0, mixed: 1, classes: [] });
    expect(markdown).toContain("1 group with images of several classes is excluded");
    const further = tablesOf(markdown)("Further figures").rows;
    expect(further.get("Cohen's kappa")![1]).toBe("");
  });

  test("a subgroup without positives, and one whose side is not told", async () => {
    // The first six are negative.
    const { figures, markdown } = await paperOf(
      patients(
        (index) => (index < 3 ? "left" : index < 6 ? "" : "right"),
        (index) => `P${index}`,
      ),
    );
    expect(figures.subgroups[0]!.values.map(({ value, images }) => [value, images])).toEqual([
      ["left", 3],
      ["right", 6],
      ["", 3],
    ]);
    const [left] = figures.subgroups[0]!.values;
    expect(left!.positive).toMatchObject({
      images: 0,
      auc: { value: null, interval: null },
      sensitivity: { value: null, interval: null },
    });
    const rows = tablesOf(markdown)('By "side"').rows;
    expect(rows.get("left")!.slice(2, 5)).toEqual(["0 (0.0 %)", "–", "–"]);
    expect([...rows.keys()]).toEqual(["left", "right", "missing"]);
    expect(markdown).toContain('"side" is missing for 3 images');
  });

  test("a network that ranks the classes apart has an area, and no interval of it", async () => {
    const { figures } = await paperOf(runOf([...repeat(9, "a", "a"), ...repeat(9, "b", "b")]));
    expect(figures.images[0]!.figures.auc).toEqual({ value: 1, interval: null });
  });
});

test("a patient is positive if any image is, where the largest probability counts", async () => {
  const run = patients(
    () => "left",
    (index) => `P${index % 6}`,
  );
  run.resolved.evaluate.perGroup = "max";
  run.metrics = figuresOf(run);
  const { figures, markdown } = await paperOf(run);
  expect(figures.groups).toMatchObject({ count: 6, mixed: 0, perGroup: "max" });
  expect(figures.groups!.classes[0]!.figures.positives).toBe(6);
  expect(tablesOf(markdown)("class of the larger probability").head).toEqual([
    "Figure",
    "Per image",
    "Per group",
  ]);
  expect(run.metrics.groups).toMatchObject({ count: 6, mixed: 0 });
});

describe("more than two classes", () => {
  test("each against the rest, and what needs one class is said to be left out", async () => {
    const run = exampleRun({ classes: Array.from({ length: 10 }, (_, at) => `class ${at}`) });
    const { figures, markdown } = await paperOf(run);
    expect(figures.images.map(({ label }) => label)).toEqual(run.data.classes);
    expect(tablesOf(markdown)("Each class against").rows.size).toBe(10);
    expect(markdown).toContain("they are reported for two classes only, not for 10");
    expect(markdown).not.toContain("Decision curve");
  });

  test("of very many the page stays one that can be read", async () => {
    const run = exampleRun({ classes: Array.from({ length: 60 }, (_, at) => `${at}`), images: 3 });
    const { figures, markdown } = await paperOf(run);
    expect(figures.images).toEqual([]);
    expect(markdown).toContain("For 60 classes the figures of each class are in the run's report");
  });
});

test("names are text, whatever they hold, and every table stays whole", async () => {
  const hostile = ["<script>alert(1)</script>", "a | b\n**c** @someone [x](http://192.0.2.1)"];
  const run = exampleRun({ classes: hostile, images: 8 });
  run.data.images = run.data.images.map((image) => ({
    ...image,
    columns: { "<b>|`\n": "|\n<i>", "": "" },
  }));
  const { html, markdown } = await paperOf(run);
  tablesOf(markdown)("no such table");
  expect(html).not.toContain("<script");
  expect(markdown).not.toMatch(/(?<!\\)<(?!!--)|@someone|(?<!\\)\[x\]/);
  readHtml(html);
});
