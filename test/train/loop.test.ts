import { beforeAll, describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { Engine } from "../../src/engine/engine.ts";
import { RunError } from "../../src/errors.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes, trainSmall } from "../fixtures/training.ts";
import { largest } from "../../src/evaluate/confusion.ts";
import { buildPredictor } from "../../src/evaluate/predict.ts";

type Layers = Experiment["model"]["layers"];

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const shape = [12, 12, 3] as const;
const everyKind: Layers = [
  { conv: { filters: 4, kernelSize: 3, padding: "same" } },
  "batchNorm",
  "relu",
  { pool: { type: "average" } },
  { conv: { filters: 4, kernelSize: [2, 3], strides: [1, 2], useBias: false } },
  "relu",
  { pool: { size: 2, strides: 1 } },
  { dropout: 0.3 },
  "flatten",
  { dense: { units: 8, useBias: false } },
  "relu",
  { dense: { units: "classes" } },
  "softmax",
];

test("learns stripes", async () => {
  const { epochs } = await trainSmall(engine, {
    layers: [
      { conv: { filters: 4, kernelSize: 3 } },
      "relu",
      "flatten",
      { dense: { units: "classes" } },
    ],
    train: { epochs: 8, optimizer: { adam: { learningRate: 0.01 } } },
  });
  expect(epochs.at(-1)!.heldOutAccuracy).toBe(1);
  expect(epochs.at(-1)!.trainLoss).toBeLessThan(epochs[0]!.trainLoss / 2);
});

test("the training figures are the means over all images, the last and smaller batch included", async () => {
  const { network, epochs, progress } = await trainSmall(engine, {
    layers: ["flatten", { dense: { units: "classes" } }],
    train: { epochs: 1, optimizer: { sgd: { learningRate: 1e-30 } } },
    images: 40,
    batchSize: 16,
  });
  // The weights stay as they began, so that they can be asked for the same figures afterwards.
  const split = stripes(40, [8, 8, 1], 2);
  const execution = {
    shards: 1,
    blockLength: 16,
    stepsACall: 1,
    recorded: true,
    onRefused: () => undefined,
  };
  const rows = await buildPredictor(engine, network, execution).predict(split, 16);
  const own = rows.map((probabilities, index) => probabilities[split.labels[index]!]!);
  const loss = own.reduce((sum, p) => sum - Math.log(p), 0) / 40;
  const right = rows.filter(
    (probabilities, index) => largest(probabilities) === split.labels[index],
  );
  expect(epochs[0]!.trainLoss).toBeCloseTo(loss, 5);
  expect(epochs[0]!.trainAccuracy).toBeCloseTo(right.length / 40, 6);
  expect(progress.map(({ step, steps }) => [step, steps])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(progress.at(-1)!.loss).toBeCloseTo(loss, 5);
});

test("an epoch's time and how much of it was waiting are told once an epoch", async () => {
  const layers: Layers = ["flatten", { dense: { units: "classes" } }];
  const still = await trainSmall(engine, { layers, train: { epochs: 3 } });
  expect(still.timed).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  let now = 0;
  const { timed } = await trainSmall(engine, { layers, train: { epochs: 3 }, nowMs: () => now++ });
  for (const [waitedMs, totalMs] of timed) {
    expect(waitedMs).toBeGreaterThanOrEqual(0);
    expect(totalMs).toBeGreaterThan(waitedMs);
  }
});

describe("the same seed gives the same bits, another seed others", () => {
  for (const recorded of [true, false]) {
    test(recorded ? "recorded" : "operation by operation", async () => {
      const [first, second, other] = [
        await trainSmall(engine, { layers: everyKind, shape, recorded }),
        await trainSmall(engine, { layers: everyKind, shape, recorded }),
        await trainSmall(engine, { layers: everyKind, shape, recorded, seed: 2 }),
      ];
      expect(second.weightHash).toBe(first.weightHash);
      expect(second.epochs).toEqual(first.epochs);
      expect(other.weightHash).not.toBe(first.weightHash);
    });
  }
});

test("dropout draws another mask at each step", async () => {
  const masks = new Set<string>();
  const { network } = await trainSmall(engine, {
    layers: [{ dropout: 0.5 }, "flatten", { dense: { units: "classes" } }],
  });
  const { tf } = engine;
  for (const step of [1, 2, 3]) {
    tf.tidy(() => {
      network.stepSeed.assign(tf.tensor1d([5, step], "int32"));
      const output = network.model.layers
        .find(({ name }) => name === "dropout_1")!
        .apply(tf.ones([1, 8, 8, 1]), { training: true });
      const values = (output as ReturnType<typeof tf.ones>).dataSync();
      masks.add(values.join());
      for (const value of values) expect([0, 2]).toContain(value);
    });
  }
  expect(masks.size).toBe(3);
});

test("two classes with one score: sigmoid", async () => {
  const { network, epochs } = await trainSmall(engine, {
    layers: ["flatten", { dense: { units: 1 } }],
    train: { epochs: 20, optimizer: { adam: { learningRate: 0.01 } } },
  });
  expect(network.output).toBe("sigmoid");
  expect(epochs.at(-1)!.heldOutAccuracy).toBe(1);
});

const anyOptimizer = fc.oneof(
  fc.constant("adam" as const),
  fc.record({
    sgd: fc.record({ momentum: fc.constantFrom(0, 0.9), nesterov: fc.constant(false) }),
  }),
  fc.constant({ sgd: { momentum: 0.9, nesterov: true } }),
  fc.record({ rmsprop: fc.record({ momentum: fc.constantFrom(0, 0.5) }) }),
);

const middleLayer = fc.constantFrom<Layers[number][]>(
  { conv: { filters: 3, kernelSize: 3, padding: "same" } },
  { conv: { filters: 2, kernelSize: 2, padding: "same", useBias: false } },
  { pool: { size: 2, padding: "same" } },
  { pool: { type: "average", size: 3, strides: 1, padding: "same" } },
  "relu",
  "batchNorm",
  { dropout: 0.25 },
);

test("a hundred recorded steps stay with the same steps taken operation by operation", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(middleLayer, { maxLength: 5 }),
      anyOptimizer,
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 2, max: 4 }),
      async (middle, optimizer, batchSize, classes) => {
        const images = 24;
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: Math.ceil(100 / Math.ceil(images / batchSize)), optimizer },
          batchSize,
          classes,
          images,
        };
        const recorded = await trainSmall(engine, settings);
        const plain = await trainSmall(engine, { ...settings, recorded: false });
        expect(recorded.refusals).toEqual([]);
        // TensorFlow fuses neighbours in a recorded step, which changes last bits; they add up over the steps.
        recorded.epochs.forEach((epoch, index) => {
          expect(Math.abs(epoch.trainLoss - plain.epochs[index]!.trainLoss)).toBeLessThan(2e-3);
        });
        expect(Math.abs(recorded.epochs[0]!.trainLoss - plain.epochs[0]!.trainLoss)).toBeLessThan(
          1e-5,
        );
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test("steps handed over together give the bits of single ones", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(middleLayer, { maxLength: 4 }),
      anyOptimizer,
      fc.record({
        batchSize: fc.integer({ min: 2, max: 9 }),
        classes: fc.integer({ min: 2, max: 4 }),
        images: fc.integer({ min: 9, max: 60 }).map((half) => 2 * half),
        shards: fc.constantFrom(1, 2),
      }),
      fc.integer({ min: 2, max: 8 }),
      async (middle, optimizer, sizes, stepsACall) => {
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: 3, optimizer },
          ...sizes,
        };
        const single = await trainSmall(engine, settings);
        const together = await trainSmall(engine, { ...settings, stepsACall });
        expect(together.refusals).toEqual([]);
        expect(together.weightHash).toBe(single.weightHash);
        expect(together.epochs).toEqual(single.epochs);
        expect(together.progress).toEqual(single.progress);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test("steps handed over together where nothing can be recorded", async () => {
  const settings = { layers: everyKind, shape, recorded: false };
  const single = await trainSmall(engine, settings);
  const together = await trainSmall(engine, { ...settings, stepsACall: 2 });
  expect(together.weightHash).toBe(single.weightHash);
});

