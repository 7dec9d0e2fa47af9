import { made } from "../../src/engine/c-api.ts";
import { beforeAll, describe, expect, test } from "bun:test";
import { attribute, DataType } from "../../src/engine/attributes.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { EngineError } from "../../src/engine/errors.ts";
import { pixelsTensor, scalePixels, sparseSoftmaxCrossEntropy } from "../../src/engine/kernels.ts";
import { statelessRandomMask } from "../../src/engine/random-mask.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

describe("tensors", () => {
  test("copy what they are made from", () => {
    const values = Float32Array.from([1, 2, 3]);
    const id = engine.binding.createTensor([3], DataType.float32, values);
    values[0] = 99;
    expect(engine.binding.tensorDataSync(id)).toEqual(Float32Array.from([1, 2, 3]));
    engine.binding.deleteTensor(id);
  });

  test("hand out copies of their values", () => {
    const { tf } = engine;
    const tensor = tf.add(tf.tensor1d([1, 2]), 0);
    const first = tensor.dataSync();
    first[0] = 99;
    expect(Array.from(tensor.dataSync())).toEqual([1, 2]);
    tensor.dispose();
  });

  test("empty and scalar ones survive", () => {
    const { tf } = engine;
    expect(tf.add(tf.tensor1d([]), 1).dataSync()).toHaveLength(0);
    expect(tf.add(tf.scalar(2), 1).dataSync()[0]).toBe(3);
  });

  test("attributes may be empty: a text, a shape, a list", () => {
    const { tf, backend } = engine;
    tf.tidy(() => {
      const variable = backend.executeSingleOutput(
        "VarHandleOp",
        [
          attribute.type("dtype", DataType.float32),
          attribute.string("shared_name", ""),
          attribute.shape("shape", []),
        ],
        [],
      );
      expect(variable.shape).toEqual([]);
      const squeezed = backend.executeSingleOutput(
        "Squeeze",
        [attribute.type("T", DataType.float32), attribute.ints("squeeze_dims", [])],
        [tf.ones([1, 2, 1])],
      );
      expect(squeezed.shape).toEqual([2]);
    });
  });

  test("a wrong number of values is refused", () => {
    expect(() => engine.binding.createTensor([4], DataType.float32, new Float32Array(3))).toThrow(
      EngineError,
    );
  });

  test("nothing is done with a tensor that is deleted", () => {
    const id = engine.binding.createTensor([1], DataType.int32, Int32Array.of(1));
    engine.binding.deleteTensor(id);
    for (const use of ["deleteTensor", "tensorDataSync", "describeTensor"] as const)
      expect(() => engine.binding[use](id)).toThrow(`tensor ${id} is already deleted`);
    const negate = [attribute.type("T", DataType.int32)];
    expect(() => engine.binding.executeOp("Neg", negate, [id], 1)).toThrow("already deleted");
  });
});

test("TensorFlow's own words come back when an operation fails", () => {
  const { tf } = engine;
  const left = tf.ones([2, 3]);
  const right = tf.ones([4, 5]);
  expect(() => engine.backend.executeSingleOutput("NoSuchOperation", [], [left])).toThrow(
    "NoSuchOperation",
  );
  expect(() =>
    engine.backend.executeSingleOutput(
      "MatMul",
      [
        { name: "transpose_a", type: 3, value: false },
        { name: "transpose_b", type: 3, value: false },
        { name: "T", type: 4, value: DataType.float32 },
      ],
      [left, right],
    ),
  ).toThrow("Matrix size-incompatible");
});

test("a thousand operations leave no tensor behind", () => {
  const { tf, binding } = engine;
  const before = binding.getNumOfTensors();
  for (let round = 0; round < 1000; round++) {
    tf.tidy(() => tf.relu(tf.sub(tf.tensor1d([round, 1]), 2)).dataSync());
  }
  expect(binding.getNumOfTensors()).toBe(before);
});

