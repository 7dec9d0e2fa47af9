import { beforeAll, describe, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { buildNetwork, trainedWeights } from "../../src/model/network.ts";
import { buildOptimizer } from "../../src/model/optimizers.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { recipeOf } from "../../src/train/recipe.ts";
import { laidDown } from "../../src/train/schedules/schedule.ts";
import { buildTrainer } from "../../src/train/step.ts";
import { planTurns } from "../../src/train/turns.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import golden from "../golden/recipe.json";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const [height, width] = [golden.side, golden.side];
const batchSize = golden.images[0]!.length / (height * width);
const allImages = batchSize * golden.images.length;
const pixels = Uint8Array.from(golden.images.flat());
const caseOf = (name: string) => golden.cases.find((one) => one.name === name)!;

type Case = Pick<(typeof golden.cases)[number], "layer" | "kernel" | "bias" | "labels"> & {
  train: unknown;
};

/** A training of a case of the golden file, before its first step. */
function begin(one: Case, { shards = 1, recorded = true, stepsPerCall = 1 } = {}) {
  const { tf } = engine;
  const { model, train } = resolveExperiment({
    data: { train: "unused" },
    model: { layers: ["flatten", { dense: one.layer }] },
    train: one.train as NonNullable<Experiment["train"]>,
  });
  const network = buildNetwork(engine, {
    layers: model.layers,
    inputShape: [height, width, 1],
    classes: Math.max(2, one.layer.units),
    seed: 1,
  });
  const [kernel, bias] = trainedWeights(network);
  tf.tidy(() => {
    kernel!.variable.assign(tf.tensor(one.kernel, kernel!.variable.shape));
    bias!.variable.assign(tf.tensor(one.bias, bias!.variable.shape));
  });
  const optimizer = buildOptimizer(engine, train.optimizer, trainedWeights(network));
  const onRefused = (reason: string) => expect(reason).toBe("");
  const trainer = buildTrainer(engine, network, optimizer, {
    randomKey: 1,
    execution: { recorded, shards, stepsPerCall, blocks: [allImages], onRefused },
    recipe: recipeOf(train, ["a", "b", "c"], Int32Array.from(one.labels.flat())),
  });
  const values = () => trainedWeights(network).map(({ variable }) => [...variable.dataSync()]);
  const schedule = laidDown(() => optimizer.learningRate);
  return {
    trainer,
    accumulate: train.accumulate,
    /** Trains on images `from` to `to` of all, in batches. */
    train(from: number, to: number, size = batchSize): number[] {
      const turns = planTurns({ images: allImages, batchSize: size, accumulate: train.accumulate });
      const steps = Array.from({ length: Math.ceil((to - from) / size) }, (_, index) => {
        const start = from + index * size;
        const end = Math.min(to, start + size);
        const batch = {
          images: pixels.subarray(start * height * width, end * height * width),
          labels: Int32Array.from(one.labels.flat().slice(start, end)),
          length: end - start,
        };
        return trainer.prepare(batch, turns.at(1, start / size + 1, schedule));
      });
      const calls = Array.from({ length: Math.ceil(steps.length / stepsPerCall) }, (_, call) =>
        steps.slice(call * stepsPerCall, (call + 1) * stepsPerCall),
      );
      return calls.flatMap((call) => trainer.begin(call)()).map(({ loss }) => loss);
    },
    weights() {
      tf.tidy(() => optimizer.load());
      return values();
    },
    judged() {
      trainer.load();
      return values();
    },
    end() {
      trainer.dispose();
      optimizer.dispose();
      network.model.dispose();
    },
  };
}

/** The losses of all steps and what comes out in the end. */
function trainWhole(one: Case, how = {}) {
  const training = begin(one, how);
  const losses = training.train(0, allImages);
  const result = { losses, weights: training.weights(), judged: training.judged() };
  training.end();
  return result;
}

function expectClose(found: readonly number[][], expected: readonly number[][]): void {
  const differences = found.flatMap((row, index) =>
    row.map((value, at) => Math.abs(value - expected[index]![at]!)),
  );
  expect(Math.max(...differences)).toBeLessThan(1e-6);
}

describe("trains as Keras does:", () => {
  test.each(golden.cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const { weights, judged, losses } = trainWhole(one);
    expectClose(weights, one.weights);
    expectClose(judged, one.averages ?? one.weights);
    expectClose([losses], [one.losses]);
    const parts = trainWhole(one, { shards: 3 });
    expectClose(parts.weights, one.weights);
    expectClose([parts.losses], [one.losses]);
  });
});

