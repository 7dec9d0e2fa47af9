import { beforeAll, expect, test } from "bun:test";
import type { Engine } from "../../src/engine/engine.ts";
import { modelFiles } from "../../src/model/save.ts";
import type { Experiment } from "../../src/spec/experiment.ts";
import { plainPreparation, readPlainly } from "../fixtures/saved-model.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

const conv = { conv: { filters: 4, kernelSize: 3 } };

test.each<[string, Experiment["model"]["layers"]]>([
  ["a stack", [conv, "batchNorm", "relu", { pool: { type: "average" } }]],
  [
    "a network with joints",
    [
      conv,
      {
        residual: [
          {
            concat: [["batchNorm"], [], [{ conv: { filters: 2, kernelSize: 3, padding: "same" } }]],
          },
        ],
      },
    ],
  ],
])("%s is read by plain tfjs and gives the same probabilities", async (_, layers) => {
  const { tf } = engine;
  const { network } = await trainSmall(engine, {
    layers: [...layers, "flatten", { dropout: 0.5 }, { dense: { units: "classes" } }],
  });
  const files = await modelFiles(network, plainPreparation(["a", "b"], [8, 8]), {
    mean: null,
    std: null,
    whitening: null,
  });
  expect([...files.keys()]).toEqual(["model.json", "weights.bin", "preprocessing.json"]);
  const loaded = await readPlainly(tf, files);
  tf.tidy(() => {
    const images = tf.randomUniform([3, 8, 8, 1], 0, 1, "float32", 1);
    const expected = network.model.predict(images) as ReturnType<typeof tf.ones>;
    const found = loaded.predict(images) as ReturnType<typeof tf.ones>;
    expect(found.dataSync()).toEqual(expected.dataSync());
  });
});
