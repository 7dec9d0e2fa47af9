import { expect, test } from "bun:test";
import { guessingLoss } from "../../src/train/guessing.ts";

const labels = Int32Array.from([0, 0, 0, 2]);

test.each([
  ["of the classes' shares", { isBalanced: false, classWeights: null }, [3 / 4, 1 / 4], [3, 1]],
  ["of balanced classes", { isBalanced: true, classWeights: null }, [1 / 2, 1 / 2], [1, 1]],
  [
    "that weights make alike",
    { isBalanced: false, classWeights: [1, 9, 3] },
    [3 / 4, 1 / 4],
    [1, 1],
  ],
  ["that weights move", { isBalanced: false, classWeights: [1, 9, 6] }, [3 / 4, 1 / 4], [1, 2]],
])("the loss %s", (_, settings, [first, last], [a, b]) => {
  const expected = -first! * Math.log(a! / (a! + b!)) - last! * Math.log(b! / (a! + b!));
  expect(guessingLoss(labels, settings)).toBeCloseTo(expected, 12);
});

test("ten classes of one size: the logarithm of ten", () => {
  const ten = Int32Array.from({ length: 50 }, (_, index) => index % 10);
  expect(guessingLoss(ten, { isBalanced: false, classWeights: null })).toBeCloseTo(
    Math.log(10),
    12,
  );
});

test("images that are all of one class: none", () => {
  const settings = { isBalanced: false, classWeights: null };
  expect(guessingLoss(new Int32Array(3), settings)).toBe(0);
});
