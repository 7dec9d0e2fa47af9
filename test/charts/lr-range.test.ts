import { describe, expect, test } from "bun:test";
import { drawLrRange } from "../../src/charts/draw-lr-range.ts";
import { describeLrRange, lrRangeChart, type TestedRates } from "../../src/charts/lr-range.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { parseCsv } from "../../src/run/csv.ts";
import type { RangeTest } from "../../src/train/lr-range.ts";
import { readHtml } from "../fixtures/markup.ts";
import { fall, sixPowers, testOf } from "../fixtures/tested-rates.ts";

type Drawn = {
  title: { text: string; subtitle: string[] };
  data: { values: { learningRate: number; loss: number; smoothed: number }[] };
  encoding: { x: { scale: { type: string; domain: number[] }; axis: { values?: number[] } } };
  layer: {
    transform?: { calculate: string }[];
    mark: { type: string };
    data?: { values: { learningRate: number; line: string }[] };
    encoding: {
      y?: { field: string; scale: { domain: number[] } };
      color: { scale: { domain: string[]; range: string[] } };
      strokeDash: { scale: { range: number[][] } };
    };
  }[];
};

const tested = (found: RangeTest, now = 0.01): TestedRates => ({
  ...found,
  name: "baseline",
  now,
});
const falling = tested(testOf((rate) => fall(rate, 1e-3)));
const exploding = tested(
  testOf((rate) => (rate < 0.1 ? fall(rate, 1e-3) : 0.5 * (rate / 0.1) ** 9)),
);
const flat = tested(testOf(() => 0.7));

const chart = (one: TestedRates) => lrRangeChart(one) as unknown as Drawn;

