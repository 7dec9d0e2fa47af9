import { expect, test } from "bun:test";
import fc from "fast-check";
import { metrics } from "../../src/evaluate/metrics.ts";
import { extraMonitor, merit, monitored } from "../../src/evaluate/monitor.ts";
import { extraMonitors, type EpochRecord } from "../../src/layout.ts";
import { largest } from "../../src/evaluate/confusion.ts";

const anyRows = fc.integer({ min: 2, max: 4 }).chain((classes) =>
  fc.array(
    fc.record({
      row: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: classes, maxLength: classes }),
      label: fc.nat(classes - 1),
    }),
    { minLength: 1, maxLength: 30 },
  ),
);

test("the figures are those of metrics.json", () => {
  fc.assert(
    fc.property(anyRows, (images) => {
      const probabilities = images.map(({ row }) => row);
      const labels = images.map(({ label }) => label);
      const classes = probabilities[0]!.map((_, index) => `class ${index}`);
      const figures = metrics({
        split: "validation",
        classes,
        predictions: images.map(({ row, label }, index) => ({
          file: `${index}.png`,
          actual: classes[label]!,
          predicted: classes[largest(row)]!,
          probabilities: row,
        })),
        groupOf: new Map(),
        weights: { use: "last", epoch: 1 },
        settings: { positiveClass: null, sensitivity: null, specificity: null, resamples: 0 },
        seed: 1,
      });
      const known = {
        balancedAccuracy: figures.balancedAccuracy,
        f1: figures.macro.f1,
        auc: figures.macro.auc,
      };
      for (const name of extraMonitors)
        expect(monitored(name, probabilities, labels)).toBe(known[name] ?? NaN);
    }),
  );
});

test("the loss is the better the smaller, all others the larger", () => {
  const record = { heldOutLoss: 2, heldOutAccuracy: 0.5, monitored: 0.7 } as EpochRecord;
  expect(merit("loss", record)).toBe(-2);
  expect(merit("accuracy", record)).toBe(0.5);
  for (const name of extraMonitors) expect(merit(name, record)).toBe(0.7);
  expect(extraMonitor("loss")).toBeUndefined();
  expect(extraMonitor("accuracy")).toBeUndefined();
  expect(extraMonitor("auc")).toBe("auc");
});
