import type * as tfjs from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { recordable } from "../../src/engine/recording.ts";
import { buildOptimizer } from "../../src/model/optimizers.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import type { ResolvedExperiment } from "../../src/spec/resolved.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import golden from "../golden/optimizers.json";

type Settings = NonNullable<Experiment["train"]>["optimizer"];

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

function resolved(optimizer: unknown): ResolvedExperiment["train"]["optimizer"] {
  return resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten"] },
    train: { optimizer: optimizer as Settings & object },
  }).train.optimizer;
}

/** The weights after each step. */
function fiftySteps(settings: unknown, recorded: boolean): Float32Array[] {
  const { tf } = engine;
  const weight = tf.variable(tf.tensor1d(golden.initial));
  const optimizer = buildOptimizer(engine, resolved(settings), [
    { name: "weight", variable: weight },
  ]);
  const onRefused = (reason: string) => expect(reason).toBe("");
  const stored = [...optimizer.weights, ...optimizer.state].map(({ variable }) => variable);
  const update = recordable(
    engine,
    { variables: [], stored, recorded, onRefused },
    ([gradient, ...scalars]) => {
      optimizer.update([gradient!], scalars as tfjs.Scalar[]);
      return [tf.sum(gradient!)];
    },
  );
  const weights = golden.gradients.map((gradient, index) =>
    tf.tidy(() => {
      const scalars = optimizer.scalars(index + 1, optimizer.learningRate);
      update([tf.tensor1d(gradient), ...scalars.map((scalar) => tf.scalar(scalar))]);
      optimizer.load();
      return weight.dataSync<"float32">().slice();
    }),
  );
  optimizer.dispose();
  weight.dispose();
  return weights;
}

describe("moves a weight as Keras does:", () => {
  test.each(golden.cases.map((one) => [one.name, one] as const))("%s", (_, { optimizer, told }) => {
    const found = fiftySteps(optimizer, true);
    for (const { step, weights } of told)
      found[step - 1]!.forEach((value, element) => {
        expect(Math.abs(value - weights[element]!)).toBeLessThan(1e-5);
      });
    expect(found).toEqual(fiftySteps(optimizer, false));
  });
});

test("has the defaults of Keras", () => {
  for (const [name, expected] of Object.entries(golden.defaults))
    expect(Object.values(resolved(name))[0]).toEqual(expected as never);
});

test("names all that it carries after the weight that it is of", () => {
  const { tf } = engine;
  const weight = { name: "conv_1/kernel", variable: tf.variable(tf.zeros([2, 3])) };
  const optimizer = buildOptimizer(engine, resolved("adagrad"), [weight]);
  expect(optimizer.weights.map(({ name }) => name)).toEqual(["conv_1/kernel"]);
  expect(optimizer.state.map(({ name }) => name)).toEqual(["conv_1/kernel/accumulator"]);
  const [{ variable }] = optimizer.state as [(typeof optimizer.state)[number]];
  expect(variable.shape).toEqual([2, 3]);
  tf.tidy(() => variable.assign(tf.ones([2, 3])));
  expect(tf.tidy(() => [...variable.read().dataSync()])).toEqual([1, 1, 1, 1, 1, 1]);
  optimizer.dispose();
  weight.variable.dispose();
});
