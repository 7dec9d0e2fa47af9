import { beforeAll, expect, spyOn, test } from "bun:test";
import type * as tfjs from "@tensorflow/tfjs";
import type { Engine } from "../../src/engine/engine.ts";
import { kernels } from "../../src/engine/kernels.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

type Strides = [number, number];

/** The gradient of a kernel by the sum of squares of what it gives, and with which strides TensorFlow was asked for it. */
function gradient(
  convolution: (x: tfjs.Tensor4D, filter: tfjs.Tensor4D, strides: Strides) => tfjs.Tensor,
  filterShape: [number, number, number, number],
  strides: Strides,
) {
  const { tf, backend } = engine;
  const x = tf.randomNormal<tfjs.Rank.R4>([2, 7, 6, 4], 0, 1, "float32", 1);
  const filter = tf.randomNormal<tfjs.Rank.R4>(filterShape, 0, 1, "float32", 2);
  const executed = spyOn(backend.binding, "executeOp");
  const values = tf.grad((kernel) =>
    tf.sum(tf.square(convolution(x, kernel as tfjs.Tensor4D, strides))),
  )(filter);
  const asked = executed.mock.calls
    .filter(([name]) => name === "Conv2DBackpropFilter")
    .map(([, attributes]) => attributes.find(({ name }) => name === "strides")!.value);
  executed.mockRestore();
  return { values, asked, x, filter };
}

// oneDNN's own writes over memory, which not every run survives and none shows at once.
test.each<[string, number, Parameters<typeof gradient>[0]]>([
  ["a convolution", 4, (x, filter, strides) => engine.tf.conv2d(x, filter, strides, "same")],
  [
    "one in groups",
    2,
    (x, filter, strides) =>
      kernels.convolve(x, filter, { strides, padding: "same", dilationRate: [1, 1] }),
  ],
])("the gradient of a kernel of 1 x 1 in %s is asked for without strides", (_, depth, run) => {
  const { tf } = engine;
  tf.tidy(() => {
    for (const strides of [
      [2, 2],
      [1, 3],
      [3, 1],
    ] as Strides[]) {
      const { values, asked, x, filter } = gradient(run, [1, 1, depth, 6], strides);
      expect(asked).toEqual([[1, 1, 1, 1]]);
      const seen = tf.stridedSlice(x, [0, 0, 0, 0], x.shape, [1, ...strides, 1]) as tfjs.Tensor4D;
      const groups = 4 / depth;
      const expected = tf.concat(
        tf.split(seen, groups, 3).map((own, group) => {
          const rows = tf.reshape(own, [-1, depth]) as tfjs.Tensor2D;
          const kernel = tf.split(filter, groups, 3)[group]!;
          const weights = tf.reshape(kernel, [depth, -1]) as tfjs.Tensor2D;
          return tf.mul(2, tf.matMul(rows, tf.matMul(rows, weights), true));
        }),
        1,
      );
      const difference = tf.sub(tf.reshape(values, expected.shape), expected);
      expect(difference.abs().max().dataSync()[0]).toBeLessThan(1e-3);
    }
    expect(gradient(run, [2, 1, depth, 6], [2, 2]).asked).toEqual([[1, 2, 2, 1]]);
  });
});
