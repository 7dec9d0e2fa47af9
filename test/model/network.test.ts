import { beforeAll, describe, expect, test } from "bun:test";
import type * as tfjs from "@tensorflow/tfjs";
import fc from "fast-check";
import type { Engine } from "../../src/engine/engine.ts";
import { buildNetwork, forward, trainedWeights, type Network } from "../../src/model/network.ts";
import { cropUnseen, simplifyPools, type Instruction } from "../../src/model/instructions.ts";
import { kernels } from "../../src/engine/kernels.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { cases } from "../fixtures/cases.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

type Layers = Experiment["model"]["layers"];

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const shape = [9, 10, 2] as const;

function build(layers: Layers): Network {
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
  const network = buildNetwork(engine, {
    layers: model.layers,
    inputShape: shape,
    classes: 3,
    seed: 5,
  });
  // Biases and running averages start as zeros and ones, which would hide mistakes.
  network.model.weights.forEach((weight, index) => {
    const values = engine.tf.randomUniform(weight.shape as number[], 0.1, 1, "float32", index + 1);
    const signed = engine.tf.sub(values, weight.name.includes("moving_variance") ? 0 : 0.5);
    (weight.read() as tfjs.Variable).assign(signed);
  });
  return network;
}

/** The scores as tfjs's own layers give them. */
function plainScores(network: Network, images: tfjs.Tensor4D, training: boolean): tfjs.Tensor2D {
  const { inputs, layers } = network.model;
  const outputs = layers.at(-1)!.input as tfjs.SymbolicTensor;
  return engine.tf.model({ inputs, outputs }).apply(images, { training }) as tfjs.Tensor2D;
}

const middleLayer = fc.constantFrom<Layers[number][]>(
  { conv: { filters: 3, kernelSize: 3, padding: "same" } },
  { conv: { filters: 4, kernelSize: [2, 3], strides: [1, 2], padding: "same" } },
  { conv: { filters: 2, kernelSize: 1, useBias: false } },
  { conv: { filters: 3, kernelSize: [3, 2], strides: [2, 3] } },
  "pool",
  { pool: { size: 3, strides: 2, padding: "same" } },
  { pool: { type: "average", padding: "same" } },
  "relu",
  "relu",
  "batchNorm",
  { conv: { filters: 3, kernelSize: [3, 2], dilationRate: 2 } },
  { conv: { filters: 4, kernelSize: 2, groups: 2, padding: "same" } },
  { depthwiseConv: { kernelSize: 3, strides: 2, depthMultiplier: 2 } },
  { depthwiseConv: { kernelSize: 2, dilationRate: [1, 3], padding: "same" } },
  { separableConv: { filters: 4, kernelSize: 3 } },
  { convTranspose: { filters: 2, kernelSize: 2, strides: [2, 1] } },
  { zeroPadding: { sides: [1, 0, 2, 1] } },
  { cropping: { sides: [0, 1, 1, 0] } },
  "upSampling",
  { resize: { size: [8, 7] } },
  { residual: [{ conv: { filters: 3, kernelSize: 3, padding: "same" } }, "batchNorm", "relu"] },
  { residual: ["relu", { conv: { filters: 5, kernelSize: 3, strides: 2, padding: "same" } }] },
  { concat: [[], [{ conv: { filters: 2, kernelSize: 3, padding: "same" } }, "relu"]] },
  { add: [[], ["relu", { residual: ["batchNorm"] }]] },
  { batchNorm: { trainable: false } },
  { conv: { filters: 3, kernelSize: 2, trainable: false } },
  "relu6",
  { leakyRelu: { negativeSlope: 0.1 } },
  "prelu",
  { prelu: { sharedAxes: [1, 2] } },
  "elu",
  "selu",
  "gelu",
  "swish",
  "hardSwish",
  "sigmoid",
  "tanh",
  "layerNorm",
  { groupNorm: { groups: 1 } },
  { squeezeExcite: { ratio: 2 } },
  { spatialDropout: 0 },
  { gaussianNoise: 0 },
  { residual: ["swish", { squeezeExcite: { ratio: 1 } }, "layerNorm"] },
);
const anyStack = fc
  .array(middleLayer, { maxLength: 6 })
  .filter((layers) => layers.filter((layer) => layer === "pool").length < 3)
  .chain((layers) =>
    fc
      .constantFrom<Layers[number][]>("flatten", "flatten", "globalPool", {
        globalPool: { type: "max" },
      })
      .map((flat) => [...layers, flat]),
  )
  .map((layers): Layers => [
    ...layers,
    { dense: { units: 5 } },
    "relu",
    { dense: { units: "classes" } },
  ])
  // Two pools after a stride leave nothing of some images.
  .filter((layers) => {
    const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
    return inferShapes(model.layers, shape, { classes: 3, batchSize: 4 }).problems.length === 0;
  });

