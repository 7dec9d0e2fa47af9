import { describe, expect, test } from "bun:test";
import { sweepCharts, sweepChartNames, suitingCharts } from "../../../src/charts/sweep/charts.ts";
import { drawSweep } from "../../../src/charts/sweep/draw.ts";
import { renderSvg } from "../../../src/charts/render.ts";
import { exampleSweep, type SweepOptions } from "../../fixtures/sweep.ts";
import { readXml } from "../../fixtures/markup.ts";

const cases: Record<string, SweepOptions> = {
  "5 settings of one key": { settings: 5, keys: 1 },
  "40 settings with seeds and failures": { settings: 40, keys: 3, seeds: 3, failing: 9 },
  "120 settings of 9 keys": { settings: 120, keys: 9 },
  "a loss": { settings: 12, keys: 4, loss: true, search: "sobol" },
  halving: { settings: 20, keys: 2, search: "halving", failing: 7 },
  folds: { settings: 2, keys: 1, folds: 5, objective: false },
  "one setting": { settings: 1, keys: 1, seeds: 4, objective: false },
  "nothing but failures": { settings: 3, keys: 2, failing: 1 },
  "names to escape": {
    settings: 6,
    name: '"<b>&',
    dimensions: [
      { key: "a.<script>", list: ["</svg>", '"quoted"', "\u202ertl"] },
      { key: "b.<script>", list: [{ deep: [1, null] }, true] },
    ],
  },
  "values of one kind": {
    settings: 4,
    dimensions: [
      { key: "wide", log: [1e-9, 1e3] },
      { key: "narrow", uniform: [0.5, 0.5000001] },
      { key: "powers", integer: [2, 64], log: true },
      { key: "many", list: Array.from({ length: 40 }, (_, index) => index) },
    ],
  },
};

describe("drawSweep", () => {
  test.each(Object.keys(cases))(
    "of %s: charts without a warning, each with its words",
    async (name) => {
      const sweep = exampleSweep(cases[name]);
      for (const chart of suitingCharts(sweep)) {
        const { draw, describe: words } = sweepCharts[chart];
        const { svg, warnings } = await renderSvg(draw(sweep));
        expect(warnings).toEqual([]);
        expect(svg).not.toContain("NaN");
        expect(svg).not.toContain("undefined");
        expect([...readXml(svg).elements]).not.toContain("script");
        expect(words(sweep)).toMatch(/\d.*\.$/);
        expect(words(sweep)).not.toMatch(/NaN|undefined/);
      }
    },
  );

  test("draws what suits a sweep", () => {
    const drawn = (name: string) => suitingCharts(exampleSweep(cases[name]));
    expect(drawn("5 settings of one key")).toEqual(["best-so-far", "parallel", "effects"]);
    expect(drawn("40 settings with seeds and failures")).toEqual([
      "best-so-far",
      "parallel",
      "effects",
      "spread",
    ]);
    expect(drawn("halving")).toEqual(["best-so-far", "parallel", "effects", "halving"]);
    expect(drawn("folds")).toEqual(["parallel", "spread"]);
    expect(drawn("one setting")).toEqual(["spread"]);
    expect(drawn("nothing but failures")).toEqual(["parallel"]);
  });

  test("the same sweep gives the same bytes, and is left as it was", async () => {
    const sweep = exampleSweep(cases["folds"]);
    const before = structuredClone(sweep);
    const [first, second] = await Promise.all([drawSweep(sweep), drawSweep(sweep)]);
    expect(second).toEqual(first);
    expect(sweep).toEqual(before);
    expect([...first.keys()]).toEqual([
      "charts/parallel.vl.json",
      "charts/parallel.svg",
      "charts/spread.vl.json",
      "charts/spread.svg",
      "report.html",
      "charts/parallel.png",
      "charts/spread.png",
    ]);
  });

  test("every chart of the list has its picture in words", () => {
    expect(Object.keys(sweepCharts)).toEqual([...sweepChartNames]);
  });
});
