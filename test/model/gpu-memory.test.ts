import { expect, test } from "bun:test";
import { batchThatFits, largestLayer, trainingBytes } from "../../src/model/gpu-memory.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";

const { model } = resolveExperiment({
  data: { train: "unused" },
  model: {
    layers: [
      { conv: { filters: 16, kernelSize: 3, padding: "same" } },
      "relu",
      "pool",
      { conv: { filters: 256, kernelSize: 3, padding: "same", name: "wide" } },
      "flatten",
      { dense: { units: "classes" } },
    ],
  },
});
const { rows } = inferShapes(model.layers, [64, 64, 3], { classes: 10, batchSize: 32 });

test("the layer with the largest output", () => {
  const { row, bytesAnImage } = largestLayer(rows);
  expect(row.name).toBe("wide");
  expect(bytesAnImage).toBe(32 * 32 * 256 * 4);
});

test("what a step takes grows with the images by all outputs, and by the two largest again", () => {
  const outputs = [64 * 64 * 16, 64 * 64 * 16, 32 * 32 * 16, 32 * 32 * 256, 32 * 32 * 256, 10];
  const values = outputs.reduce((sum, output) => sum + output, 0) + 2 * 32 * 32 * 256;
  expect(trainingBytes(rows, 65) - trainingBytes(rows, 64)).toBe(4 * values);
});

test("a batch that fits is a power of two, at most half of the one that did not", () => {
  const fits = (batchSize: number, memoryBytes: number) =>
    batchThatFits(rows, { batchSize, memoryBytes });
  expect(fits(4096, 1e12)).toBe(2048);
  expect(fits(100, 1e12)).toBe(32);
  const images = fits(4096, 4e9)!;
  expect(trainingBytes(rows, images)).toBeLessThanOrEqual(0.85 * 4e9);
  expect(trainingBytes(rows, 2 * images)).toBeGreaterThan(0.85 * 4e9);
  expect(fits(4096, 5e8)).toBeNull();
  expect(fits(1, 1e12)).toBeNull();
});
