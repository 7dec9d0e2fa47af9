import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { anyExperiment } from "../spec/experiments.ts";

type Layers = Experiment["model"]["layers"];

function infer(
  layers: Layers,
  { size = 28, channels = 1, classes = 2 as number | null, batchSize = 32 } = {},
) {
  const { model } = resolveExperiment({ data: { train: "" }, model: { layers } });
  return inferShapes(model.layers, [size, size, channels], { classes, batchSize });
}

/** Positions of the layers that are complained about. */
function faulty(layers: Layers, options?: Parameters<typeof infer>[1]): unknown[] {
  return infer(layers, options).problems.map(({ path }) => path[2]);
}

const output: Layers[number] = { dense: { units: "classes" } };

// The network of keras.io's mnist_convnet, whose summary names 34,826 parameters.
test("shapes and parameters are Keras's", () => {
  const layers: Layers = [
    { conv: { filters: 32, kernelSize: 3 } },
    "relu",
    { pool: { size: 2 } },
    { conv: { filters: 64, kernelSize: 3 } },
    { pool: { size: 2 } },
    "flatten",
    { dropout: 0.5 },
    { dense: { units: 10 } },
  ];
  const { rows, problems } = infer(layers, { classes: 10 });
  expect(problems).toEqual([]);
  expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(34_826);
  expect(
    rows.map(({ name, outputShape, parameters }) => [name, outputShape.join("x"), parameters]),
  ).toEqual([
    ["conv_1", "26x26x32", 320],
    ["relu_1", "26x26x32", 0],
    ["pool_1", "13x13x32", 0],
    ["conv_2", "11x11x64", 18_496],
    ["pool_2", "5x5x64", 0],
    ["flatten_1", "1600", 0],
    ["dropout_1", "1600", 0],
    ["dense_1", "10", 16_010],
  ]);
});

test.each([
  [{ conv: { filters: 1, kernelSize: 3, strides: 2 } }, "13x13x1"],
  [{ conv: { filters: 1, kernelSize: 3, strides: 2, padding: "same" } }, "14x14x1"],
  [{ conv: { filters: 1, kernelSize: [1, 5], strides: [3, 1] } }, "10x24x1"],
  [{ pool: { size: 3 } }, "9x9x1"],
  [{ pool: { size: 3, strides: 1 } }, "26x26x1"],
  [{ pool: { size: 3, padding: "same" } }, "10x10x1"],
  [{ conv: { filters: 1, kernelSize: [3, 5], dilationRate: [4, 2] } }, "20x20x1"],
  [{ depthwiseConv: { kernelSize: 3, strides: 3, depthMultiplier: 2 } }, "9x9x2"],
  [{ separableConv: { filters: 4, kernelSize: 28 } }, "1x1x4"],
  [{ convTranspose: { filters: 2, kernelSize: [3, 1], strides: 2 } }, "57x56x2"],
  [{ zeroPadding: { sides: [1, 2, 3, 0] } }, "31x31x1"],
  [{ cropping: { sides: [13, 14, 0, 1] } }, "1x27x1"],
  [{ upSampling: { size: [2, 1] } }, "56x28x1"],
  [{ resize: { size: [100, 3] } }, "100x3x1"],
] satisfies [Layers[number], string][])("%j gives %s of 28x28", (layer, shape) => {
  expect(infer([layer, "flatten", output]).rows[0]?.outputShape.join("x")).toBe(shape);
});

describe("the end of a network", () => {
  test.each([
    [["flatten", output]],
    [["flatten", output, "softmax"]],
    [["flatten", { dense: { units: 2 } }]],
    [["flatten", { dense: { units: 1 } }]],
  ] satisfies [Layers][])("%j is right", (layers) => {
    expect(faulty(layers)).toEqual([]);
  });

  test.each([
    [["flatten"], 0],
    [["flatten", output, "relu"], 2],
    [["flatten", output, { dropout: 0.5 }, "softmax"], 2],
    [["flatten", { dense: { units: 3 } }], 1],
    [["flatten", { dense: { units: 1 } }, "softmax"], 2],
    [["flatten", output, "softmax", "softmax"], 2],
    [["softmax"], 0],
  ] satisfies [Layers, number][])("%j is wrong at layer %d", (layers, index) => {
    expect(faulty(layers)).toEqual([index]);
  });

  test("one score is wrong for three classes, and not held against a number that is not known", () => {
    const layers: Layers = ["flatten", { dense: { units: 1 } }];
    expect(faulty(layers, { classes: 3 })).toEqual([1]);
    expect(faulty(layers, { classes: null })).toEqual([]);
  });
});

