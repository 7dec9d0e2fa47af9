import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { Experiment } from "../../src/spec/experiment.ts";
import { resolvedText, resolveExperiment } from "../../src/spec/resolve.ts";
import { findMistakes } from "../../src/spec/validate.ts";
import { anyExperiment } from "./experiments.ts";
import { plainPreprocess } from "../fixtures/data-settings.ts";

const least: Experiment = {
  data: { train: "images" },
  model: {
    layers: [
      "relu",
      { conv: { filters: 8, kernelSize: 3 } },
      { dropout: 0.5 },
      { dense: { units: "classes" } },
    ],
  },
};

describe("an experiment resolved", () => {
  test("holds every value", () => {
    expect(resolveExperiment(least)).toEqual({
      seed: 1,
      data: {
        train: "images",
        validation: null,
        test: null,
        labels: null,
        exclude: [],
        include: [],
        links: "inside",
        split: null,
        targetSize: [200, 200],
        resize: "stretch",
        background: "none",
        colour: "rgb",
        batchSize: 32,
        damaged: "exclude",
        maxPixels: 178956970,
        depth: 8,
        range: "full",
        dicom: { window: "file", frame: "first" },
        leaks: "warn",
        preprocess: plainPreprocess,
        augment: null,
      },
      model: {
        layers: [
          { relu: {} },
          {
            conv: {
              filters: 8,
              kernelSize: [3, 3],
              strides: [1, 1],
              padding: "valid",
              dilationRate: [1, 1],
              groups: 1,
              useBias: true,
              kernelInitializer: "glorotUniform",
              l1: 0,
              l2: 0,
              trainable: true,
            },
          },
          { dropout: { rate: 0.5 } },
          {
            dense: {
              units: "classes",
              useBias: true,
              kernelInitializer: "glorotUniform",
              l1: 0,
              l2: 0,
              trainable: true,
            },
          },
        ],
      },
      train: {
        epochs: 10,
        optimizer: {
          adam: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 },
        },
        schedule: { constant: {} },
        earlyStopping: null,
        maxMinutes: null,
        checkpoint: { everyEpochs: null, everyMinutes: 10, keep: 2 },
        loss: { crossEntropy: { labelSmoothing: 0 } },
        classWeights: null,
        sampling: "natural",
        gradientClip: null,
        averageWeights: null,
        accumulate: 1,
      },
      evaluate: {
        weights: null,
        positiveClass: null,
        sensitivity: null,
        specificity: null,
        charts: null,
        pictures: 12,
        perGroup: "mean",
        prevalence: null,
        resamples: 1000,
        confusionMatrix: { rows: "actual", normalise: "actual" },
      },
      engine: {
        threads: null,
        recorded: true,
        oneDnn: true,
        device: "auto",
        deterministic: true,
        tf32: true,
        precision: "float32",
      },
    });
  });

  test("keeps null where null is a choice, and fills in what is inside a part that is given", () => {
    const { data, model } = resolveExperiment({
      data: { train: "images", split: { test: 0.2 }, test: null },
      model: { layers: [{ pool: { strides: 3 } }, "pool"] },
    });
    expect(data.split).toEqual({
      validation: 0,
      test: 0.2,
      stratify: true,
      group: null,
      folds: null,
      fold: 1,
    });
    expect(data.test).toBeNull();
    expect(model.layers.map(({ pool }) => pool?.strides)).toEqual([[3, 3], null]);
  });

  test("is right by the schema, and resolving it again changes nothing", () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const before = structuredClone(experiment);
        const resolved = resolveExperiment(experiment);
        expect(experiment).toEqual(before);
        expect(findMistakes(resolved).findings).toEqual([]);
        expect(resolveExperiment(resolved as Experiment)).toEqual(resolved);
      }),
    );
  });
});

describe("the text of a resolved experiment", () => {
  test("has its keys sorted at each level and ends with a line break", () => {
    const text = resolvedText(resolveExperiment(least));
    expect(text).toStartWith(
      '{\n  "data": {\n    "augment": null,\n    "background": "none",\n    "batchSize": 32,\n',
    );
    expect(text).toEndWith(
      '\n    "sampling": "natural",\n    "schedule": {\n      "constant": {}\n    }\n  }\n}\n',
    );
  });

  test("does not depend on the order in which keys were written", () => {
    const { model, data } = least;
    expect(resolvedText(resolveExperiment({ model, data }))).toBe(
      resolvedText(resolveExperiment({ data, model })),
    );
  });

  test("reads back as what was written", () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const text = resolvedText(resolveExperiment(experiment));
        expect(resolvedText(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
