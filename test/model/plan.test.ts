import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  chooseBlocks,
  chooseStepsPerCall,
  planGpuSteps,
  planSteps,
  shardCount,
} from "../../src/model/plan.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import networks from "../bench/step/networks.json";
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
  // By its running averages it looks at one image.
  expect(shardCount(experiment(32, { batchNorm: { trainable: false } }, "flatten"), 2)).toBe(2);
  expect(shardCount(experiment(32, { groupNorm: { groups: 3 } }, "flatten"), 2)).toBe(2);
});

test("short steps of long trainings are handed over several at a time", () => {
  const short = { flops: 5e8, bytes: 25_000, steps: 20_000 };
  expect(chooseStepsPerCall(short)).toBe(4);
  expect(chooseStepsPerCall({ ...short, steps: 125 })).toBe(1);
  expect(chooseStepsPerCall({ ...short, flops: 5e9 })).toBe(1);
  expect(chooseStepsPerCall({ ...short, bytes: 4_000_000 })).toBe(1);
});

describe("a part goes through convolutions and pools", () => {
  const rowsOf = (side: number, layers: Experiment["model"]["layers"]) =>
    inferShapes(experiment(32, ...layers).model.layers, [side, side, 3], {
      classes: 2,
      batchSize: 32,
    }).rows;
  const blocks = (side: number, part: number, ...layers: Experiment["model"]["layers"]) =>
    chooseBlocks(rowsOf(side, layers), part);
  const conv = { conv: { filters: 32, kernelSize: 3 } };
  const head = ["flatten" as const, { dense: { units: "classes" as const } }];

  test("in blocks whose largest outputs have about 10 MB", () => {
    // 198 x 198 x 32 numbers of 4 bytes an image, and 62 x 62 x 32.
    expect(blocks(200, 16, conv, "relu", "pool", ...head)).toEqual([1]);
    expect(blocks(64, 64, conv, "relu", "pool", ...head)).toEqual([16]);
    expect(blocks(64, 12, conv, "relu", "pool", ...head)).toEqual([12]);
  });

  test("of which there are 16 at most", () => {
    expect(blocks(200, 33, conv, "pool", ...head)).toEqual([3]);
  });

  test("in larger ones behind each pool", () => {
    expect(blocks(200, 16, conv, "pool", conv, "relu", "pool", conv, ...head)).toEqual([1, 8, 16]);
  });

  test("whole under batchNorm; what comes later does not count", () => {
    expect(blocks(200, 16, conv, "batchNorm", ...head)).toEqual([16]);
    expect(
      blocks(200, 16, conv, { batchNorm: { trainable: false } }, "swish", "groupNorm", ...head),
    ).toEqual([1]);
    expect(blocks(4, 20, conv, "flatten", { dense: { units: 5_000_000 } })).toEqual([20]);
    expect(blocks(4, 20, ...head)).toEqual([]);
  });

  test("and through whatever else is done to each image by itself", () => {
    const separable = { separableConv: { filters: 32, kernelSize: 3 } };
    const { length } = blocks(
      64,
      64,
      conv,
      "pool",
      separable,
      "upSampling",
      "pool",
      conv,
      "globalPool",
      head[1]!,
    );
    expect(length).toBe(3);
    expect(blocks(64, 64, conv, "pool", { dropout: 0.5 }, separable, "pool", ...head)).toEqual([
      16,
    ]);
  });

  test("in blocks that are multiples of the ones before, never longer than the part", () => {
    const middle = fc.constantFrom<Experiment["model"]["layers"][number]>(
      { conv: { filters: 64, kernelSize: 3, padding: "same" } },
      { conv: { filters: 8, kernelSize: 1 } },
      "relu",
      "pool",
    );
    fc.assert(
      fc.property(
        fc.array(middle, { maxLength: 8 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 200 }),
        (layers, side, part) => {
          const chosen = blocks(side, part, ...layers, ...head);
          chosen.forEach((length, index) => {
            expect(length).toBeLessThanOrEqual(part);
            expect(length).toBeGreaterThanOrEqual(Math.max(part / 16, chosen[index - 1] ?? 1));
            if (length < part) expect(length % (chosen[index - 1] ?? 1)).toBe(0);
          });
        },
      ),
    );
  });
});

describe("the plan of the benchmark's network for images of 200 x 200", () => {
  const plan = (threads: number, batchSize: number) => {
    const { layers, shape } = networks.large;
    const large = experiment(batchSize, ...(layers as Experiment["model"]["layers"]));
    const { rows } = inferShapes(large.model.layers, shape as [number, number, number], {
      classes: 2,
      batchSize,
    });
    const shards = shardCount(large, threads);
    return planSteps(large, { shards, rows, imageBytes: 120_000, steps: 10_000 });
  };

  test("on a laptop of two cores", () => {
    expect(plan(2, 32)).toEqual({ shards: 2, blocks: [1, 4, 8], stepsPerCall: 1 });
    expect(plan(2, 128)).toEqual({ shards: 2, blocks: [4, 4, 8], stepsPerCall: 1 });
  });

  test("on 64 cores", () => {
    expect(plan(64, 128)).toEqual({ shards: 64, blocks: [1, 2, 2], stepsPerCall: 1 });
    // Too few images for a part a core: each operation takes all of them.
    expect(plan(64, 32)).toEqual({ shards: 1, blocks: [2, 4, 8], stepsPerCall: 1 });
  });
});

describe("a GPU is given whole batches", () => {
  const plan = (name: keyof typeof networks, batchSize: number, steps = 10_000) => {
    const { layers, shape, classes } = networks[name];
    const own = experiment(batchSize, ...(layers as Experiment["model"]["layers"]));
    const [height, width, channels] = shape as [number, number, number];
    const { rows } = inferShapes(own.model.layers, [height, width, channels], {
      classes,
      batchSize,
    });
    return planGpuSteps(own, { rows, imageBytes: height * width * channels, steps });
  };

  test("several steps at a time where these are short", () => {
    expect(plan("small", 32)).toEqual({ shards: 1, blocks: [32], stepsPerCall: 4 });
    expect(plan("small", 1024)).toEqual({ shards: 1, blocks: [1024], stepsPerCall: 4 });
    expect(plan("deep", 32)).toEqual({ shards: 1, blocks: [32], stepsPerCall: 4 });
    expect(plan("batchNorm", 32)).toEqual({ shards: 1, blocks: [32], stepsPerCall: 4 });
  });

  test("one at a time where these are long, or few", () => {
    expect(plan("large", 512)).toEqual({ shards: 1, blocks: [512], stepsPerCall: 1 });
    expect(plan("small", 32, 100).stepsPerCall).toBe(1);
  });
});
