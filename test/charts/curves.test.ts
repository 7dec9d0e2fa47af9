import { describe, expect, test } from "bun:test";
import { accuracyChart } from "../../src/charts/accuracy.ts";
import type { CurvePoint } from "../../src/charts/curves.ts";
import { lossChart } from "../../src/charts/loss.ts";
import { monitoredChart } from "../../src/charts/monitored.ts";
import { renderSvg } from "../../src/charts/render.ts";
import { colours } from "../../src/charts/theme.ts";
import type { EpochRecord, Run } from "../../src/layout.ts";
import { exampleRun } from "../fixtures/run.ts";

type Drawn = {
  data: { values: CurvePoint[] };
  title: { subtitle: string[] };
  encoding: {
    y: { title: string; scale: { domain?: number[]; type?: string } };
    color: { scale: object };
    strokeDash: { scale: { domain: string[]; range: number[][] } };
  };
};

function runOf(records: Partial<EpochRecord>[]): Run {
  const run = exampleRun({ epochs: records.length });
  run.history.epochs = run.history.epochs.map((record, index) => ({
    ...record,
    ...records[index],
  }));
  return run;
}

const accuracy = (run: Run) => accuracyChart(run) as Drawn;
const loss = (run: Run) => lossChart(run) as Drawn;

/** The texts along an axis or a legend, in the order in which they are drawn. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

describe("curves", () => {
  test("hold each epoch of both splits as data", () => {
    const { values } = accuracy(exampleRun({ epochs: 3 })).data;
    expect(values.map(({ epoch, split }) => `${epoch} ${split}`)).toEqual([
      "1 train",
      "2 train",
      "3 train",
      "1 validation",
      "2 validation",
      "3 validation",
    ]);
    expect(values[3]!.value).toBe(exampleRun({ epochs: 3 }).history.epochs[0]!.heldOutAccuracy);
  });

  test("train is blue and the split that is watched orange, by its own name", () => {
    const run = exampleRun();
    run.history.heldOut = "test";
    for (const chart of [accuracy(run), loss(run)]) {
      expect(chart.encoding.color.scale).toEqual({
        domain: ["train", "test"],
        range: [colours.train, colours.heldOut],
      });
      // In print the colours are one grey.
      const { domain, range } = chart.encoding.strokeDash.scale;
      expect(domain).toEqual(["train", "test"]);
      expect(range[0]).not.toEqual(range[1]);
    }
  });

  test.each([1, 2, 3, 10, 60, 61, 500])("%i epochs are drawn without a warning", async (epochs) => {
    const run = exampleRun({ epochs });
    for (const chart of [accuracyChart(run), lossChart(run)]) {
      const { warnings } = await renderSvg(chart);
      expect(warnings).toEqual([]);
    }
  });

  test.each([1, 2, 3, 10, 500])(
    "the ticks of %i epochs are whole numbers, each once",
    async (epochs) => {
      const { svg } = await renderSvg(accuracyChart(exampleRun({ epochs })));
      const ticks = texts(svg.slice(0, svg.indexOf(">Epoch<"))).filter((text) =>
        /^\d+$/.test(text),
      );
      expect(ticks.length).toBeGreaterThan(0);
      expect(new Set(ticks).size).toBe(ticks.length);
      expect(texts(svg).filter((text) => /^\d+\.\d+$/.test(text))).toEqual([
        "0.0",
        "0.2",
        "0.4",
        "0.6",
        "0.8",
        "1.0",
      ]);
    },
  );

  test.each([
    [1, true],
    [60, true],
    [61, false],
  ])("%i epochs have marked points: %p", async (epochs, marked) => {
    const { svg } = await renderSvg(accuracyChart(exampleRun({ epochs })));
    expect(svg.includes("mark-symbol role-mark")).toBe(marked);
  });

  test("a value that is no finite number is left out, and the chart says so", async () => {
    const run = runOf([{ trainLoss: Number.NaN }, {}, { heldOutLoss: Infinity }]);
    expect(loss(run).data.values).toHaveLength(4);
    expect(loss(run).title.subtitle[1]).toBe("2 of 6 values omitted: not finite.");
    expect((await renderSvg(lossChart(run))).warnings).toEqual([]);
  });

  test("nothing but such values is an empty chart", async () => {
    const run = runOf([{ trainLoss: Number.NaN, heldOutLoss: Number.NaN }]);
    const { svg, warnings } = await renderSvg(lossChart(run));
    expect(warnings).toEqual([]);
    expect(svg).not.toContain("NaN");
  });
});

describe("accuracy", () => {
  test.each([
    [[0.1, 0.9], [0, 1], "Accuracy"],
    [[0.79, 0.99], [0, 1], "Accuracy"],
    [[0.8, 0.99], [0.8, 1], "Accuracy (axis starts at 0.8)"],
    [[0.91, 0.99], [0.9, 1], "Accuracy (axis starts at 0.9)"],
    [[0.96, 1], [0.95, 1], "Accuracy (axis starts at 0.95)"],
  ])("of %j has the axis %j", ([low, high], domain, title) => {
    const { y } = accuracy(runOf([{ trainAccuracy: low!, heldOutAccuracy: high! }])).encoding;
    expect(y.scale.domain).toEqual(domain);
    expect(y.title).toBe(title);
  });
});

/** The figures along the upright axis, which is drawn behind the other. */
function upright(svg: string): string[] {
  return texts(svg.slice(svg.indexOf(">Epoch<"))).filter((text) => /^\d+(\.\d+)?$/.test(text));
}

test.each([
  [0.1, 0.9],
  [0.81, 0.99],
  [0.91, 0.99],
  [0.96, 0.99],
])("no two ticks of an accuracy from %f to %f read the same", async (low, high) => {
  const run = runOf([{ trainAccuracy: low, heldOutAccuracy: high }, { heldOutAccuracy: high }]);
  for (const chart of [accuracyChart(run), monitoredChart(monitoring(run, low, high))]) {
    const figures = upright((await renderSvg(chart)).svg);
    expect(figures.length).toBeGreaterThan(3);
    expect(new Set(figures).size).toBe(figures.length);
  }
});

/** A run that watches another share. */
function monitoring(run: Run, low: number, high: number): Run {
  run.history.monitor = "f1";
  run.history.epochs.forEach((record, index) => (record.monitored = index === 0 ? low : high));
  return run;
}

describe("loss", () => {
  test.each([
    [[0.7, 0.5, 0.4], "linear"],
    [[0.7, 1e12, 0.4], "log"],
    [[0.7, 1e12, 0], "linear"],
  ])("of %j is %s", async (losses, type) => {
    const run = runOf(losses.map((value) => ({ trainLoss: value, heldOutLoss: value })));
    expect(loss(run).encoding.y.scale.type).toBe(type);
    expect(loss(run).encoding.y.title.includes("logarithmic")).toBe(type === "log");
    expect((await renderSvg(lossChart(run))).warnings).toEqual([]);
  });

  test("starts at 0 where it is linear", async () => {
    const { svg } = await renderSvg(lossChart(exampleRun()));
    expect(texts(svg)).toContain("0");
  });
});