test("every layer that cannot be where it is is named", () => {
  const layers: Layers = [
    { conv: { filters: 1, kernelSize: 99 } },
    { dense: { units: 4 } },
    "pool",
    "softmax",
    { dense: { units: 5 } },
  ];
  expect(faulty(layers).toSorted()).toEqual([0, 1, 2, 3, 4]);
});

test.each([
  [
    { conv: { filters: 3, kernelSize: 3, groups: 2 } },
    "conv cuts the channels into 2 groups of one size, but 4 come in and 3 go out.",
  ],
  [
    { conv: { filters: 4, kernelSize: 3, groups: 8 } },
    "into 8 groups of one size, but 4 come in and 4 go out.",
  ],
  [
    { conv: { filters: 4, kernelSize: 3, strides: 2, dilationRate: 2 } },
    "conv with a dilationRate above 1 takes every place: write strides: 1",
  ],
  [
    { depthwiseConv: { kernelSize: 3, strides: 2, dilationRate: [1, 2] } },
    "depthwiseConv with a dilationRate above 1",
  ],
  [
    { separableConv: { filters: 4, kernelSize: 3, strides: 2, dilationRate: 2 } },
    "separableConv with a dilationRate",
  ],
  [
    { conv: { filters: 4, kernelSize: 5, dilationRate: 7 } },
    "a window of 29x29 over an image of only 28x28",
  ],
  [{ depthwiseConv: { kernelSize: 29 } }, "depthwiseConv slides a window of 29x29"],
  [
    { cropping: { sides: 14 } },
    "cropping cuts 14, 14, 14, 14 off the top, bottom, left and right of an image of only 28x28: nothing is left.",
  ],
] satisfies [Layers[number], string][])("%j on 28x28x4: %s", (layer, message) => {
  const { problems } = infer([layer, "flatten", output], { channels: 4 });
  expect(problems[0]!.message).toContain(message);
});

test("whatever needs an image says so of a row of numbers", () => {
  const layers: Layers = [
    { depthwiseConv: { kernelSize: 1 } },
    { separableConv: { filters: 1, kernelSize: 1 } },
    { convTranspose: { filters: 1, kernelSize: 1 } },
    "globalPool",
    { zeroPadding: { sides: 1 } },
    { cropping: { sides: 0 } },
    "upSampling",
    { resize: { size: 2 } },
  ];
  const { problems } = infer(["globalPool", ...layers, output]);
  expect(problems.map(({ path, message }) => [path[2], message.split(", but")[0]])).toEqual(
    layers.map((layer, index) => [
      index + 1,
      `${typeof layer === "string" ? layer : Object.keys(layer)[0]} needs an image [height, width, channels]`,
    ]),
  );
  expect(infer([output, "globalPool"]).problems[0]!.message).toContain(
    "Put flatten or globalPool before it.",
  );
});

test("a network beyond what a tensor can number is an error once, at its first such layer", () => {
  const wide: Layers[number] = { conv: { filters: 65_536, kernelSize: 1 } };
  expect(faulty([wide, wide, "flatten", output], { batchSize: 64 })).toEqual([0]);
  expect(faulty([wide, "pool", "flatten", output], { batchSize: 1, size: 8 })).toEqual([]);
});

test("groups whose kernels in one are more than a tensor holds cannot be saved, and are an error before", () => {
  const wide: Layers[number] = { conv: { filters: 8192, kernelSize: 1 } };
  const grouped: Layers[number] = { conv: { filters: 65_536, kernelSize: 2, groups: 8192 } };
  const { problems } = infer([wide, grouped, "globalPool", output], { size: 2, batchSize: 1 });
  expect(problems.map(({ path }) => path[2])).toEqual([1]);
  expect(problems[0]!.message).toContain("2,147,483,648 numbers");
});

