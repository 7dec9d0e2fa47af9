import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { confusionMatrix, largest } from "../../src/evaluate/confusion.ts";
import { wilsonInterval } from "../../src/evaluate/intervals.ts";
import { metrics, type Evaluation } from "../../src/evaluate/metrics.ts";
import { accuracy, meanLogLoss } from "../../src/evaluate/probabilities.ts";
import type { PredictionRecord } from "../../src/layout.ts";
import { goldenCase } from "./cases.ts";

const label = (index: number) => `class ${index}`;

function evaluate(
  classes: string[],
  predictions: PredictionRecord[],
  more: Partial<Evaluation> = {},
) {
  return metrics({
    split: "test",
    classes,
    predictions,
    groupOf: new Map(),
    weights: { use: "last", epoch: 1 },
    settings: { positiveClass: null, sensitivity: 0.8, specificity: null, resamples: 0 },
    seed: 1,
    ...more,
  });
}

/** Images that all have one probability for each of two classes. */
function images(...rows: [file: string, actual: string, second: number][]): PredictionRecord[] {
  return rows.map(([file, actual, second]) => ({
    file,
    actual,
    predicted: second > 0.5 ? "b" : "a",
    probabilities: [1 - second, second],
  }));
}

interface Golden extends Record<string, unknown> {
  confusion: number[][];
}

const golden: Golden[] = JSON.parse(
  new TextDecoder().decode(
    Bun.gunzipSync(readFileSync(join(import.meta.dir, "../golden/metrics.json.gz"))),
  ),
);

describe("agree with scikit-learn to 1e-9", () => {
  test.each(Array.from(golden, (expected, number) => [number, expected] as const))(
    "case %i",
    (number, expected) => {
      const { classes, predictions } = goldenCase(number);
      const found = evaluate(classes, predictions);
      const per = (
        key: "precision" | "recall" | "specificity" | "f1" | "auc" | "averagePrecision",
      ) => found.classes.map((one) => one[key]);
      const reached = found.positive?.operatingPoint?.reached;
      const figures: Record<string, unknown> = {
        accuracy: found.accuracy,
        balancedAccuracy: found.balancedAccuracy,
        loss: found.loss,
        brier: found.brier,
        calibrationError: found.calibrationError,
        kappa: found.kappa,
        matthews: found.matthews,
        confusion: confusionMatrix("test", classes, predictions).counts,
        top: found.topAccuracy.map((one) => one.accuracy),
        specificity: per("specificity"),
        auc: per("auc"),
        averagePrecision: per("averagePrecision"),
        operatingPoint: reached
          ? [reached.threshold, reached.sensitivity, reached.specificity, reached.precision]
          : null,
      };
      for (const name of ["precision", "recall", "f1"] as const) {
        figures[name] = per(name);
        figures[`macro ${name}`] = found.macro[name];
        figures[`weighted ${name}`] = found.weighted[name];
      }
      expect(Object.keys(figures).toSorted()).toEqual(Object.keys(expected).toSorted());
      for (const [name, wanted] of Object.entries(expected))
        expect(distance(figures[name], wanted, name)).toBeLessThan(1e-9);
      expect(found.classes.map(({ support }) => support)).toEqual(
        expected.confusion.map((row) => row.reduce((sum, count) => sum + count, 0)),
      );
    },
  );
});

