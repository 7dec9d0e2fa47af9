import { expect, test } from "bun:test";
import { lackedClasses, lackWarnings } from "../../../src/data/split/lacking.ts";
import { messages } from "../../../src/data/split/messages.ts";
import type { Split } from "../../../src/layout.ts";

const classes = ["a", "b", "c"];
const images = (split: Split, ...labels: number[]) => labels.map((label) => ({ split, label }));

test("each split that has images is told with the classes that it has none of, in their order", () => {
  const all = [...images("test", 1, 1), ...images("train", 0, 1, 2), ...images("validation", 2, 0)];
  expect(lackedClasses(classes, all)).toEqual([
    { split: "validation", lacked: ["b"] },
    { split: "test", lacked: ["a", "c"] },
  ]);
  expect(lackedClasses(classes, images("train", 1))).toEqual([
    { split: "train", lacked: ["a", "c"] },
  ]);
  expect(lackedClasses(classes, [])).toEqual([]);
});

test("only the splits that judge the network are warned of", () => {
  const all = [...images("train", 0, 1), ...images("validation", 0, 1, 2), ...images("test", 2)];
  expect(lackWarnings(classes, all)).toEqual([
    messages.classesNotInSplit("test", ["a", "b"], classes),
  ]);
});
