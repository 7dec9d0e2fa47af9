import { beforeAll, expect, test } from "bun:test";
import { batches } from "../../src/data/batches.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { buildNetwork } from "../../src/model/network.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { profileStep } from "../../src/train/profile.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

test("names each operation of a step with its inputs, the dearest first", async () => {
  const { model, train } = resolveExperiment({
    data: { train: "unused" },
    model: {
      layers: [
        { conv: { filters: 2, kernelSize: 3 } },
        "relu",
        "pool",
        "flatten",
        { dense: { units: "classes" } },
      ],
    },
  });
  const shape = [8, 8, 1] as const;
  const { rows } = inferShapes(model.layers, shape, { classes: 2, batchSize: 4 });
  const batch = (await batches(stripes(4, shape, 2), 4).next()).value;
  const network = buildNetwork(engine, {
    layers: model.layers,
    inputShape: shape,
    classes: 2,
    seed: 1,
  });
  const { operations, stepMs, flops, matmulFlopsPerSecond } = profileStep({
    engine,
    network,
    layers: model.layers,
    rows,
    optimizer: train.optimizer,
    batch: batch!,
    schedule: { shards: 1, blockLength: 4, stepsACall: 1 },
    nowMs: () => performance.now(),
  });
  for (const { calls, milliseconds } of operations) {
    expect(calls).toBeGreaterThan(0);
    expect(milliseconds).toBeGreaterThanOrEqual(0);
  }
  const conv = operations.filter(({ name }) => name === "Conv2D");
  expect(conv).toMatchObject([
    {
      shapes: [
        [4, 8, 8, 1],
        [3, 3, 1, 2],
      ],
      calls: 1,
    },
  ]);
  expect(operations.find(({ name }) => name === "ReluGrad")!.shapes[0]).toEqual([4, 3, 3, 2]);
  expect(operations.map(({ milliseconds }) => milliseconds)).toEqual(
    operations.map(({ milliseconds }) => milliseconds).toSorted((a, b) => b - a),
  );
  expect(stepMs).toBeGreaterThan(0);
  expect(flops).toBe(4 * (2 * 2 * 9 * 2 * 36 + 3 * 2 * 18 * 2));
  expect(matmulFlopsPerSecond).toBeGreaterThan(1e8);
  expect(engine.backend.binding).toBe(engine.binding);
});
