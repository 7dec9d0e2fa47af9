import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { testEngine } from "../fixtures/engine.ts";
import { trainSmall, type SmallTraining } from "../fixtures/training.ts";
import { cases } from "../fixtures/cases.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
});

const small: SmallTraining = {
  layers: [
    { conv: { filters: 3, kernelSize: 3 } },
    "batchNorm",
    "relu",
    "flatten",
    { dropout: 0.3 },
    { dense: { units: "classes" } },
  ],
  train: { epochs: 3 },
  images: 72,
  batchSize: 16,
};

/** Whatever carries something from step to step or from epoch to epoch. */
const variants: Readonly<Record<string, Partial<SmallTraining>>> = {
  "one step a call": {},
  "two steps a call": { stepsPerCall: 2 },
  "parts and blocks": { shards: 2, blocks: [2, 4] },
  "augmentation and MixUp": { augment: { rotation: 10, noise: 0.02, mixup: 0.4 } },
  "balanced sampling": { augment: { noise: 0.02 }, train: { epochs: 3, sampling: "balanced" } },
  "layers that draw at random, and some that are not trained": {
    layers: [
      { conv: { filters: 3, kernelSize: 3, trainable: false } },
      { batchNorm: { trainable: false } },
      { gaussianNoise: 0.1 },
      { spatialDropout: 0.2 },
      "prelu",
      "flatten",
      { dense: { units: "classes" } },
    ],
  },
  "a moving average": { train: { epochs: 3, averageWeights: { decay: 0.9 } } },
  "accumulated batches": { train: { epochs: 3, accumulate: 3 } },
  plateau: {
    train: {
      epochs: 4,
      optimizer: { nadam: { learningRate: 0.5 } },
      schedule: { plateau: { patience: 1, factor: 0.5 } },
    },
  },
  cosine: {
    train: {
      epochs: 3,
      optimizer: { sgd: { momentum: 0.9 } },
      schedule: { cosine: { warmup: 1 } },
      gradientClip: { norm: 0.5 },
    },
  },
};

for (const [name, variant] of Object.entries(variants))
  test(`a training goes on from any state to the same bits: ${name}`, async () => {
    const settings = { ...small, ...variant };
    const whole = await trainSmall(engine, settings);
    const stood = await trainSmall(engine, { ...settings, pauses: () => true });
    expect(stood.weightHash).toBe(whole.weightHash);
    expect(stood.epochs).toEqual(whole.epochs);
    expect(stood.states.length).toBeGreaterThan(5);
    // All of them in the soak; otherwise two, in other places of an epoch for each variant.
    const apart = Math.floor(stood.states.length / cases(2, stood.states.length).numRuns);
    const first = Object.keys(variants).indexOf(name) % apart;
    for (const from of stood.states.filter((_, index) => index % apart === first)) {
      const saved = { ...from, position: JSON.parse(JSON.stringify(from.position)) };
      const resumed = await trainSmall(engine, { ...settings, from: saved });
      expect(resumed.epochs).toEqual(whole.epochs.slice(from.position.epoch));
      expect(resumed.weightHash).toBe(whole.weightHash);
    }
  }, 60_000);

test("nothing of TensorFlow's is left of a training, however long it was or often it stood still", async () => {
  const left = async (settings: Partial<SmallTraining>) => {
    const before = engine.tf.memory().numTensors;
    const { network } = await trainSmall(engine, { ...small, ...settings });
    network.model.dispose();
    return engine.tf.memory().numTensors - before;
  };
  const short = await left({ train: { epochs: 1 } });
  expect(await left({ train: { epochs: 6 } })).toBe(short);
  expect(await left({ train: { epochs: 6 }, pauses: () => true })).toBe(short);
  expect(await left({ train: { epochs: 6, averageWeights: { decay: 0.9 }, accumulate: 2 } })).toBe(
    short,
  );
});
