import { expect, test } from "bun:test";
import { chooseStepsACall, shardCount } from "../../src/model/execution.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

const experiment = (batchSize: number, ...layers: Experiment["model"]["layers"]) =>
  resolveExperiment({ data: { train: "unused", batchSize }, model: { layers } });

test("a batch is cut into a part a thread", () => {
  expect(shardCount(experiment(32, "flatten"), 2)).toBe(2);
  expect(shardCount(experiment(32, "flatten"), 16)).toBe(16);
});

test("but not under two images a part, and never under batchNorm", () => {
  expect(shardCount(experiment(3, "flatten"), 2)).toBe(1);
  expect(shardCount(experiment(32, "batchNorm", "flatten"), 2)).toBe(1);
});

test("short steps of long trainings are handed over several at a time", () => {
  const short = { flops: 5e8, bytes: 25_000, steps: 20_000 };
  expect(chooseStepsACall(short)).toBe(4);
  expect(chooseStepsACall({ ...short, steps: 125 })).toBe(1);
  expect(chooseStepsACall({ ...short, flops: 5e9 })).toBe(1);
  expect(chooseStepsACall({ ...short, bytes: 4_000_000 })).toBe(1);
});
