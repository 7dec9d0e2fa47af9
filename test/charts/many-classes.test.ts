import { describe, expect, test } from "bun:test";
import { chosenCharts, charts } from "../../src/charts/charts.ts";
import { confusedPairsChart } from "../../src/charts/confused-pairs.ts";
import { drawCharts } from "../../src/charts/draw.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { files } from "../../src/layout.ts";
import { repeat, runOf } from "../fixtures/run-of.ts";
import { exampleRun } from "../fixtures/run.ts";

test("a thousand classes are drawn, and reported on a page that opens", async () => {
  const classes = Array.from({ length: 1000 }, (_, index) => `class ${index}`);
  const drawn = await drawCharts(exampleRun({ classes, images: 1 }));
  expect([...drawn.keys()]).toContain("charts/confusion-matrix.svg");
  expect(drawn.get(files.report)!.length).toBeLessThan(2_000_000);
});

/** Where the texts of an axis title and of its labels lie from the left, of an axis that stands upright. */
function axisTexts(svg: string, title: string) {
  const titled = new RegExp(`translate\\((-?[\\d.]+),[^)]*\\)[^>]*>${title}<`).exec(svg);
  return Number(titled?.[1]);
}

describe("names of 18 columns and more", () => {
  const classes = Array.from(
    { length: 50 },
    (_, index) => `squamous carcinoma ${index} of the cervix`,
  );

  test("leave the title of an axis beside them", async () => {
    const { svg } = await renderSvg(confusedPairsChart(exampleRun({ classes, images: 2 })));
    // Two names and an arrow, at 6 pixels a letter and more.
    expect(axisTexts(svg, "Actual → predicted class")).toBeLessThan(-210);
  });

  test("that make pairs look the same leave no band empty", () => {
    const run = exampleRun({ classes: ["a", "b → c", "a → b", "c"] });
    run.confusionMatrix.counts = [
      [0, 3, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 2],
      [0, 0, 0, 0],
    ];
    const { data } = confusedPairsChart(run) as { data: { values: { pair: string }[] } };
    expect(data.values.map(({ pair }) => pair)).toEqual(["a → b → c", "a → b → c (2)"]);
  });
});

test("without a class that has a curve none is drawn, unless it is asked for", async () => {
  const run = runOf(repeat(5, "a", "a"));
  expect(chosenCharts(run)).not.toContain("roc");
  expect(chosenCharts(run)).not.toContain("precision-recall");
  for (const name of ["roc", "precision-recall"] as const) {
    const { svg } = await renderSvg(charts[name].draw(run));
    expect(svg).not.toContain("Class and");
    expect(svg).toContain("has no curve");
  }
});

test.each([5, 10])("charts of %i classes are no wider than what is in them", async (count) => {
  const run = exampleRun({ classes: Array.from({ length: count }, (_, index) => `c${index}`) });
  for (const name of ["roc", "precision-recall", "class-scores"] as const) {
    const { svg } = await renderSvg(charts[name].draw(run));
    expect(Number(/ width="(\d+)"/.exec(svg)![1])).toBeLessThan(700);
  }
});
