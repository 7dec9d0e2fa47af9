import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { checkExperiment } from "../src/check.ts";
import { ExperimentError } from "../src/spec/diagnostic.ts";
import { messages } from "../src/spec/messages.ts";
import type { Experiment } from "../src/spec/experiment.ts";
import { useTemporaryFolder } from "./fixtures/folder.ts";

const sample = join(import.meta.dir, "../experiments/data/pneumonia-28px");
const folder = useTemporaryFolder();

const right: Experiment = {
  data: {
    train: join(sample, "train"),
    validation: join(sample, "val"),
    test: join(sample, "test"),
    targetSize: [28, 28],
    colour: "grey",
  },
  model: { layers: ["flatten", { dense: { units: "classes" } }] },
};

function check(experiment: Experiment, ...overrides: string[]) {
  writeFileSync(join(folder.path, "a.yaml"), stringify(experiment));
  return checkExperiment({ file: "a", overrides, directory: folder.path });
}

describe("an experiment that is right", () => {
  test("has its values, images and layers", async () => {
    const { experiment, source, layers } = await check(right);
    expect(experiment.name).toBe("a");
    expect(source.classes).toEqual(["normal", "pneumonia"]);
    const count = (split: string) => source.files.filter((file) => file.split === split).length;
    expect([count("train"), count("validation"), count("test")]).toEqual([400, 100, 200]);
    expect(layers.map(({ name, parameters }) => [name, parameters])).toEqual([
      ["flatten_1", 0],
      ["dense_1", 1570],
    ]);
  });

  test("has three channels in colour", async () => {
    const { layers } = await check(right, "data.colour=rgb");
    expect(layers[0]?.outputShape).toEqual([28 * 28 * 3]);
  });
});

test("names that another system has no room for are told, and a name of a run is refused", async () => {
  const names = (file: string) =>
    checkExperiment({ file, overrides: [], directory: folder.path }).then(
      ({ warnings }) => warnings,
      (error: Error) => error.message,
    );
  const write = (file: string) => writeFileSync(join(folder.path, file), stringify(right));
  for (const file of ["con.yaml", "Mine.yaml", "v001.yaml", "v01.yaml"]) write(file);
  expect(await names("con")).toEqual([messages.deviceNames(["con"])]);
  expect(await names("Mine")).toEqual([]);
  write("mine.yaml");
  expect(await names("Mine")).toEqual([messages.sameButForCase("Mine.yaml", "mine.yaml")]);
  expect(await names("v01")).toEqual([]);
  expect(await names("v001")).toContain(messages.namedAsRun("v001"));
});

test("mistakes in the text, the images and the layers come together", async () => {
  const checking = check(right, "train.epochs=0", "data.test=nowhere", "model.layers.0=pool");
  const error = await checking.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ExperimentError);
  expect((error as ExperimentError).diagnostics.map(({ file }) => file).toSorted()).toEqual([
    "--set data.test=nowhere",
    "--set train.epochs=0",
    "a.yaml",
  ]);
});

test("a template of a chart that cannot be used is a mistake of the experiment", async () => {
  const file = join(folder.path, "charts", "own.vl.json");
  mkdirSync(join(folder.path, "charts"));
  writeFileSync(file, `{ "data": { "name": "histroy" }, "mark": "line" }`);
  const error = await check(right, "train.epochs=0").catch((reason: unknown) => reason);
  expect((error as ExperimentError).diagnostics.map((one) => [one.file, one.message])).toEqual([
    ["--set train.epochs=0", expect.any(String)],
    [join("charts", "own.vl.json"), expect.stringMatching(/^there is no data "histroy"; /)],
  ]);
  writeFileSync(file, `{ "data": { "name": "history" }, "mark": "line" }`);
  expect((await check(right)).templates.map(({ name }) => name)).toEqual(["own"]);
});

test("running averages that so few steps leave where they began are told", async () => {
  const layers = ["batchNorm", "flatten", { dense: { units: "classes" } }];
  const normalised = { ...right, model: { layers } } as Experiment;
  const { warnings } = await check(normalised, "train.epochs=1");
  expect(warnings).toHaveLength(1);
  // 400 images in batches of 32: 0.99 ** 13.
  expect(warnings[0]).toContain("after this run's 13 steps they still hold 88 %");
  expect((await check(normalised, "train.epochs=50")).warnings).toEqual([]);
  expect((await check(right, "train.epochs=1")).warnings).toEqual([]);
});

