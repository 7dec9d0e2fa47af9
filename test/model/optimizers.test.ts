import { beforeAll, describe, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { buildOptimizer } from "../../src/model/optimizers.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import golden from "../golden/optimizers.json";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

describe("moves a weight as Keras does:", () => {
  for (const { name, optimizer: settings, weights: expected } of golden.cases) {
    test(name, () => {
      const { tf } = engine;
      const { train } = resolveExperiment({
        data: { train: "unused" },
        model: { layers: ["flatten"] },
        train: { optimizer: settings as NonNullable<Experiment["train"]>["optimizer"] & object },
      });
      const weight = tf.variable(tf.tensor1d(golden.initial));
      const optimizer = buildOptimizer(engine, train.optimizer, [weight]);
      golden.gradients.forEach((gradient, index) => {
        tf.tidy(() => {
          optimizer.update([tf.tensor1d(gradient)], tf.scalar(optimizer.stepSize(index + 1)));
          optimizer.load();
        });
        weight.dataSync().forEach((value, element) => {
          expect(value).toBeCloseTo(expected[index]![element]!, 5);
        });
      });
      optimizer.dispose();
      weight.dispose();
    });
  }
});
