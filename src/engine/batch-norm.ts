import * as tf from "@tensorflow/tfjs";
import { attribute, channelsLast, DataType, floats } from "./attributes.ts";
import type { Backend } from "./backend.ts";

const NAME = "FusedBatchNormTraining";

/**
 * @param isFused one operation of TensorFlow's. oneDNN's with AVX2 takes 23 ms for 32 images of 62 x 62 x 32 on two threads,
 * with AVX-512 2 ms; the same as single operations takes 9 ms on both.
 */
export function registerFusedBatchNorm(backend: Backend, isFused: boolean): void {
  const normalise = isFused ? normaliseFused : normaliseInSteps;
  tf.registerKernel({
    kernelName: NAME,
    backendName: "tensorflow",
    kernelFunc: ({ inputs, attrs }) =>
      normalise(backend, inputs as never, attrs!["epsilon"] as number),
  });
  tf.registerGradient({
    kernelName: NAME,
    inputsToSave: ["x", "scale"],
    outputsToSave: [false, false, false, true, true, true],
    gradFunc: (gradients, saved, attrs) => {
      const [x, scale, ...reserved] = saved;
      const [gradient] = gradients as tf.Tensor[];
      const outputs = backend.executeMultipleOutputs(
        "FusedBatchNormGradV3",
        attributes(attrs["epsilon"] as number),
        [gradient!, x!, scale!, ...reserved],
        5,
      );
      return { x: () => outputs[0]!, scale: () => outputs[1]!, offset: () => outputs[2]! };
    },
  });
}

interface Inputs {
  /** [batch, height, width, channels] */
  x: tf.Tensor;
  scale: tf.Tensor;
  offset: tf.Tensor;
}

function attributes(epsilon: number) {
  return [
    floats,
    attribute.type("U", DataType.float32),
    attribute.float("epsilon", epsilon),
    channelsLast,
    attribute.bool("is_training", true),
  ];
}

/** @returns what is normalised, means, variances by n - 1, and three that the gradient asks for */
export function normaliseFused(
  backend: Backend,
  { x, scale, offset }: Inputs,
  epsilon: number,
): tf.Tensor[] {
  const none = tf.tensor1d([]);
  const outputs = backend.executeMultipleOutputs(
    "FusedBatchNormV3",
    [...attributes(epsilon), attribute.float("exponential_avg_factor", 1)],
    [x, scale, offset, none, none],
    6,
  );
  none.dispose();
  return outputs;
}

/** The same. */
export function normaliseInSteps(
  backend: Backend,
  { x, scale, offset }: Inputs,
  epsilon: number,
): tf.Tensor[] {
  const one = (op: string, ...operands: tf.Tensor[]) =>
    backend.executeSingleOutput(op, [floats], operands);
  const sums = (value: tf.Tensor) =>
    backend.executeSingleOutput("BiasAddGrad", [floats, channelsLast], [value]);
  const plus = (value: tf.Tensor, bias: tf.Tensor) =>
    backend.executeSingleOutput("BiasAdd", [floats, channelsLast], [value, bias]);
  return tf.tidy(() => {
    const count = x.size / x.shape.at(-1)!;
    const mean = tf.mul(sums(x), 1 / count);
    const centred = plus(x, tf.neg(mean));
    const variance = tf.mul(sums(one("Square", centred)), 1 / count);
    const factor = tf.mul(scale, tf.rsqrt(tf.add(variance, epsilon)));
    const normalised = plus(one("Mul", centred, factor), offset);
    const unbiased = tf.mul(variance, count / Math.max(count - 1, 1));
    return [normalised, tf.clone(mean), unbiased, mean, variance, tf.tensor1d([])];
  });
}

/**
 * Normalises each channel by the batch's own mean and variance.
 * @param x [batch, height, width, channels]
 * @returns normalised x, the batch's means, its variances (divided by n - 1)
 */
export function fusedBatchNorm(
  x: tf.Tensor4D,
  scale: tf.Tensor,
  offset: tf.Tensor,
  epsilon: number,
): [tf.Tensor4D, mean: tf.Tensor1D, variance: tf.Tensor1D] {
  const inputs = { x, scale, offset };
  const outputs: unknown = tf.engine().runKernel(NAME, inputs, { epsilon });
  return (outputs as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D]).slice(0, 3) as never;
}
