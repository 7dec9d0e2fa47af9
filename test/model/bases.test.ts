import { beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { pixelsTensor } from "../../src/engine/kernels.ts";
import { fitWeights, giveWeights } from "../../src/model/base-weights.ts";
import { messages } from "../../src/model/messages.ts";
import { buildNetwork, forward, networkBehind, throughFirst } from "../../src/model/network.ts";
import { inferShapes, outputOf, splitRows } from "../../src/model/shapes.ts";
import { withTrunk } from "../../src/spec/base.ts";
import type { ResolvedLayer } from "../../src/spec/resolved.ts";
import { resolveValue } from "../../src/spec/resolve.ts";
import { fetchedPath, isFetched } from "../../src/weights/fetch.ts";
import { readWeights } from "../../src/weights/read.ts";
import type { WeightFile } from "../../src/weights/weights.ts";
import { formulaFile, formulaImage } from "../fixtures/base-weights.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

interface Figures {
  layers: [string, [string, number[]][]][];
  parameters: number;
  shape: number[];
  means: number[];
}
interface Golden {
  size: number;
  keras: Record<string, Figures>;
  torch: { mobilenetV2: Pick<Figures, "shape" | "means"> };
}
const golden = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dir, "../golden/bases.json.gz"))).toString(),
) as Golden;
const { size } = golden;

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

function trunkOf(base: object): ResolvedLayer[] {
  const { value, findings } = withTrunk({ model: { base, layers: [] } }, "/");
  expect(findings).toEqual([]);
  const { trunk } = (value as { model: { base: { trunk: unknown[] } } }).model.base;
  const schema = { $ref: "#/definitions/layer" };
  return trunk.map((layer) => resolveValue(layer, schema) as ResolvedLayer);
}

const head = ["globalPool", { dense: { units: "classes" } }].map(
  (layer) => resolveValue(layer, { $ref: "#/definitions/layer" }) as ResolvedLayer,
);

/** Means of the features of the formula's image, and what the layers are. */
function featuresOf(trunk: ResolvedLayer[], file: Pick<WeightFile, "format" | "layers">) {
  const layers = [...trunk, ...head];
  const inputShape = [size, size, 3] as const;
  const { rows, problems } = inferShapes(layers, inputShape, { classes: 2, batchSize: 1 });
  const [first] = splitRows(rows, trunk.length);
  const fitted = fitWeights(first, file);
  expect([problems, fitted.problems]).toEqual([[], []]);
  let means: number[] = [];
  engine.tf.tidy(() => {
    const network = buildNetwork(engine, { layers, inputShape, classes: 2, seed: 1 });
    giveWeights(engine.tf, network, fitted.weights);
    const bytes = pixelsTensor(engine.backend, formulaImage(size), [1, ...inputShape]);
    const features = throughFirst(network, trunk.length)(bytes);
    means = [...engine.tf.mean(features, [0, 1, 2]).dataSync()];
    network.model.dispose();
  });
  const counted = first.reduce((sum, { parameters }) => sum + parameters, 0);
  return { means, shape: outputOf(first), counted };
}

/** Largest difference, as a share of the largest figure. */
function difference(values: readonly number[], expected: readonly number[]): number {
  const largest = Math.max(...expected.map(Math.abs));
  return Math.max(...values.map((value, index) => Math.abs(value - expected[index]!))) / largest;
}

describe.each(["mobilenetV2", "resnet50", "efficientnetB0"])("%s", (from) => {
  test("gives Keras's features, with Keras's weights by Keras's names", () => {
    const expected = golden.keras[from]!;
    const trunk = trunkOf({ from, weights: "any.weights.h5" });
    const file = { format: "keras-h5" as const, layers: formulaFile(expected.layers) };
    const { means, shape, counted } = featuresOf(trunk, file);
    expect<readonly number[]>(shape).toEqual(expected.shape);
    expect(counted).toBe(expected.parameters);
    expect(difference(means, expected.means)).toBeLessThan(1e-5);
  });
});

const hasWeights = isFetched("mobilenetV2", process.env);
test.skipIf(!hasWeights)("gives torchvision's features with torchvision's weights", async () => {
  const { means, shape } = featuresOf(
    trunkOf({ from: "mobilenetV2" }),
    await readWeights(fetchedPath("mobilenetV2", process.env)),
  );
  const expected = golden.torch.mobilenetV2;
  const [channels, ...places] = expected.shape;
  expect<readonly number[]>(shape).toEqual([...places, channels!]);
  expect(difference(means, expected.means)).toBeLessThan(1e-5);
});

