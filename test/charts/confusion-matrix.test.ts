import { describe, expect, test } from "bun:test";
import { confusionMatrixChart } from "../../src/charts/confusion-matrix.ts";
import { renderSvg } from "../../src/charts/render.ts";
import type { Run } from "../../src/layout.ts";
import { exampleRun, type RunOptions } from "../fixtures/run.ts";

interface Drawn {
  data: {
    values: {
      actual: string;
      predicted: string;
      actualClass: string;
      count: number;
      share: number;
    }[];
  };
  encoding: Record<"x" | "y", { field: string; title: string; scale: { domain: string[] } }>;
}

const draw = (run: Run) => confusionMatrixChart(run) as unknown as Drawn;

function classesOf(number: number): string[] {
  return Array.from({ length: number }, (_, index) => `class ${index}`);
}

/** Two classes, of which "a" was taken for "b" twice and never the other way. */
function lopsided(rows: RunOptions["rows"]): Run {
  const run = exampleRun({ classes: ["a", "b"], rows: rows! });
  run.confusionMatrix.counts = [
    [6, 2],
    [0, 4],
  ];
  return run;
}

describe("confusion matrix", () => {
  test.each([
    ["actual", "predicted"],
    ["predicted", "actual"],
  ] as const)("rows: %s puts the other one in the columns", (rows, columns) => {
    const { x, y } = draw(lopsided(rows)).encoding;
    expect([y.field, x.field]).toEqual([rows, columns]);
    expect(y.title.toLowerCase()).toStartWith(rows);
    expect(x.title.toLowerCase()).toStartWith(columns);
  });

  test.each(["actual", "predicted"] as const)("counts mean the same with rows: %s", (rows) => {
    const { values } = draw(lopsided(rows)).data;
    expect(
      values.map(({ actual, predicted, count }) => `${actual} as ${predicted}: ${count}`),
    ).toEqual(["a as a: 6", "a as b: 2", "b as a: 0", "b as b: 4"]);
    expect(values.map(({ share }) => share)).toEqual([0.75, 0.25, 0, 1]);
  });

  test("stands on the page as it says: the 2 in the upper right with actual rows, lower left with predicted", async () => {
    const place = async (rows: "actual" | "predicted") => {
      const { svg } = await renderSvg(confusionMatrixChart(lopsided(rows)));
      const [, x, y] = /<text[^>]*translate\(([\d.]+),([\d.]+)\)[^>]*>2<\/text>/.exec(svg)!;
      return [Number(x) < 90, Number(y) < 90];
    };
    expect(await place("actual")).toEqual([false, true]);
    expect(await place("predicted")).toEqual([true, false]);
  });

  test("keeps the classes in their order", () => {
    const { x, y } = draw(exampleRun({ classes: ["b", "a", "10", "9"] })).encoding;
    expect(x.scale.domain).toEqual(["b", "a", "10", "9"]);
    expect(y.scale.domain).toEqual(x.scale.domain);
  });

  test.each([2, 3, 10, 20, 21, 50, 100, 121])(
    "%i classes are drawn without a warning",
    async (number) => {
      const run = exampleRun({ classes: classesOf(number), images: 3 });
      const { svg, warnings } = await renderSvg(confusionMatrixChart(run));
      expect(warnings).toEqual([]);
      expect(svg.length).toBeLessThan(500_000);
    },
  );

  test.each([
    [20, true, true],
    [21, false, true],
    [100, false, true],
    [121, false, false],
  ])("%i classes have figures: %p, names: %p", async (number, figures, names) => {
    const run = exampleRun({ classes: classesOf(number), images: 1, skill: 1 });
    const { svg } = await renderSvg(confusionMatrixChart(run));
    expect(svg.includes("mark-text role-mark")).toBe(figures);
    expect(svg.includes(">class 7<")).toBe(names);
  });

  test("a class without images has no share, and no division by 0", async () => {
    const run = lopsided("actual");
    run.confusionMatrix.counts = [
      [0, 0],
      [1, 2],
    ];
    expect(draw(run).data.values.map(({ share }) => share)).toEqual([0, 0, 0.3333, 0.6667]);
    expect((await renderSvg(confusionMatrixChart(run))).warnings).toEqual([]);
  });

  test("long names are cut but stay apart, and are whole in the tooltip", () => {
    const classes = ["left, ", "right, "].map(
      (side) => `pneumonia ${side}${"very ".repeat(20)}long`,
    );
    const { data, encoding } = draw(exampleRun({ classes }));
    const [first, second] = encoding.x.scale.domain;
    expect(first).not.toBe(second);
    expect(first!.length).toBeLessThan(25);
    expect(data.values[0]!.actualClass).toBe(classes[0]!);
  });
});
