import { expect, test } from "bun:test";
import { largest } from "../../src/evaluate/confusion.ts";
import { metrics } from "../../src/evaluate/metrics.ts";
import { chooseThresholds } from "../../src/evaluate/operating.ts";
import type { OperatingShare, PredictionRecord, ThresholdFigures } from "../../src/layout.ts";
import golden from "../golden/operating.json";

const classes = ["no", "yes"];

/** @param set what each image is, and its probability of yes */
function predictions([actual, scores]: readonly (readonly number[])[]): PredictionRecord[] {
  return scores!.map((score, index) => {
    const probabilities = [1 - score, score];
    return {
      file: `${index}.png`,
      actual: classes[actual![index]!]!,
      predicted: classes[largest(probabilities)]!,
      probabilities,
    };
  });
}

const settingsOf = (share: OperatingShare, wanted: number, resamples = 0) => ({
  positiveClass: null,
  sensitivity: share === "sensitivity" ? wanted : null,
  specificity: share === "specificity" ? wanted : null,
  resamples,
});

function expectClose(found: ThresholdFigures, wanted: object): void {
  const { threshold: _, intervals, ...shares } = found;
  const flat = (record: object): Record<string, unknown> =>
    JSON.parse(
      JSON.stringify(record, (_key, value: unknown) =>
        typeof value === "number" ? Number(value.toFixed(9)) : value,
      ),
    );
  const pairs = Object.fromEntries(
    Object.entries(intervals!).map(([name, one]) => [name, one && [one.low, one.high]]),
  );
  expect(flat({ ...shares, intervals: pairs })).toEqual(flat(wanted));
}

test("is chosen on validation images and judged on others as scikit-learn has it, with Wilson's intervals", () => {
  for (const one of golden) {
    const share = one.share as OperatingShare;
    const settings = settingsOf(share, one.wanted);
    const groupOf = new Map<string, string>();
    const thresholds = chooseThresholds({
      split: "validation",
      classes,
      predictions: predictions(one.validation),
      groupOf,
      settings,
      seed: 1,
    });
    const { positive } = metrics({
      split: "test",
      classes,
      predictions: predictions(one.test),
      groupOf,
      weights: { use: "last", epoch: 1 },
      settings,
      thresholds,
      seed: 1,
    });
    const { wanted, chosen, reached, ...point } = positive!.operatingPoint!;
    expect(point).toEqual({ share });
    expect(wanted).toBe(one.wanted);
    expect([chosen!.threshold, reached!.threshold]).toEqual([one.threshold, one.threshold]);
    const { split, images, ...figures } = chosen!;
    expect([split, images]).toEqual(["validation", one.validation[0]!.length]);
    expectClose(figures, one.chosen);
    expectClose(reached!, one.reached);
  }
});

test("of groups is chosen by the means of their images; intervals of images then draw groups", () => {
  const [set] = golden;
  const all = predictions(set!.validation);
  const groupOf = new Map(all.map(({ file, actual }, index) => [file, `${actual} ${index % 4}`]));
  const settings = settingsOf("sensitivity", 0.9, 200);
  const asked = { classes, predictions: all, groupOf, settings, seed: 1 };
  const thresholds = chooseThresholds({ split: "validation", ...asked });
  expect(thresholds.groups!.images).toBe(8);
  const weights = { use: "last", epoch: 1 } as const;
  const { positive, groups } = metrics({ split: "test", weights, thresholds, ...asked });
  const point = positive!.operatingPoint!;
  const ofGroups = groups!.positive!.operatingPoint!;
  expect(point.chosen).toEqual(thresholds.images);
  expect(ofGroups.chosen).toEqual(thresholds.groups);
  // On the same images: what was chosen is reached.
  const { split: _, images: __, ...chosen } = thresholds.images!;
  expect(point.reached).toEqual(chosen);
  expect(point.reached!.sensitivity).toBeGreaterThanOrEqual(0.9);
  const { low, high } = point.reached!.intervals!.specificity!;
  expect(low).toBeLessThanOrEqual(point.reached!.specificity!);
  expect(high).toBeGreaterThanOrEqual(point.reached!.specificity!);
});

test("is none where there was none to choose, and is read off the same images only where there are no others", () => {
  const all = predictions(golden[0]!.validation);
  const asked = {
    split: "test" as const,
    classes,
    predictions: all,
    groupOf: new Map<string, string>(),
    weights: { use: "last", epoch: 1 } as const,
    settings: settingsOf("sensitivity", 0.9),
    seed: 1,
  };
  const none = metrics({ ...asked, thresholds: { images: null, groups: null } });
  expect(none.positive!.operatingPoint).toEqual({
    wanted: 0.9,
    share: "sensitivity",
    chosen: null,
    reached: null,
  });
  const own = metrics(asked).positive!.operatingPoint!;
  expect(own).not.toHaveProperty("chosen");
  expect(own.reached!.sensitivity).toBeGreaterThanOrEqual(0.9);
});