/** Texts of a picture in their order. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

describe("the chart", () => {
  test("has every loss and its average over a logarithmic axis", () => {
    const { data, encoding, layer } = chart(falling);
    expect(data.values).toHaveLength(400);
    const { learningRate, loss, smoothed } = falling.trials[7]!;
    expect(data.values[7]).toEqual({ learningRate, loss, smoothed });
    expect(encoding.x.scale).toMatchObject({ type: "log", domain: [1e-6, 1] });
    expect(layer.map(({ transform }) => transform?.[0]!.calculate)).toEqual([
      expect.stringMatching(/^min\(datum\.loss, /),
      expect.stringMatching(/^min\(datum\.smoothed, /),
      undefined,
      undefined,
    ]);
  });

  test("marks the suggestion and the present rate, each by a colour and a dash of its own", () => {
    if (falling.suggestion.kind !== "rate") throw new Error("no suggestion");
    const { learningRate } = falling.suggestion;
    const rules = chart(falling).layer.filter(({ mark }) => mark.type === "rule");
    expect(rules.map((rule) => rule.data!.values[0]!.learningRate)).toEqual([learningRate, 0.01]);
    expect(rules.map((rule) => rule.data!.values[0]!.line)).toEqual([
      `Suggested: ${learningRate}`,
      "Now: 0.01",
    ]);
    const { domain, range } = rules[0]!.encoding.color.scale;
    expect(domain).toEqual(["Each step", "Smoothed", `Suggested: ${learningRate}`, "Now: 0.01"]);
    expect(new Set(range).size).toBe(4);
    const { range: dashes } = rules[0]!.encoding.strokeDash.scale;
    expect(new Set(dashes.slice(1).map(String)).size).toBe(3);
  });

  test("without a suggestion has the present rate alone", () => {
    const { layer } = chart(flat);
    expect(layer).toHaveLength(3);
    for (const { encoding } of layer)
      expect(encoding.color.scale.domain).toEqual(["Each step", "Smoothed", "Now: 0.01"]);
  });

  test("keeps what explodes at its edge, and says so", () => {
    const { layer, title } = chart(exploding);
    const [, edge] = layer[0]!.encoding.y!.scale.domain as [number, number];
    const above = exploding.trials.filter(({ loss }) => loss > edge).length;
    expect(edge).toBeLessThan(4.5);
    expect(above).toBeGreaterThan(0);
    expect(title.subtitle).toEqual([
      "baseline",
      `${above} of ${exploding.trials.length} losses are above the upper edge.`,
    ]);
    expect(chart(falling).title.subtitle).toEqual(["baseline"]);
  });

  test.each([
    [1e-9, [1e-9, 1]],
    [0.5, [1e-6, 1]],
    [20, [1e-6, 20]],
  ])("has room for the present rate %p", (now, domain) => {
    expect(chart({ ...falling, now }).encoding.x.scale.domain).toEqual(domain);
  });

  test("names the powers of ten, each once", async () => {
    const { svg, warnings } = await renderSvg(lrRangeChart(falling));
    expect(warnings).toEqual([]);
    const ticks = texts(svg).slice(0, texts(svg).indexOf("Learning rate (logarithmic)"));
    expect(ticks).toEqual(["1e-6", "1e-5", "1e-4", "0.001", "0.01", "0.1", "1"]);
  });

  test.each([
    ["that explode", exploding],
    ["that are flat", flat],
    ["of one step", tested(testOf((rate) => (rate === 1e-6 ? 1 : Number.NaN)))],
    ["of no step", tested(testOf(() => Number.NaN))],
    ["of 0", tested(testOf(() => 0))],
    [
      "between two powers of ten",
      tested(
        testOf((rate) => 1 / rate, { least: 0.002, most: 0.005, updates: 40 }),
        0.003,
      ),
    ],
  ])("is drawn of losses %s", async (_, one) => {
    const { svg, warnings } = await renderSvg(lrRangeChart(one));
    expect(warnings).toEqual([]);
    expect(svg).not.toContain("NaN");
    const axis = texts(svg).slice(0, texts(svg).indexOf("Learning rate (logarithmic)"));
    expect(axis.filter((text) => text !== "").length).toBeGreaterThan(1);
  });
});

describe("in words", () => {
  test.each([
    [
      falling,
      /^Loss by learning rate, from 0.000001 to 1: smoothed, it is 2.000 at 0.000001, lowest with 0.500 at 1, and 0.500 at 1. It falls fastest at 0\.\d+, which is suggested; the experiment has 0.01.$/,
    ],
    [exploding, /, where it had diverged\. It falls fastest at /],
    [flat, /\. No learning rate is suggested; the experiment has 0.01.$/],
    [
      tested(testOf((_, update) => (update < 9 ? 1 : Number.NaN), sixPowers)),
      /, before it was no longer a number\. No learning rate/,
    ],
    [tested(testOf(() => Number.NaN)), /: no loss was a number\.$/],
  ])("%#", (one, words) => {
    expect(describeLrRange(one)).toMatch(words);
  });

  test("are in the picture, for screen readers", async () => {
    const drawn = await drawLrRange(falling);
    const svg = drawn.get("lr-range.svg") as string;
    expect(svg).toContain(`aria-label="${describeLrRange(falling)}"`);
    expect(readHtml(svg).elements).toContain("title");
    expect(JSON.parse(drawn.get("lr-range.vl.json") as string).description).toBe(
      describeLrRange(falling),
    );
  });
});

test("the table has every number in full", async () => {
  const drawn = await drawLrRange(falling);
  expect([...drawn.keys()]).toEqual([
    "lr-range.svg",
    "lr-range.png",
    "lr-range.vl.json",
    "lr-range.csv",
  ]);
  const [header, ...rows] = parseCsv(drawn.get("lr-range.csv") as string, "lr-range.csv");
  expect(header!.cells).toEqual(["step", "learning_rate", "loss", "smoothed_loss"]);
  expect(rows.map(({ cells }) => cells.map(Number))).toEqual(
    falling.trials.map(({ update, learningRate, loss, smoothed }) => [
      update,
      learningRate,
      loss,
      smoothed,
    ]),
  );
  const png = drawn.get("lr-range.png") as Uint8Array;
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe("PNG");
});

test("the same test gives the same bytes", async () => {
  expect(await drawLrRange(falling)).toEqual(await drawLrRange(falling));
});
