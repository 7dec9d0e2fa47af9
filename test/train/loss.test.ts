import type * as tfjs from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { chosenLoss, isPlain, plainLoss } from "../../src/train/loss.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import golden from "../golden/losses.json";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

test.each(
  golden.map((one) => {
    const scores = one.scores[0]!.length;
    return [JSON.stringify(one.loss), scores, one.mix ? "mixed" : "single", one] as const;
  }),
)("%s of %d scores and %s labels is Keras's, and so is its gradient", (_, width, __, one) => {
  const { tf } = engine;
  const { loss } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten"] },
    train: { loss: one.loss as NonNullable<Experiment["train"]>["loss"] & object },
  }).train;
  const output =
    width === 1
      ? ({ output: "sigmoid", classes: 2 } as const)
      : ({ output: "softmax", classes: width } as const);
  tf.tidy(() => {
    const labels = {
      labels: tf.tensor1d(one.labels, "int32"),
      ...(one.mix && {
        mix: {
          labels: tf.tensor1d(one.mix.labels, "int32"),
          weights: tf.tensor1d(one.mix.weights),
        },
      }),
    };
    const of = (scores: tfjs.Tensor) =>
      chosenLoss(tf, loss, output, scores as tfjs.Tensor2D, labels);
    const scores = tf.tensor2d(one.scores);
    expectClose(of(scores), one.losses);
    expectClose(tf.grad((at) => tf.sum(of(at)))(scores), one.gradient.flat());
    if (isPlain(loss)) expectClose(plainLoss(tf, output, scores, labels), one.losses);
  });
});

function expectClose(found: tfjs.Tensor, expected: number[]): void {
  const values = [...found.dataSync()];
  expect(values).toHaveLength(expected.length);
  values.forEach((value, index) => {
    const allowed = 1e-6 * Math.max(1, Math.abs(expected[index]!));
    expect(Math.abs(value - expected[index]!)).toBeLessThan(allowed);
  });
}
