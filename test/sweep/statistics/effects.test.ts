import { expect, test } from "bun:test";
import fc from "fast-check";
import golden from "../../golden/sweep-statistics.json";
import { effects, type Measured } from "../../../src/sweep/statistics/effects.ts";
import { importances } from "../../../src/sweep/statistics/importance.ts";
import { meanOf } from "../../../src/sweep/statistics/mean.ts";
import { welchInterval } from "../../../src/sweep/statistics/t-test.ts";
import type { Dimension } from "../../../src/sweep/types.ts";
import { dimensions as five } from "../search/golden.ts";

test("a value's effect is its mean against that of all others, with Welch's interval", () => {
  const dimensions: Dimension[] = [
    { key: "activation", list: ["relu", "tanh", "gelu"] },
    { key: "filters", list: [16, 32] },
  ];
  const settings: Measured[] = [
    { point: ["relu", 16], figure: 0.8 },
    { point: ["relu", 32], figure: 0.84 },
    { point: ["tanh", 16], figure: 0.7 },
    { point: ["tanh", 32], figure: 0.72 },
  ];
  const [activation, filters] = effects(dimensions, settings);
  expect(activation!.levels.map(({ value }) => value)).toEqual(["relu", "tanh"]);
  expect(activation!.levels[0]).toMatchObject({ settings: 2 });
  expect(activation!.levels[0]!.mean).toBeCloseTo(0.82, 12);
  expect(activation!.levels[0]!.difference).toBeCloseTo(0.11, 12);
  expect(activation!.levels[0]!.interval).toEqual(welchInterval([0.8, 0.84], [0.7, 0.72]));
  expect(filters!.levels[1]!.difference).toBeCloseTo(0.03, 12);
  const alone = effects(dimensions, settings.slice(0, 1));
  expect(alone[0]!.levels).toEqual([
    { value: "relu", settings: 1, mean: 0.8, difference: null, interval: null },
  ]);
  expect(effects(dimensions, [])[0]!.levels).toEqual([]);
});

test("a range is cut into parts that hold every setting once, in order and as evenly as its values allow", () => {
  const values = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (numbers) => {
      const dimension: Dimension = { key: "x", integer: [1, 30], log: false };
      const settings = numbers.map((value) => ({ point: [value], figure: value }));
      const { levels } = effects([dimension], settings)[0]!;
      expect(levels.reduce((sum, level) => sum + level.settings, 0)).toBe(numbers.length);
      expect(levels.length).toBeLessThanOrEqual(4);
      const means = levels.map(({ mean }) => mean);
      expect(means).toEqual(means.toSorted((a, b) => a - b));
      const weighted = levels.reduce((sum, level) => sum + level.mean * level.settings, 0);
      expect(weighted / numbers.length).toBeCloseTo(meanOf(numbers), 10);
    }),
  );
  const even = effects(
    [{ key: "x", uniform: [0, 1] }],
    Array.from({ length: 40 }, (_, index) => ({ point: [index / 40], figure: index })),
  );
  expect(even[0]!.levels.map(({ settings }) => settings)).toEqual([10, 10, 10, 10]);
});

test("importances are those of Optuna's PED-ANOVA", () => {
  const dimensions: Dimension[] = [...five, { key: "one", list: ["same"] }];
  for (const { told, shares } of golden.importance) {
    const trials = told.map((trial, index) => ({ number: index + 1, ...trial }));
    const found = importances(dimensions, trials);
    found.forEach((share, index) => expect(Math.abs(share - shares[index]!)).toBeLessThan(1e-9));
    const failed = { number: 1000, point: told[0]!.point, objective: null };
    expect(importances(dimensions, [...trials, failed])).toEqual(found);
  }
});

test("of too few settings all keys matter as much", () => {
  expect(importances(five, [])).toEqual([0.2, 0.2, 0.2, 0.2, 0.2]);
});
