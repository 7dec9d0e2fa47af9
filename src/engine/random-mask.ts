import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Backend } from "./backend.ts";
import { attribute, castToFloat, DataType } from "./attributes.ts";

export function registerRandomMask(backend: Backend): void {
  const { int32, int16, bool } = DataType;
  const draw = [
    attribute.type("dtype", int32),
    attribute.type("T", int32),
    attribute.type("Tseed", int32),
  ];
  const halve = [attribute.type("T", int32), attribute.type("type", int16)];
  const compare = [attribute.type("T", int16)];
  tf.registerKernel({
    kernelName: "StatelessRandomMask",
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) => {
      const { pairs, least } = attrs as { pairs: number; least: number };
      const { binding } = backend;
      const seed = backend.getInputTensorIds([inputs["seed"] as tf.Tensor])[0]!;
      // tfjs knows no 16-bit numbers: nothing between the seed and the mask becomes one of its tensors.
      const run = (op: string, attributes: TFEOpAttr[], ids: number[]) =>
        binding.executeOp(op, attributes, ids, 1)[0]!;
      const shape = binding.createTensor([1], int32, Int32Array.of(pairs));
      const limit = binding.createTensor([], int16, Int16Array.of(least) as never);
      const { id: random } = run("StatelessRandomUniformFullInt", draw, [shape, seed]);
      const { id: halves } = run("Bitcast", halve, [random]);
      const { id: isKept } = run("GreaterEqual", compare, [halves, limit]);
      const mask = run("Cast", castToFloat(bool), [isKept]);
      for (const id of [shape, limit, random, halves, isKept]) binding.deleteTensor(id);
      return backend.createOutputTensor(mask);
    },
  });
}

/**
 * Zeros at random places and ones at the others, that follow from the seed alone (Philox 4x32-10, 16 bits a value).
 * @param seed int32 [2] @param rate share of zeros, 0 up to 1, as closely as 16 bits tell
 * @returns float32
 */
export function statelessRandomMask(shape: number[], seed: tf.Tensor1D, rate: number): tf.Tensor {
  const count = shape.reduce((product, length) => product * length, 1);
  const pairs = Math.ceil(count / 2);
  const least = Math.min(2 ** 15 - 1, Math.round(rate * 2 ** 16) - 2 ** 15);
  const mask = tf
    .engine()
    .runKernel("StatelessRandomMask", { seed }, { pairs, least }) as tf.Tensor;
  return count === 2 * pairs
    ? tf.reshape(mask, shape)
    : tf.reshape(tf.slice(tf.reshape(mask, [2 * pairs]), 0, count), shape);
}