describe("the recipe of the training", () => {
  const messagesOf = async (...overrides: string[]) => {
    const error = await check(right, ...overrides).catch((reason: unknown) => reason);
    return error instanceof ExperimentError ? error.diagnostics.map(({ message }) => message) : [];
  };

  test.each([
    [["train.schedule.cosine.warmup=9.5"], []],
    [
      ["train.schedule.cosine.warmup=10"],
      [
        "train.schedule.cosine.warmup: a warm-up of 10 epochs leaves nothing of a training of 10; make it shorter",
      ],
    ],
    [["train.schedule.cosine.final=0.001"], []],
    [
      ["train.schedule.cosine.final=0.01"],
      [
        "train.schedule.cosine.final: the learning rate begins at 0.001 and cannot fall to 0.01; make it smaller",
      ],
    ],
    [["train.schedule.cosine.final=0.01", "train.optimizer.sgd.learningRate=0.1"], []],
    [["train.schedule.step.every=9"], []],
    [
      ["train.schedule.step.every=10"],
      [
        "train.schedule.step.every: the learning rate would not change in a training of 10 epochs; make this smaller, or train longer",
      ],
    ],
    [["train.schedule.plateau.patience=8"], []],
    [["train.schedule=plateau", "train.epochs=12"], []],
    [
      ["train.schedule.plateau.patience=9"],
      [
        "train.schedule.plateau.patience: the learning rate would not change in a training of 10 epochs; make this smaller, or train longer",
      ],
    ],
    [
      ["train.schedule.plateau.patience=2", "data.validation=null"],
      [
        "train.schedule.plateau: the validation loss decides when the rate falls, and there is no validation split; add data.validation or data.split: { validation: 0.15 }, or write cosine",
      ],
    ],
    [
      ["train.classWeights={normal: 2, pnuemonia: 1}"],
      ['train.classWeights.pnuemonia: there is no class "pnuemonia"; did you mean "pneumonia"?'],
    ],
    [
      ["train.classWeights=balanced", "train.sampling=balanced"],
      [
        "train.sampling: sampling: balanced evens out the classes, and classWeights does it a second time; remove one of the two",
      ],
    ],
    [
      ["train.gradientClip={norm: 1, value: 1}"],
      [
        'train.gradientClip: one key was expected, but here are "norm" and "value"; settings are indented under their key',
      ],
    ],
  ])("%j", async (overrides, expected) => {
    expect(await messagesOf(...overrides)).toEqual(expected);
  });

  test("is warned of where it spoils probabilities, or does not do what it seems to", async () => {
    const warnings = async (...overrides: string[]) => (await check(right, ...overrides)).warnings;
    expect(await warnings()).toEqual([]);
    expect(await warnings("train.classWeights=balanced")).toEqual([
      expect.stringMatching(/^train\.classWeights changes which class is named, not how well /),
    ]);
    expect(await warnings("train.sampling=balanced")).toEqual([
      expect.stringMatching(/^train\.sampling changes which class is named, not how well /),
    ]);
    // 400 images in batches of 32: 130 updates, 0.99 ** 129.
    expect(await warnings("train.averageWeights.decay=0.99")).toEqual([
      expect.stringMatching(
        / 130 updates in all, 27 % of .* Write decay: 0\.96, or train longer\.$/,
      ),
    ]);
    expect(await warnings("train.averageWeights.decay=0.96")).toEqual([]);
    expect(await warnings("train.earlyStopping.patience=9")).toEqual([]);
    expect(await warnings("train.earlyStopping.patience=10")).toEqual([
      "train.earlyStopping waits 10 epochs for something better, and the training has 10: it never stops early.",
    ]);
    expect(await warnings("train.accumulate=12")).toEqual([]);
    expect(await warnings("train.accumulate=13")).toEqual([
      "train.accumulate is 13, and an epoch has 13 batches: the weights move once per epoch.",
    ]);
  });
});
