import { describe, expect, test } from "bun:test";
import { ExperimentError } from "../../../src/spec/diagnostic.ts";
import { experimentSchema, sweepSchema } from "../../../src/spec/schema.ts";
import { messages } from "../../../src/spec/sweeps/messages.ts";
import { sweepOf } from "../../../src/spec/sweeps/read-sweep.ts";

const read = (text: string) => sweepOf({ name: "s", file: "/x/s.sweep.yaml", shown: "s", text });

/** Each mistake as `line:column message`. */
function mistakes(text: string): string[] {
  try {
    read(text);
    return [];
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return error.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

test("short forms are written out, and what is left out is there", () => {
  expect(read("experiment: a.yaml\nvary: { train.epochs: [1, 2] }\n").resolved).toEqual({
    experiment: ["a.yaml"],
    vary: { "train.epochs": [1, 2] },
    search: { grid: {} },
    trials: null,
    objective: null,
    run: { workers: null, threads: 1, slurm: null },
  });
  const { resolved } = read("{ experiment: [a.yaml, b.yaml], vary: { seed: { seeds: 3 } } }");
  expect(resolved).toMatchObject({
    experiment: ["a.yaml", "b.yaml"],
    vary: { seed: { seeds: 3 } },
  });
});

test("no name of the two schemas is taken twice", () => {
  const own = Object.keys(sweepSchema.definitions!);
  expect(own.filter((name) => Object.hasOwn(experimentSchema.definitions!, name))).toEqual([]);
});

const start = "experiment: a.yaml\n";

describe("a mistake is told at its place, with what to write instead", () => {
  test.each([
    ["", [`1:1 ${messages.sweepEmpty()}`]],
    ["data: { train: x }\nmodel: {}\n", [`1:1 ${messages.isExperiment("s")}`]],
    [start, [`1:1 ${messages.nothingVaries()}`]],
    [`${start}parameters: {}\n`, ['2:1 unknown key "parameters"; did you mean "vary"?']],
    [`${start}method: bayes\n`, ['2:1 unknown key "method"; did you mean "search"?']],
    [`${start}search: bayesian\n`, ['2:9 search: unknown search "bayesian"; did you mean "tpe"?']],
    [
      `${start}search: { hyperband: {} }\n`,
      ['2:11 search: unknown search "hyperband"; did you mean "halving"?'],
    ],
    [
      `${start}vary: { train.epochs: 5 }\n`,
      ["2:23 vary.train.epochs: must be a list or a mapping (key: value), but is 5; write [5]"],
    ],
    [
      `${start}vary: { train.epochs: { values: [5] } }\n`,
      ['2:25 vary.train.epochs: unknown key "values"; write the list itself: KEY: [16, 32]'],
    ],
    [
      `${start}vary: { fold: 5 }\n`,
      ["2:15 vary.fold: must be a mapping (key: value), but is 5; write fold: { folds: 5 }"],
    ],
    [
      `${start}vary: { seeds: 5 }\n`,
      [
        "2:16 vary.seeds: must be a list or a mapping (key: value), but is 5; write seed: { seeds: 5 }",
      ],
    ],
    [
      `${start}vary: { folds: 3 }\n`,
      [
        "2:16 vary.folds: must be a list or a mapping (key: value), but is 3; write fold: { folds: 3 }",
      ],
    ],
    [
      `${start}search: { tpe: { trials: 8 } }\n`,
      [
        '2:18 search.tpe: unknown key "trials"; trials stands beside search, not in it: write trials: 40 at the beginning of a line',
      ],
    ],
    [
      `${start}search: { tpe: {}, trials: 8 }\n`,
      [
        "2:20 search: trials stands beside search, not in it: write trials: 40 at the beginning of a line",
      ],
    ],
    [
      `${start}objective: { metric: auc }\n`,
      [
        '2:14 objective: unknown objective "metric"; the direction is the key: write objective: { maximise: auc }',
      ],
    ],
  ])("%j", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });
});

describe("what does not go together is refused", () => {
  const epochs = "vary: { train.epochs: { integer: [2, 9] } }\n";
  test.each([
    [
      `${start}vary: { train.epochs: [1, 1] }\n`,
      `2:27 vary.train.epochs[1]: ${messages.valueTwice("1")}`,
    ],
    [`${start}vary: { seed: [1, 2, 1] }\n`, `2:22 vary.seed[2]: ${messages.valueTwice("1")}`],
    [
      `${start}vary: { seeds: [1, 2] }\n`,
      `2:9 vary: ${messages.repetitionUnder("seeds", "seed: [ 1, 2 ]")}`,
    ],
    [
      `${start}vary: { folds: { folds: 3 } }\n`,
      `2:18 vary.folds: unknown key "folds"; write fold: { folds: 5 }`,
    ],
    [`${start}${epochs}`, `2:23 vary.train.epochs: ${messages.rangeInGrid()}`],
    [`${start}${epochs}search: random\n`, `3:9 search: ${messages.trialsMissing("random")}`],
    [`${start}${epochs}search: tpe\ntrials: 4\n`, `3:9 search: ${messages.needsObjective("tpe")}`],
    [
      `${start}vary: { train.epochs: { integer: [9, 2] } }\nsearch: random\ntrials: 4\n`,
      `2:23 vary.train.epochs: ${messages.rangeBackwards(9, 2)}`,
    ],
    [
      `${start}vary: { train.epochs: { log: true } }\nsearch: random\ntrials: 4\n`,
      `2:23 vary.train.epochs: ${messages.logAlone()}`,
    ],
    [
      `${start}vary: { train.epochs: { uniform: [1, 2], integer: [1, 2] } }\nsearch: random\ntrials: 4\n`,
      `2:23 vary.train.epochs: ${messages.rangeKinds(["uniform", "integer"])}`,
    ],
    [
      `${start}vary: { train.epochs: [1, 2], seed: { seeds: 3 } }\ntrials: 4\n`,
      `3:9 trials: ${messages.trialsOfGrid(6, 4)}`,
    ],
    [
      `${start}vary: { train.epochs: { integer: [2, 9] }, seed: { seeds: 3 } }\nsearch: random\ntrials: 40\n`,
      `4:9 trials: ${messages.trialsCutSetting(40, 3, 39, 42)}`,
    ],
    [
      `${start}vary: { seed: { seeds: 3 } }\nsearch: random\ntrials: 3\n`,
      `3:9 search: ${messages.nothingToSearch("random")}`,
    ],
    [
      `${start}vary: { train.epochs: [1, 2], fold: { folds: 3 } }\nobjective: { maximise: auc }\n`,
      `2:37 vary.fold: ${messages.objectiveWithFolds()}`,
    ],
    [
      `${start}vary: { seed: [1, 2], fold: { folds: 3, repeats: 2 } }\n`,
      `2:50 vary.fold.repeats: ${messages.seedWithRepeats()}`,
    ],
    [
      `${start}vary: { train.epochs: [1, 2] }\nobjective: { maximise: loss }\n`,
      `3:24 objective.maximise: ${messages.wrongDirection("loss", "minimise")}`,
    ],
    [
      `${start}vary:\n  model.layers[0].conv.filters: [1]\n  model.layers.0.conv.filters: [2]\n`,
      `4:3 vary: ${messages.sameSetting("model.layers[0].conv.filters")}`,
    ],
    [`experiment: [a.yaml, a.yaml]\n`, `1:22 experiment[1]: ${messages.experimentTwice("a.yaml")}`],
  ])("%j", (text, expected) => {
    expect(mistakes(text)).toEqual([expected]);
  });
});
