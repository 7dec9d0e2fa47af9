import { describe, expect, test } from "bun:test";
import { comparisonCharts } from "../../src/charts/comparison.ts";
import { drawComparison } from "../../src/charts/draw-comparison.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { messages } from "../../src/charts/messages.ts";
import { exampleSide } from "../compare/sides.ts";
import { readXml } from "../fixtures/markup.ts";

const a = exampleSide({ seed: 1 });
const b = { ...exampleSide({ seed: 2, epochs: 5 }), label: 'b "<svg>' };

/** The lines below a chart's title. */
function notes(charts: ReturnType<typeof comparisonCharts>): unknown {
  const { title } = charts.get("loss")!;
  return typeof title === "object" && "subtitle" in title ? title.subtitle : undefined;
}

describe("comparisonCharts", () => {
  test("are drawn without a warning, of every epoch of both runs", async () => {
    const charts = comparisonCharts(a, b);
    expect([...charts.keys()]).toEqual(["accuracy", "loss"]);
    for (const spec of charts.values()) {
      const { svg, warnings } = await renderSvg(spec);
      expect(warnings).toEqual([]);
      expect([...readXml(svg).elements]).not.toContain("script");
      expect(spec).toMatchObject({ data: { values: { length: 2 * 3 + 2 * 5 } } });
    }
    expect(notes(charts)).toBeUndefined();
  });

  test("have points of another shape for each run, since their colours are one grey in print", async () => {
    const { svg } = await renderSvg(comparisonCharts(a, b).get("loss")!);
    // A circle is drawn with arcs, a triangle without.
    const points = [...svg.matchAll(/aria-roledescription="point"[^>]* d="([^"]*)"/g)];
    const round = points.filter(([, path]) => path!.includes("A"));
    expect([round.length, points.length]).toEqual([2 * 3, 2 * 3 + 2 * 5]);
  });

  test("say so where the runs watch different splits, and where they are alike", () => {
    const watching = { ...b, history: { ...b.history!, heldOut: "test" as const } };
    expect(notes(comparisonCharts(a, watching))).toEqual([
      messages.differentHeldOut("validation", "test"),
    ]);
    expect(notes(comparisonCharts(a, { ...a, label: "c" }))).toEqual([messages.sameCurves()]);
  });

  test("are none where neither run has an epoch; one run alone is drawn", async () => {
    const stopped = { ...b, history: null };
    expect(comparisonCharts({ ...a, history: { heldOut: "test", epochs: [] } }, stopped).size).toBe(
      0,
    );
    expect((await drawComparison(a, stopped)).svgs).toHaveLength(2);
  });

  test("a loss that is no number has no place on them", () => {
    const epochs = a.history!.epochs.map((epoch) => ({ ...epoch, trainLoss: Number.NaN }));
    const charts = comparisonCharts({ ...a, history: { ...a.history!, epochs } }, b);
    expect(charts.get("loss")).toMatchObject({ data: { values: { length: 3 + 2 * 5 } } });
  });

  test("small losses have ticks that read differently", async () => {
    const epochs = a.history!.epochs.map((epoch) => ({
      ...epoch,
      trainLoss: 0.03 / epoch.epoch,
      heldOutLoss: 0.05,
    }));
    const one = { ...a, history: { ...a.history!, epochs } };
    const { svg } = await renderSvg(comparisonCharts(one, { ...one, label: "c" }).get("loss")!);
    const ticks = Array.from(svg.matchAll(/>(0\.\d+)<\/text>/g), ([, text]) => text!);
    expect(ticks.length).toBeGreaterThan(3);
    expect(new Set(ticks).size).toBe(ticks.length);
  });
});
