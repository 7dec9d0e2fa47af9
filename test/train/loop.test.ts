import { beforeAll, describe, expect, spyOn, test } from "bun:test";
import fc from "fast-check";
import type { Engine } from "../../src/engine/engine.ts";
import { messages } from "../../src/train/messages.ts";
import { RunError } from "../../src/errors.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { cases } from "../fixtures/cases.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes, trainSmall } from "../fixtures/training.ts";
import { networkWeights, trainedWeights } from "../../src/model/network.ts";
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
  { gaussianNoise: 0.1 },
  { squeezeExcite: { ratio: 2 } },
  { spatialDropout: 0.1 },
  { groupNorm: { groups: 2 } },
  "flatten",
  { dense: { units: 8, useBias: false } },
  "swish",
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
    blocks: [16],
    stepsPerCall: 1,
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
  // A clock that goes on at each look: 4 looks a step, and one before and after all.
  const timed = async (msALook: number, stepsPerCall = 1) => {
    let now = 0;
    const nowMs = () => (now += msALook);
    const settings = {
      layers,
      train: { epochs: 2 },
      images: 40,
      batchSize: 16,
      stepsPerCall,
      nowMs,
    };
    return (await trainSmall(engine, settings)).timed;
  };
  const expectTimes = (found: [number, number][], waitedMs: number, totalMs: number) => {
    expect(found).toHaveLength(2);
    for (const [waited, total] of found) {
      expect(waited).toBeCloseTo(waitedMs, 9);
      expect(total).toBeCloseTo(totalMs, 9);
    }
  };
  // Results that take a millisecond had to be waited for; so nothing was waiting for images.
  expectTimes(await timed(1), 0, 13);
  // Those that are there at once were there while the image was made: TensorFlow was waiting.
  expectTimes(await timed(0.1), 0.3, 1.3);
  // The second and the third step are one call, for which both batches had to be made.
  expectTimes(await timed(0.1, 2), 0.3, 1.1);
});