test("batchNorm over a single value a channel can learn nothing", () => {
  const onRow: Layers = ["flatten", { dense: { units: 8 } }, "batchNorm", output];
  expect(faulty(onRow, { batchSize: 1 })).toEqual([2]);
  expect(faulty(onRow, { batchSize: 2 })).toEqual([]);
  const onImage = (size: number): Layers => [
    "batchNorm",
    { pool: { size } },
    "batchNorm",
    "flatten",
    output,
  ];
  expect(faulty(onImage(8), { batchSize: 1, size: 8 })).toEqual([2]);
  expect(faulty(onImage(4), { batchSize: 1, size: 8 })).toEqual([]);
});

describe("names and what is trained", () => {
  const conv = (settings: object): Layers[number] => ({
    conv: { filters: 8, kernelSize: 1, ...settings },
  });
  const told = (...layers: Layers) =>
    infer([...layers, "flatten", output]).problems.map(
      ({ path, message }) => `${path.slice(2).join(".")}: ${message}`,
    );

  test("a layer's own name stands in the table, and the others count on", () => {
    const layers: Layers = [conv({}), conv({ name: "stem" }), { residual: [conv({})] }];
    expect(infer([...layers, "flatten", output]).rows.map(({ name }) => name)).toEqual([
      "conv_1",
      "stem",
      "residual_1",
      "conv_3",
      "flatten_1",
      "dense_1",
    ]);
    expect(told(...layers)).toEqual([]);
  });

  test("a name that is there twice is told where it is written", () => {
    expect(told(conv({ name: "a" }), { residual: [conv({ name: "a" })] })).toEqual([
      "1.residual.0.conv.name: another layer is called a too (conv); each name may be there once",
    ]);
    expect(told(conv({ name: "conv_2" }), conv({}))).toEqual([
      expect.stringMatching(/^0\.conv\.name: another layer is called conv_2 too/),
    ]);
    expect(told({ relu: { name: "images" } })).toEqual([
      expect.stringMatching(/^0\.relu\.name: images is what Lamina calls/),
    ]);
  });

  test("weights of a layer that is not trainable count as such, and some must be left", () => {
    const layers: Layers = [conv({ trainable: false }), { batchNorm: { trainable: false } }];
    const { rows } = infer([...layers, "flatten", output]);
    expect(rows.map(({ parameters, nonTrainable }) => [parameters, nonTrainable])).toEqual([
      [16, 16],
      [32, 32],
      [0, 0],
      [6272 * 2 + 2, 0],
    ]);
    const { problems } = infer([
      ...layers,
      "flatten",
      { dense: { units: "classes", trainable: false } },
    ]);
    expect(problems).toEqual([
      {
        path: ["model", "layers", 3, "dense", "trainable"],
        message: expect.stringContaining("no layer would be trained"),
      },
    ]);
  });

  test("what does not fit a layer's settings is told with what would", () => {
    expect(told(conv({ filters: 12 }), { groupNorm: { groups: 8 } })).toEqual([
      "1: groupNorm cannot make 8 groups of equal size of 12 channels. Write groups: 6, or another number that divides 12.",
    ]);
    expect(told("flatten", { prelu: { sharedAxes: [1, 2] } }, conv({}))).toEqual([
      expect.stringMatching(/^1: prelu has sharedAxes with 2/),
      expect.stringMatching(/^2: conv needs an image/),
    ]);
    expect(told("flatten", "squeezeExcite", { spatialDropout: 0.5 })).toEqual([
      expect.stringMatching(/^1: squeezeExcite needs an image/),
      expect.stringMatching(/^2: spatialDropout needs an image/),
    ]);
    expect(infer(["flatten", { dense: { units: 1 } }, "sigmoid"]).problems).toEqual([
      { path: ["model", "layers", 2], message: expect.stringContaining("follows by itself") },
    ]);
  });
});

test("any layers get a row each and problems at layers that exist", () => {
  fc.assert(
    fc.property(anyExperiment, fc.integer({ min: 1, max: 4096 }), (experiment, size) => {
      const { layers } = experiment.model;
      const { rows, problems } = infer(layers, { size });
      expect(rows.filter(({ depth }) => depth === 0)).toHaveLength(layers.length);
      for (const { path } of problems) expect(layers[Number(path[2])]).toBeDefined();
      for (const { outputShape } of problems.length === 0 ? rows : []) {
        for (const length of outputShape)
          expect(Number.isSafeInteger(length) && length > 0).toBe(true);
      }
    }),
  );
});
