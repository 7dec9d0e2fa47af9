import { beforeAll, describe, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { Interrupted } from "../../src/errors.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import type { RateRange, Trials } from "../../src/train/lr-range.ts";
import { testRange } from "../../src/train/range-test.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { smallTraining, type SmallTraining, trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const layers: Experiment["model"]["layers"] = [
  { conv: { filters: 4, kernelSize: 3 } },
  "relu",
  { dropout: 0.3 },
  "flatten",
  { dense: { units: "classes" } },
];
const range: RateRange = { least: 1e-4, most: 1, updates: 40 };

interface More {
  range?: RateRange;
  signal?: AbortSignal;
  onTrial?: (trials: Trials) => void;
}

function tryOut(settings: Partial<SmallTraining> = {}, more: More = {}): Promise<Trials> {
  const { resolved, network, execution, dataset } = smallTraining(engine, { layers, ...settings });
  return testRange({
    engine,
    network,
    execution,
    dataset: dataset as never,
    cores: 2,
    experiment: resolved,
    range,
    onTrial: () => undefined,
    signal: new AbortController().signal,
    ...more,
  });
}

/** The mean loss of the first images, as training tells it after each step. */
async function meansOfTraining(settings: Partial<SmallTraining>) {
  const { progress } = await trainSmall(engine, { layers, ...settings });
  return progress.map(({ loss }) => loss);
}

describe("takes the steps of training", () => {
  test.each([
    ["as they are", {}],
    ["of augmented images", { augment: { rotation: 10, noise: 0.1 } }],
    ["of balanced classes", { train: { sampling: "balanced", classWeights: null } }],
    ["with a recipe", { train: { gradientClip: { norm: 1 }, classWeights: "balanced" } }],
    ["several a call", { stepsPerCall: 4 }],
  ] as [string, Partial<SmallTraining>][])("%s", async (_, settings) => {
    const rate = 0.001;
    const train = { epochs: 14, optimizer: { adam: { learningRate: rate } }, ...settings.train };
    const { all } = await tryOut(
      { ...settings, train },
      { range: { least: rate, most: rate, updates: 40 } },
    );
    const means = await meansOfTraining({ ...settings, train });
    // 3 batches an epoch, of 16, 16 and 8 images: the mean over the images begins anew with each.
    const batches = [16, 16, 8];
    let images = 0;
    let loss = 0;
    const found = all.map((trial, index) => {
      if (index % 3 === 0) images = loss = 0;
      images += batches[index % 3]!;
      loss += trial.loss * batches[index % 3]!;
      return loss / images;
    });
    expect(found).toHaveLength(40);
    expect(found).toEqual(means.slice(0, 40));
  });
});

test("the rate grows with each update, and the same test gives the same numbers", async () => {
  const [first, second] = [await tryOut(), await tryOut()];
  expect(first.all.map(({ update }) => update)).toEqual(
    Array.from({ length: first.all.length }, (_, index) => index + 1),
  );
  expect(first.all[0]!.learningRate).toBe(1e-4);
  for (const [index, { learningRate }] of first.all.slice(1).entries())
    expect(learningRate / first.all[index]!.learningRate).toBeCloseTo(1e4 ** (1 / 39), 10);
  expect(second.all).toEqual(first.all);
  expect(second.end).toBe(first.end);
});

test("one batch an epoch: goes on through as many epochs as it takes", async () => {
  const { all, end } = await tryOut({ images: 10 }, { range: { ...range, most: 1e-3 } });
  expect(all).toHaveLength(40);
  expect(end).toBe("range");
});

test("batches that are accumulated are one update, whose loss is that of all their images", async () => {
  const train = { epochs: 1, accumulate: 2, optimizer: { adam: { learningRate: 1e-4 } } };
  const seen: number[] = [];
  const { all } = await tryOut(
    { train },
    { range: { ...range, most: 1e-4 }, onTrial: (trials) => seen.push(trials.all.length) },
  );
  const means = await meansOfTraining({ train });
  expect(all[0]!.loss).toBeCloseTo(means[1]!, 12);
  // The third batch of the epoch is an update by itself.
  expect((32 * all[0]!.loss + 8 * all[1]!.loss) / 40).toBeCloseTo(means[2]!, 12);
  expect(seen).toEqual(all.map(({ update }) => update));
});

test("averaged weights change nothing: the loss is that of the weights that are trained", async () => {
  const plain = await tryOut();
  const averaged = await tryOut({ train: { epochs: 1, averageWeights: { decay: 0.9 } } });
  expect(averaged.all).toEqual(plain.all);
});

test("a loss that explodes ends the test, and is no failure", async () => {
  const { all, end } = await tryOut(
    { train: { epochs: 1, optimizer: { sgd: {} } } },
    { range: { least: 1e-3, most: 1e38, updates: 40 } },
  );
  expect(["diverged", "notFinite"]).toContain(end!);
  expect(all.length).toBeLessThan(40);
  expect(all.every(({ loss }) => Number.isFinite(loss))).toBe(true);
});

test.each([1, 4])("ends where a signal says so, with %i steps a call", async (stepsPerCall) => {
  const controller = new AbortController();
  const reason = new Interrupted("stop");
  const onTrial = ({ all }: Trials) => {
    if (all.length === 9) controller.abort(reason);
  };
  const augment = { noise: 0.1 };
  const ended = tryOut({ stepsPerCall, augment }, { signal: controller.signal, onTrial });
  expect(await ended.catch((error: unknown) => error)).toBe(reason);
});