describe("training that is to stop", () => {
  const layers: Layers = ["flatten", { dense: { units: "classes" } }];
  const reason = new Error("so it goes");

  test("ends with the reason after the step that is under way", async () => {
    const stop = new AbortController();
    let looks = 0;
    const nowMs = () => {
      // The look at the clock behind the second step's batch.
      if (++looks === 6) stop.abort(reason);
      return 0;
    };
    const settings = { layers, images: 64, batchSize: 16, nowMs, signal: stop.signal };
    await expect(trainSmall(engine, settings)).rejects.toThrow(reason);
    // Two more for the first step's results; none for a third step.
    expect(looks).toBe(8);
  });

  test("hears of it between two steps, though it never waits for anything else", async () => {
    const stop = new AbortController();
    setImmediate(() => stop.abort(reason));
    const settings = { layers, images: 400, batchSize: 16, signal: stop.signal };
    await expect(trainSmall(engine, settings)).rejects.toThrow(reason);
  });

  test("leaves no thread behind, whether it gets to its end or not", async () => {
    const ended = spyOn(Worker.prototype, "terminate");
    try {
      const settings = { layers, augment: { rotation: 5 }, train: { epochs: 1 } };
      await trainSmall(engine, settings);
      const { length } = ended.mock.calls;
      expect(length).toBeGreaterThan(0);
      await expect(
        trainSmall(engine, { ...settings, signal: AbortSignal.abort(reason) }),
      ).rejects.toThrow(reason);
      expect(ended.mock.calls).toHaveLength(2 * length);
    } finally {
      ended.mockRestore();
    }
  });
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

test("what is not trainable stays as it began, penalty and all, and is called as the experiment says", async () => {
  const { network, weightHash } = await trainSmall(engine, {
    layers: [
      { conv: { filters: 4, kernelSize: 3, trainable: false, l2: 0.1, name: "stem" } },
      { batchNorm: { trainable: false } },
      "swish",
      { squeezeExcite: { ratio: 2, l2: 0.1, name: "attention" } },
      "flatten",
      { dense: { units: "classes", name: "head" } },
    ],
  });
  expect(weightHash).toBeString();
  const values = new Map(
    networkWeights(network).map(({ name, variable }) => [name, [...variable.dataSync()]]),
  );
  expect([...values.keys()].toSorted()).toEqual([
    "attention/expand/bias",
    "attention/expand/kernel",
    "attention/reduce/bias",
    "attention/reduce/kernel",
    "batchNorm_1/beta",
    "batchNorm_1/gamma",
    "batchNorm_1/moving_mean",
    "batchNorm_1/moving_variance",
    "head/bias",
    "head/kernel",
    "stem/bias",
    "stem/kernel",
  ]);
  expect(trainedWeights(network).map(({ name }) => name.split("/")[0])).toEqual(
    Array(4).fill("attention").concat("head", "head"),
  );
  expect([...network.penalties.keys()]).toContain("attention/expand/kernel");
  expect(values.get("batchNorm_1/moving_mean")).toEqual([0, 0, 0, 0]);
  expect(values.get("stem/bias")).toEqual([0, 0, 0, 0]);
  expect(values.get("head/bias")).not.toEqual([0, 0]);
  expect(values.get("attention/expand/bias")).not.toEqual([0, 0, 0, 0]);
});

test("a penalty of what is not trained is none", async () => {
  const layers = (l2: number): Layers => [
    "flatten",
    { dense: { units: 4, trainable: false, l2 } },
    { dense: { units: "classes" } },
  ];
  const [without, penalised] = [
    await trainSmall(engine, { layers: layers(0) }),
    await trainSmall(engine, { layers: layers(1) }),
  ];
  expect(penalised.weightHash).toBe(without.weightHash);
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

/** The same ones with an epsilon by which what is next to nothing is not divided: then last bits stay last bits. */
const steadyOptimizer = fc.oneof(
  fc.constant({ adam: { epsilon: 0.01 } }),
  fc.record({
    sgd: fc.record({ momentum: fc.constantFrom(0, 0.9), nesterov: fc.boolean() }),
  }),
  fc.record({
    rmsprop: fc.record({ momentum: fc.constantFrom(0, 0.5), epsilon: fc.constant(0.01) }),
  }),
);

const middleLayer = fc.constantFrom<Layers[number][]>(
  { conv: { filters: 3, kernelSize: 3, padding: "same" } },
  { conv: { filters: 2, kernelSize: 2, padding: "same", useBias: false } },
  { pool: { size: 2, padding: "same" } },
  { pool: { type: "average", size: 3, strides: 1, padding: "same" } },
  "relu",
  "batchNorm",
  { dropout: 0.25 },
  { residual: [{ conv: { filters: 3, kernelSize: 3, strides: 2, padding: "same" } }, "relu"] },
  { concat: [[], [{ dropout: 0.25 }], [{ conv: { filters: 2, kernelSize: 1 } }]] },
  { spatialDropout: 0.25 },
  { gaussianNoise: 0.1 },
  {
    conv: {
      filters: 3,
      kernelSize: 3,
      padding: "same",
      kernelInitializer: "heNormal",
      trainable: false,
    },
  },
  { batchNorm: { trainable: false } },
  { squeezeExcite: { l2: 0.01 } },
  { residual: [{ groupNorm: { groups: 1 } }, "swish", "layerNorm"] },
  { leakyRelu: { negativeSlope: 0.1 } },
  "prelu",
);

test("forty recorded steps stay with the same steps taken operation by operation", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(middleLayer, { maxLength: 5 }),
      steadyOptimizer,
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 2, max: 4 }),
      async (middle, optimizer, batchSize, classes) => {
        const images = 24;
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: Math.ceil(40 / Math.ceil(images / batchSize)), optimizer },
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
    cases(3, 12),
  );
}, 60_000);

/** In rows of few, so that what one does wrong is not lost in the others. */
const activations: Layers[] = [
  ["relu", "relu6", "elu", "selu"],
  [{ leakyRelu: { negativeSlope: 0.9 } }, { leakyRelu: { negativeSlope: 0.1 } }, "prelu", "gelu"],
  ["swish", "hardSwish", "batchNorm", "layerNorm", "tanh", "sigmoid"],
];
const conv = { conv: { filters: 3, kernelSize: 3, padding: "same" as const } };
const convWithoutBias = { conv: { ...conv.conv, useBias: false } };
const dense = { dense: { units: 4 } };

