import { expect, test } from "bun:test";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

type Layers = Experiment["model"]["layers"];

const head: Layers = ["flatten", { dense: { units: "classes" } }];
const infer = (...layers: Layers) => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: [...layers, ...head] },
  });
  const { rows, problems } = inferShapes(model.layers, [9, 9, 4], { classes: 2, batchSize: 8 });
  return {
    rows: rows.slice(0, -head.length).map(({ name, depth, outputShape, parameters }) => ({
      [`${"> ".repeat(depth)}${name}`]: [outputShape.join(" "), parameters],
    })),
    problems: problems.map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`),
  };
};
const conv = (filters: number, strides = 1): Layers[number] => ({
  conv: { filters, kernelSize: 3, strides, padding: "same" },
});

test("a residual of one shape adds what comes in as it is", () => {
  expect(infer({ residual: [conv(4), "relu"] }).rows).toEqual([
    { residual_1: ["9 9 4", 0] },
    { "> conv_1": ["9 9 4", 148] },
    { "> relu_1": ["9 9 4", 0] },
  ]);
});

test("of another it has a convolution of 1 x 1 with its strides, and batchNorm where its layers have one", () => {
  expect(infer({ residual: [conv(6, 2)] }).rows).toEqual([
    { residual_1: ["5 5 6", 0] },
    { "> conv_1": ["5 5 6", 222] },
    { "> conv_2": ["5 5 6", 4 * 6 + 6] },
  ]);
  expect(infer({ residual: [conv(6, 2), "batchNorm"] }).rows.slice(2)).toEqual([
    { "> batchNorm_1": ["5 5 6", 24] },
    { "> conv_2": ["5 5 6", 4 * 6] },
    { "> batchNorm_2": ["5 5 6", 24] },
  ]);
});

test("its batchNorm is as the last one of its layers", () => {
  const batchNorm = { momentum: 0.9, trainable: false };
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: [{ residual: [conv(6, 2), { batchNorm: { ...batchNorm, name: "own" } }] }] },
  });
  const { rows } = inferShapes(model.layers, [9, 9, 4], { classes: 2, batchSize: 8 });
  expect(rows.at(-1)).toMatchObject({ name: "batchNorm_2", nonTrainable: 24 });
  expect(rows.at(-1)!.layer).toEqual({
    batchNorm: { ...batchNorm, epsilon: 0.001, center: true, scale: true },
  });
});

test("groupNorm and layerNorm likewise, where they fit", () => {
  const last = (...layers: Layers) => infer({ residual: layers }).rows.slice(-2);
  expect(last(conv(6, 2), { groupNorm: { groups: 3 } })).toEqual([
    { "> conv_2": ["5 5 6", 4 * 6] },
    { "> groupNorm_2": ["5 5 6", 12] },
  ]);
  expect(last(conv(6, 2), "batchNorm", "relu", "layerNorm")).toEqual([
    { "> conv_2": ["5 5 6", 4 * 6] },
    { "> layerNorm_2": ["5 5 6", 12] },
  ]);
  // Of 8 channels that become 6 behind it.
  expect(last(conv(8, 2), { groupNorm: { groups: 4 } }, conv(6))).toEqual([
    { "> conv_2": ["5 5 6", 8 * 9 * 6 + 6] },
    { "> conv_3": ["5 5 6", 4 * 6 + 6] },
  ]);
});

test("concat adds up the channels of its lists, and an empty one passes on what it is given", () => {
  const inside: Layers[number] = { concat: [[], [conv(3)]] };
  expect(infer({ concat: [[inside], [conv(2), "relu"]] }).rows).toEqual([
    { concat_1: ["9 9 9", 0] },
    { "> concat_2": ["9 9 7", 0] },
    { "> > conv_1": ["9 9 3", 111] },
    { "> conv_2": ["9 9 2", 74] },
    { "> relu_1": ["9 9 2", 0] },
  ]);
});

test("what does not fit together is told where it is written", () => {
  const shrinking = { conv: { filters: 4, kernelSize: 3 } };
  expect(infer("relu", { residual: [shrinking] }).problems).toEqual([
    expect.stringMatching(/^layers\.1: residual adds .*\[9, 9, 4\].*\[7, 7, 4\].*padding: same/),
  ]);
  expect(infer({ concat: [[shrinking], []] }).problems).toEqual([
    expect.stringMatching(/^layers\.0: concat .*\[7, 7, 4\] and \[9, 9, 4\]/),
  ]);
  expect(infer({ add: [[conv(3)], []] }).problems).toEqual([
    expect.stringMatching(/^layers\.0: add .*\[9, 9, 3\] and \[9, 9, 4\]/),
  ]);
  expect(infer({ add: [[], ["flatten", conv(4)]] }).problems).toEqual([
    expect.stringMatching(/^layers\.0\.add\.1\.1: conv needs an image/),
    expect.stringMatching(/^layers\.0: add/),
  ]);
  expect(infer({ add: [["softmax"], []] }).problems[0]).toStartWith("layers.0.add.0.0: softmax");
});
