import { expect, test } from "bun:test";
import { thresholdOf } from "../../src/app/threshold.ts";
import type { OperatingPoint, ThresholdFigures } from "../../src/layout.ts";
import { exampleRun } from "../fixtures/run.ts";

const figures = (threshold: number): ThresholdFigures => ({
  threshold,
  sensitivity: 1,
  specificity: 0.5,
  precision: 0.6,
});

function withPoint(operatingPoint: OperatingPoint | null) {
  const run = exampleRun({ classes: ["a", "b"] });
  const { metrics } = run;
  return {
    ...run,
    metrics: { ...metrics, positive: { ...metrics.positive!, label: "a", operatingPoint } },
  };
}

test("the threshold is the one that was chosen, else the one read off the judged images", () => {
  const chosen = { ...figures(0.3), split: "validation" as const, images: 9 };
  const asked = { wanted: 0.9, share: "specificity" as const };
  expect(thresholdOf(withPoint({ ...asked, chosen, reached: figures(0.3) }))).toEqual({
    positive: 0,
    threshold: 0.3,
    what: "specificity 0.9",
  });
  expect(thresholdOf(withPoint({ wanted: 0.9, reached: figures(0.7) }))).toEqual({
    positive: 0,
    threshold: 0.7,
    what: "sensitivity 0.9",
  });
});

test("there is none where none was asked for, or none keeps what is wanted", () => {
  expect(thresholdOf(withPoint(null))).toBeNull();
  expect(thresholdOf(withPoint({ wanted: 1, chosen: null, reached: null }))).toBeNull();
  expect(thresholdOf(exampleRun({ classes: ["a", "b", "c"] }))).toBeNull();
});