/** What TensorFlow fuses with what follows it, and how it does that is not for us to see. */
const fused: Record<string, Layers> = {
  conv: [conv],
  "conv and batchNorm": [convWithoutBias, "batchNorm"],
  depthwiseConv: [{ depthwiseConv: { kernelSize: 3, padding: "same" } }],
  residual: [{ residual: [conv] }],
  "residual with relu": [{ residual: [conv, "relu"] }],
  add: [{ add: [[conv], [conv]] }],
  dense: ["flatten", dense],
  "residual of dense": ["flatten", { residual: [dense] }],
};

describe("a recorded step gives what its operations give one by one, with activations behind", () => {
  for (const [name, [first, ...layers]] of Object.entries(fused)) {
    test(name, async () => {
      for (const row of activations) {
        const [before, each]: Layers[] =
          first === "flatten" ? [[first], layers] : [[], [first!, ...layers]];
        const stack = row.flatMap((activation): Layers => [...each!, activation]);
        const settings = {
          layers: [...before!, ...stack, "flatten", { dense: { units: "classes" } }] as Layers,
          train: { epochs: 1, optimizer: { sgd: { learningRate: 0.01 } } },
          images: 8,
          batchSize: 4,
        };
        if (before!.length > 0) settings.layers.splice(-2, 1);
        const [recorded, plain] = [
          await trainSmall(engine, settings),
          await trainSmall(engine, { ...settings, recorded: false }),
        ];
        const losses = ({ epochs: [epoch] }: typeof recorded) => [
          epoch!.trainLoss,
          epoch!.heldOutLoss,
        ];
        const weights = ({ network }: typeof recorded) =>
          networkWeights(network).flatMap(({ variable }) => [...variable.dataSync()]);
        const expected = [...losses(plain), ...weights(plain)];
        const off = [...losses(recorded), ...weights(recorded)].map((value, at) =>
          Math.abs(value - expected[at]!),
        );
        expect(Math.max(...off)).toBeLessThan(1e-5);
      }
    });
  }
});

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
      async (middle, optimizer, sizes, stepsPerCall) => {
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: 3, optimizer },
          ...sizes,
        };
        const single = await trainSmall(engine, settings);
        const together = await trainSmall(engine, { ...settings, stepsPerCall });
        expect(together.refusals).toEqual([]);
        expect(together.weightHash).toBe(single.weightHash);
        expect(together.epochs).toEqual(single.epochs);
        expect(together.progress).toEqual(single.progress);
      },
    ),
    cases(3, 12),
  );
}, 60_000);