describe("what prepares images inside the network", () => {
  const layer = { $ref: "#/definitions/layer" };
  const shape = (channels: number) => [3, 2, channels] as const;
  const outputOfNetwork = (layers: unknown[], channels: number, pixels: number[]) => {
    const resolved = [...layers, "flatten", { dense: { units: "classes" } }].map(
      (one) => resolveValue(one, layer) as ResolvedLayer,
    );
    const inputShape = shape(channels);
    const network = buildNetwork(engine, { layers: resolved, inputShape, classes: 2, seed: 3 });
    const { tf, backend } = engine;
    return tf.tidy(() => {
      const bytes = () => pixelsTensor(backend, Uint8Array.from(pixels), [1, ...inputShape]);
      const features = [...throughFirst(network, layers.length)(bytes()).dataSync()];
      const { model: saved, dispose } = network.saved();
      const images = network.preparation.apply(bytes());
      const [own, plain] = [network.model, saved].map(
        (model) => [...(model.predict(images) as tfjs.Tensor).dataSync()] as number[],
      );
      dispose();
      network.model.dispose();
      return { features, own: own!, plain: plain! };
    });
  };
  const near = (values: readonly number[], expected: readonly number[], digits = 4) =>
    values.forEach((value, index) => expect(value).toBeCloseTo(expected[index]!, digits));
  const pixels = Array.from({ length: 6 }, (_, place) => 40 * place);
  const colours = pixels.flatMap((level) => [level, 255 - level, level / 2]);

  // keras.applications.imagenet_utils.preprocess_input of [40, 215, 20].
  test.each([
    ["rgb", [40 / 255, 215 / 255, 20 / 255]],
    ["tf", [-0.68627453, 0.6862745, -0.84313726]],
    ["torch", [-1.4329, 1.7283, -1.4559]],
    ["caffe", [-83.939, 98.221, -83.68]],
  ])(
    "as Keras does it (%s), of grey images too, and so does the saved network",
    (mode, expected) => {
      const layers = [{ preprocessInput: { mode } }];
      const { features, own, plain } = outputOfNetwork(layers, 3, colours);
      near(features.slice(3, 6), expected);
      near(plain, own, 5);
      const grey = outputOfNetwork(layers, 1, pixels);
      const alike = outputOfNetwork(
        layers,
        3,
        pixels.flatMap((level) => [level, level, level]),
      );
      near(grey.features, alike.features);
      near(grey.plain, grey.own, 5);
    },
  );

  test("other channels are refused by shape", () => {
    const { problems } = inferShapes([{ preprocessInput: { mode: "tf" } }, ...head], [4, 4, 2], {
      classes: 2,
      batchSize: 1,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      messages.needsColours("preprocessInput", [4, 4, 2]),
    ]);
  });

  test("normalization saves as plain layers", () => {
    const { own, plain } = outputOfNetwork(["normalization"], 3, colours);
    near(plain, own, 5);
  });
});

test("what is behind the first layers gives, of their features, what the whole network gives", () => {
  const { tf, backend } = engine;
  const layers = [
    { conv: { filters: 4, kernelSize: 3, strides: 2 } },
    "relu",
    "globalPool",
    { dense: { units: 5 } },
    "tanh",
    { dense: { units: "classes" } },
  ].map((one) => resolveValue(one, { $ref: "#/definitions/layer" }) as ResolvedLayer);
  const inputShape = [9, 8, 3] as const;
  const network = buildNetwork(engine, { layers, inputShape, classes: 2, seed: 3 });
  const pixels = Uint8Array.from({ length: 2 * 9 * 8 * 3 }, (_, place) => (7 * place) % 256);
  const { rows } = inferShapes(layers, inputShape, { classes: 2, batchSize: 2 });
  for (const end of [1, 3])
    tf.tidy(() => {
      const images = pixelsTensor(backend, pixels, [2, ...inputShape]);
      const features = throughFirst(network, end)(images);
      const behind = networkBehind(engine, network, end, outputOf(splitRows(rows, end)[0]));
      const bytes = new Uint8Array(features.dataSync<"float32">().slice().buffer);
      const stored = pixelsTensor(backend, bytes, [2, ...behind.inputShape]);
      const scores = forward(behind, [behind.preparation.apply(stored)], false).dataSync();
      const whole = forward(network, [network.preparation.apply(images)], false).dataSync();
      expect([...scores]).toEqual([...whole]);
      // All weights but those of the convolution.
      expect(behind.model.countParams()).toBe(5 * 5 + 2 * 6);
    });
});
