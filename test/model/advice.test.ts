import { expect, test } from "bun:test";
import { networkAdvice } from "../../src/model/advice.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

type Layers = Experiment["model"]["layers"];

const advice = (size: number, ...layers: Layers) => {
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
  const { rows } = inferShapes(model.layers, [size, size, 1], { classes: 2, batchSize: 8 });
  return networkAdvice(rows);
};
const conv: Layers[number] = { conv: { filters: 4, kernelSize: 3 } };
const dense = (units: number | "classes"): Layers[number] => ({ dense: { units } });

test("a usual network needs none", () => {
  expect(advice(28, conv, "relu", "pool", "flatten", dense(32), "relu", dense("classes"))).toEqual(
    [],
  );
  // One layer of weights is meant to be linear.
  expect(advice(28, "flatten", dense("classes"))).toEqual([]);
});

test("dense layers with nothing between them that bends are named", () => {
  const [first, ...others] = advice(
    28,
    ...([conv, "relu", "flatten", dense(32), { dropout: 0.5 }, dense("classes")] as const),
  );
  expect(first).toMatch(/^dense_1 and dense_2 have nothing between them/);
  expect(others).toEqual([]);
});

test("a network that cannot bend anything is told once", () => {
  expect(advice(28, conv, "batchNorm", "flatten", dense(32), dense("classes"))).toEqual([
    expect.stringMatching(/^No layer bends/),
  ]);
  expect(advice(28, conv, "pool", "flatten", dense("classes"))).toEqual([]);
});

test("a dense layer with nearly all of many parameters is named with its share", () => {
  expect(advice(128, conv, "relu", "flatten", dense(64), "relu", dense("classes"))).toEqual([
    expect.stringMatching(/^dense_1 has 99 % of the 4,064,490 parameters/),
  ]);
});
