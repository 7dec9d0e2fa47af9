import { expect, test } from "bun:test";
import { networkPicture } from "../../src/charts/network-picture.ts";
import { allLayers } from "../../src/model/joints.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

const picture = (...layers: Experiment["model"]["layers"]) => {
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
  const { rows } = inferShapes(model.layers, [9, 9, 4], { classes: 3, batchSize: 8 });
  return networkPicture(rows, [9, 9, 4], model);
};
const textsOf = (svg: string) =>
  Array.from(svg.matchAll(/>([^<\n]+)<\/text>/g), ([, text]) => text);

test("a stack is boxes from top to bottom; a shape is said where it changes", () => {
  const { svg, description } = picture({ conv: { filters: 2, kernelSize: 3 } }, "relu", "flatten", {
    dense: { units: "classes" },
  });
  expect(description).toBe("4 layers from images of 9 × 9 × 4 to 3 scores");
  expect(textsOf(svg)).toEqual([
    "images 9 × 9 × 4",
    "conv_1",
    "filters 2, kernelSize 3 × 3",
    "7 × 7 × 2",
    "relu_1",
    "flatten_1",
    "98",
    "dense_1",
    "units classes",
    "3",
  ]);
});

test("lists of layers stand side by side, a residual beside its shortcut", () => {
  const { svg } = picture(
    { residual: ["relu", { concat: [[], ["batchNorm"], ["relu", "relu"]] }] },
    "flatten",
    { dense: { units: "classes" } },
  );
  const left = (name: string) =>
    Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${name}<`).exec(svg)![1]);
  expect(left("batchNorm_1")).toBeLessThan(left("relu_2"));
  expect(left("relu_2")).toBe(left("relu_3"));
  // concat gives 12 channels where 4 come in, so that the shortcut has a convolution.
  expect(left("conv_1")).toBeGreaterThan(left("relu_3"));
  expect(svg.match(/<circle/g)).toHaveLength(1);
});

test("all of it is inside the picture", () => {
  const { svg } = picture(
    { add: [[{ conv: { filters: 4, kernelSize: 3, padding: "same" } }], [], ["relu"]] },
    "flatten",
    { dense: { units: "classes" } },
  );
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  const boxes = Array.from(
    svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g),
    (match) => match.slice(1).map(Number) as [number, number, number, number],
  );
  expect(boxes).toHaveLength(4);
  for (const [x, y, w, h] of boxes) {
    expect(x).toBeGreaterThanOrEqual(16);
    expect(y).toBeGreaterThanOrEqual(16);
    expect(x + w).toBeLessThanOrEqual(Number(width) - 16);
    expect(y + h).toBeLessThanOrEqual(Number(height) - 16);
  }
});

/** Of a base of so many layers and an own one behind it. */
const withBase = (layers: number, isWhole: boolean) => {
  const { model } = resolveExperiment({
    data: { train: "unused" },
    model: {
      base: { from: "runs/first/v001", trainable: { last: 3 } },
      layers: ["flatten", { dense: { units: "classes" } }],
    },
  });
  model.base!.trunk = resolveExperiment({
    data: { train: "unused" },
    model: { layers: [...Array<"relu">(layers - 2).fill("relu"), { residual: ["relu", "tanh"] }] },
  }).model.layers;
  const { rows } = inferShapes(allLayers(model), [9, 9, 4], { classes: 3, batchSize: 8 });
  return networkPicture(rows, [9, 9, 4], isWhole ? null : model);
};

test("a base is one box, unless all of it is asked for", () => {
  const { svg, description } = withBase(40, false);
  expect(description).toBe("42 layers from images of 9 × 9 × 4 to 3 scores");
  expect(textsOf(svg)).toEqual([
    "images 9 × 9 × 4",
    "runs/first/v001",
    "base of 40 layers, the last 3 trained",
    "flatten_1",
    "324",
    "dense_1",
    "units classes",
    "3",
  ]);
  expect(textsOf(withBase(40, true).svg)).toContain("relu_38");
});

test("a high network goes on in columns to the right, each layer below or beside the one before", () => {
  const { svg } = withBase(150, true);
  const [width, height] = [/ width="(\d+)"/, / height="(\d+)"/].map((side) =>
    Number(side.exec(svg)![1]),
  );
  expect(height).toBeLessThan(1800);
  const places = Array.from(
    svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g),
    (match) => match.slice(1).map(Number),
  ) as [number, number, number][];
  expect(places).toHaveLength(152);
  const columns = places.filter(([, y], index) => index === 0 || y < places[index - 1]![1]);
  expect(columns.length).toBeGreaterThan(3);
  columns.forEach(([x, y], index) => {
    expect(y).toBe(columns[0]![1] + (index === 0 ? 0 : -26));
    expect(x).toBeGreaterThan(columns[index - 1]?.[0] ?? 0);
  });
  expect(Math.max(...places.map(([x, , wide]) => x + wide))).toBeLessThanOrEqual(width!);
});
