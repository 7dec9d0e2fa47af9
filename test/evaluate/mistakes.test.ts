import { expect, test } from "bun:test";
import { mostCertain, typical, worst } from "../../src/evaluate/mistakes.ts";

const classes = ["a", "b", "c"];
const image = (file: string, actual: string, predicted: string, ...probabilities: number[]) => ({
  file,
  actual,
  predicted,
  probabilities,
});
const predictions = [
  image("right", "a", "a", 1, 0, 0),
  image("d", "a", "b", 0.25, 0.5, 0.25),
  image("b", "b", "a", 0.5, 0.25, 0.25),
  image("c", "c", "b", 0.1, 0.7, 0.2),
  image("a", "c", "a", 0.5, 0.4, 0.1),
];

test("the most certain mistakes come first, equals by their names", () => {
  const found = mostCertain(predictions, classes);
  expect(found.map(({ file }) => file)).toEqual(["c", "a", "b", "d"]);
  expect(found[0]).toEqual({ ...predictions[3]!, ofPredicted: 0.7, ofActual: 0.2 });
});

test("the worst mistakes are those whose truth was least probable, equals by their names", () => {
  expect(worst(predictions, classes).map(({ file }) => file)).toEqual(["a", "c", "b", "d"]);
});

test("of the right predictions the most certain of each class comes before the second of any", () => {
  const right = [
    image("a1", "a", "a", 0.9, 0.1, 0),
    image("a2", "a", "a", 0.99, 0.01, 0),
    image("a3", "a", "a", 0.98, 0.02, 0),
    image("b1", "b", "b", 0.3, 0.6, 0.1),
    image("b2", "b", "b", 0.2, 0.8, 0),
    image("wrong", "b", "c", 0, 0, 1),
  ];
  expect(typical(right, classes).map(({ file }) => file)).toEqual(["a2", "b2", "a3", "b1", "a1"]);
});
