import { expect, test } from "bun:test";
import type { Run } from "../../src/layout.ts";
import { messages } from "../../src/sweep/messages.ts";
import { pool } from "../../src/sweep/pooled.ts";

const classes = ["a", "b"];

/** Four images, of which a fold judges some. */
function foldOf(judged: readonly string[], groups: Record<string, string> = {}): Run {
  const files = ["1", "2", "3", "4"];
  return {
    data: {
      classes,
      images: files.map((file) => ({
        split: judged.includes(file) ? "test" : "train",
        file,
        label: classes[Number(file) % 2]!,
        ...(groups[file] && { group: groups[file] }),
      })),
    },
    resolved: {
      seed: 1,
      evaluate: { positiveClass: null, sensitivity: 0.9, specificity: null, resamples: 10 },
    },
    metrics: { weights: { use: "best", epoch: 1 } },
    predictions: judged.map((file) => ({
      file,
      actual: classes[Number(file) % 2]!,
      predicted: "a",
      probabilities: [0.75, 0.25],
    })),
  } as unknown as Run;
}

test("folds together judge each image once, in the order of the files", () => {
  const { text, metrics } = pool(3, [foldOf(["4", "1"]), foldOf(["2", "3"])]);
  expect(text.split("\n").map((line) => line.split(",")[0])).toEqual([
    "file",
    "1",
    "2",
    "3",
    "4",
    "",
  ]);
  expect(metrics).toMatchObject({ images: 4, accuracy: 0.5, resampled: "images" });
});

test("an image that is judged twice, or not at all, or apart from its group, is told by name", () => {
  const told = (what: string) => messages.notPooled(3, what);
  expect(() => pool(3, [foldOf(["1", "2"]), foldOf(["2", "3", "4"])])).toThrow(
    told(messages.judgedTwice("2")),
  );
  expect(() => pool(3, [foldOf(["1", "2"]), foldOf(["3"])])).toThrow(told(messages.notJudged("4")));
  const groups = { 1: "p", 3: "p" };
  expect(() => pool(3, [foldOf(["1", "2"], groups), foldOf(["3", "4"], groups)])).toThrow(
    told(messages.groupCut("p")),
  );
});
