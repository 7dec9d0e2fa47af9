import { describe, expect, test } from "bun:test";
import { comparisonCharts } from "../../src/charts/comparison.ts";
import { precisionRecallChart } from "../../src/charts/precision-recall.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { rocChart } from "../../src/charts/roc.ts";
import { colours, darkRules } from "../../src/charts/theme.ts";
import { exampleSide } from "../compare/sides.ts";
import { exampleRun } from "../fixtures/run.ts";

type Rgb = [red: number, green: number, blue: number];

/** Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB. */
const visions: Record<"normal" | "deuteranopia" | "protanopia", Rgb[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

const product = (matrix: readonly Rgb[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * vector[index]!, 0));

function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

function luminance(colour: string): number {
  return product([[0.2126, 0.7152, 0.0722]], linear(colour))[0]!;
}

/** As WCAG has it: 1 to 21. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (high! + 0.05) / (low! + 0.05);
}

/** CIE 1976 L*a*b*, as someone sees it. */
function seen(colour: string, vision: readonly Rgb[]): number[] {
  const [x, y, z] = product(
    [
      [0.4339, 0.3762, 0.1899],
      [0.2127, 0.7152, 0.0722],
      [0.0178, 0.1095, 0.8728],
    ],
    product(vision, linear(colour)).map((value) => Math.min(1, Math.max(0, value))),
  ).map(Math.cbrt) as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string, vision: readonly Rgb[]): number {
  const [one, other] = [seen(a, vision), seen(b, vision)];
  return Math.hypot(...one.map((value, index) => value - other[index]!));
}

const inTheDark = (colour: string) =>
  new RegExp(`fill="${colour}"\\]\\{fill:(#\\w+)\\}`).exec(darkRules)![1]!;
const schemes = {
  light: (colour: string) => colour,
  dark: inTheDark,
};

describe.each(Object.entries(schemes))("in the %s", (_, paint) => {
  const { train, validation, heldOut, good, series, page } = colours;
  const marks = [train, validation, heldOut, good, ...series.map(({ colour }) => colour)];

  test.each([...new Set(marks)])("%s can be seen on its page", (colour) => {
    expect(contrast(paint(colour), paint(page))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(visions))(
    "splits are told apart by colour, with %s",
    (_name, vision) => {
      const [a, b, c] = [train, validation, heldOut].map(paint) as [string, string, string];
      for (const [one, other] of [
        [a, b],
        [b, c],
        [a, c],
      ] as const)
        expect(distance(one, other, vision)).toBeGreaterThan(30);
    },
  );
});

describe("lines of one chart", () => {
  /** Colour and dash of each drawn line. */
  async function linesOf(spec: Parameters<typeof renderSvg>[0]): Promise<string[]> {
    const { svg } = await renderSvg(spec);
    return [
      ...svg.matchAll(/<path aria-hidden="true" d="[^"]*" ([^>]*stroke-width="2"[^>]*)>/g),
    ].map(
      ([, line]) =>
        /stroke="[^"]*"/.exec(line!)![0] + (/stroke-dasharray="[^"]*"/.exec(line!)?.[0] ?? ""),
    );
  }
  const dashOf = (line: string) => /dasharray="(.*)"/.exec(line)?.[1] ?? "1,0";

  test.each([2, 3, 4])("%i classes have a dash each, the first none", async (number) => {
    const classes = Array.from({ length: number }, (_, index) => String(index));
    for (const draw of [rocChart, precisionRecallChart]) {
      const lines = await linesOf(draw(exampleRun({ classes })));
      const dashes = lines.map(dashOf);
      expect(dashes).toHaveLength(number === 2 ? 1 : number);
      expect(new Set(dashes).size).toBe(dashes.length);
      expect(dashes[0]).toBe("1,0");
    }
  });

  test("two runs have a colour each, and train a dash", async () => {
    const { loss } = Object.fromEntries(
      comparisonCharts(exampleSide({ seed: 1 }), exampleSide({ seed: 2 })),
    );
    const lines = await linesOf(loss!);
    expect(new Set(lines).size).toBe(4);
    expect(lines.map(dashOf).filter((dash) => dash === "1,0")).toHaveLength(2);
    for (const vision of Object.values(visions))
      expect(distance(colours.train, colours.heldOut, vision)).toBeGreaterThan(60);
  });

  test("are named by their class and their figure, with its name", async () => {
    const { svg } = await renderSvg(rocChart(exampleRun({ classes: ["0", "1", "2"] })));
    expect(svg).toMatch(/>0 \(AUC 0\.\d{3}\)</);
    const both = await renderSvg(precisionRecallChart(exampleRun({ classes: ["0", "1", "2"] })));
    expect(both.svg).toMatch(/>0 \(AP 0\.\d{3}\)</);
  });
});
