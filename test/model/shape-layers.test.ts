import { beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { kernels } from "../../src/engine/kernels.ts";
import { recordable } from "../../src/engine/recording.ts";
import { asBuilt, type Instruction } from "../../src/model/instructions.ts";
import { kindOf, layerDefinitions } from "../../src/model/layers.ts";
import type {
  BuildContext,
  LayerDefinition,
  LayerKind,
  ResolvedLayers,
} from "../../src/model/layers/definition.ts";
import { elementsOf } from "../../src/model/shape.ts";
import { resolveValue } from "../../src/spec/resolve.ts";
import type { ResolvedLayer } from "../../src/spec/resolved.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

/** What Keras makes of a layer; see test/golden/shape-layers.py. */
interface Case {
  layer: object;
  shape: [number, number, number];
  weights: number[][];
  parameters: number;
  images: number[];
  predicted: { shape: number[]; values: number[] };
  output: number[];
  byOutput: number[];
  byInput: number[];
  byWeights: number[][];
  after: number[][];
}

const cases: Case[] = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dir, "../golden/shape-layers.json.gz"))).toString(),
);

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

/** Of sums of a hundred products of numbers about 1, in another order than Keras's. */
const NEAR = 1e-5;

function expectNear(found: tfjs.Tensor, expected: readonly number[]): void {
  const values = found.dataSync();
  expect(values.length).toBe(expected.length);
  const largest = Math.max(1, ...expected.map(Math.abs));
  const furthest = expected.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - values[at]!)),
    0,
  );
  expect(furthest / largest).toBeLessThan(NEAR);
}

const isTrainable = (layer: tfjs.layers.Layer) =>
  layer.trainableWeights.map((weight) => weight.read() as tfjs.Variable);

/** The layer with Keras's weights, and how it is run. */
function built({ layer: written, shape, weights }: Case) {
  const { tf } = engine;
  const layer = resolveValue(written, { $ref: "#/definitions/layer" }) as ResolvedLayer;
  const kind = kindOf(layer);
  const settings = layer[kind]!;
  const definition = layerDefinitions[kind] as LayerDefinition<ResolvedLayers[LayerKind]>;
  const context: BuildContext = {
    tf,
    kernels,
    classes: 2,
    name: `${kind}_1`,
    input: shape,
    initialWeightsSeed: 1,
    stepMask: () => expect.unreachable(),
    stepNoise: () => expect.unreachable(),
  };
  const made = definition.build(settings, context);
  made.apply(tf.input({ shape: [...shape] }));
  made.setWeights(
    weights.map((values, at) => tf.tensor(values, made.weights[at]!.shape as number[])),
  );
  const instructions =
    definition.instructions?.(settings, made, context) ?? asBuilt(made, definition.byImage);
  return { definition, settings, context, layer: made, instructions };
}

const run = (instructions: readonly Instruction[], input: tfjs.Tensor, training: boolean) =>
  instructions.reduce((value, instruction) => instruction.run(value, training), input);

describe.each(cases.map((one) => [JSON.stringify(one.layer), one] as const))("%s", (_, one) => {
  const imagesOf = () => engine.tf.tensor(one.images, [2, ...one.shape]);

  test("gives what Keras gives, of Keras's shape and with as many weights", () => {
    engine.tf.tidy(() => {
      const { definition, settings, context, layer, instructions } = built(one);
      expect<readonly number[]>(definition.outputShape(settings, one.shape, context)).toEqual(
        one.predicted.shape,
      );
      const weights = definition.weights?.(settings, one.shape, context) ?? [];
      expect(layer.weights.map(({ shape }) => shape)).toEqual(
        weights.map(({ shape }) => [...shape]),
      );
      const counts = weights.map(({ shape }) => elementsOf(shape));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(one.parameters);
      const output = run(instructions, imagesOf(), false);
      expect(output.shape).toEqual([2, ...one.predicted.shape]);
      expectNear(output, one.predicted.values);
      expectNear(layer.apply(imagesOf()) as tfjs.Tensor, one.predicted.values);
      layer.dispose();
    });
  });

  test.each([true, false])("has Keras's gradients (recorded: %p)", (recorded) => {
    const { tf } = engine;
    tf.tidy(() => {
      const { layer, instructions } = built(one);
      const byOutput = tf.tensor(one.byOutput, [2, ...one.predicted.shape]);
      const trained = isTrainable(layer);
      const variables = layer.weights.map((weight) => weight.read() as tfjs.Variable);
      const onRefused = (reason: string) => expect(reason).toBe("");
      const step = recordable(
        engine,
        { variables, stored: [], recorded, onRefused },
        ([images]) => {
          const input = tf.variable(images!);
          let output: tfjs.Tensor | undefined;
          const loss = () => {
            output = tf.keep(run(instructions, input, true));
            return tf.sum(tf.mul(output, byOutput)) as tfjs.Scalar;
          };
          const { grads } = tf.variableGrads(loss, [input, ...trained]);
          return [output!, ...[input, ...trained].map(({ name }) => grads[name]!)];
        },
      );
      const [output, byInput, ...byWeights] = step([imagesOf()]);
      expectNear(output!, one.output);
      expectNear(byInput!, one.byInput);
      expect(byWeights).toHaveLength(one.byWeights.length);
      byWeights.forEach((gradient, at) => expectNear(gradient, one.byWeights[at]!));
      const following = layer.nonTrainableWeights.map((weight) => weight.read());
      expect(following).toHaveLength(one.after.length);
      following.forEach((weight, at) => expectNear(weight, one.after[at]!));
      layer.dispose();
    });
  });

  test("is saved as what plain tfjs reads and runs alike", async () => {
    const { tf } = engine;
    const { definition, settings, context, layer } = built(one);
    const saved = definition.saved?.(settings, layer, context) ?? layer;
    const images = tf.input({ shape: [...one.shape], name: "images" });
    const model = tf.model({ inputs: images, outputs: saved.apply(images) as tfjs.SymbolicTensor });
    let artifacts: tfjs.io.ModelArtifacts | undefined;
    await model.save({
      save: async (all) => {
        artifacts = all;
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } };
      },
    });
    const loaded = await tf.loadLayersModel({ load: async () => artifacts! });
    tf.tidy(() => {
      const output = loaded.predict(imagesOf()) as tfjs.Tensor;
      expect(output.shape).toEqual([2, ...one.predicted.shape]);
      expectNear(output, one.predicted.values);
    });
    model.dispose();
    loaded.dispose();
    if (saved !== layer) layer.dispose();
  });
});

test("what is done to each image by itself says so in its operations", () => {
  // batchNorm goes by its running averages or is not cut at all.
  for (const one of cases.filter(({ layer }) => !("batchNorm" in layer))) {
    const { definition, instructions, layer } = built(one);
    const isByImage = instructions.every(({ kind }) => kind !== "other");
    expect([JSON.stringify(one.layer), isByImage]).toEqual([
      JSON.stringify(one.layer),
      definition.byImage === true,
    ]);
    layer.dispose();
  }
});
