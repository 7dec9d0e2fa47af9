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

test("by the largest, a group is of the positive class if any of its images is", () => {
  const predictions = [
    image("1", "normal", 0.75, 0.25),
    image("2", "tumour", 0.375, 0.625),
    image("3", "normal", 1, 0),
    image("4", "normal", 0.875, 0.125),
  ];
  const groupOf = new Map(["1", "2", "3", "4"].map((file, index) => [file, index < 2 ? "p" : "q"]));
  expect(groupPredictions(["normal", "tumour"], predictions, groupOf, 1)).toEqual({
    predictions: [
      { file: "p", actual: "tumour", predicted: "tumour", probabilities: [0.375, 0.625] },
      { file: "q", actual: "normal", predicted: "normal", probabilities: [0.875, 0.125] },
    ],
    mixed: 0,
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
