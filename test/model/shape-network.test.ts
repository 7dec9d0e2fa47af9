import { beforeAll, expect, test } from "bun:test";
import { join } from "node:path";
import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { gradCam } from "../../src/evaluate/grad-cam.ts";
import { modelFiles } from "../../src/model/save.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { loadExperiment } from "../../src/spec/load.ts";
import { readPlainly } from "../fixtures/saved-model.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { trainSmall } from "../fixtures/training.ts";

type Layers = Experiment["model"]["layers"];

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

/** Every layer that changes the shape of an image, and joints around some of them. */
const layers: Layers = [
  { conv: { filters: 4, kernelSize: 3, dilationRate: 2, padding: "same", l2: 0.01 } },
  "relu",
  { depthwiseConv: { kernelSize: 3, padding: "same", depthMultiplier: 2, l2: 0.01 } },
  { residual: [{ conv: { filters: 6, kernelSize: 3, groups: 2, strides: 2, padding: "same" } }] },
  "relu",
  { concat: [[{ separableConv: { filters: 3, kernelSize: 3, padding: "same" } }], []] },
  { upSampling: { size: 2, interpolation: "bilinear" } },
  "pool",
  { convTranspose: { filters: 4, kernelSize: 3, strides: 2 } },
  { resize: { size: [7, 6] } },
  { zeroPadding: { sides: 1 } },
  { cropping: { sides: [0, 1, 1, 0] } },
  { depthwiseConv: { kernelSize: 2, dilationRate: 2 } },
  "upSampling",
  { globalPool: { type: "max" } },
  { dense: { units: "classes" } },
];
const settings = { layers, train: { epochs: 3 }, images: 42, batchSize: 10 };

test("recorded, in parts and in blocks they give the losses of whole batches, and the same bits twice", async () => {
  const whole = await trainSmall(engine, { ...settings, shards: 1, recorded: false });
  const [cut, again] = [
    await trainSmall(engine, { ...settings, shards: 2, blocks: [2, 4] }),
    await trainSmall(engine, { ...settings, shards: 2, blocks: [2, 4] }),
  ];
  expect(cut.refusals).toEqual([]);
  cut.epochs.forEach(({ trainLoss, heldOutLoss }, index) => {
    expect(trainLoss).toBeCloseTo(whole.epochs[index]!.trainLoss, 4);
    expect(heldOutLoss).toBeCloseTo(whole.epochs[index]!.heldOutLoss, 4);
  });
  expect(again.weightHash).toBe(cut.weightHash);
});

test("their kernels are held small by their names", async () => {
  const { network } = await trainSmall(engine, { ...settings, train: { epochs: 1 } });
  expect([...network.penalties.keys()]).toEqual([
    "conv_1/kernel",
    "depthwiseConv_1/depthwise_kernel",
  ]);
});

test("a network of them is read by plain tfjs, and saving leaves nothing behind", async () => {
  const { tf } = engine;
  const { network } = await trainSmall(engine, { ...settings, train: { epochs: 1 } });
  const before = tf.memory().numTensors;
  const preprocessing = {} as Parameters<typeof modelFiles>[1];
  const statistics = { mean: null, std: null, whitening: null };
  const files = await modelFiles(network, preprocessing, statistics);
  expect(tf.memory().numTensors).toBe(before);
  expect(await modelFiles(network, preprocessing, statistics)).toEqual(files);
  const loaded = await readPlainly(tf, files);
  tf.tidy(() => {
    const images = tf.randomUniform([3, 8, 8, 1], 0, 1, "float32", 1);
    const expected = network.model.predict(images) as tfjs.Tensor;
    const difference = tf.sub(loaded.predict(images) as tfjs.Tensor, expected);
    expect(difference.abs().max().dataSync()[0]).toBeLessThan(1e-5);
  });
});

test("Grad-CAM looks at the last of the convolutions, of whatever kind", async () => {
  const { network } = await trainSmall(engine, { ...settings, train: { epochs: 1 } });
  // 8 × 7 after the cropping, and a kernel of 2 × 2 with a distance of 2.
  expect(gradCam(engine, network, new Uint8Array(64).fill(9), 1)).toMatchObject({
    height: 6,
    width: 5,
  });
});

test("experiments/residual.yaml trains", async () => {
  const directory = join(import.meta.dir, "../..");
  const { resolved } = await loadExperiment({ file: "residual", overrides: [], directory });
  const { epochs, refusals } = await trainSmall(engine, {
    layers: resolved.model.layers as Layers,
    shape: [28, 28, 1],
    train: { epochs: 2, optimizer: resolved.train.optimizer },
  });
  expect(refusals).toEqual([]);
  expect(epochs[1]!.trainLoss).toBeLessThan(epochs[0]!.trainLoss);
});