function largestDifference(a: tfjs.Tensor, b: tfjs.Tensor): number {
  const other = b.dataSync();
  return Array.from(a.dataSync()).reduce(
    (most, value, index) => Math.max(most, Math.abs(value - other[index]!)),
    0,
  );
}

test("parameters are those that there are, and the ones that are not trained", () => {
  const layers: Layers = [
    { conv: { filters: 32, kernelSize: 3 } },
    "batchNorm",
    "flatten",
    "batchNorm",
    { dense: { units: "classes" } },
  ];
  const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
  const { rows } = inferShapes(model.layers, shape, { classes: 3, batchSize: 4 });
  expect(rows[1]).toMatchObject({ name: "batchNorm_1", parameters: 128, nonTrainable: 64 });
  const network = build(layers);
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  const trained = rows.reduce((sum, row) => sum + row.parameters - row.nonTrainable, 0);
  const size = (weights: readonly { size: number }[]) =>
    weights.reduce((sum, weight) => sum + weight.size, 0);
  expect(size(network.model.weights.map((weight) => weight.read()))).toBe(total);
  expect(size(trainedWeights(network).map(({ variable }) => variable))).toBe(trained);
  network.model.dispose();
});

test("the table of layers has the shapes and parameters of the built network", () => {
  fc.assert(
    fc.property(anyStack, (layers) => {
      const { model } = resolveExperiment({ data: { train: "unused" }, model: { layers } });
      const { rows } = inferShapes(model.layers, shape, { classes: 3, batchSize: 4 });
      const network = build(layers);
      for (const row of rows) {
        const layer = network.model.getLayer(row.name);
        expect(layer.outputShape).toEqual([null, ...row.outputShape]);
        expect(layer.countParams()).toBe(row.parameters);
        const trained = layer.trainableWeights.map((weight) => weight.read().size);
        expect(trained.reduce((sum, size) => sum + size, 0)).toBe(
          row.parameters - row.nonTrainable,
        );
      }
      network.model.dispose();
    }),
    cases(20, 60),
  );
}, 60_000);

