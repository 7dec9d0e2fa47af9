import { expect, test } from "bun:test";
import fc from "fast-check";
import { axisOf, figureAxis, figureScale } from "../../../src/charts/sweep/axes.ts";
import { settingNames, shortKeys, valueText } from "../../../src/charts/sweep/drawn-sweep.ts";
import { exampleSweep } from "../../fixtures/sweep.ts";

const texts = (ticks: readonly { text: string }[]) => ticks.map(({ text }) => text);

test("ticks are powers of ten, of two or round numbers where there are few, otherwise the ends", () => {
  expect(texts(axisOf({ key: "x", log: [1e-4, 1e-1] }).ticks)).toEqual([
    "1e-4",
    "0.001",
    "0.01",
    "0.1",
  ]);
  expect(texts(axisOf({ key: "x", integer: [8, 64], log: true }).ticks)).toEqual([
    "8",
    "16",
    "32",
    "64",
  ]);
  expect(texts(axisOf({ key: "x", uniform: [0, 0.6] }).ticks)).toEqual(["0", "0.2", "0.4", "0.6"]);
  expect(texts(axisOf({ key: "x", integer: [1, 4], log: false }).ticks)).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
  expect(texts(axisOf({ key: "x", log: [3e-4, 0.02] }).ticks)).toEqual([
    "5e-4",
    "0.001",
    "0.002",
    "0.005",
    "0.01",
    "0.02",
  ]);
  expect(texts(axisOf({ key: "x", log: [0.3, 0.4] }).ticks)).toEqual(["0.3", "0.4"]);
  expect(texts(axisOf({ key: "x", log: [0.3, 0.5] }).ticks)).toEqual(["0.3", "0.5"]);
  expect(texts(axisOf({ key: "x", list: ["a", null] }).ticks)).toEqual(["a", "null"]);
  expect(figureAxis([0.5]).placeOf(0.5)).toBe(0.5);
});

test("mappings have names on charts that tell them apart", () => {
  const list = [
    { adam: { learningRate: 0.001 } },
    { adam: { learningRate: 0.01 } },
    { sgd: { learningRate: 0.1, momentum: 0.9 } },
    { dropout: 0.5 },
  ];
  expect(texts(axisOf({ key: "x", list }).ticks)).toEqual([
    "adam 0.001",
    "adam 0.01",
    "sgd 0.1 0.9",
    "dropout 0.5",
  ]);
  expect(valueText(list[0]!)).toBe("adam (learningRate 0.001)");
});

test("a scale of figures that hardly differ is wider than they are, and holds them", () => {
  expect(figureScale([0.5, 0.9])).toEqual({ zero: false });
  expect(figureScale([])).toEqual({ zero: false });
  for (const values of [[0.5833333333, 0.5833333334], [0, 0], [-2], [1200.1, 1200.2]]) {
    const [low, high] = figureScale(values).domain!;
    const size = Math.max(...values.map(Math.abs)) || 1;
    expect(high - low).toBeGreaterThan(0.01 * size);
    expect(low).toBeLessThan(Math.min(...values));
    expect(high).toBeGreaterThan(Math.max(...values));
  }
});

test("every tick and every value of a range lies on its axis, larger ones higher", () => {
  const ends = fc
    .tuple(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: 1.01, max: 1e6, noNaN: true }),
    )
    .map(([low, ratio]): [number, number] => [low, low * ratio]);
  fc.assert(
    fc.property(
      ends,
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([low, high], isLog, share) => {
        const axis = axisOf(
          isLog ? { key: "x", log: [low, high] } : { key: "x", uniform: [low, high] },
        );
        const value = low + share * (high - low);
        for (const place of [axis.placeOf(value), ...axis.ticks.map((tick) => tick.place)]) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(axis.placeOf(high)).toBeGreaterThan(axis.placeOf(low));
        expect(axis.ticks.length).toBeLessThanOrEqual(10);
      },
    ),
  );
});

test("keys are as short as tells them apart", () => {
  expect(shortKeys(["train.optimizer.adam.learningRate", "data.batchSize"])).toEqual([
    "learningRate",
    "batchSize",
  ]);
  expect(
    shortKeys(["model.layers[0].conv.filters", "model.layers[2].conv.filters", "seed"]),
  ).toEqual(["layers[0].conv.filters", "layers[2].conv.filters", "seed"]);
});

test("values are short, settings have names of their own", () => {
  expect(valueText(0.000123456, 3)).toBe("1.23e-4");
  expect(valueText(0.123456, 3)).toBe("0.123");
  expect(valueText(0.123456)).toBe("0.123456");
  expect(valueText(0.000123456)).toBe("0.000123456");
  expect(valueText({ rotation: 10 })).toBe("rotation 10");
  const { dimensions, summary } = exampleSweep({ settings: 3, keys: 2 });
  const names = settingNames(dimensions, summary.settings);
  expect(names[0]).toMatch(/^1 \(.*, \d+\)$/);
  expect(settingNames(dimensions, summary.settings, 8)).toEqual([
    "Setting 1",
    "Setting 2",
    "Setting 3",
  ]);
});