test("gives the same bits in one call, one by one, and operation by operation", () => {
  for (const one of golden.cases) {
    const single = trainWhole(one);
    expect(trainWhole(one, { stepsPerCall: 3 })).toEqual(single);
    expect(trainWhole(one, { recorded: false })).toEqual(single);
  }
}, 60_000);

test("gradients of several batches move the weights as one large batch does, what is left over too", () => {
  const plain = caseOf("penalised");
  const momentum = { optimizer: { sgd: { learningRate: 0.5, momentum: 0.9 } } };
  const small = begin({ ...plain, train: { ...momentum, accumulate: 4 } });
  const large = begin({ ...plain, train: momentum });
  // 36 images: updates of 20 and of 16, whose last batch has a single one.
  small.train(0, allImages, 5);
  large.train(0, allImages, 20);
  expectClose(small.weights(), large.weights());
  small.end();
  large.end();
});

test("goes on to the bit from all that a step carries, in the middle of an update", () => {
  const { tf } = engine;
  const one = caseOf("everything");
  const recipe = {
    ...one,
    train: { ...one.train, accumulate: 2, optimizer: { nadam: { learningRate: 0.01 } } },
  };
  const through = begin(recipe);
  through.train(0, allImages);
  const first = begin(recipe);
  first.train(0, 3 * batchSize);
  const second = begin({ ...recipe, kernel: one.kernel.map(() => 0) });
  tf.tidy(() => {
    const kept = first.trainer.state();
    second.trainer.state().forEach(({ name, variable }, index) => {
      expect(kept[index]!.name).toBe(name);
      expect(kept[index]!.variable.shape).toEqual(variable.shape);
      variable.assign(kept[index]!.variable.read());
    });
  });
  second.train(3 * batchSize, allImages);
  expect(second.weights()).toEqual(through.weights());
  expect(second.judged()).toEqual(through.judged());
  expect(first.trainer.state().map(({ name }) => name)).toEqual([
    "dense_1/kernel",
    "dense_1/bias",
    "dense_1/kernel/momentum",
    "dense_1/kernel/velocity",
    "dense_1/bias/momentum",
    "dense_1/bias/velocity",
    "dense_1/kernel/accumulated",
    "dense_1/bias/accumulated",
    "dense_1/kernel/average",
    "dense_1/bias/average",
  ]);
  for (const training of [through, first, second]) training.end();
});

test("what is made small is no longer a number, though the cross-entropy is", () => {
  const plain = caseOf("penalised");
  const black = plain.kernel.map((_, index) => (index === 0 ? 1e20 : 0));
  const loss = (layer: (typeof plain)["layer"]) => {
    const training = begin({ ...plain, layer, kernel: black });
    // The huge weight meets a black pixel.
    const images = new Uint8Array(height * width);
    const [step] = [
      training.trainer.prepare(
        { images, labels: Int32Array.of(0), length: 1 },
        { step: 1, update: 1, learningRate: 0.1, images: 1 },
      ),
    ];
    const [result] = training.trainer.begin([step])();
    training.end();
    return result!.loss;
  };
  expect(loss({ units: 3, l1: 0, l2: 0 })).toBeFinite();
  expect(loss({ units: 3, l1: 0, l2: 0.1 })).toBeNaN();
});
