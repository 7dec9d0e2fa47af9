import { beforeAll, expect, test } from "bun:test";
import type { Batch } from "../../src/data/batches.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { buildNetwork, trainedWeights } from "../../src/model/network.ts";
import { buildOptimizer } from "../../src/model/optimizers.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { recipeOf } from "../../src/train/recipe.ts";
import { buildTrainer, type StepResult } from "../../src/train/step.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes, trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const shape = [6, 6, 1] as const;

/** The second step of a new network, the same each time. */
async function secondStep(
  units: number,
  change: (batch: Batch) => Batch,
  shards = 1,
): Promise<StepResult> {
  const { model, train } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten", { dense: { units } }] },
  });
  const network = buildNetwork(engine, {
    layers: model.layers,
    inputShape: shape,
    classes: 2,
    seed: 1,
  });
  const optimizer = buildOptimizer(engine, train.optimizer, trainedWeights(network));
  const execution = {
    recorded: true,
    shards,
    blocks: [3],
    stepsPerCall: 1,
    onRefused: (reason: string) => expect(reason).toBe(""),
  };
  const recipe = recipeOf(train, ["a", "b"], new Int32Array());
  const trainer = buildTrainer(engine, network, optimizer, { randomKey: 1, execution, recipe });
  const split = stripes(8, shape, 2);
  const images = new Uint8Array(8 * 36);
  await split.rows.read(
    Uint32Array.from({ length: 8 }, (_, at) => at),
    images,
  );
  const batch = { images, labels: split.labels, length: 8 };
  const { learningRate } = optimizer;
  const step = (number: number) => {
    const turn = { step: number, update: number, learningRate, images: 8 };
    return trainer.begin([trainer.prepare(change(batch), turn)])()[0]!;
  };
  step(1);
  // Replayed from the recording.
  const second = step(2);
  optimizer.dispose();
  return second;
}

const others = (batch: Batch) => batch.labels.map((label) => 1 - label);
const mixed = (weight: number) => (batch: Batch) => ({
  ...batch,
  mix: { labels: others(batch), weights: new Float32Array(8).fill(weight) },
});

test.each([1, 2])("the loss counts both labels, with %d scores", async (units) => {
  const own = await secondStep(units, (batch) => batch);
  const whole = await secondStep(units, mixed(1));
  const none = await secondStep(units, mixed(0));
  const swapped = await secondStep(units, (batch) => ({ ...batch, labels: others(batch) }));
  expect(whole.loss).toBeCloseTo(own.loss, 5);
  expect(whole.correct).toBe(own.correct);
  expect(none.loss).toBeCloseTo(swapped.loss, 5);
  expect(none.correct).toBe(swapped.correct);
  const parts = await secondStep(units, mixed(0.7), 2);
  expect(parts.loss).toBeCloseTo((await secondStep(units, mixed(0.7))).loss, 5);
});

test("steps on mixed images, handed over together, give the bits of single ones", async () => {
  const settings = {
    layers: ["flatten" as const, { dropout: 0.3 }, { dense: { units: "classes" as const } }],
    augment: { mixUp: 0.4, rotation: 10 },
    images: 50,
    batchSize: 4,
    train: { epochs: 3 },
  };
  const single = await trainSmall(engine, settings);
  const together = await trainSmall(engine, { ...settings, stepsPerCall: 4 });
  expect(together.weightHash).toBe(single.weightHash);
  expect(together.progress).toEqual(single.progress);
});
