import { expect, test } from "bun:test";
import { meantName } from "../../src/spec/names.ts";

test.each([
  ["filter", ["filters", "kernelSize"], "filters"],
  ["kernel_size", ["filters", "kernelSize"], "kernelSize"],
  ["Batch-Size", ["batchSize"], "batchSize"],
  ["fitlers", ["filters"], "filters"],
  ["color", ["colour"], "colour"],
  ["lr", ["learningRate", "rho"], "learningRate"],
  ["fc", ["conv", "dense"], "dense"],
  ["val", ["train", "validation"], "validation"],
  ["rotate", ["rotation", "zoom"], "rotation"],
  ["augmentation", ["augment", "batchSize"], "augment"],
  ["training", ["train", "data"], "train"],
])("%s among %p means %s", (name, candidates, meant) => {
  expect(meantName(name, candidates)).toBe(meant);
});

test.each([
  ["wandb", ["seed", "data"]],
  ["lr", ["seed", "data"]],
  ["validate", ["validation", "validating"]],
  ["toString", ["seed", "data"]],
  ["", ["seed"]],
  ["x".repeat(1_000_000), ["seed"]],
])("nothing is near %#", (name, candidates) => {
  expect(meantName(name, candidates)).toBeUndefined();
});
