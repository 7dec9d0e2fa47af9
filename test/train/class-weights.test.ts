import { expect, test } from "bun:test";
import { classWeights } from "../../src/train/class-weights.ts";

const classes = ["a", "b", "c"];

test("balanced as scikit-learn has it: images / (classes × images of the class)", () => {
  const labels = Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 1, 2);
  expect(classWeights("balanced", classes, labels)).toEqual([10 / 18, 10 / 9, 10 / 3]);
  expect(classWeights("balanced", classes, labels.subarray(0, 9))).toEqual([9 / 12, 9 / 6, 1]);
});

test("by name, 1 where there is none", () => {
  const labels = Int32Array.of(0, 1, 2);
  expect(classWeights({ b: 3 }, classes, labels)).toEqual([1, 3, 1]);
  expect(classWeights({ toString: 2 } as never, ["toString", "valueOf"], labels)).toEqual([2, 1]);
  expect(classWeights(null, classes, labels)).toBeNull();
});