/** The largest difference of any two numbers in the same place; infinite where one is missing. */
function distance(found: unknown, wanted: unknown, name: string): number {
  if (Array.isArray(found) && Array.isArray(wanted) && found.length === wanted.length)
    return Math.max(0, ...found.map((item, index) => distance(item, wanted[index], name)));
  if (found === null && wanted === null) return 0;
  if (typeof found === "number" && typeof wanted === "number") return Math.abs(found - wanted);
  throw new Error(`${name}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
}

test("the rows of the matrix sum to the classes' images, its diagonal to the accuracy", () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  const image = fc.tuple(fc.nat(2), fc.tuple(probability, probability, probability));
  fc.assert(
    fc.property(fc.array(image, { minLength: 1 }), (drawn) => {
      const actual = drawn.map(([number]) => number);
      const rows = drawn.map(([, row]) => row);
      const classes = [0, 1, 2].map(label);
      const predictions = drawn.map(([number, probabilities], index) => ({
        file: `${index}.png`,
        actual: label(number),
        predicted: label(largest(probabilities)),
        probabilities,
      }));
      const { counts } = confusionMatrix("test", classes, predictions);
      const found = evaluate(classes, predictions);
      counts.forEach((row, index) =>
        expect(row.reduce((sum, count) => sum + count, 0)).toBe(found.classes[index]!.support),
      );
      const diagonal = counts.reduce((sum, row, index) => sum + row[index]!, 0);
      expect(found.accuracy).toBe(diagonal / drawn.length);
      expect(accuracy(rows, actual)).toBe(found.accuracy);
      expect(meanLogLoss(rows, actual)).toBe(found.loss);
      expect(found.majorityClassAccuracy).toBeGreaterThanOrEqual(1 / 3);
    }),
  );
});

describe("the baselines", () => {
  test("are what takes no network", () => {
    const found = evaluate(
      ["a", "b"],
      images(["0", "a", 0], ["1", "a", 0], ["2", "a", 0], ["3", "b", 0]),
    );
    expect(found.majorityClassAccuracy).toBe(0.75);
    expect(found.baseline.balancedAccuracy).toBe(0.5);
    expect(found.baseline.f1).toBeCloseTo((2 * 3) / (4 + 3) / 2, 12);
    expect(found.baseline.loss).toBeCloseTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), 12);
  });
});

describe("the positive class", () => {
  const predictions = images(["0", "a", 0.2], ["1", "a", 0.6], ["2", "b", 0.9], ["3", "b", 0.4]);
  const settings = { positiveClass: null, sensitivity: 1, specificity: null, resamples: 0 };

  test("is the second by name, or the one that is named", () => {
    const second = evaluate(["a", "b"], predictions, { settings }).positive!;
    const first = evaluate(["a", "b"], predictions, {
      settings: { ...settings, positiveClass: "a" },
    }).positive!;
    expect([second.label, first.label]).toEqual(["b", "a"]);
    expect([first.sensitivity, first.specificity]).toEqual([
      second.specificity,
      second.sensitivity,
    ]);
  });

  test("has its threshold where the wanted sensitivity is reached", () => {
    const { operatingPoint } = evaluate(["a", "b"], predictions, { settings }).positive!;
    expect(operatingPoint).toMatchObject({
      wanted: 1,
      share: "sensitivity",
      reached: { threshold: 0.4, sensitivity: 1, specificity: 0.5, precision: 2 / 3 },
    });
  });

  test("is none where there are three classes", () => {
    const { classes, predictions: three } = goldenCase(
      Array.from({ length: 50 }, (_, number) => number).find(
        (number) => goldenCase(number).classes.length === 3,
      )!,
    );
    expect(evaluate(classes, three).positive).toBeNull();
  });
});

describe("bootstrap intervals", () => {
  const settings = { positiveClass: null, sensitivity: null, specificity: null, resamples: 400 };
  const many = Array.from({ length: 20 }, (_, index) => goldenCase(10 * index))
    .toSorted((a, b) => a.predictions.length - b.predictions.length)
    .at(-1)!;

  const tenfold = Array.from({ length: 10 }, (_, copy) =>
    many.predictions.map((image) => ({ ...image, file: `${copy} ${image.file}` })),
  ).flat();

  test("hold the figure, follow from the seed, and are narrower with more images", () => {
    const first = evaluate(many.classes, many.predictions, { settings });
    expect(evaluate(many.classes, many.predictions, { settings })).toEqual(first);
    const other = evaluate(many.classes, many.predictions, { settings, seed: 2 });
    expect(other.intervals).not.toEqual(first.intervals);
    const { low, high } = first.intervals.loss!;
    expect(low).toBeLessThan(first.loss);
    expect(high).toBeGreaterThan(first.loss);
    const narrow = evaluate(many.classes, tenfold, { settings }).intervals.loss!;
    expect((high - low) / (narrow.high - narrow.low)).toBeWithin(2, 5);
  });

  test("of images in groups are as wide as those of the groups alone", () => {
    const groupOf = new Map(tenfold.map(({ file }) => [file, file.split(" ")[1]!]));
    const grouped = evaluate(many.classes, tenfold, { settings, groupOf });
    const alone = evaluate(many.classes, many.predictions, { settings });
    expect(grouped.resampled).toBe("groups");
    expect(grouped.intervals.balancedAccuracy!.low).toBeCloseTo(
      alone.intervals.balancedAccuracy!.low,
      12,
    );
    expect(grouped.intervals.loss!.high).toBeCloseTo(alone.intervals.loss!.high, 12);
  });

  test("of the accuracy: Wilson's where images are independent, drawn where they are of groups", () => {
    const alone = evaluate(many.classes, many.predictions, { settings });
    const correct = Math.round(alone.accuracy * alone.images);
    expect(alone.intervals.accuracy).toEqual(wilsonInterval(correct, alone.images));
    expect(alone.accuracyInterval).toEqual(alone.intervals.accuracy!);
    const groupOf = new Map(tenfold.map(({ file }) => [file, file.split(" ")[1]!]));
    const grouped = evaluate(many.classes, tenfold, { settings, groupOf });
    const { low, high } = wilsonInterval(10 * correct, 10 * alone.images);
    // Ten copies of an image say no more than one.
    const width = grouped.accuracyInterval.high - grouped.accuracyInterval.low;
    expect(width / (high - low)).toBeWithin(2, 5);
  });

  test("of the share among the most probable classes are drawn where images are of groups", () => {
    const groupOf = new Map(tenfold.map(({ file }) => [file, file.split(" ")[1]!]));
    const found = evaluate(many.classes, tenfold, { settings, groupOf }).topAccuracy;
    expect(found.length).toBeGreaterThan(0);
    for (const { accuracy: share, interval } of found) {
      expect(interval!.low).toBeLessThan(share);
      expect(interval!.high).toBeGreaterThan(share);
    }
    // As many others as its number are more probable than a class.
    const top2 = (position: number) => {
      const equal = tenfold.slice(0, 40).map((image) => ({
        ...image,
        actual: many.classes[position]!,
        probabilities: many.classes.map((_, other) => 1 / (other + 1)),
      }));
      const pairs = new Map(equal.map(({ file }, index) => [file, `${index >> 1}`]));
      return evaluate(many.classes, equal, { settings, groupOf: pairs }).topAccuracy[0];
    };
    // Where all resamples agree, Wilson's: 40 of 40 are no certainty.
    expect(top2(1)).toEqual({ count: 2, accuracy: 1, interval: wilsonInterval(40, 40) });
    expect(top2(2)).toEqual({ count: 2, accuracy: 0, interval: wilsonInterval(0, 40) });
  });

  test("of shares are nowhere narrower than Wilson's, however much the groups are alike", () => {
    // Of each patient one breast of each class, and all are predicted as one: each resample has the same accuracy.
    const halves = Array.from({ length: 12 }, (_, index) => ({
      file: `p${index >> 1}-${index % 2}`,
      actual: ["a", "b"][index % 2]!,
      predicted: "a",
      probabilities: [0.7, 0.3],
    }));
    const groupOf = new Map(halves.map(({ file }) => [file, file.split("-")[0]!]));
    const found = evaluate(["a", "b"], halves, { settings, groupOf });
    expect(found.accuracyInterval).toEqual(wilsonInterval(6, 12));
    expect(found.classes[0]!.intervals!.recall).toEqual(wilsonInterval(6, 6));
    expect(found.intervals.sensitivity!.high).toBe(wilsonInterval(0, 6).high);
    // Figures that are no shares have none: that they did not move says nothing.
    expect(found.intervals).toMatchObject({ kappa: null, balancedAccuracy: null, loss: null });
  });

  test("are left out where no resamples are wanted, but for the accuracy's", () => {
    const { intervals } = evaluate(many.classes, many.predictions);
    expect(Object.keys(intervals)).toEqual(["accuracy"]);
  });
});

describe("groups", () => {
  const predictions = images(
    ["left", "b", 0.9],
    ["right", "b", 0.4],
    ["one", "a", 0.1],
    ["two", "b", 0.2],
    ["alone", "a", 0.7],
  );
  const groupOf = new Map([
    ["left", "patient 1"],
    ["right", "patient 1"],
    ["one", "patient 2"],
    ["two", "patient 2"],
  ]);

  test("are judged by the mean of their probabilities; one of two classes has no right answer", () => {
    const { groups } = evaluate(["a", "b"], predictions, { groupOf });
    expect(groups).toMatchObject({ count: 2, mixed: 1, accuracy: 0.5, positive: { auc: 0 } });
    expect(groups!.loss).toBeCloseTo(-(Math.log(0.65) + Math.log(0.3)) / 2, 12);
  });

  test("are none where each has images of several classes", () => {
    const mixed = predictions.filter(({ file }) => ["one", "two"].includes(file));
    expect(evaluate(["a", "b"], mixed, { groupOf })).toMatchObject({
      groups: null,
      resampled: "groups",
    });
  });

  test("are none where no image has one", () => {
    expect(evaluate(["a", "b"], predictions).groups).toBeNull();
  });
});

test("the first of equal probabilities is the prediction", () => {
  expect(largest([0.2, 0.4, 0.4])).toBe(1);
});

test("a probability of 0 for the truth costs as much as 2^-52, not infinity", () => {
  expect(meanLogLoss([[1, 0]], [1])).toBeCloseTo(52 * Math.LN2, 10);
});

test("Wilson's interval: known values, within 0 to 1, around the share", () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  const known = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const;
  for (const [successes, trials, low, high] of known) {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, share) => {
        const successes = Math.round(share * trials);
        const { low, high } = wilsonInterval(successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
      },
    ),
  );
});

test.each([
  [20, true, true],
  [21, false, true],
  [50, false, true],
  [51, false, false],
])(
  "of %i classes: an interval of the areas %p, of each class %p",
  (count, hasAreas, hasClasses) => {
    const classes = Array.from({ length: count }, (_, index) => `class ${index}`);
    const predictions = classes.flatMap((name, index) =>
      [0, 1].map((shift) => ({
        file: `${index}-${shift}`,
        actual: name,
        predicted: classes[(index + shift * (index % 3 === 0 ? 1 : 0)) % count]!,
        probabilities: classes.map((_, other) => (other === index ? 0.9 : 0.1 / (count - 1))),
      })),
    );
    const figures = metrics({
      split: "test",
      classes,
      predictions,
      groupOf: new Map(),
      weights: { use: "last", epoch: 1 },
      settings: { positiveClass: null, sensitivity: null, specificity: null, resamples: 5 },
      seed: 1,
    });
    expect("auc" in figures.intervals).toBe(hasAreas);
    expect("averagePrecision" in figures.intervals).toBe(hasAreas);
    expect(figures.classes.every(({ intervals }) => intervals !== undefined)).toBe(hasClasses);
    expect(figures.classes.every(({ intervals }) => intervals?.auc !== undefined)).toBe(
      hasAreas && hasClasses,
    );
    for (const { interval } of figures.topAccuracy) expect(interval).toBeDefined();
  },
);

test("intervals of shares are Wilson's, of the counts that the shares are of", () => {
  const pairs: [string, string, number][] = [
    ["a", "a", 12],
    ["a", "b", 3],
    ["b", "a", 1],
    ["b", "b", 9],
  ];
  const predictions = pairs.flatMap(([actual, predicted, count]) =>
    Array.from({ length: count }, (_, index) => ({
      file: `${actual}${predicted}${index}`,
      actual,
      predicted,
      probabilities: predicted === "a" ? [0.8, 0.2] : [0.2, 0.8],
    })),
  );
  const { classes, intervals } = metrics({
    split: "test",
    classes: ["a", "b"],
    predictions,
    groupOf: new Map(),
    weights: { use: "last", epoch: 1 },
    settings: { positiveClass: "b", sensitivity: null, specificity: null, resamples: 50 },
    seed: 1,
  });
  expect(classes[0]!.intervals).toMatchObject({
    precision: wilsonInterval(12, 13),
    recall: wilsonInterval(12, 15),
    specificity: wilsonInterval(9, 10),
  });
  expect(classes[1]!.intervals).toMatchObject({
    precision: wilsonInterval(9, 12),
    recall: wilsonInterval(9, 10),
    specificity: wilsonInterval(12, 15),
  });
  expect(intervals).toMatchObject({
    accuracy: wilsonInterval(21, 25),
    sensitivity: wilsonInterval(9, 10),
    specificity: wilsonInterval(12, 15),
  });
  // Of both classes the area is the positive one's.
  expect(classes[0]!.intervals!.auc).toEqual(classes[1]!.intervals!.auc!);
});
