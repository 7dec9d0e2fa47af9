import { expect, test } from "bun:test";
import fc from "fast-check";
import { metrics } from "../../src/evaluate/metrics.ts";
import type { PredictionRecord } from "../../src/layout.ts";
import { figures } from "../../src/spec/sweeps/figures.ts";
import { figuresOf } from "../../src/sweep/results.ts";
import { weighted } from "../../src/sweep/weighted.ts";

function predictionsOf(classes: readonly string[]) {
  const image = fc.record({
    label: fc.nat(classes.length - 1),
    scores: fc.array(fc.integer({ min: 1, max: 9 }), {
      minLength: classes.length,
      maxLength: classes.length,
    }),
    times: fc.nat(3),
  });
  return fc.array(image, { minLength: 2, maxLength: 20 });
}

test.each([[["a", "b"]], [["a", "b", "c"]]])(
  "a figure of weighted predictions is that of predictions that stand there so often: %p",
  (classes) => {
    fc.assert(
      fc.property(predictionsOf(classes), (images) => {
        fc.pre(images.some(({ times }) => times > 0));
        const predictions = images.map(({ label, scores }, index): PredictionRecord => {
          const total = scores.reduce((sum, score) => sum + score, 0);
          const probabilities = scores.map((score) => score / total);
          const best = probabilities.indexOf(Math.max(...probabilities));
          return {
            file: `${index}`,
            actual: classes[label]!,
            predicted: classes[best]!,
            probabilities,
          };
        });
        const repeated = images.flatMap(({ times }, index) =>
          Array.from({ length: times }, (_, copy) => ({
            ...predictions[index]!,
            file: `${index}-${copy}`,
          })),
        );
        const weights = Uint32Array.from(images, ({ times }) => times);
        const positive = classes.length === 2 ? classes[1]! : null;
        const expected = figuresOf(
          metrics({
            split: "validation",
            classes,
            predictions: repeated,
            groupOf: new Map(),
            weights: { use: "last", epoch: 1 },
            settings: { positiveClass: null, sensitivity: null, specificity: null, resamples: 0 },
            seed: 1,
          }),
        );
        for (const name of [...Object.keys(figures), "recall.a", "auc.b", "averagePrecision.a"]) {
          if (name === "sensitivity" && positive === null) continue;
          const evaluate = weighted(name, { classes, positive, predictions });
          if (name === "calibrationError") {
            expect(evaluate).toBeNull();
            continue;
          }
          const value = evaluate!(weights);
          const own = expected[name] ?? null;
          if (own === null) expect([name, value]).toEqual([name, null]);
          else expect(value).toBeCloseTo(own, 9);
        }
      }),
      { numRuns: 60 },
    );
  },
);
