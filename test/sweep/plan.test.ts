import { describe, expect, test } from "bun:test";
import { sweepOf } from "../../src/spec/sweeps/read-sweep.ts";
import { Plan } from "../../src/sweep/plan.ts";

const base = { file: "a.yaml", directory: "/x/experiments", seed: 7, split: null };
const split = {
  validation: 0.2,
  test: 0.2,
  stratify: true,
  group: null,
  folds: null,
  fold: 1,
} as const;

function planOf(text: string, experiments: object[] = [base], trials?: number): Plan {
  const sweep = sweepOf({ name: "s", file: "/x/experiments/s.sweep.yaml", shown: "s", text });
  return new Plan({
    sweep: sweep.resolved,
    directory: "/x/experiments",
    experiments: experiments as (typeof base)[],
    trials,
  });
}

function all(plan: Plan) {
  return Array.from({ length: plan.total }, (_, index) =>
    plan.trial(index + 1, plan.point(plan.settingOf(index + 1), [])),
  );
}

describe("trials of a grid", () => {
  test("are every combination, the last key first, each with all its seeds from the experiment's own on", () => {
    const plan = planOf(
      "{ experiment: a.yaml, vary: { train.epochs: [3, 4], data.batchSize: [8, 16], seed: { seeds: 2 } } }",
    );
    expect(plan).toMatchObject({ each: 2, total: 8, isSearch: false });
    expect(
      all(plan).map(({ values, seed, setting }) => [setting, ...Object.values(values), seed]),
    ).toEqual([
      [1, 3, 8, 7],
      [1, 3, 8, 8],
      [2, 3, 16, 7],
      [2, 3, 16, 8],
      [3, 4, 8, 7],
      [3, 4, 8, 8],
      [4, 4, 16, 7],
      [4, 4, 16, 8],
    ]);
    expect(all(plan)[1]!.overrides).toEqual([
      { key: "train.epochs", value: 3 },
      { key: "data.batchSize", value: 8 },
      { key: "seed", value: 8 },
    ]);
  });

  test("are those of each experiment, with seeds of their own", () => {
    const other = { ...base, file: "b.yaml", seed: 20 };
    const plan = planOf("{ experiment: [a.yaml, b.yaml], vary: { seed: { seeds: 2 } } }", [
      base,
      other,
    ]);
    expect(all(plan).map(({ experiment, seed }) => [experiment, seed])).toEqual([
      [0, 7],
      [0, 8],
      [1, 20],
      [1, 21],
    ]);
  });

  test("are one a fold, and all folds again with the next seed", () => {
    const plan = planOf("{ experiment: a.yaml, vary: { fold: { folds: 2, repeats: 2 } } }", [
      { ...base, split } as unknown as typeof base,
    ]);
    expect(all(plan).map(({ seed, fold, repeat }) => [seed, fold, repeat])).toEqual([
      [7, 1, 1],
      [7, 2, 1],
      [8, 1, 2],
      [8, 2, 2],
    ]);
    // The fold takes the place of the test images that the experiment draws.
    expect(all(plan)[3]!.overrides).toEqual([
      { key: "seed", value: 8 },
      { key: "data.split.test", value: 0 },
      { key: "data.split.folds", value: 2 },
      { key: "data.split.fold", value: 2 },
    ]);
  });
});

describe("trials of a search", () => {
  const text =
    "{ experiment: a.yaml, vary: { train.epochs: [3, 4], seed: [1, 2] }, objective: { maximise: auc } }";

  test("are judged on the validation images; its winner on the test images, with the first seed", () => {
    const plan = planOf(text);
    expect(plan.isSearch).toBe(true);
    expect(all(plan)[0]!.overrides).toContainEqual({ key: "evaluate.split", value: "validation" });
    expect(plan.winner([4])).toEqual({
      experiment: 0,
      values: { "train.epochs": 4 },
      seed: 1,
      overrides: [
        { key: "train.epochs", value: 4 },
        { key: "seed", value: 1 },
      ],
    });
  });

  test("have one test split whatever their seeds: no test image of the winner was another's to learn from", () => {
    const plan = planOf(text, [{ ...base, split } as unknown as typeof base]);
    const pinned = { key: "data.split.seed", value: 7 };
    expect(
      all(plan).every(({ overrides }) => overrides.some((one) => Bun.deepEquals(one, pinned))),
    ).toBe(true);
    expect(plan.winner([3]).overrides).toContainEqual(pinned);
  });

  test("of ranges begin with every end checked at least once", () => {
    const plan = planOf(
      "{ experiment: a.yaml, vary: { train.epochs: { integer: [2, 9] }, data.batchSize: [4, 8, 16] }, search: random, trials: 4 }",
    );
    const samples = plan.samples();
    expect(new Set(samples.map(([epochs]) => epochs))).toEqual(new Set([2, 9]));
    expect(new Set(samples.map(([, size]) => size))).toEqual(new Set([4, 8, 16]));
  });
});

test("a record leads back to the point that it was made from", () => {
  const other = { ...base, file: "b.yaml" };
  const plan = planOf(
    '{ experiment: [a.yaml, b.yaml], vary: { "model.layers[0].conv.filters": [4, 8], train.earlyStopping: [null] } }',
    [base, other],
  );
  for (const { experiment, values, setting } of all(plan)) {
    const record = { experiment: [base, other][experiment]!.file, values };
    expect(plan.pointOf(record)).toEqual(plan.point(setting, []));
  }
  expect(plan.pointOf({ experiment: "a.yaml", values: {} })).toBeNull();
});

test("paths are from the sweep's folder, and told from the experiment's", () => {
  const plan = planOf("{ experiment: a.yaml, vary: { data.train: [images/a, images/b] } }", [
    { ...base, directory: "/x/experiments/deep" },
  ]);
  expect(all(plan)[1]!.overrides).toEqual([{ key: "data.train", value: "../images/b" }]);
});
