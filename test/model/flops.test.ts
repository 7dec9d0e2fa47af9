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

test("of a frozen kernel no gradient is made, and none of what comes in before the first that is trained", () => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 4, kernelSize: 3, trainable: false } },
        { conv: { filters: 4, kernelSize: 3 } },
        { conv: { filters: 4, kernelSize: 3, trainable: false } },
        "flatten",
        { dense: { units: "classes" } },
      ],
    },
  });
  const { rows } = inferShapes(model.layers, [10, 10, 3], { classes: 2, batchSize: 5 });
  const [frozen, trained, behind, , dense] = rows.map(({ multiplyAdds }) => 2 * multiplyAdds);
  expect(trainingFlops(rows, 5)).toBe(5 * (frozen! + 2 * trained! + 2 * behind! + 3 * dense!));
});

test("as fvcore counts: what is done value by value counts nothing", () => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 8, kernelSize: 3, strides: 2, padding: "same" } },
        "batchNorm",
        "swish",
        { squeezeExcite: { ratio: 4 } },
        { residual: [{ conv: { filters: 16, kernelSize: 1 } }] },
        "flatten",
        { dense: { units: 5 } },
      ],
    },
  });
  const { rows } = inferShapes(model.layers, [9, 9, 3], { classes: 2, batchSize: 5 });
  expect(rows.map(({ name, multiplyAdds }) => [name, multiplyAdds])).toEqual([
    ["conv_1", 5 * 5 * 3 * 3 * 3 * 8],
    ["batchNorm_1", 0],
    ["swish_1", 0],
    ["squeezeExcite_1", 2 * 8 * 2],
    ["residual_1", 0],
    ["conv_2", 5 * 5 * 8 * 16],
    ["conv_3", 5 * 5 * 8 * 16],
    ["flatten_1", 0],
    ["dense_1", 5 * 5 * 16 * 5],
  ]);
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
