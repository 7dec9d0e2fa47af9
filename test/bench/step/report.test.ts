import { expect, test } from "bun:test";
import { trainingFlops } from "../../../src/model/flops.ts";
import { inferShapes } from "../../../src/model/shapes.ts";
import type { Experiment } from "../../../src/spec/experiment.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";
import networks from "./networks.json";
import { shareOfLimit, stepRows, stepTable, type StepResult } from "./report.ts";

const small: StepResult = {
  case: "small, batch 32",
  weights: 34826,
  flops: 400e6,
  matmulLimit: 200e9,
  time: {
    ours: 4,
    peers: [
      { name: "Keras", value: 8 },
      { name: "Keras, 16 steps a call", value: 6 },
    ],
  },
  processorTime: null,
  peakMemory: null,
};
const large: StepResult = {
  case: "large, batch 32",
  weights: 4428162,
  flops: 100e9,
  matmulLimit: 200e9,
  time: { ours: 1000, peers: [{ name: "Keras", value: 900 }] },
  processorTime: { ours: 1900, peers: [{ name: "Keras", value: 1805 }] },
  peakMemory: { ours: 1200, peers: [{ name: "Keras", value: 1500 }] },
};

test("a line a case, a column a peer, a dash for one that had no part", () => {
  expect(stepTable([small, large])).toBe(
    [
      "ms a step (ratio)    weights  Lamina         Keras  Keras, 16 steps a call  of matmul's GFLOP/s",
      "small, batch 32       34,826     4.0    8.0 (2.00)              6.0 (1.50)          50 % of 200",
      "large, batch 32    4,428,162  1000.0  900.0 (0.90)                       -          50 % of 200",
      "",
      "processor ms a step (ratio)  Lamina          Keras  Keras, 16 steps a call",
      "large, batch 32              1900.0  1805.0 (0.95)                       -",
      "",
      "peak memory, MiB (ratio)  Lamina        Keras  Keras, 16 steps a call",
      "large, batch 32             1200  1500 (1.25)                       -",
      "",
    ].join("\n"),
  );
});

test("a row for each peer that had a part", () => {
  expect(stepRows([small, large]).map(({ unit, peer, ratio }) => [unit, peer, ratio])).toEqual([
    ["ms a step", "Keras", 2],
    ["ms a step", "Keras, 16 steps a call", 1.5],
    ["ms a step", "Keras", 0.9],
    ["processor ms a step", "Keras", 0.95],
    ["MiB at most", "Keras", 1.25],
  ]);
});

test("Lamina's column stands without a peer", () => {
  const alone = { ...small, time: { ours: 4, peers: [] } };
  expect(stepTable([alone])).toContain("4.0");
  expect(stepRows([alone])).toEqual([
    { case: "small, batch 32", peer: null, ours: 4, theirs: null, unit: "ms a step", ratio: null },
  ]);
});

test("the share of the limit: 400 million operations in 4 ms are half of 200 GFLOP/s", () => {
  expect(shareOfLimit(small)).toBe(0.5);
});

test.each(["small", "large", "batchNorm", "deep", "resnet18"] as const)(
  "the network %s fits together",
  (name) => {
    const { shape, classes, layers } = networks[name];
    const { model } = resolveExperiment({
      data: { train: "unused" },
      model: { layers: layers as Experiment["model"]["layers"] },
    });
    const [height, width, channels] = shape as [number, number, number];
    const { problems } = inferShapes(model.layers, [height, width, channels], {
      classes,
      batchSize: 1,
    });
    expect(problems).toEqual([]);
  },
);

test("weights and operations of the small network, worked out by hand", () => {
  const { shape, classes, layers } = networks.small;
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: layers as Experiment["model"]["layers"] },
  });
  const [height, width, channels] = shape as [number, number, number];
  const { rows } = inferShapes(model.layers, [height, width, channels], { classes, batchSize: 32 });
  expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(34_826);
  // 28×28 → conv 26×26×32 → pool 13×13 → conv 11×11×64 → pool 5×5 → 1600 → 10
  const first = 2 * 26 * 26 * (3 * 3 * 1 * 32);
  const second = 2 * 11 * 11 * (3 * 3 * 32 * 64);
  const dense = 2 * (1600 * 10);
  expect(trainingFlops(rows, 32)).toBe(32 * (2 * first + 3 * second + 3 * dense));
});
