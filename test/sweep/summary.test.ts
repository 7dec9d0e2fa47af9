import { describe, expect, test } from "bun:test";
import { sweepOf } from "../../src/spec/sweeps/read-sweep.ts";
import type { TrialStatus } from "../../src/sweep/layout.ts";
import type { Outcome } from "../../src/sweep/outcome.ts";
import { Plan } from "../../src/sweep/plan.ts";
import type { TrialResult } from "../../src/sweep/results.ts";
import { summarise } from "../../src/sweep/summary.ts";
import { tableText } from "../../src/sweep/table.ts";
import { comparisons as sentences } from "../../src/sweep/words.ts";

const experiment = { file: "a.yaml", directory: "/x", seed: 1, split: null };

/** @param losses of each trial in order; null where it failed */
function outcomeOf(
  text: string,
  losses: readonly (number | null)[],
  stopped: number[] = [],
): Outcome {
  const { resolved } = sweepOf({ name: "s", file: "/x/s.sweep.yaml", shown: "s", text });
  const plan = new Plan({ sweep: resolved, directory: "/x", experiments: [experiment] });
  const results = losses.map((loss, index): TrialResult => {
    const { number, setting, values, seed, fold, repeat } = plan.trial(
      index + 1,
      plan.point(plan.settingOf(index + 1), []),
    );
    const isStopped = stopped.includes(number);
    const status: TrialStatus = loss === null ? "failed" : isStopped ? "stopped" : "completed";
    return {
      record: {
        number,
        setting,
        experiment: "a.yaml",
        values,
        seed,
        ...(fold !== undefined && { fold, repeat: repeat! }),
        knows: 0,
        resolved: "",
      },
      status,
      figures: loss === null ? {} : { loss, accuracy: 1 - loss },
      epochs: loss === null ? 0 : 3,
      history: null,
      images: { train: 80, judged: 20 },
    };
  });
  return {
    sweep: "s",
    resolved,
    plan,
    results,
    pooled: new Map(),
    predictions: new Map(),
    winner: null,
  };
}

const search =
  "{ experiment: a.yaml, vary: { train.epochs: [1, 2, 3], seed: { seeds: 2 } }, objective: { minimise: loss } }";

describe("a search", () => {
  test("chooses by the mean over seeds, and tells gain, spread and doubt", () => {
    const { choice, settings, comparisons, trials } = summarise(
      outcomeOf(search, [0.5, 0.3, 0.35, 0.37, 0.1, 0.9]),
    );
    expect(settings.map(({ objective }) => objective)).toEqual([0.4, 0.36, 0.5]);
    expect(choice).toMatchObject({ setting: 2, objective: 0.36, tried: 3, isDoubtful: true });
    expect(choice!.gain).toBeCloseTo(0.04, 9);
    // sqrt of the mean of the variances 0.02, 0.0002 and 0.32
    expect(choice!.spread).toBeCloseTo(Math.sqrt((0.02 + 0.0002 + 0.32) / 3), 9);
    expect(comparisons.map(({ settings: pair }) => pair)).toEqual([
      [1, 2],
      [3, 2],
    ]);
    expect(trials).toEqual({ planned: 6, completed: 6, stopped: 0, failed: 0 });
  });

  test("has intervals of means that no figure can lie outside of", () => {
    const { settings } = summarise(outcomeOf(search, [0.5, 0.3, 0.35, 0.37, 0.1, 0.9]));
    const { accuracy, loss } = settings[2]!.figures;
    expect(accuracy!.interval).toEqual({ low: 0, high: 1 });
    // 0.5 ± 12.7 × 0.4: above there is no end.
    expect(loss!.interval!.low).toBe(0);
    expect(loss!.interval!.high).toBeGreaterThan(5);
    const { low, high } = settings[1]!.figures["accuracy"]!.interval!;
    expect((low + high) / 2).toBeCloseTo(0.64, 9);
  });

  test("never chooses a setting of which a trial has failed", () => {
    const { choice, settings } = summarise(outcomeOf(search, [0.5, 0.4, 0.1, null, 0.6, 0.5]));
    expect(settings[1]).toMatchObject({ failed: [4], figures: {}, objective: null });
    expect(choice!.setting).toBe(1);
  });

  test("chooses none where none is whole", () => {
    expect(summarise(outcomeOf(search, [0.5, null, 0.1, null, null, 0.5])).choice).toBeNull();
  });
});

test("settings are compared pair by pair; over folds for what they share in training", () => {
  const losses = [0.5, 0.4, 0.45, 0.3, 0.35, 0.3];
  const seeds = summarise(
    outcomeOf("{ experiment: a.yaml, vary: { train.epochs: [1, 2], seed: { seeds: 3 } } }", losses),
  );
  const folds = summarise(
    outcomeOf("{ experiment: a.yaml, vary: { train.epochs: [1, 2], fold: { folds: 3 } } }", losses),
  );
  const ofLoss = (summary: typeof seeds) =>
    summary.comparisons.find(({ figure }) => figure === "loss")!;
  expect(ofLoss(seeds)).toMatchObject({ settings: [1, 2], pairs: 3, test: "paired" });
  expect(ofLoss(folds)).toMatchObject({ settings: [1, 2], pairs: 3, test: "corrected" });
  // The mean of -0.2, -0.05 and -0.15.
  expect(ofLoss(seeds).difference).toBeCloseTo(-0.4 / 3, 9);
  const width = ({ interval }: { interval: { low: number; high: number } | null }) =>
    interval!.high - interval!.low;
  // 1/3 of the variance over seeds; 1/3 + 20/80 of it over folds.
  expect(width(ofLoss(folds)) / width(ofLoss(seeds))).toBeCloseTo(
    Math.sqrt((1 / 3 + 1 / 4) * 3),
    6,
  );
  expect(seeds.settings[0]!.figures["loss"]!.interval).not.toBeNull();
  expect(folds.settings[0]!.figures["loss"]!.interval).toBeNull();
});

test("the table has a row for each trial, with what it differs in", () => {
  const { results, plan, resolved } = outcomeOf(search, [0.5, 0.4, 0.1, null, 0.6, 0.5]);
  const lines = tableText(results, plan.keys, resolved).split("\n");
  expect(lines[0]).toBe(
    "trial,setting,train.epochs,seed,status,epochs,loss,accuracy,auc,balancedAccuracy,f1",
  );
  expect(lines[1]).toBe("1,1,1,1,completed,3,0.5,0.5,,,");
  expect(lines[4]).toBe("4,2,2,2,failed,0,,,,,");
});

test("a key of one value tells no setting from another", () => {
  const outcome = outcomeOf(
    "{ experiment: a.yaml, vary: { train.epochs: [3], data.batchSize: [8, 16], seed: { seeds: 2 } } }",
    [0.2, 0.3, 0.4, 0.6],
  );
  const summary = summarise(outcome);
  expect(summary.keys).toEqual(["data.batchSize"]);
  expect(summary.settings[0]!.values).toEqual({ "train.epochs": 3, "data.batchSize": 8 });
  expect(sentences(summary)[0]).toStartWith("batchSize: 16 against batchSize: 8: accuracy ");
});
