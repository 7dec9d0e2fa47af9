import { beforeAll, expect, test } from "bun:test";
import { normaliseFused, normaliseInSteps } from "../../src/engine/batch-norm.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

test.each([
  ["images", [3, 5, 4, 6]],
  ["rows of numbers", [7, 1, 1, 6]],
])("%s are normalised in steps as by one operation", (_, shape) => {
  const { tf, backend } = engine;
  tf.tidy(() => {
    const x = tf.randomNormal(shape, 20, 3, "float32", 1);
    const scale = tf.randomUniform([6], 0.5, 2, "float32", 2);
    const offset = tf.randomUniform([6], -1, 1, "float32", 3);
    const expected = normaliseFused(backend, { x, scale, offset }, 0.001);
    const found = normaliseInSteps(backend, { x, scale, offset }, 0.001);
    // The last is empty: oneDNN keeps nothing there but for a relu that is fused.
    for (const index of [0, 1, 2, 3, 4]) {
      const [ours, theirs] = [found[index]!.dataSync(), expected[index]!.dataSync()];
      expect(ours).toHaveLength(theirs.length);
      theirs.forEach((value, at) =>
        expect(Math.abs(ours[at]! - value)).toBeLessThan(1e-5 * (1 + Math.abs(value))),
      );
    }
  });
});
