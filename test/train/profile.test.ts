import { beforeAll, expect, spyOn, test } from "bun:test";
import { batches } from "../../src/data/batches.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { buildNetwork } from "../../src/model/network.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { profileStep } from "../../src/train/profile.ts";
import { recipeOf } from "../../src/train/recipe.ts";
import { StepQueue } from "../../src/train/step-queue.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

test("tells a step's time, and each of its operations with its inputs, the dearest first", async () => {
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
  // Each piece of work looks at the clock before and after: large products, then calls of several steps, then single
  // operations.
  const taken = [
    [5, 1, 9, 3, 7, 2, 8, 4, 10, 6],
    [1000, 1000],
    [50, 10, 90, 30, 70, 20, 80, 40, 100, 60],
  ].flat();
  let now = 0;
  let looks = 0;
  const nowMs = () => {
    if (looks % 2 === 1) now += taken[looks >> 1] ?? 1;
    looks++;
    return now;
  };
  const added = spyOn(StepQueue.prototype, "add");
  const { operations, stepMs, flops, matmulFlopsPerSecond } = profileStep({
    engine,
    network,
    rows,
    optimizer: train.optimizer,
    recipe: recipeOf(train, ["a", "b"], new Int32Array()),
    batch: batch!,
    plan: { shards: 1, blocks: [4], stepsPerCall: 3 },
    nowMs,
  });
  const steps = added.mock.calls.length;
  added.mockRestore();
  // One alone, as an epoch begins, then two calls before those whose median counts.
  expect(steps).toBe(1 + (2 + 10) * 3);
  expect(stepMs).toBe(60 / 3);
  const { threads, threadsPerOperation } = engine.settings;
  const products = Math.floor(threads / threadsPerOperation);
  expect(matmulFlopsPerSecond).toBeCloseTo((products * 2 * 2048 ** 3) / 0.006, 0);
  for (const { calls, milliseconds } of operations) expect(milliseconds).toBe(calls);
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
  const dearness = operations.map(({ milliseconds }) => milliseconds);
  expect(new Set(dearness).size).toBeGreaterThan(1);
  expect(dearness).toEqual(dearness.toSorted((a, b) => b - a));
  expect(flops).toBe(4 * (2 * 2 * 9 * 2 * 36 + 3 * 2 * 18 * 2));
  expect(engine.backend.binding).toBe(engine.binding);
});
