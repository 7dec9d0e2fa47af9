import { expect, test } from "bun:test";
import { describeRow } from "../../src/model/describe.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

test("a line of the table has the settings that are not the usual ones, and the kind where the name does not tell it", () => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 4, kernelSize: [3, 2], trainable: false, name: "stem" } },
        { prelu: { sharedAxes: [1, 2] } },
        { relu: { name: "first" } },
        { residual: [{ conv: { filters: 4, kernelSize: 1, kernelInitializer: "heNormal" } }] },
        { gaussianNoise: 0.1 },
        { zeroPadding: { sides: 2 } },
        { cropping: { sides: [0, 1, 2, 3] } },
      ],
    },
  });
  const { rows } = inferShapes(model.layers, [8, 8, 1], { classes: 2, batchSize: 4 });
  expect(rows.map((row) => [row.name, describeRow(row)])).toEqual([
    ["stem", "conv, filters 4, kernelSize 3 × 2, trainable false"],
    ["prelu_1", "sharedAxes 1 and 2"],
    ["first", "relu"],
    ["residual_1", ""],
    ["conv_2", "filters 4, kernelSize 1 × 1, kernelInitializer heNormal"],
    ["gaussianNoise_1", "stddev 0.1"],
    ["zeroPadding_1", "sides 2"],
    ["cropping_1", "sides [0, 1, 2, 3]"],
  ]);
});
