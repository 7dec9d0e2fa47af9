import type * as tfjs from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "bun:test";
import { attribute, floats } from "../../src/engine/attributes.ts";
import {
  crossEntropyInSteps,
  nearestGradientInSteps,
  sparseCrossEntropyInSteps,
} from "../../src/engine/deterministic.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { softmaxCrossEntropy, sparseSoftmaxCrossEntropy } from "../../src/engine/kernels.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

let engine: Engine;
let tf: typeof tfjs;
beforeAll(async () => {
  engine = await testEngine();
  tf = engine.tf;
}, FETCH_MS);

function expectNear(ours: tfjs.Tensor, theirs: tfjs.Tensor): void {
  expect(ours.shape).toEqual(theirs.shape);
  const [found, wanted] = [ours.dataSync(), theirs.dataSync()];
  wanted.forEach((value, at) =>
    expect(Math.abs(found[at]! - value)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(value))),
  );
}

describe("what TensorFlow's deterministic mode refuses on a GPU is the same out of other operations:", () => {
  // Of scores that are alike, and of some that are far apart.
  test.each([1, 30, 300])("the cross-entropy of scores of about %d, and its gradient", (size) => {
    tf.tidy(() => {
      const logits = tf.randomNormal([16, 10], 0, size, "float32", 3) as tfjs.Tensor2D;
      const labels = tf.tensor1d(
        Array.from({ length: 16 }, (_, index) => (index * 7) % 10),
        "int32",
      );
      const targets = tf.softmax(tf.randomNormal([16, 10], 0, 2, "float32", 4)) as tfjs.Tensor2D;
      const gradientOf = (loss: (scores: tfjs.Tensor2D) => tfjs.Tensor) =>
        tf.grad((scores) => loss(scores as tfjs.Tensor2D))(logits);
      const [loss, gradient] = sparseCrossEntropyInSteps(logits, labels);
      expectNear(loss!, sparseSoftmaxCrossEntropy(logits, labels));
      expectNear(
        gradient!,
        gradientOf((scores) => sparseSoftmaxCrossEntropy(scores, labels)),
      );
      const [softLoss, softGradient] = crossEntropyInSteps(logits, targets);
      expectNear(softLoss!, softmaxCrossEntropy(logits, targets));
      expectNear(
        softGradient!,
        gradientOf((scores) => softmaxCrossEntropy(scores, targets)),
      );
    });
  });

  test.each([
    [
      [4, 3],
      [8, 9],
    ],
    [
      [7, 5],
      [3, 11],
    ],
    [
      [1, 6],
      [5, 6],
    ],
    [
      [28, 28],
      [200, 1],
    ],
  ] as const)("the gradient of images of %p resized to %p by the nearest pixel", (from, to) => {
    for (const [alignCorners, halfPixelCenters] of [
      [false, false],
      [false, true],
      [true, false],
    ] as const)
      tf.tidy(() => {
        const gradient = tf.randomNormal([2, ...to, 3], 0, 1, "float32", 5);
        const attributes = [
          floats,
          attribute.bool("align_corners", alignCorners),
          attribute.bool("half_pixel_centers", halfPixelCenters),
        ];
        const size = tf.tensor1d([...from], "int32");
        const name = "ResizeNearestNeighborGrad";
        const plain = engine.backend.executeSingleOutput(name, attributes, [gradient, size]);
        const nearest = { alignCorners, halfPixelCenters };
        expectNear(nearestGradientInSteps(gradient, from, nearest), plain);
      });
  });
});
