import { expect, test } from "bun:test";
import { trainingFlops } from "../../src/model/flops.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

test("operations of a training step, worked out by hand", () => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 4, kernelSize: 3 } },
        "relu",
        "pool",
        { conv: { filters: 8, kernelSize: [1, 2], useBias: false } },
        "flatten",
        { dense: { units: "classes" } },
      ],
    },
  });
  const { rows } = inferShapes(model.layers, [10, 10, 3], { classes: 2, batchSize: 5 });
  const first = 2 * (3 * 3 * 3 * 4) * (8 * 8);
  const second = 2 * (1 * 2 * 4 * 8) * (4 * 3);
  const dense = 2 * (4 * 3 * 8 * 2);
  expect(trainingFlops(rows, 5)).toBe(5 * (2 * first + 3 * second + 3 * dense));
});

test("each kernel counts at each place where it is applied", () => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 6, kernelSize: 3, groups: 3, dilationRate: 2 } },
        { depthwiseConv: { kernelSize: [3, 2], strides: 2, depthMultiplier: 2, padding: "same" } },
        { separableConv: { filters: 4, kernelSize: 3, padding: "same" } },
        { convTranspose: { filters: 5, kernelSize: [2, 3], strides: 2 } },
        "globalPool",
      ],
    },
  });
  const { rows } = inferShapes(model.layers, [11, 11, 3], { classes: 2, batchSize: 5 });
  expect(rows.map(({ multiplyAdds }) => multiplyAdds)).toEqual([
    7 * 7 * (3 * 3 * 1 * 6),
    4 * 4 * (3 * 2 * 6 * 2),
    4 * 4 * (3 * 3 * 12 + 12 * 4),
    4 * 4 * (2 * 3 * 4 * 5),
    0,
  ]);
});

test("a network without weights needs none", () => {
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers: ["relu"] } });
  const { rows } = inferShapes(model.layers, [2, 2, 1], { classes: 2, batchSize: 1 });
  expect(trainingFlops(rows, 1)).toBe(0);
});
