import { describe, expect, test } from "bun:test";
import { chooseBlockLength, chooseStepsACall, shardCount } from "../../src/model/execution.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { inferShapes } from "../../src/model/shapes.ts";
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

describe("a part goes through convolutions and pools", () => {
  const blockLength = (side: number, part: number, ...layers: Experiment["model"]["layers"]) =>
    chooseBlockLength(
      inferShapes(experiment(32, ...layers).model.layers, [side, side, 3], {
        classes: 2,
        batchSize: 32,
      }).rows,
      part,
    );
  const conv = { conv: { filters: 32, kernelSize: 3 } };
  const head = ["flatten" as const, { dense: { units: "classes" as const } }];

  test("in blocks whose largest outputs have 8 MiB", () => {
    // 198 x 198 x 32 numbers of 4 bytes an image, and 62 x 62 x 32.
    expect(blockLength(200, 16, conv, "relu", "pool", ...head)).toBe(1);
    expect(blockLength(64, 16, conv, "relu", "pool", ...head)).toBe(17);
  });

  test("of which there are 16 at most", () => {
    expect(blockLength(200, 33, conv, "pool", ...head)).toBe(3);
  });

  test("whole under batchNorm; what comes later does not count", () => {
    expect(blockLength(200, 16, conv, "batchNorm", ...head)).toBe(16);
    expect(blockLength(4, 16, conv, "flatten", { dense: { units: 5_000_000 } })).toBeGreaterThan(
      16,
    );
  });
});
