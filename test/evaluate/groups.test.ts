import { expect, test } from "bun:test";
import { groupPredictions, groupsOf, unitsOf } from "../../src/evaluate/groups.ts";
import type { DataRecord, PredictionRecord } from "../../src/layout.ts";

const image = (file: string, actual: string, ...probabilities: number[]): PredictionRecord => ({
  file,
  actual,
  predicted: "whatever the image alone was taken for",
  probabilities,
});

test("a group is one prediction by the mean of its images, in the order of the first of each", () => {
  const predictions = [
    image("1", "b", 0.75, 0.25),
    image("alone", "a", 0.5, 0.5),
    image("2", "b", 0.125, 0.875),
    image("3", "a", 1, 0),
    image("4", "b", 1, 0),
  ];
  const groupOf = new Map([
    ["1", "p"],
    ["2", "p"],
    ["3", "q"],
    ["4", "q"],
  ]);
  expect(groupPredictions(["a", "b"], predictions, groupOf)).toEqual({
    predictions: [
      { file: "p", actual: "b", predicted: "b", probabilities: [0.4375, 0.5625] },
      { file: "alone", actual: "a", predicted: "a", probabilities: [0.5, 0.5] },
    ],
    // q has images of both classes.
    mixed: 1,
  });
});

test("units are numbered as they come; a file that is called as a group is not of it", () => {
  const predictions = ["p", "1", "2", "q", "1"].map((file) => image(file, "a", 1, 0));
  const groupOf = new Map([
    ["1", "p"],
    ["2", "q"],
  ]);
  expect([...unitsOf(predictions, groupOf)]).toEqual([0, 1, 2, 3, 1]);
});

test("the groups of a data set are those of its images that have one", () => {
  const images = [
    { file: "1", group: "p" },
    { file: "2" },
    { file: "3", group: "" },
  ] as DataRecord["images"];
  expect([...groupsOf({ images } as DataRecord)]).toEqual([
    ["1", "p"],
    ["3", ""],
  ]);
});