test("steps handed over together where nothing can be recorded", async () => {
  const settings = { layers: everyKind, shape, recorded: false };
  const single = await trainSmall(engine, settings);
  const together = await trainSmall(engine, { ...settings, stepsPerCall: 2 });
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

test("the learning rate is not blamed where it is tiny, or no weight was changed yet", () => {
  const at = { epoch: 1, step: 2, learningRate: 0.1, files: ["a.png"] };
  const isBlamed = (changes: Partial<typeof at>) =>
    messages.lossNotFinite(Number.NaN, { ...at, ...changes }).includes("probably too large");
  expect([{}, { epoch: 2, step: 1 }, { learningRate: 1e-38 }, { step: 1 }].map(isBlamed)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(messages.heldOutNotFinite(Number.NaN, "validation", 1, 1e-38)).toContain("which is tiny");
});

test("blocks of a part give the losses of whole parts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(middleLayer, { maxLength: 4 }),
      fc.constantFrom(1, 2),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
      async (middle, shards, blocks) => {
        const settings = {
          layers: [...middle, "flatten" as const, { dense: { units: "classes" as const } }],
          train: { epochs: 2 },
          images: 42,
          batchSize: 10,
          shards,
        };
        const whole = await trainSmall(engine, settings);
        const cut = await trainSmall(engine, { ...settings, blocks });
        expect(cut.refusals).toEqual([]);
        cut.epochs.forEach(({ trainLoss }, index) =>
          expect(trainLoss).toBeCloseTo(whole.epochs[index]!.trainLoss, 4),
        );
        const again = await trainSmall(engine, { ...settings, blocks });
        expect(again.weightHash).toBe(cut.weightHash);
      },
    ),
    cases(3, 12),
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

describe("a recipe", () => {
  const layers: Layers = [
    { conv: { filters: 3, kernelSize: 3, l2: 0.01 } },
    "batchNorm",
    "relu",
    "flatten",
    { dropout: 0.2 },
    { dense: { units: "classes", l1: 0.001 } },
  ];
  const recipe = {
    epochs: 3,
    optimizer: { sgd: { learningRate: 0.01, momentum: 0.9, weightDecay: 0.01 } },
    schedule: { cosine: { warmup: 1, final: 0.001 } },
    loss: { focal: { gamma: 2, labelSmoothing: 0.1 } },
    classWeights: { "class 1": 2 },
    gradientClip: { norm: 1 },
    averageWeights: { decay: 0.8 },
    accumulate: 2,
  };

  test("of everything stays recorded with what it is operation by operation", async () => {
    for (const augment of [{ rotation: 10 }, { rotation: 10, mixup: 0.4 }]) {
      const settings = { layers, train: recipe, augment, images: 40 };
      const recorded = await trainSmall(engine, settings);
      const plain = await trainSmall(engine, { ...settings, recorded: false });
      expect(recorded.refusals).toEqual([]);
      recorded.epochs.forEach(({ trainLoss, heldOutLoss }, index) => {
        expect(trainLoss).toBeCloseTo(plain.epochs[index]!.trainLoss, 4);
        expect(heldOutLoss).toBeCloseTo(plain.epochs[index]!.heldOutLoss, 4);
      });
    }
  });

  test("tells the learning rate of each epoch's last update", async () => {
    // 40 images in 3 batches, 2 updates an epoch.
    const { epochs } = await trainSmall(engine, { layers, train: recipe });
    const falling = (share: number) => 0.01 * (0.9 * 0.5 * (1 + Math.cos(Math.PI * share)) + 0.1);
    expect(epochs.map(({ learningRate }) => learningRate)).toEqual([
      0.005,
      expect.closeTo(falling(1 / 4), 12),
      expect.closeTo(falling(3 / 4), 12),
    ]);
  });

  test("with a plateau looks at the held-out loss", async () => {
    const train = {
      epochs: 6,
      optimizer: { sgd: { learningRate: 1e-20 } },
      schedule: { plateau: { factor: 0.5, patience: 2 } },
    };
    const { epochs } = await trainSmall(engine, { layers: layers.slice(3), train });
    // Nothing improves: it waits for two epochs each time.
    expect(epochs.map(({ learningRate }) => learningRate / 1e-20)).toEqual([
      1, 1, 1, 0.5, 0.5, 0.25,
    ]);
  });

  test("with balanced sampling trains on as many images", async () => {
    const settings = { layers, images: 40, classes: 3, augment: { rotation: 10 } };
    const natural = await trainSmall(engine, { ...settings, train: { epochs: 2 } });
    const train = { epochs: 2, sampling: "balanced" as const };
    const balanced = await trainSmall(engine, { ...settings, train });
    expect(balanced.progress.map(({ steps }) => steps)).toEqual(
      natural.progress.map(({ steps }) => steps),
    );
    expect(balanced.weightHash).not.toBe(natural.weightHash);
    expect((await trainSmall(engine, { ...settings, train })).weightHash).toBe(balanced.weightHash);
  });

  test("leaves nothing behind in a step", async () => {
    const tensorsAfter = async (epochs: number) => {
      await trainSmall(engine, { layers, train: { ...recipe, epochs } });
      return engine.binding.getNumOfTensors();
    };
    const before = await tensorsAfter(2);
    const afterTwo = await tensorsAfter(2);
    expect((await tensorsAfter(6)) - afterTwo).toBe(afterTwo - before);
  });
});
