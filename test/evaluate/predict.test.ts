import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { buildPredictor } from "../../src/evaluate/predict.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { stripes, trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

test.each([1, "classes"] as const)(
  "of %p scores: a row an image in their order, a probability a class, however the images are cut",
  async (units) => {
    const { network } = await trainSmall(engine, {
      layers: ["flatten", { dense: { units } }],
      train: { epochs: 20, optimizer: { adam: { learningRate: 0.01 } } },
    });
    const split = stripes(21, [8, 8, 1], 2);
    const predict = (shards: number, batchSize: number) =>
      buildPredictor(engine, network, {
        shards,
        blocks: [4],
        stepsPerCall: 1,
        recorded: true,
        onRefused: (reason) => expect(reason).toBe(""),
      }).predict(split, batchSize);
    const rows = await predict(1, 21);
    expect(rows).toHaveLength(21);
    for (const [image, row] of rows.entries()) {
      expect(row).toHaveLength(2);
      expect(row[0]! + row[1]!).toBeCloseTo(1, 5);
      expect(row[split.labels[image]!]!).toBeGreaterThan(0.5);
    }
    const cut = await predict(2, 4);
    expect(cut).toHaveLength(21);
    for (const [image, row] of cut.entries())
      row.forEach((value, label) => expect(value).toBeCloseTo(rows[image]![label]!, 5));
  },
);