describe("the rearranged network equals tfjs's own layers", () => {
  test("in its scores", () => {
    fc.assert(
      fc.property(anyStack, (layers) => {
        const { tf } = engine;
        const network = build(layers);
        tf.tidy(() => {
          const images = tf.randomUniform<tfjs.Rank.R4>([4, ...shape], 0, 1, "float32", 3);
          const plain = plainScores(network, images, false);
          const difference = largestDifference(forward(network, [images], false), plain);
          const size = plain.abs().max().dataSync()[0]!;
          expect(difference).toBeLessThan(1e-5 * (1 + size));
        });
        network.model.dispose();
      }),
      cases(12, 40),
    );
  }, 60_000);

  test("in its gradients and running averages while training", () => {
    fc.assert(
      fc.property(anyStack, fc.constantFrom(1, 2, 4), (layers, blocks) => {
        const { tf } = engine;
        const [ours, plain] = [build(layers), build(layers)];
        tf.tidy(() => {
          const images = tf.randomUniform<tfjs.Rank.R4>([4, ...shape], 0, 1, "float32", 3);
          const target = tf.randomUniform([4, 3], 0, 1, "float32", 4);
          const gradients = (
            network: Network,
            scores: (images: tfjs.Tensor4D) => tfjs.Tensor2D,
          ) => {
            const weights = trainedWeights(network).map(({ variable }) => variable);
            const loss = () => tf.mean(tf.square(tf.sub(scores(images), target))) as tfjs.Scalar;
            const { grads } = tf.variableGrads(loss, weights);
            return weights.map(({ name }) => grads[name]!);
          };
          const found = gradients(ours, (batch) => forward(ours, tf.split(batch, blocks), true));
          const expected = gradients(plain, (batch) => plainScores(plain, batch, true));
          const sizes = expected.map((gradient) => Math.max(...gradient.abs().dataSync()));
          // A bias before batchNorm has no gradient but what is left of rounding those behind it.
          const rounding = 1e-5 * Math.max(...sizes);
          found.forEach((gradient, index) => {
            const difference = largestDifference(gradient, expected[index]!);
            expect(difference).toBeLessThan(1e-4 * (1 + sizes[index]!) + rounding);
          });
          ours.model.weights.forEach((weight, index) => {
            expect(
              largestDifference(weight.read(), plain.model.weights[index]!.read()),
            ).toBeLessThan(1e-4);
          });
        });
        ours.model.dispose();
        plain.model.dispose();
      }),
      cases(12, 40),
    );
  }, 60_000);
});

describe("what no score follows from is cut off", () => {
  const identity: Instruction = { kind: "other", run: (input) => input };
  const sliding = (size: number, stride: number): Instruction => ({
    ...identity,
    window: { size: [size, size], strides: [stride, stride] },
  });
  const cropped = (size: readonly [number, number], ...instructions: Instruction[]) =>
    engine.tf.tidy(() => {
      const images: tfjs.Tensor = engine.tf.zeros([2, ...size, 1]);
      const first = cropUnseen(instructions, size)[0]!;
      return first.run(images, true).shape.slice(1, 3);
    });
  const relu: Instruction = { ...identity, kind: "relu" };

  test("at the bottom and at the right", () => {
    expect(cropped([11, 10], sliding(2, 2), identity)).toEqual([10, 10]);
    expect(cropped([11, 11], sliding(1, 3), identity)).toEqual([10, 10]);
  });

  test("back through convolutions, bias and relu", () => {
    const block = [sliding(3, 1), relu, sliding(2, 2)];
    expect(cropped([28, 28], ...block, ...block, identity)).toEqual([26, 26]);
    expect(cropped([200, 200], ...block, ...block, ...block, identity)).toEqual([198, 198]);
  });

  test("but not through anything that may look at all of the image", () => {
    expect(cropped([11, 11], identity, sliding(2, 2))).toEqual([11, 11]);
    expect(cropped([11, 11], sliding(3, 1), identity, sliding(2, 2))).toEqual([11, 11]);
  });
});

