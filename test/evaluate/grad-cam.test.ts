import { beforeAll, describe, expect, test } from "bun:test";
import type * as tf from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { gradCam } from "../../src/evaluate/grad-cam.ts";
import { buildNetwork, type Network } from "../../src/model/network.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

function network(layers: Experiment["model"]["layers"], weights: number[][], classes = 2): Network {
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
  const built = buildNetwork(engine, {
    layers: model.layers,
    inputShape: [2, 2, 1],
    classes,
    seed: 1,
  });
  built.model.weights.forEach((weight, index) =>
    (weight.read() as tf.Variable).assign(
      engine.tf.tensor(weights[index]!, weight.shape as number[]),
    ),
  );
  return built;
}

/** Two maps of 2 x 2: the image itself and its double. */
const conv = { conv: { filters: 2, kernelSize: 1, useBias: false } };
const image = Uint8Array.of(255, 0, 51, 102); // 1, 0, 0.2, 0.4

describe("gradCam", () => {
  test("of a linear network: the maps, each weighted by the mean of its weights", () => {
    // Flattened, the maps alternate: place 0 of map 1, place 0 of map 2, place 1 of map 1, …
    const dense = [
      [1, -1],
      [2, 0],
      [1, 1],
      [2, 0],
      [1, 1],
      [-1, 0],
      [1, 3],
      [-3, 0],
    ].flat();
    const built = network(
      [conv, "flatten", { dense: { units: "classes", useBias: false } }],
      [[1, 2], dense],
    );
    // Class 0: means 1 and 0, so map 1: 1, 0, 0.2, 0.4. Class 1: means 1 and 0 as well.
    for (const label of [0, 1]) {
      const { values, ...size } = gradCam(engine, built, image, label)!;
      expect(size).toEqual({ height: 2, width: 2 });
      [1, 0, 0.2, 0.4].forEach((value, place) => expect(values[place]!).toBeCloseTo(value, 5));
    }
  });

  test("leaves out what speaks against the class, and is 0 where nothing speaks for it", () => {
    const against = network(
      [conv, "flatten", { dense: { units: "classes", useBias: false } }],
      [[1, 2], Array.from({ length: 8 }, () => [-1, 1]).flat()],
    );
    expect([...gradCam(engine, against, image, 0)!.values]).toEqual([0, 0, 0, 0]);
    expect(gradCam(engine, against, image, 1)!.values[0]).toBe(1);
  });

  test("of one score for two classes turns its sign for the first", () => {
    const built = network(
      [conv, "flatten", { dense: { units: 1, useBias: false } }],
      [[1, 2], Array.from({ length: 8 }, () => 1)],
    );
    expect([...gradCam(engine, built, image, 0)!.values]).toEqual([0, 0, 0, 0]);
    const [first, second] = gradCam(engine, built, image, 1)!.values;
    expect([first, second]).toEqual([1, 0]);
  });

  test("a relu right behind the convolution belongs to it", () => {
    // Map 2 is negative: behind the relu it is 0, so only map 1 counts.
    const built = network(
      [conv, "relu", "flatten", { dense: { units: "classes", useBias: false } }],
      [[1, -1], Array.from({ length: 8 }, () => [1, 1]).flat()],
    );
    [1, 0, 0.2, 0.4].forEach((value, place) =>
      expect(gradCam(engine, built, image, 0)!.values[place]!).toBeCloseTo(value, 5),
    );
  });

  test("a residual is looked at whole: the maps and what they were added to", () => {
    const built = network(
      [
        { residual: [{ conv: { filters: 1, kernelSize: 1, useBias: false } }] },
        "flatten",
        { dense: { units: "classes", useBias: false } },
      ],
      [[-0.5], Array.from({ length: 4 }, () => [1, 1]).flat()],
    );
    [1, 0, 0.2, 0.4].forEach((value, place) =>
      expect(gradCam(engine, built, image, 0)!.values[place]!).toBeCloseTo(value, 5),
    );
  });

  test("is none without a convolution", () => {
    const built = network(
      ["flatten", { dense: { units: "classes", useBias: false } }],
      [Array.from({ length: 8 }, () => 1)],
    );
    expect(gradCam(engine, built, image, 0)).toBeNull();
    const normalised = network(
      ["batchNorm", "relu", "flatten", { dense: { units: "classes", useBias: false } }],
      [[1], [0], Array.from({ length: 8 }, () => 1), [0], [1]],
    );
    expect(gradCam(engine, normalised, image, 0)).toBeNull();
  });

  test("goes through every kind of layer of a trained network, and leaves no tensor behind", async () => {
    const trained = await trainSmall(engine, {
      layers: [
        { conv: { filters: 8, kernelSize: 3, padding: "same" } },
        "batchNorm",
        "relu",
        { pool: { size: 2 } },
        { dropout: 0.2 },
        "flatten",
        { dense: { units: "classes" } },
      ],
      train: { epochs: 8, optimizer: { adam: { learningRate: 0.01 } } },
    });
    const upper = Uint8Array.from({ length: 64 }, (_, place) => (place < 32 ? 200 : 60));
    const before = engine.tf.memory().numTensors;
    const [first, second] = [0, 1].map((label) => gradCam(engine, trained.network, upper, label)!);
    expect(engine.tf.memory().numTensors).toBe(before);
    expect(first).toMatchObject({ height: 8, width: 8 });
    expect(Math.max(...first!.values)).toBe(1);
    expect(first!.values).not.toEqual(second!.values);
  });
});
