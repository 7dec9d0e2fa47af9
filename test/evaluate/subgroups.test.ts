import { expect, test } from "bun:test";
import { isQuantity, subgroups, type SubgroupContext } from "../../src/evaluate/subgroups.ts";

const predictions = Array.from({ length: 24 }, (_, index) => {
  const p = ((index * 7) % 24) / 24;
  return {
    file: `${index}.png`,
    actual: index % 2 === 0 ? "a" : "b",
    predicted: p > 0.5 ? "b" : "a",
    probabilities: [1 - p, p],
  };
});

function contextOf(
  columns: (index: number) => Record<string, string>,
  more: Partial<SubgroupContext> = {},
): SubgroupContext {
  return {
    classes: ["a", "b"],
    predictions,
    columnsOf: new Map(predictions.map(({ file }, index) => [file, columns(index)])),
    units: Uint32Array.from(predictions, (_, index) => index),
    hasGroups: false,
    positive: 1,
    threshold: null,
    resamples: 100,
    seed: 1,
    ...more,
  };
}

const brief = (context: SubgroupContext) =>
  subgroups(context).map(({ column, values, others }) => [
    column,
    values.map(({ value, images }) => [value, images]),
    others,
  ]);

test("each value of each column, by name; what is not told comes last", () => {
  expect(brief(contextOf((index) => ({ view: ["MLO", "CC", ""][index % 3]!, side: "L" })))).toEqual(
    [
      [
        "view",
        [
          ["CC", 8],
          ["MLO", 8],
          ["", 8],
        ],
        0,
      ],
      ["side", [["L", 24]], 0],
    ],
  );
});

test("quantities are cut at their median, few numbers are names", () => {
  expect(brief(contextOf((index) => ({ age: index === 23 ? "" : String(40 + index) })))).toEqual([
    [
      "age",
      [
        ["≤ 51", 12],
        ["> 51", 11],
        ["", 1],
      ],
      0,
    ],
  ]);
  expect(brief(contextOf((index) => ({ grade: String(index % 4) })))[0]![1]).toHaveLength(4);
  expect(isQuantity(["1", "2", "x"])).toBe(false);
  expect(isQuantity(Array.from({ length: 11 }, (_, at) => `${at / 2}`))).toBe(true);
  expect(isQuantity(Array.from({ length: 11 }, (_, at) => ` ${at} km`))).toBe(false);
});

test("of many values the most frequent", () => {
  const [found] = subgroups(contextOf((index) => ({ device: index < 3 ? "often" : `d${index}` })));
  expect(found!.values).toHaveLength(20);
  expect(found!.values[0]).toMatchObject({ value: "often", images: 3 });
  expect(found!.others).toBe(2);
});

test("its figures are those of its images alone, by the threshold where there is one", () => {
  const isLeft = (index: number) => index < 10;
  const context = contextOf((index) => ({ side: isLeft(index) ? "left" : "right" }), {
    threshold: 0.25,
  });
  const [left] = subgroups(context)[0]!.values;
  const own = predictions.filter((_, index) => isLeft(index));
  const positives = own.filter(({ actual }) => actual === "b");
  const found = positives.filter(({ probabilities }) => probabilities[1]! >= 0.25).length;
  const right = own.filter(
    ({ actual, probabilities }) => (actual === "b") === probabilities[1]! >= 0.25,
  );
  expect(left!.positive!.sensitivity.value).toBe(found / positives.length);
  expect(left!.accuracy.value).toBe(right.length / own.length);
  expect(left!.groups).toBeNull();
});

test("one patient alone has figures and no intervals but those of what is independent", () => {
  const [all] = subgroups(
    contextOf(() => ({ side: "left" }), {
      units: new Uint32Array(24),
      hasGroups: true,
      positive: null,
    }),
  )[0]!.values;
  expect(all!.groups).toBe(1);
  expect(all!.accuracy.value).not.toBeNull();
  expect([all!.accuracy.interval, all!.balancedAccuracy.interval]).toEqual([null, null]);
});
