import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "bun:test";
import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { kernels } from "../../src/engine/kernels.ts";
import { statelessRandomMask } from "../../src/engine/random-mask.ts";
import { statelessRandomNormal } from "../../src/engine/random-normal.ts";
import { isTrained } from "../../src/model/layers.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { instructionsOf, UnitBuilder, type Leaf } from "../../src/model/units.ts";
import { modelFiles } from "../../src/model/save.ts";
import { buildNetwork, forward, trainedWeights } from "../../src/model/network.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { plainPreparation, readPlainly } from "../fixtures/saved-model.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

type Layers = Experiment["model"]["layers"];

interface Case {
  layer: Layers[number];
  shape: [number, number, number] | [number];
  input: number[];
  weights: number[][];
  along: number[];
  output: number[];
  weightsAfter: number[][];
  byInput: number[];
  byWeights: number[][];
  parameters: number;
  trained: number;
}
interface Spread {
  mean: number;
  deviation: number;
  most: number;
}

const golden = JSON.parse(
  Buffer.from(
    Bun.gunzipSync(readFileSync(join(import.meta.dir, "../golden/layers.json.gz"))),
  ).toString(),
) as { cases: Case[]; initializers: Record<string, Spread> };

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

function resolved(...layers: Layers) {
  return resolveExperiment({ data: { train: "unused" }, model: { layers } }).model.layers;
}

/** One layer with its weights, as TensorFlow runs it. */
function build(layer: Layers[number], shape: Case["shape"], seed = 1) {
  const { tf } = engine;
  const key = tf.tensor1d([seed, seed], "int32");
  const builder = new UnitBuilder({
    tf,
    kernels,
    classes: 3,
    initialWeightsSeed: () => seed,
    stepMask: () => (size, rate) => statelessRandomMask(size, key, rate),
    stepNoise: () => (size) => statelessRandomNormal(size, key),
  });
  const { units } = builder.stack(resolved(layer), shape);
  const leaf = units[0] as Leaf;
  tf.tidy(() => void leaf.layer.apply(tf.zeros([1, ...shape])));
  const run = (input: tfjs.Tensor, training: boolean) =>
    instructionsOf(units, kernels).reduce((value, one) => one.run(value, training), input);
  return { layer: leaf.layer, run };
}

function expectClose(found: tfjs.Tensor, expected: readonly number[], what: string): void {
  const values = found.dataSync();
  expect(values.length).toBe(expected.length);
  expected.forEach((value, index) => {
    const difference = Math.abs(values[index]! - value);
    if (difference > 1e-5 * Math.max(1, Math.abs(value)))
      throw new Error(`${what}: ${values[index]} at ${index}, where Keras has ${value}`);
  });
}

describe("gives what Keras gives, forward and back:", () => {
  test.each(golden.cases.map((one) => [JSON.stringify(one.layer), one] as const))(
    "%s",
    (_name, one) => {
      const { tf } = engine;
      const { layer, run } = build(one.layer, one.shape);
      const [settings] = resolved(one.layer);
      const { rows } = inferShapes([settings!], one.shape, { classes: 3, batchSize: 2 });
      const trained = rows[0]!.parameters - rows[0]!.nonTrainable;
      expect([rows[0]!.parameters, trained]).toEqual([one.parameters, one.trained]);
      expect(layer.countParams()).toBe(one.parameters);
      tf.tidy(() => {
        const weights = layer.weights.map((weight) => weight.read() as tfjs.Variable);
        weights.forEach((weight, index) =>
          weight.assign(tf.tensor(one.weights[index]!, weight.shape)),
        );
        const training = one.layer === "batchNorm" || settings?.batchNorm !== undefined;
        const input = tf.tensor(one.input, [2, ...one.shape]);
        const output = run(input, training);
        expectClose(output, one.output, "output");
        expect(output.shape.slice(1)).toEqual([...rows[0]!.outputShape]);
        weights.forEach((weight, index) =>
          expectClose(weight, one.weightsAfter[index]!, weight.name),
        );
        const along = tf.tensor(one.along, output.shape);
        const loss = (value: tfjs.Tensor) => tf.sum(tf.mul(run(value, training), along));
        expectClose(tf.grad(loss)(input), one.byInput, "gradient by the input");
        if (!isTrained(settings!) || one.byWeights.length === 0) return;
        const moved = layer.trainableWeights.map((weight) => weight.read() as tfjs.Variable);
        const { grads } = tf.variableGrads(() => loss(input) as tfjs.Scalar, moved);
        moved.forEach((weight, index) =>
          expectClose(grads[weight.name]!, one.byWeights[index]!, weight.name),
        );
      });
    },
  );
});