test("image bytes become numbers from 0 to 1", () => {
  const images = scalePixels(
    engine.backend,
    pixelsTensor(engine.backend, Uint8Array.from([0, 51, 255, 102]), [1, 2, 2, 1]),
  );
  expect(images.shape).toEqual([1, 2, 2, 1]);
  expect(images.dtype).toBe("float32");
  const [black, fifth, white] = images.dataSync();
  expect(black).toBe(0);
  expect(fifth).toBeCloseTo(0.2, 6);
  expect(white).toBeCloseTo(1, 6);
});

describe("random masks", () => {
  const draw = (seed: [number, number], rate: number, shape = [1000]) =>
    engine.tf.tidy(() =>
      Array.from(
        statelessRandomMask(
          shape,
          engine.tf.tensor1d(seed, "int32"),
          rate,
        ).dataSync() as Float32Array,
      ),
    );

  test("follow from the seed alone", () => {
    expect(draw([7, 1], 0.5)).toEqual(draw([7, 1], 0.5));
    expect(draw([7, 1], 0.5)).not.toEqual(draw([7, 2], 0.5));
    expect(draw([7, 1], 0.5)).not.toEqual(draw([8, 1], 0.5));
  });

  test("have any shape", () => {
    expect(draw([7, 1], 0.5, [3, 5, 7])).toEqual(draw([7, 1], 0.5, [106]).slice(0, 105));
    expect(draw([7, 1], 0.5, [1])).toHaveLength(1);
  });

  test.each([0, 0.1, 0.3, 0.5, 0.9])("have a share of %d zeros, wherever one looks", (rate) => {
    const mask = draw([3, 4], rate, [100_000]);
    const zeros = (values: number[]) =>
      values.filter((value) => value === 0).length / values.length;
    expect(new Set(mask).isSubsetOf(new Set([0, 1]))).toBe(true);
    const parts = [0, 1, 2, 3].map((part) => mask.filter((_, index) => index % 4 === part));
    for (const part of [mask, ...parts]) expect(Math.abs(zeros(part) - rate)).toBeLessThan(0.01);
    // Neighbours know nothing of each other, the two halves of a drawn number least of all.
    const bothZero = [0, 1].map(
      (start) =>
        mask.filter((value, at) => at % 2 === start && value === 0 && mask[at + 1] === 0).length,
    );
    for (const count of bothZero) expect(Math.abs(count / 50_000 - rate ** 2)).toBeLessThan(0.01);
  });

  test("keep something at the highest rate, and hardly anything", () => {
    const kept = draw([3, 4], 0.999_999, [1_000_000]).filter((value) => value === 1).length;
    expect(kept).toBeWithin(1, 100);
  });
});

describe("gradients of TensorFlow's own operations equal tfjs's", () => {
  test("relu", () => {
    const { tf } = engine;
    const x = tf.tensor1d([-2, -0, 0, 0.5, 3]);
    const [gradient] = tf.grads((input) => tf.sum(tf.mul(tf.relu(input!), [1, 2, 3, 4, 5])))([x]);
    expect(Array.from(gradient!.dataSync())).toEqual([0, 0, 0, 4, 5]);
  });

  test("softmax cross-entropy", () => {
    const { tf } = engine;
    const scores = tf.tensor2d([
      [1, 2, 3],
      [0, -1, 100],
      [5, 5, 5],
    ]);
    const labels = tf.tensor1d([0, 2, 1], "int32");
    const oneHot = tf.oneHot(labels, 3);
    const ours = tf.valueAndGrad((x: import("@tensorflow/tfjs").Tensor) =>
      tf.mean(sparseSoftmaxCrossEntropy(x as never, labels)),
    )(scores);
    const theirs = tf.valueAndGrad((x: import("@tensorflow/tfjs").Tensor) =>
      tf.losses.softmaxCrossEntropy(oneHot, x),
    )(scores);
    expect(ours.value.dataSync()[0]).toBeCloseTo(theirs.value.dataSync()[0]!, 6);
    const [our, their] = [ours.grad.dataSync(), theirs.grad.dataSync()];
    our.forEach((value, index) => expect(value).toBeCloseTo(their[index]!, 6));
  });
});

test("what TensorFlow could not make is told, and never used", () => {
  expect(() => made(null)).toThrow(EngineError);
  expect(() => made(0n)).toThrow(EngineError);
  expect(Number(made(7n))).toBe(7);
});
