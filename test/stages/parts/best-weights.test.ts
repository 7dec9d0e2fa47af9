import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../../src/engine/engine.ts";
import { buildNetwork } from "../../../src/model/network.ts";
import type { EpochRecord } from "../../../src/layout.ts";
import { chosenWeights } from "../../../src/stages/parts/best-weights.ts";
import { resolveExperiment } from "../../../src/spec/resolve.ts";
import { FETCH_MS, testEngine } from "../../fixtures/engine.ts";
import { hashWeights } from "../../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const { layers } = resolveExperiment({
  data: { train: "unused" },
  model: { layers: ["batchNorm", "flatten", { dense: { units: "classes" } }] },
}).model;

/** Each epoch leaves other weights behind, of which the held-out loss is given. */
function train(use: "best" | "last", losses: number[]) {
  const { tf } = engine;
  const network = buildNetwork(engine, { layers, inputShape: [4, 4, 1], classes: 3, seed: 1 });
  const chosen = chosenWeights(engine, network, use, "loss");
  const hashes = losses.map((heldOutLoss, index) => {
    for (const weight of network.model.weights)
      tf.tidy(() =>
        (weight.read() as ReturnType<typeof tf.variable>).assign(tf.add(weight.read(), 1)),
      );
    void chosen.after({ epoch: index + 1, heldOutLoss } as EpochRecord);
    return hashWeights(network);
  });
  // As after an interruption: a part of its own goes on from what this one has saved.
  const resumed = chosenWeights(engine, network, use, "loss");
  resumed.load!(chosen.save!());
  expect(resumed.restore()).toEqual(chosen.restore());
  return { record: chosen.restore(), hash: hashWeights(network), hashes };
}

test("best: the bits of the epoch with the lowest held-out loss, the first of equals", () => {
  const { record, hash, hashes } = train("best", [3, 1, 2, 1, 5]);
  expect(record).toEqual({ use: "best", epoch: 2 });
  expect(hash).toBe(hashes[1]!);
  expect(new Set(hashes).size).toBe(5);
});

test("last: the bits of the last epoch, whatever its loss", () => {
  const { record, hash, hashes } = train("last", [1, 2, 3]);
  expect(record).toEqual({ use: "last", epoch: 3 });
  expect(hash).toBe(hashes[2]!);
});

test.each(["best", "last"] as const)("%s of no epoch is the weights that there are", (use) => {
  expect(train(use, []).record).toEqual({ use, epoch: 0 });
});

test("best needs no memory of TensorFlow's own", () => {
  const kept = (use: "best" | "last") => {
    const before = engine.tf.memory().numTensors;
    train(use, [3, 2, 1]);
    return engine.tf.memory().numTensors - before;
  };
  expect(kept("best")).toBe(kept("last"));
});

test("a figure that is undefined is never better than one that is not", () => {
  const network = buildNetwork(engine, { layers, inputShape: [4, 4, 1], classes: 3, seed: 1 });
  const chosen = chosenWeights(engine, network, "best", "auc");
  const restored = [NaN, 0.6, NaN, 0.5].map((monitored, index) => {
    void chosen.after({ epoch: index + 1, monitored } as EpochRecord);
    return chosen.restore().epoch;
  });
  expect(restored).toEqual([1, 2, 2, 2]);
});