test("nothing is left behind by a step", async () => {
  await trainSmall(engine, { layers: everyKind, shape });
  const before = engine.binding.getNumOfTensors();
  const { network } = await trainSmall(engine, { layers: everyKind, shape, train: { epochs: 1 } });
  const afterOne = engine.binding.getNumOfTensors();
  const longer = await trainSmall(engine, { layers: everyKind, shape, train: { epochs: 6 } });
  const afterSix = engine.binding.getNumOfTensors();
  expect(afterSix - afterOne).toBe(afterOne - before);
  expect(network.model.weights.length).toBe(longer.network.model.weights.length);
});

test("a loss that is no longer a number ends the run with advice", async () => {
  const diverging = trainSmall(engine, {
    layers: ["flatten", { dense: { units: "classes" } }, { dense: { units: "classes" } }],
    train: { epochs: 50, optimizer: { sgd: { learningRate: 1e30 } } },
  });
  expect(diverging).rejects.toThrow(RunError);
  expect(diverging).rejects.toThrow("learning rate is probably too large");
});

test("blocks of a part give the losses of whole parts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(middleLayer, { maxLength: 4 }),
      fc.constantFrom(1, 2),
      fc.integer({ min: 1, max: 6 }),
      async (middle, shards, blockLength) => {
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: 2 },
          images: 42,
          batchSize: 10,
          shards,
        };
        const whole = await trainSmall(engine, settings);
        const cut = await trainSmall(engine, { ...settings, blockLength });
        expect(cut.refusals).toEqual([]);
        cut.epochs.forEach(({ trainLoss }, index) =>
          expect(trainLoss).toBeCloseTo(whole.epochs[index]!.trainLoss, 4),
        );
        const again = await trainSmall(engine, { ...settings, blockLength });
        expect(again.weightHash).toBe(cut.weightHash);
      },
    ),
    { numRuns: 12 },
  );
}, 60_000);

test("a batch in two parts gives the losses of one in one part", async () => {
  const layers: Layers = [
    { conv: { filters: 4, kernelSize: 3 } },
    "relu",
    "pool",
    "flatten",
    { dense: { units: "classes" } },
  ];
  const settings = { layers, train: { epochs: 4 }, images: 41, batchSize: 10 };
  const [whole, cut] = [
    await trainSmall(engine, { ...settings, shards: 1 }),
    await trainSmall(engine, { ...settings, shards: 2 }),
  ];
  cut.epochs.forEach((epoch, index) => {
    const { trainLoss, trainAccuracy, heldOutLoss } = whole.epochs[index]!;
    expect(epoch.trainLoss).toBeCloseTo(trainLoss, 5);
    expect(epoch.trainAccuracy).toBe(trainAccuracy);
    expect(epoch.heldOutLoss).toBeCloseTo(heldOutLoss, 5);
  });
});