describe("a max-pool", () => {
  const instruction = (kind: Instruction["kind"]): Instruction => ({
    kind,
    bias: () => engine.tf.variable(engine.tf.zeros([1])),
    pool: { size: [2, 2], strides: [2, 2], padding: "valid" },
    run: (input) => input,
  });
  const order = (...kinds: Instruction["kind"][]) =>
    simplifyPools(kinds.map(instruction), kernels).map(({ kind }) => kind);

  test("becomes one with bias and relu", () => {
    expect(order("slide", "bias", "relu", "maxPool")).toEqual(["slide", "slide"]);
    expect(order("slide", "bias", "relu", "maxPool", "relu", "maxPool")).toEqual([
      "slide",
      "slide",
      "maxPool",
      "relu",
    ]);
  });

  test("goes before either of them, and stops at anything else", () => {
    expect(order("other", "relu", "maxPool")).toEqual(["other", "maxPool", "relu"]);
    expect(order("slide", "bias", "maxPool", "relu")).toEqual(["slide", "maxPool", "bias", "relu"]);
    expect(order("bias", "other", "relu", "maxPool")).toEqual(["bias", "other", "maxPool", "relu"]);
    expect(order("bias", "rises", "maxPool")).toEqual(["maxPool", "bias", "rises"]);
    expect(order("bias", "each", "maxPool")).toEqual(["bias", "each", "maxPool"]);
    expect(order("slide", "bias", "relu", "relu", "maxPool")).toEqual([
      "slide",
      "maxPool",
      "bias",
      "relu",
      "relu",
    ]);
  });

  // Halves make ties, whose gradient belongs to the first of a window.
  const level = fc.integer({ min: -6, max: 6 }).map((halves) => halves / 2);
  const levels = (length: number) => fc.array(level, { minLength: length, maxLength: length });

  test("moved: the same values to the bit", () => {
    const { tf } = engine;
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 32, maxLength: 32 }),
        fc.float({ noNaN: true, min: -100, max: 100 }),
        (values, bias) => {
          tf.tidy(() => {
            const images = tf.tensor4d(values, [2, 4, 4, 1]);
            const after = tf.maxPool(tf.relu(tf.add(images, bias)) as tfjs.Tensor4D, 2, 2, "valid");
            const before = tf.relu(tf.add(tf.maxPool(images, 2, 2, "valid"), bias));
            expect(before.dataSync()).toEqual(after.dataSync());
          });
        },
      ),
    );
  });

  test("moved before relu6 and leakyRelu: the same values and gradients to the bit", () => {
    const { tf } = engine;
    const activations = fc.constantFrom(
      (x: tfjs.Tensor) => tf.relu6(x),
      (x: tfjs.Tensor) => tf.leakyRelu(x, 0.3),
      (x: tfjs.Tensor) => tf.leakyRelu(x, 0),
    );
    fc.assert(
      fc.property(levels(100), activations, (values, activation) => {
        tf.tidy(() => {
          // From -12 to 12, so that relu6 cuts off both ends, where there are ties.
          const input = tf.mul(tf.tensor4d(values, [2, 5, 5, 2]), 4);
          const pool = (x: tfjs.Tensor) => tf.maxPool(x as tfjs.Tensor4D, 2, 2, "valid");
          const after = (x: tfjs.Tensor) => pool(activation(x));
          const before = (x: tfjs.Tensor) => activation(pool(x));
          const pooled = after(input);
          expect(before(input).dataSync()).toEqual(pooled.dataSync());
          const gradient = tf.range(1, pooled.size + 1).reshape(pooled.shape);
          expect(tf.grad(before)(input, gradient).dataSync()).toEqual(
            tf.grad(after)(input, gradient).dataSync(),
          );
        });
      }),
    );
  });

  test("made one with bias and relu: the same values and gradients to the bit", () => {
    const { tf } = engine;
    const pools = fc.record({
      size: fc.constantFrom([2, 2] as const, [3, 2] as const),
      strides: fc.constantFrom([2, 2] as const, [1, 2] as const),
      padding: fc.constantFrom("valid" as const, "same" as const),
    });
    fc.assert(
      fc.property(levels(100), levels(2), pools, (values, bias, pool) => {
        tf.tidy(() => {
          const inputs = [tf.tensor4d(values, [2, 5, 5, 2]), tf.tensor1d(bias)];
          const one = (x: tfjs.Tensor, b: tfjs.Tensor) => kernels.biasReluMaxPool(x, b, pool);
          const three = (x: tfjs.Tensor, b: tfjs.Tensor) =>
            tf.maxPool(
              tf.relu(kernels.biasAdd(x, b)) as tfjs.Tensor4D,
              [pool.size[0], pool.size[1]],
              [pool.strides[0], pool.strides[1]],
              pool.padding,
            );
          const pooled = three(inputs[0]!, inputs[1]!);
          expect(one(inputs[0]!, inputs[1]!).dataSync()).toEqual(pooled.dataSync());
          // Whole numbers: the order of a sum changes nothing.
          const gradient = tf.range(1, pooled.size + 1).reshape(pooled.shape);
          const found = tf.grads(one)(inputs, gradient);
          const expected = tf.grads(three)(inputs, gradient);
          found.forEach((each, index) =>
            expect(each.dataSync()).toEqual(expected[index]!.dataSync()),
          );
        });
      }),
    );
  });
});
