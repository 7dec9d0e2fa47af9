import { beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Engine } from "../../src/engine/engine.ts";
import { bytesTensor } from "../../src/engine/kernels.ts";
import { fitWeights, giveWeights } from "../../src/model/base-weights.ts";
import { buildNetwork, throughFirst } from "../../src/model/network.ts";
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
    const bytes = bytesTensor(engine.backend, formulaImage(size), [1, ...inputShape]);
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
