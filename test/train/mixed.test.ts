import { beforeAll, describe, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import type { Precision } from "../../src/engine/mixed-precision.ts";
import { buildNetwork, trainedWeights } from "../../src/model/network.ts";
import { buildOptimizer } from "../../src/model/optimizers.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { recipeOf } from "../../src/train/recipe.ts";
import { buildTrainer } from "../../src/train/step.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import golden from "../golden/mixed.json";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const { side, labels } = golden;
const classes = ["a", "b", "c"];
const batch = {
  images: Uint8Array.from(golden.images),
  labels: Int32Array.from(labels),
  length: labels.length,
};
type Case = (typeof golden.cases)[number];

interface How {
  steps?: number;
  stepsPerCall?: number;
  shards?: number;
  optimizer?: unknown;
}

/** Trains on the golden batch, and gives the weights before and after. */
function train(
  one: Case,
  precision: Precision,
  { steps = 1, stepsPerCall = 1, shards = 1, optimizer = { sgd: { learningRate: 1 } } }: How = {},
) {
  const { tf } = engine;
  const own = { ...engine, settings: { ...engine.settings, precision } };
  const { model, train: settings } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: one.layers as Experiment["model"]["layers"] },
    train: { optimizer } as NonNullable<Experiment["train"]>,
  });
  const network = buildNetwork(own, {
    layers: model.layers,
    inputShape: [side, side, 3],
    classes: classes.length,
    seed: 1,
  });
  const weights = trainedWeights(network);
  tf.tidy(() =>
    weights.forEach(({ variable }, index) =>
      variable.assign(tf.tensor(one.weights[index]!, variable.shape)),
    ),
  );
  const rule = buildOptimizer(own, settings.optimizer, weights);
  const trainer = buildTrainer(own, network, rule, {
    randomKey: 1,
    execution: {
      recorded: true,
      shards,
      stepsPerCall,
      blocks: [4],
      onRefused: (reason) => expect(reason).toBe(""),
    },
    recipe: recipeOf(settings, classes, batch.labels),
  });
  const prepared = Array.from({ length: steps }, (_, step) =>
    trainer.prepare(batch, {
      step: step + 1,
      update: step + 1,
      learningRate: rule.learningRate,
      images: batch.length,
    }),
  );
  const losses: number[] = [];
  for (let at = 0; at < steps; at += stepsPerCall)
    losses.push(
      ...trainer
        .begin(prepared.slice(at, at + stepsPerCall))()
        .map(({ loss }) => loss),
    );
  trainer.load();
  const after = weights.map(({ variable }) => [...variable.dataSync()]);
  trainer.dispose();
  rule.dispose();
  network.model.dispose();
  return { losses, after };
}

/** What one step of plain gradient descent with a learning rate of 1 takes away. */
function gradients(one: Case, precision: Precision, how: How = {}): number[][] {
  const { after } = train(one, precision, how);
  return after.map((row, index) => row.map((value, at) => one.weights[index]![at]! - value));
}

/** The norm of the difference over the norm of what is expected, of all weights together. */
function error(found: readonly number[][], expected: readonly number[][]): number {
  const wanted = expected.flat();
  return (
    Math.hypot(...found.flat().map((value, at) => value - wanted[at]!)) / Math.hypot(...wanted)
  );
}

describe.each(golden.cases.map((one) => [one.name, one] as const))("%s:", (_, one) => {
  test("float32 has Keras's gradients", () => {
    expect(error(gradients(one, "float32"), one.gradients)).toBeLessThan(1e-4);
  });

  test("mixed_bfloat16 is no further from them than Keras's", () => {
    const ours = error(gradients(one, "mixed_bfloat16"), one.gradients);
    expect(ours).toBeLessThan(1.25 * one.error);
    expect(ours).toBeGreaterThan(2 ** -10);
  });

  test("twice the same bits, and with several steps in a call", () => {
    const how = { steps: 8, optimizer: { adam: { learningRate: 0.01 } }, shards: 2 };
    const first = train(one, "mixed_bfloat16", how);
    expect(train(one, "mixed_bfloat16", how)).toEqual(first);
    expect(train(one, "mixed_bfloat16", { ...how, stepsPerCall: 4 })).toEqual(first);
  });
});