test.each(Object.entries(golden.initializers))("%s spreads as Keras's does", (name, expected) => {
  const conv = { filters: 60, kernelSize: 3, kernelInitializer: name as "zeros" };
  const { layer } = build({ conv }, [3, 3, 40]);
  const [kernel, bias] = layer.getWeights().map((weight) => [...weight.dataSync()]);
  const mean = kernel!.reduce((sum, value) => sum + value, 0) / kernel!.length;
  const variance = kernel!.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kernel!.length;
  // Of 21,600 numbers the standard deviation is within 2 %.
  expect(Math.abs(mean - expected.mean)).toBeLessThanOrEqual(0.05 * expected.deviation);
  expect(Math.abs(Math.sqrt(variance) - expected.deviation)).toBeLessThanOrEqual(
    0.02 * expected.deviation,
  );
  // A normal distribution has no end.
  if (name !== "randomNormal") {
    const most = Math.max(...kernel!.map(Math.abs));
    expect(Math.abs(most - expected.most)).toBeLessThanOrEqual(0.02 * expected.most);
  }
  expect(new Set(bias)).toEqual(new Set([0]));
  const again = build({ conv }, [3, 3, 40]).layer.getWeights()[0]!;
  expect([...again.dataSync()].join() === kernel!.join()).toBe(true);
  const other = build({ conv }, [3, 3, 40], 2).layer.getWeights()[0]!;
  expect([...other.dataSync()].join() === kernel!.join()).toBe(expected.deviation === 0);
});

test("the two kernels of one layer are not drawn alike", () => {
  const { layer } = build({ squeezeExcite: { ratio: 1 } }, [2, 2, 4]);
  const [reduce, , expand] = layer.getWeights().map((weight) => [...weight.dataSync()]);
  expect(reduce).not.toEqual(expand);
});

describe("at random while training:", () => {
  const values = (layer: Layers[number], seed: number) =>
    engine.tf.tidy(() => {
      const ones: tfjs.Tensor = engine.tf.ones([2, 20, 20, 10]);
      return build(layer, [20, 20, 10], seed).run(ones, true).dataSync();
    });

  test("gaussianNoise adds normal numbers, the same of the same seed", () => {
    const noise = Array.from(values({ gaussianNoise: 0.5 }, 3), (value) => value - 1);
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const deviation = Math.sqrt(noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length);
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(deviation - 0.5)).toBeLessThan(0.02);
    const beyondTwo = noise.filter((value) => Math.abs(value) > 1).length / noise.length;
    expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(0.01);
    expect(values({ gaussianNoise: 0.5 }, 3)).toEqual(values({ gaussianNoise: 0.5 }, 3));
    expect(values({ gaussianNoise: 0.5 }, 3)).not.toEqual(values({ gaussianNoise: 0.5 }, 4));
  });

  test("spatialDropout has one fate for all of a channel of an image", () => {
    const kept = values({ spatialDropout: 0.5 }, 3);
    const fates = new Set<string>();
    for (const image of [0, 1])
      for (let channel = 0; channel < 10; channel++) {
        const own = new Set(
          Array.from({ length: 400 }, (_, place) => kept[image * 4000 + place * 10 + channel]!),
        );
        expect(own.size).toBe(1);
        fates.add(`${image} ${[...own].join()}`);
      }
    expect([...fates].toSorted()).toEqual(["0 0", "0 2", "1 0", "1 2"]);
  });
});

test("plain tfjs reads what is saved, and gives the same probabilities", async () => {
  const { tf } = engine;
  const everyKind: Layers = [
    { conv: { filters: 8, kernelSize: 3, kernelInitializer: "heNormal", name: "stem" } },
    { groupNorm: { groups: 4 } },
    "hardSwish",
    { squeezeExcite: { ratio: 2 } },
    { residual: ["layerNorm", "gelu", { squeezeExcite: { name: "attention" } }] },
    { batchNorm: { trainable: false } },
    { groupNorm: { groups: 2, name: "groups", trainable: false } },
    { prelu: { sharedAxes: [1, 2] } },
    { squeezeExcite: { ratio: 2, trainable: false } },
    { layerNorm: { trainable: false } },
    "relu6",
    "leakyRelu",
    "elu",
    "selu",
    { spatialDropout: 0.3 },
    { gaussianNoise: 0.1 },
    "flatten",
    { dense: { units: 6 } },
    { groupNorm: { groups: 3 } },
    "layerNorm",
    "prelu",
    "swish",
    "hardSwish",
    "sigmoid",
    "tanh",
    { dense: { units: "classes", name: "head" } },
  ];
  // Without the residual it is saved as a stack.
  for (const layers of [everyKind, everyKind.filter((one) => Object.keys(one)[0] !== "residual")]) {
    const network = buildNetwork(engine, {
      layers: resolved(...layers),
      inputShape: [7, 6, 2],
      classes: 3,
      seed: 1,
    });
    // Weights that begin as ones and zeros would hide a mistake.
    for (const weight of network.model.weights)
      weight.write(tf.randomUniform(weight.shape as number[], 0.2, 1));
    const files = await modelFiles(network, plainPreparation(["a", "b", "c"], [7, 6]), {
      mean: null,
      std: null,
      whitening: null,
    });
    const loaded = await readPlainly(tf, files);
    tf.tidy(() => {
      const images = tf.randomUniform<tfjs.Rank.R4>([3, 7, 6, 2], 0, 1, "float32", 1);
      const found = (loaded.predict(images) as tfjs.Tensor).dataSync();
      const own = tf.softmax(forward(network, [images], false)).dataSync();
      own.forEach((value, index) => expect(Math.abs(found[index]! - value)).toBeLessThan(1e-5));
    });
    expect(loaded.countParams()).toBe(network.model.countParams());
    expect(trainedWeights(network).some(({ name }) => name.startsWith("groups/"))).toBe(false);
  }
});
