import { expect, test } from "bun:test";
import { stepMemory } from "../../src/model/memory.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import networks from "../bench/step/networks.json";

/** The most that the process of `bench step` has had, MiB. */
test.each([
  ["small", 32, 492],
  ["small", 128, 503],
  ["batchNorm", 32, 540],
  ["deep", 32, 618],
  ["resnet18", 32, 832],
  ["large", 32, 1022],
  ["large", 128, 2604],
] as const)(
  "what %s takes with %d images is known within a fifth: %d MiB",
  (name, batchSize, measured) => {
    const { shape, classes, layers } = networks[name];
    const { model } = resolveExperiment({
      data: { train: "unused" },
      model: { layers: layers as Experiment["model"]["layers"] },
    });
    const { rows } = inferShapes(model.layers, shape as [number, number, number], {
      classes,
      batchSize,
    });
    const share = stepMemory(rows, batchSize) / 2 ** 20 / measured;
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1.2);
  },
);
